#!/usr/bin/env bash
# Configures and builds one preset of CMakePresets.json.
#
# usage: tools/build.sh PRESET [TARGET...]
#
# Uses ccache where it is installed. CONCORD_CMAKE_ARGS holds further arguments
# for the configuration, parted by spaces.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=${1:?"usage: tools/build.sh PRESET [TARGET...]"}
shift

read -ra arguments <<<"${CONCORD_CMAKE_ARGS:-}"
if command -v ccache >/dev/null; then
  arguments+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
cmake --preset "$preset" "${arguments[@]}" --log-level=NOTICE
cmake --build --preset "$preset" --parallel "$(nproc)" \
  ${1:+--target "$@"}
