#!/usr/bin/env bash
# From a fresh Debian 12 machine to a first result: installs what is missing,
# builds Concord into build/, and reconciles the sample drop. The account is
# printed; the record stream stays in build/RUN.pbs, the page for people in
# build/report.html.
#
# usage: tools/demo.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools/setup.sh
tools/build.sh release concord

# Exit code 1 says that something in the drop was quarantined: no failure.
build/tools/concord reconcile tests/data/sample -o build/RUN.pbs \
  --report build/report.html || [ $? -eq 1 ]
build/tools/concord verify build/RUN.pbs
build/tools/concord report build/RUN.pbs --format=text
echo
echo "The same as a web page: $PWD/build/report.html"
