#!/usr/bin/env bash
# Tries what Concord installs, as others will use it: a project that finds the
# library with CMake and with pkg-config, the Debian packages, and the Python
# reader.
#
# usage: tools/package/check.sh [BUILD]       by default: build, which is built
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
root=$PWD
build=$(realpath "${1:-build}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sample=$root/tests/data/sample

# fail WORDS...: ends the check.
fail() {
  echo "package check: $*" >&2
  exit 1
}

# The installed program does what the built one does, with the installed lexicon
# too.
check_program() {
  local concord=$work/prefix/bin/concord
  "$concord" reconcile "$sample" -o "$work/run.pbs"
  "$build/tools/concord" reconcile "$sample" | cmp - "$work/run.pbs"
  CONCORD_LEXICON=$work/prefix/share/concord/english.lexicon \
    "$concord" reconcile "$sample" | cmp - "$work/run.pbs"
  protoc --proto_path="$work/prefix/share/concord/proto" \
    --proto_path=/usr/include --decode=concord.v1.RecordStream \
    concord/v1/record.proto </dev/null
  for file in man/man1/concord.1.gz bash-completion/completions/concord \
      zsh/vendor-completions/_concord fish/vendor_completions.d/concord.fish \
      concord/licences/LICENSE.model concord/concord.spdx.json; do
    [ -s "$work/prefix/share/$file" ] || fail "share/$file is not installed"
  done
}

check_consumer() {
  local prefix=$work/prefix log=$work/consumer.log said wanted
  "$build/tools/concord" reconcile "$sample" --format=jsonl >"$work/run.jsonl"
  wanted="$(grep -c '^{"article"' "$work/run.jsonl") articles, "
  wanted+="$(grep -c '^{"agreement"' "$work/run.jsonl") agreements"
  cmake -S tests/consumer -B "$work/consumer" -DCMAKE_PREFIX_PATH="$prefix" \
    >"$log" || { cat "$log"; fail "find_package fails"; }
  cmake --build "$work/consumer" >"$log" || { cat "$log"; exit 1; }
  said=$("$work/consumer/consumer" "$sample")
  [ "$said" = "$wanted" ] || fail "by CMake: $said; wanted: $wanted"

  local -x PKG_CONFIG_PATH=$prefix/lib/pkgconfig
  local flags
  read -ra flags <<<"$(pkg-config --cflags --libs concord)"
  g++ tests/consumer/main.cc "${flags[@]}" -o "$work/by_pkg_config"
  said=$("$work/by_pkg_config" "$sample")
  [ "$said" = "$wanted" ] || fail "by pkg-config: $said; wanted: $wanted"
  [ -f "$(pkg-config --variable=protodir concord)/concord/v1/record.proto" ] ||
    fail "pkg-config names no protos"

  # No header includes one that is not installed.
  (cd "$prefix/include/concord" && find engine -name '*.h' |
    sed 's/.*/#include "&"/') >"$work/headers.cc"
  read -ra flags <<<"$(pkg-config --cflags concord)"
  g++ "${flags[@]}" -fsyntax-only "$work/headers.cc"
}

# Installs, runs and removes the packages in a root of their own, in which dpkg
# knows all that this machine has: an unmet dependency is an error.
check_debs() {
  local debs log=$work/debs.log
  mapfile -t debs <<<"$(tools/package/debs.sh "$build")"
  [ ${#debs[@]} -eq 2 ] || fail "wanted two packages, got: ${debs[*]}"
  local place=$work/root dpkg=(dpkg --force-not-root --no-triggers)
  dpkg+=(--force-script-chrootless --force-bad-path --root="$work/root")
  [ "$(id -u)" -eq 0 ] || dpkg=(fakeroot "${dpkg[@]}")
  mkdir -p "$place"/var/lib/dpkg/{updates,triggers}
  cp -r /var/lib/dpkg/{status,info} "$place/var/lib/dpkg/"
  "${dpkg[@]}" --install "${debs[@]}" >"$log" 2>&1 ||
    { cat "$log"; fail "the packages cannot be installed"; }
  "$place/usr/bin/concord" reconcile "$sample" | cmp - "$work/run.pbs"
  "${dpkg[@]}" --purge concord libconcord-dev >"$log" 2>&1 ||
    { cat "$log"; fail "the packages cannot be removed"; }
  local left
  left=$(find "$place" -path "$place/var/lib/dpkg" -prune -o ! -type d -print)
  [ -z "$left" ] || fail "removing the packages left $left"
  if command -v lintian >/dev/null; then
    lintian --allow-root --fail-on error,warning \
      --suppress-tags-from-file tools/package/lintian.txt "${debs[@]}"
  else
    echo "skipped: lintian is not installed"
  fi
}

# Builds the Python reader as pip does, from a copy: it leaves folders behind.
check_python() {
  local version
  version=$("$build/tools/concord" --version)
  grep -q "^version = \"$version\"" tools/python/pyproject.toml ||
    fail "tools/python/pyproject.toml is not of version $version"
  local python
  for python in python3 /usr/bin/python3 ""; do
    [ -n "$python" ] || { echo "skipped: no python3-protobuf"; return; }
    "$python" -c 'import google.protobuf, pandas, pip, xxhash' 2>/dev/null &&
      break
  done
  mkdir -p "$work/source/tools"
  cp -r proto "$work/source/"
  cp -r tools/python "$work/source/tools/"
  "$python" -m pip install --quiet --no-index --no-deps --no-build-isolation \
    --root-user-action=ignore --target "$work/site" \
    "$work/source/tools/python"
  PYTHONPATH=$work/site "$python" tests/python/reader_test.py \
    "$build/tools/concord"
}

# together CHECK...: all at once; what they say comes in this order.
together() {
  local check pids=() failed=false
  for check in "$@"; do
    ("$check") >"$work/$check.out" 2>&1 &
    pids+=($!)
  done
  for check in "$@"; do
    wait "${pids[0]}" || failed=true
    pids=("${pids[@]:1}")
    cat "$work/$check.out"
  done
  ! $failed
}

for tool in dpkg-shlibdeps file; do
  if ! command -v "$tool" >/dev/null; then
    echo "skipped: $tool is not installed (tools/setup.sh --check)"
    exit 0
  fi
done
cmake --install "$build" --prefix "$work/prefix" >"$work/log"
check_program
together check_consumer check_python check_debs
echo "packages hold: $(cd "$build/packages" && echo *.deb)"
