#!/usr/bin/env bash
# Installs what tools/debian-packages.txt lists and this machine lacks.
#
# usage: tools/setup.sh [--check]
#
#   --check   also what only tests and packages need
#
# Needs root or sudo only where something is missing. Says nothing where there
# is nothing to do. On a system without apt it names what is needed and leaves
# the rest to CMake, which looks for the libraries themselves.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case "${1:-}" in
  "") kinds='$2 != "check"' ;;
  --check) kinds=1 ;;
  *) sed -n '4,6s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
# No <(...): it needs /proc, which a chroot may lack.
read -ra wanted <<<"$(awk "!/^#/ && NF && $kinds { printf \"%s \", \$1 }" \
  tools/debian-packages.txt)"

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  echo "setup: no apt here; Concord needs what Debian 12 calls: ${wanted[*]}" >&2
  exit 0
fi

missing=()
for package in "${wanted[@]}"; do
  state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "setup: as root, type: apt-get install -y ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

# Runs apt-get, silent unless it fails.
apt() {
  local log
  log=$(mktemp)
  if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get -y -q "$@" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    echo "setup: apt-get $1 failed; its words are above" >&2
    exit 1
  fi
  rm -f "$log"
}

echo "setup: installing ${missing[*]}" >&2
apt update
apt install --no-install-recommends "${missing[@]}"
