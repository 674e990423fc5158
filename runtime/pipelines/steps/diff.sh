#!/bin/sh
# Compares the packages with what they were where this branch left the one that it goes into. The report for people is
# CADRE_REPORTS/changes.md, which is there only if something has changed. Ends with 1 where a change is refused: by
# CADRE_FAIL_ON, by `[diff] fail-on`, or because the version announces less.
#
# The older side is CADRE_AGAINST, any revision; without it what GitHub or GitLab says of a pull or merge request.
# usage: diff.sh FORMAT
. "$(dirname "$0")/common.sh"

format=$1
report=$CADRE_REPORTS/changes.md

merge_base_with() {
  # Where commits are missing, git may find none, or another one than it would with all of them.
  if [ "$(git rev-parse --is-shallow-repository)" = true ]; then
    fail "this clone lacks the commits before it: ask for all of the history (\`fetch-depth: 0\` of actions/checkout, \`GIT_DEPTH: 0\` on GitLab)"
  fi
  git rev-parse --quiet --verify "$1^{commit}" >/dev/null || fail "there is no \`$1\` in this clone to compare with"
  git merge-base "$1" HEAD || fail "this branch and \`$1\` have no commit in common"
}

find_base() {
  if [ -n "${CADRE_AGAINST:-}" ]; then
    git rev-parse --quiet --verify "$CADRE_AGAINST^{commit}" ||
      fail "there is no revision \`$CADRE_AGAINST\` in this clone; a clone of a pipeline may lack tags and older commits (\`fetch-depth: 0\`, \`GIT_DEPTH: 0\`)"
  elif [ -n "${GITHUB_BASE_REF:-}" ]; then
    merge_base_with "refs/remotes/origin/$GITHUB_BASE_REF"
  elif [ -n "${CI_MERGE_REQUEST_DIFF_BASE_SHA:-}" ]; then
    git rev-parse --quiet --verify "$CI_MERGE_REQUEST_DIFF_BASE_SHA^{commit}" ||
      fail "the commit that the merge request starts from is not in this clone: set \`GIT_DEPTH: 0\`"
  fi
}

has_sources() {
  [ -n "$(git ls-tree -r --name-only "$1" -- "$2" 2>/dev/null | grep '\.cadre"*$')" ]
}

# A revision or a package can be compared with itself if and only if it compiles.
compiles() {
  "$CADRE" diff -q "$1" "$1" >/dev/null 2>&1
}

diff_package() {
  old=git:$base:./$1
  if ! has_sources "$base" "$1"; then
    printf '## `%s`\n\nNew: there was no package before.\n\n' "$1" >>"$report"
    return 0
  fi
  if ! compiles "$old"; then
    say warning "\`$1\` does not compile as it was in $short: there is nothing to compare it with"
    printf '## `%s`\n\nAs it was in `%s` it does not compile, so there is nothing to compare it with.\n\n' "$1" "$short" >>"$report"
    return 0
  fi
  answer=0
  set -- "$old" "$1" --format markdown --message-format "$format"
  [ -z "${CADRE_FAIL_ON:-}" ] || set -- "$@" --fail-on "$CADRE_FAIL_ON"
  "$CADRE" diff -q "$@" >>"$report" || answer=$?
  return "$answer"
}

mkdir -p "$CADRE_REPORTS"
rm -f "$report"
base=$(find_base)
if [ -z "$base" ]; then
  say notice "nothing is compared: this is no pull or merge request, and no revision was named"
  exit 0
fi
short=$(git rev-parse --short "$base")
: >"$report"
code=0
each diff_package || code=$?
if [ -s "$report" ]; then
  printf '\nCompared with %s.\n' "$short" >>"$report"
else
  rm "$report"
fi
exit "$code"
