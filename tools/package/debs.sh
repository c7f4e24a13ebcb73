#!/usr/bin/env bash
# Makes the Debian packages of a build, in BUILD/packages, and names them.
#
# usage: tools/package/debs.sh [BUILD]        by default: build
#
# All times in them are the date of the release, from the changelog.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=${1:-build}

released=$(sed -n 's/^ -- .*>  //p' tools/package/changelog | head -n 1)
SOURCE_DATE_EPOCH=$(date -u -d "$released" +%s)
export SOURCE_DATE_EPOCH
umask 022
rm -rf "$build/packages"
if ! log=$(cd "$build" && cpack 2>&1); then
  echo "$log" >&2
  exit 1
fi
ls "$build"/packages/*.deb
