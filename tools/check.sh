#!/usr/bin/env bash
# Everything that must hold before a change goes in: installs what is missing,
# builds, and passes the tests.
#
# usage: tools/check.sh [--long]
#
#   (push tier)  layers; format and proto lint where their tools are installed;
#                all tests, as released and under ASan+UBSan; what is
#                installed and packed, as others use it
#   --long       also the thread sanitizer, longer fuzz and property runs
#                (CONCORD_LONG=1), packages built twice for the same bytes,
#                the report's page in a headless Chromium where one is
#                installed, and the scorers, where the evaluation data stands
#                in $CONCORD_EVAL (default ../shared)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

long=false
case "${1:-}" in
  "") ;;
  --long) long=true; export CONCORD_LONG=1 ;;
  *) sed -n '5,14s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac

jobs=$(nproc)

# step NAME COMMAND...: runs it under a heading and says how long it took.
step() {
  local name=$1 begin=$SECONDS
  shift
  echo "== $name"
  "$@"
  echo "== $name: $((SECONDS - begin)) s"
}

check_format() {
  local tool
  tool=$(command -v clang-format-14 || command -v clang-format || true)
  if [[ -z $tool || $("$tool" --version) != *" 14."* ]]; then
    echo "skipped: clang-format 14 is not installed"
    return
  fi
  find engine tools tests bench '(' -name '*.cc' -o -name '*.h' ')' -print0 |
    xargs -0 "$tool" --dry-run --Werror
}

lint_protos() {
  if ! command -v npm >/dev/null; then
    echo "skipped: npm is not installed"
    return
  fi
  if ! npm ci --prefix tools/dev --loglevel=error; then
    echo "skipped: npm could not install buf"
    return
  fi
  npm run --prefix tools/dev --silent lint
}

# run_tests PRESET BUILD_DIR: the tests of one build, and the cases by name.
run_tests() {
  local results=$PWD/$2/test-results
  rm -rf "$results"
  GTEST_OUTPUT=xml:$results/ ctest --preset "$1" --parallel "$jobs"
  tools/list_cases.py "$results"
}

# run_sanitized PRESET BUILD_DIR
run_sanitized() {
  if [ ! -r /proc/self/maps ]; then
    echo "skipped: sanitizers need /proc (mount -t proc proc /proc)"
    return
  fi
  tools/build.sh "$1"
  run_tests "$1" "$2"
}

score() {
  local eval=${CONCORD_EVAL:-../shared} engine=build/tools/concord
  if [ ! -d "$eval/eval" ]; then
    echo "skipped: no evaluation data in $eval"
    return
  fi
  local data=$eval/data
  python3 "$eval/eval/score_reconcile.py" --engine "$engine" --pooled \
    "$data"/stories/*/
  python3 "$eval/eval/score_pairs.py" --engine "$engine" "$data"/pairs/dev/*.tsv
  python3 "$eval/eval/score_claims.py" --engine "$engine" \
    --propositions "$data/claims/propositions.dev.jsonl" \
    --facts "$data/claims/facts_pyrxsum.dev.jsonl" \
    --attribution "$data/attribution/polnear.dev.jsonl"
  python3 "$eval/eval/score_intake.py" --engine "$engine" \
    --html "$data/html/index.dev.jsonl" --pages "$data/html/pages" \
    --rules "$data"/sentences/*golden*.jsonl \
    --sentences "$data"/sentences/ud_*.dev.jsonl
  python3 "$eval/eval/score_grouping.py" --engine "$engine" \
    "$data/grouping/nanco.dev.jsonl"
}

# Not in the push tier: the browser is 80 MB to fetch and 300 MB to keep, for a
# page whose markup and escaping the tests hold to account without one.
check_page() {
  if ! command -v chromium >/dev/null; then
    echo "skipped: chromium is not installed (apt-get install chromium)"
    return
  fi
  tools/check_page.py
}

step "setup" tools/setup.sh --check
step "layers" tools/check_layers.py
step "format" check_format
step "proto lint" lint_protos
export CONCORD_CMAKE_ARGS=-DCONCORD_WERROR=ON
step "release build" tools/build.sh release
step "release tests" run_tests release build
step "packages" tools/package/check.sh
step "asan-ubsan" run_sanitized asan-ubsan build-asan
if $long; then
  step "reproducible" tools/reproducible.sh
  step "tsan" run_sanitized tsan build-tsan
  step "page" check_page
  step "scores" score
fi
echo "== all passed in $SECONDS s"
