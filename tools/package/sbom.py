#!/usr/bin/env python3
"""Writes Concord's bill of materials, SPDX 2.3 in JSON, to standard output.

usage: sbom.py VERSION EPOCH

It is made from tools/debian-packages.txt, the one list of what Concord is made
with; versions are those installed where it is built. EPOCH, in seconds, is the
date of the release: the same packages give the same bytes.
"""

import datetime
import hashlib
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Data built into the library, with its licence.
DATA = [
    ("engine/grammar/english.model", "CC-BY-SA-4.0"),
    ("engine/lexicon/english.lexicon", "LicenseRef-WordNet"),
    ("engine/compare/same.trees", "Apache-2.0"),
    ("engine/compare/conflict.trees", "Apache-2.0"),
]

CONCORD = "SPDXRef-Package-concord"


def read_list():
    """Yields (package, kind, licence) of each line of the list."""
    for line in (ROOT / "tools/debian-packages.txt").read_text().splitlines():
        words = line.split("#")[0].split(maxsplit=2)
        if words:
            yield (words + ["build", "NOASSERTION"][len(words) - 1:])[:3]


def installed(package):
    """The version, architecture and home page that dpkg knows, or Nones."""
    try:
        found = subprocess.run(
            ["dpkg-query", "-W",
             "-f=${db:Status-Status}\t${Version}\t${Architecture}\t${Homepage}",
             package], capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        found = ""
    state, *rest = found.split("\t") if found else [""]
    return rest if state == "installed" else (None, None, None)


def spdx_id(*words):
    return "SPDXRef-" + "-".join(re.sub("[^A-Za-z0-9.]", "-", w) for w in words)


def dependency(name, licence):
    """The package record of a Debian package."""
    version, architecture, home = installed(name)
    record = {
        "SPDXID": spdx_id("Package", name.replace("+", "p")),
        "name": name,
        "supplier": "Organization: Debian",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": licence,
        "copyrightText": "NOASSERTION",
    }
    if home:
        record["homepage"] = home
    if version:
        record["versionInfo"] = version
        purl = f"pkg:deb/debian/{name}@{version}?arch={architecture}"
        record["externalRefs"] = [{
            "referenceCategory": "PACKAGE-MANAGER",
            "referenceType": "purl",
            "referenceLocator": purl.replace("+", "%2B"),
        }]
    return record


def data_file(path, licence):
    """The file record of data that is built in."""
    content = (ROOT / path).read_bytes()
    return {
        "SPDXID": spdx_id("File", pathlib.Path(path).name),
        "fileName": "./" + path,
        "checksums": [
            {"algorithm": name, "checksumValue": hashlib.new(name, content)
             .hexdigest()} for name in ("SHA1", "SHA256")],
        "licenseConcluded": licence,
        "licenseInfoInFiles": ["NOASSERTION"],
        "copyrightText": "NOASSERTION",
    }


def related(element, relation, other):
    return {"spdxElementId": element, "relationshipType": relation,
            "relatedSpdxElement": other}


def bill(version, epoch):
    files = [data_file(*data) for data in DATA]
    packages = [{
        "SPDXID": CONCORD,
        "name": "concord",
        "versionInfo": version,
        "primaryPackagePurpose": "APPLICATION",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "Apache-2.0 AND CC-BY-SA-4.0 AND LicenseRef-WordNet",
        "copyrightText": "NOASSERTION",
    }]
    relations = [related("SPDXRef-DOCUMENT", "DESCRIBES", CONCORD)]
    relations += [related(CONCORD, "CONTAINS", file["SPDXID"])
                  for file in files]
    for name, kind, licence in read_list():
        if kind == "check":
            continue
        packages.append(dependency(name, licence))
        this = packages[-1]["SPDXID"]
        relations.append(related(this, "BUILD_DEPENDENCY_OF", CONCORD)
                         if kind == "build"
                         else related(CONCORD, "DEPENDS_ON", this))
    created = datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc)
    wordnet = ROOT / "engine/lexicon/tables/LICENSE.wordnet"
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"concord-{version}",
        "creationInfo": {
            "created": created.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": ["Tool: concord-sbom", "Organization: Concord"],
        },
        "packages": packages,
        "files": files,
        "relationships": relations,
        "hasExtractedLicensingInfos": [{
            "licenseId": "LicenseRef-WordNet",
            "name": "WordNet Licence",
            "extractedText": wordnet.read_text(),
        }],
    }


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.split("\n\n")[1])
    document = bill(sys.argv[1], int(sys.argv[2]))
    content = json.dumps(document, sort_keys=True)
    digest = hashlib.sha256(content.encode()).hexdigest()
    # Unique to its content, as the standard asks.
    document["documentNamespace"] = f"https://concord.invalid/spdx/{digest}"
    print(json.dumps(document, indent=1, sort_keys=True))


if __name__ == "__main__":
    main()
