#!/usr/bin/env bash
# Proves that two builds give the same bytes: of the program and of the Debian
# packages. The second stands in a folder of another depth and is made in another
# time zone and language, with another umask, and without a compiler cache.
#
# usage: tools/reproducible.sh
#
# Builds twice what is committed, in a folder below $TMPDIR (/tmp).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
commit=$(git rev-parse HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export CONCORD_CMAKE_ARGS=${CONCORD_CMAKE_ARGS:-}

# build_in FOLDER: the packages and the program of a copy of the sources.
build_in() {
  mkdir -p "$1"
  git archive "$commit" | tar -x -C "$1"
  (
    cd "$1"
    CONCORD_CMAKE_ARGS+=" -DCONCORD_BUILD_TESTS=OFF -DCONCORD_BUILD_BENCH=OFF"
    tools/build.sh release concord concord_library concord_documents \
      >build.log 2>&1 || { tail -n 30 build.log; exit 1; }
    tools/package/debs.sh build >/dev/null
  )
}

build_in "$work/first"
(
  umask 077
  export CCACHE_DISABLE=1 TZ=Pacific/Kiritimati LC_ALL=C.UTF-8
  build_in "$work/the/second/one"
)

same=true
cd "$work/first/build"
for file in tools/concord packages/*.deb; do
  if cmp "$file" "$work/the/second/one/build/$file"; then
    echo "same bytes: $file $(sha256sum <"$file" | cut -c 1-16)"
  else
    same=false
  fi
done
$same
