#!/bin/sh
# A merge driver for locks of translations (translations/LANGUAGE.lock): merges by keys, not by places, so that lines which
# happen to stand side by side are no conflict. OURS becomes the result.
#
# Where both sides recorded one text differently, none of the two may be right for what the sources become: the text is
# recorded with zeros, so that it is stale until somebody looks and calls `cadre translate accept`. What one side dropped and
# the other recorded anew stays: a line without a text says nothing.
#
# A file that is no lock of version 1 is left to git. docs/merging.md tells how to set it up.
# usage: merge_lock.sh BASE OURS THEIRS
set -eu
base=$1
ours=$2
theirs=$3

is_lock() {
  LC_ALL=C awk -v base="$2" '
    NR == 1 { if ($0 != "# cadre translation lock 1") { bad = 1; exit } next }
    /^#/ { next }
    !/^[0-9a-f][0-9a-f]* [^ ]/ || index($0, " ") != 17 { bad = 1; exit }
    # A bullet without a label is known by its translation, which may stand under several.
    seen[/ ~[^ ]*$/ ? $0 : substr($0, 18)]++ { bad = 1; exit }
    END { exit (bad || (NR == 0 && !base)) }' "$1"
}

# Both sides may have begun the lock: then the base is empty.
if ! { is_lock "$base" 1 && is_lock "$ours" 0 && is_lock "$theirs" 0; }; then
  exec git merge-file "$ours" "$base" "$theirs"
fi

merged=$(mktemp)
trap 'rm -f "$merged"' EXIT
grep '^#' "$ours" >"$merged"
LC_ALL=C awk '
  /^#/ { next }
  {
    key = / ~[^ ]*$/ ? $0 : substr($0, 18)
    line[side, key] = $0
    keys[key] = 1
  }
  END {
    for (key in keys) {
      o = line[1, key]; a = line[2, key]; b = line[3, key]
      if (a == b) one = a
      else if (a == o) one = b
      else if (b == o) one = a
      else if (a == "" || b == "") one = a b
      else {
        one = "0000000000000000 " key
        print "cadre: both sides recorded `" key "` anew: it is stale until `cadre translate accept`" > "/dev/stderr"
      }
      if (one != "") print one
    }
  }' side=1 "$base" side=2 "$ours" side=3 "$theirs" | LC_ALL=C sort -t ' ' -k 2 >>"$merged"
cat "$merged" >"$ours"
