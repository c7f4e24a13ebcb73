#!/usr/bin/env python3
"""Prints the test cases that ran, from GoogleTest's XML results.

usage: tools/list_cases.py RESULTS_DIR      (what GTEST_OUTPUT=xml:DIR/ left)

One line a binary; with CI set in the environment, one line a case too.
"""
import os
import pathlib
import sys
import xml.etree.ElementTree as ElementTree


def status(case):
    if case.find("failure") is not None:
        return "FAILED"
    if case.find("skipped") is not None or case.get("status") == "notrun":
        return "skipped"
    return "ok"


def main():
    total = 0
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xml")):
        cases = list(ElementTree.parse(path).iter("testcase"))
        total += len(cases)
        print(f"{path.stem}: {len(cases)} cases")
        if os.environ.get("CI"):
            for case in cases:
                print(f"  {status(case):7} {case.get('classname')}.{case.get('name')}")
    print(f"{total} cases")


if __name__ == "__main__":
    main()
