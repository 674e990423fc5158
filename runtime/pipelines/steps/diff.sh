#!/bin/sh
# Compares the packages with what they were where this branch left the one that it goes into, wherever in the repository
# they lay then. The report for people is CADRE_REPORTS/changes.md, which is there only if there is something to tell; where
# all was compared and nothing has changed, CADRE_REPORTS/unchanged is there instead. Ends with 1 where a change is refused:
# by CADRE_FAIL_ON, by `[diff] fail-on`, or because the version announces less.
#
# The older side is CADRE_AGAINST, any revision; without it what GitHub or GitLab says of a pull or merge request.
# usage: diff.sh FORMAT
. "$(dirname "$0")/common.sh"
. "$(dirname "$0")/places.sh"

# Names of files are bytes, in no encoding for certain.
export LC_ALL=C

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

tell() {
  printf '## `%s`\n\n%s\n\n' "$1" "$2" >>"$report"
}

# worse CODE: keeps the worst in `result`.
worse() {
  [ "$1" -le "$result" ] || result=$1
}

# ---- Comparing

# compare OLD NEW, and of what has moved the place in the base.
compare() {
  moved=${3:-}
  name=$2
  answer=0
  set -- "$1" "$2" --format markdown --message-format "$format"
  [ -z "${CADRE_FAIL_ON:-}" ] || set -- "$@" --fail-on "$CADRE_FAIL_ON"
  "$CADRE" diff -q "$@" >"$work/changes" </dev/null || answer=$?
  if [ -z "$moved" ]; then
    cat "$work/changes" >>"$report"
  elif [ -s "$work/changes" ]; then
    cat "$work/changes" >>"$report"
    printf '\nMoved from `%s` to `%s`.\n\n' "$moved" "$name" >>"$report"
  elif [ "$answer" -eq 0 ]; then
    tell "$name" "Moved from \`$moved\`; nothing else has changed."
  fi
  return "$answer"
}

# cannot_read SIDE PACKAGE: tells that the package cannot be compared, for that side cannot be read.
cannot_read() {
  tell_why "$1"
  tell "$2" "It cannot be compared with what it was; the log of this run says why."
}

diff_package() {
  answer=0
  frameworks "$1" >"$work/now" || answer=$?
  [ "$answer" -eq 0 ] || : >"$work/unread"
  if [ "$answer" -eq 1 ]; then
    # What is wrong is told by the step that checks.
    say error "\`$1\` does not compile: it cannot be compared with what it was"
    tell "$1" "As it is now it does not compile, so it cannot be compared with what it was."
    return 1
  elif [ "$answer" -ne 0 ]; then
    cannot_read "$1" "$1"
    return "$answer"
  fi
  cat "$work/now" >>"$work/here"
  if ! has_sources "$base" "$1"; then
    diff_elsewhere "$1" || return $?
    return 0
  fi
  old=git:$base:./$1
  answer=0
  frameworks_before "$1" >"$work/before" || answer=$?
  if [ "$answer" -eq 2 ]; then
    cannot_read "$old" "$1"
    return 2
  elif [ "$answer" -eq 1 ]; then
    say warning "\`$1\` does not compile as it was in $short: there is nothing to compare it with"
    tell "$1" "As it was in \`$short\` it does not compile, so there is nothing to compare it with."
    return 0
  fi
  # Another framework stands in its place now, and it is one that stood elsewhere.
  if ! grep -Fqx -f "$work/before" "$work/now"; then
    from=$(place_of_now)
    if [ -n "$from" ]; then
      printf '%s\n' "${1#./}" >>"$work/left"
      compare "git:$base:./$from" "$1" "$from" || return $?
      return 0
    fi
  fi
  cat "$work/before" >>"$work/here"
  result=0
  compare "$old" "$1" || worse $?
  # What has joined a workspace may have stood elsewhere.
  if grep -Fvx -f "$work/before" "$work/now" >"$work/all"; then diff_members "$name"; fi
  return "$result"
}

