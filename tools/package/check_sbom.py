#!/usr/bin/env python3
"""Holds the bill of materials to SPDX 2.3 and to the program.

usage: check_sbom.py BILL PROGRAM

Prints what is wrong and exits with 1, or says nothing; 77 where there is no
dpkg to ask. The fields are those
that the standard requires (clauses 6 to 11). Every shared library the program
names must come of a source package of which the bill names a package.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
REQUIRED = {
    "document": ["spdxVersion", "dataLicense", "SPDXID", "name",
                 "documentNamespace", "creationInfo", "packages", "files",
                 "relationships"],
    "creationInfo": ["created", "creators"],
    "packages": ["SPDXID", "name", "downloadLocation"],
    "files": ["SPDXID", "fileName", "checksums"],
    "relationships": ["spdxElementId", "relationshipType",
                      "relatedSpdxElement"],
    "hasExtractedLicensingInfos": ["licenseId", "extractedText"],
}
RELATIONS = {"DESCRIBES", "CONTAINS", "DEPENDS_ON", "BUILD_DEPENDENCY_OF"}


def missing(bill):
    """Required fields that are not there."""
    yield from (f"document: no {field}" for field in REQUIRED["document"]
                if not bill.get(field))
    for kind, fields in REQUIRED.items():
        records = bill.get(kind, [])
        for record in records if isinstance(records, list) else [records]:
            yield from (f"{kind}: no {field} in {record}" for field in fields
                        if not record.get(field))


def malformed(bill):
    """Values that the standard does not allow."""
    if bill["spdxVersion"] != "SPDX-2.3" or bill["dataLicense"] != "CC0-1.0":
        yield "document: not SPDX-2.3 under CC0-1.0"
    if not re.fullmatch(TIME, bill["creationInfo"]["created"]):
        yield "creationInfo: created is no time"
    for creator in bill["creationInfo"]["creators"]:
        if not re.match("(Tool|Organization|Person): ", creator):
            yield f"creationInfo: creator {creator}"
    ids = [bill["SPDXID"]]
    ids += [record["SPDXID"] for record in bill["packages"] + bill["files"]]
    if len(ids) != len(set(ids)):
        yield "ids are not unique"
    yield from (f"id {name}" for name in ids
                if not re.fullmatch("SPDXRef-[A-Za-z0-9.-]+", name))
    for relation in bill["relationships"]:
        ends = relation["spdxElementId"], relation["relatedSpdxElement"]
        if relation["relationshipType"] not in RELATIONS or \
                not set(ends) <= set(ids):
            yield f"relationship {relation}"
    for file in bill["files"]:
        if "SHA1" not in [c["algorithm"] for c in file["checksums"]]:
            yield f"{file['fileName']}: no SHA1"
    defined = {info["licenseId"] for info in bill["hasExtractedLicensingInfos"]}
    for used in re.findall(r"LicenseRef-[A-Za-z0-9.-]+", json.dumps(bill)):
        if used not in defined:
            yield f"{used} is not defined"
    for package in bill["packages"]:
        linked = {"spdxElementId": "SPDXRef-Package-concord",
                  "relationshipType": "DEPENDS_ON",
                  "relatedSpdxElement": package["SPDXID"]}
        if linked in bill["relationships"] and \
                package["licenseDeclared"] == "NOASSERTION":
            yield (f"{package['name']}: no licence; say it in "
                   "tools/debian-packages.txt")


def output(*command):
    return subprocess.run(command, capture_output=True, text=True,
                          check=False).stdout


def source_of(package):
    """The source package of an installed one, or ""."""
    return output("dpkg-query", "-W", "-f=${source:Package}\n",
                  package).partition("\n")[0]


def unlisted(bill, program):
    """Libraries the program names that no package of the bill stands for."""
    linked = {relation["relatedSpdxElement"]
              for relation in bill["relationships"]
              if relation["relationshipType"] == "DEPENDS_ON"}
    listed = {source_of(package["name"]) for package in bill["packages"]
              if package["SPDXID"] in linked}
    named = re.findall(r"NEEDED.*\[(.*)\]", output("readelf", "-d", program))
    paths = dict(re.findall(r"(\S+) => (\S+)", output("ldd", program)))
    for library in named:
        if library not in paths:
            continue  # the loader itself
        path = pathlib.Path(paths[library]).resolve()
        owner = output("dpkg", "-S", f"*/{path.name}").split(":")[0]
        if source_of(owner) not in listed:
            yield (f"the program loads {library} of {owner}; mark its -dev "
                   "package `link LICENCE` in tools/debian-packages.txt")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.split("\n\n")[1])
    if not shutil.which("dpkg-query"):
        sys.exit(77)
    bill = json.loads(pathlib.Path(sys.argv[1]).read_text())
    wrong = list(missing(bill)) or list(malformed(bill))
    wrong += unlisted(bill, sys.argv[2])
    for line in wrong:
        print(f"bill of materials: {line}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