# For a package that the base does not have there.
diff_elsewhere() {
  from=$(place_of_now)
  if [ -n "$from" ]; then
    compare "git:$base:./$from" "$1" "$from"
    return
  fi
  # The members of a workspace may come from several places.
  result=0
  cp "$work/now" "$work/all"
  cp "$work/now" "$work/whole"
  diff_members "$1"
  from=$(unreadable_place_of "$work/all")
  if [ -n "$from" ]; then
    # It may be new there, or have moved.
    cannot_read "git:$base:./$from" "$1"
    worse 2
  elif cmp -s "$work/whole" "$work/all"; then
    tell "$1" "New: there was no package before."
  elif [ -s "$work/all" ]; then
    tell "$1" "New: $(sed 's/.*/`&`/' "$work/all" | paste -sd ' ' -)."
  fi
  return "$result"
}

# Of the frameworks of "$work/all", compares the members of that workspace which the base has elsewhere, and takes them out.
diff_members() {
  workspace=$1
  [ -d "$workspace" ] || return 0
  (cd "$workspace" && find . -mindepth 2 -name cadre.toml) | sed 's|^\./||; s|/cadre\.toml$||' | sort >"$work/members"
  while IFS= read -r member; do
    frameworks "$workspace/$member" >"$work/now" || continue
    grep -Fqx -f "$work/all" "$work/now" || continue
    from=$(place_of_now)
    [ -n "$from" ] || continue
    grep -Fvx -f "$work/now" "$work/all" >"$work/rest" || true
    mv "$work/rest" "$work/all"
    compare "git:$base:./$from" "$workspace/$member" "$from" || worse $?
  done <"$work/members"
}

# ---- What the base has, and nobody now

diff_gone() {
  # It may be in what could not be read; then this run fails as it is.
  [ ! -e "$work/unread" ] || return 0
  while IFS= read -r place; do
    if [ -e "$place/cadre.toml" ]; then continue; fi
    if [ -e "$place" ] && ! git cat-file -e "$base:./$place/cadre.toml" 2>/dev/null; then continue; fi
    printf '%s\n' "$place" >>"$work/left"
  done <"$work/places"
  [ -s "$work/left" ] || return 0
  index_base
  result=0
  grep -Fx -f "$work/left" "$work/unreadable" >"$work/unknown" || true
  while IFS= read -r place; do
    cannot_read "git:$base:./$place" "$place"
    worse 2
  done <"$work/unknown"
  grep -Fx -f "$work/left" "$work/broken" >"$work/unknown" || true
  while IFS= read -r place; do
    git cat-file -e "$base:./$place/cadre.toml" 2>/dev/null || continue
    say warning "\`$place\` is gone, and does not compile as it was in $short: what it held is not known"
    tell "$place" "Gone. As it was in \`$short\` it does not compile, so what it held is not known."
  done <"$work/unknown"
  # A member before the workspace that it is of.
  awk -F '\t' 'NR == FNR { left[$0]; next } $3 in left' "$work/left" "$work/index" | sort -t "$(printf '\t')" -k 2,2n -k 3 >"$work/gone"
  while IFS="$(printf '\t')" read -r id count place; do
    if grep -Fqx -e "$id" "$work/here"; then continue; fi
    printf '%s\n' "$id" >>"$work/here"
    printf '%s\n' "$id" >"$work/now"
    to=$(place_now "$id") || { worse 2; continue; }
    if [ -n "$to" ]; then
      compare "git:$base:./$place" "$to" "$place" || worse $?
    elif [ "$count" -eq 1 ]; then
      compare "git:$base:./$place" "$work/empty" || worse $?
    else
      tell "$place" "The framework \`$id\` is gone."
      if [ -n "${CADRE_FAIL_ON:-}" ]; then
        say error "the framework \`$id\` is gone"
        worse 1
      fi
    fi
  done <"$work/gone"
  return "$result"
}

mkdir -p "$CADRE_REPORTS"
rm -f "$report" "$CADRE_REPORTS/unchanged"
base=$(find_base)
if [ -z "$base" ]; then
  say notice "nothing is compared: this is no pull or merge request, and no revision was named"
  exit 0
fi
short=$(git rev-parse --short "$base")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What a package that is gone is compared with.
mkdir "$work/empty"
printf '[workspace]\nmembers = []\n' >"$work/empty/cadre.toml"
: >"$work/here"
: >"$work/left"
list_places
: >"$report"
code=0
each diff_package || code=$?
gone=0
diff_gone || gone=$?
[ "$gone" -le "$code" ] || code=$gone
if [ -s "$report" ]; then
  printf '\nCompared with %s.\n' "$short" >>"$report"
else
  rm "$report"
  [ "$code" -ge 2 ] || : >"$CADRE_REPORTS/unchanged"
fi
exit "$code"
