# Where which framework stands, now and in the base: what diff.sh asks of the repository and of cadre. Sourced by it, called
# by nobody. `base` is the commit to compare with, `work` a folder of its own.

# ---- What cadre says of a place

# frameworks SIDE: the ids of the frameworks there. Ends as cadre does: with 1 where it does not compile, with 2 where it cannot
# be read or its manifest is wrong, with 3 where cadre is at fault; what was found is in "$work/said", as JSON.
frameworks() {
  "$CADRE" diff -q "$1" "$1" --format json --message-format json >"$work/self.json" 2>"$work/said" </dev/null || return $?
  sed -n '/^      "after": {$/{n;s/^        "id": "\(.*\)",$/\1/p;}' "$work/self.json"
}

# frameworks_before PLACE: those of the base. Ends with 1 where the commit is at fault, which does not compile or has a wrong
# manifest, so that a change may mend it. Ends with 2 where this clone, or git, or cadre keeps from reading it: then nothing
# is known of it.
frameworks_before() {
  answer=0
  frameworks "git:$base:./$1" || answer=$?
  case $answer in
    0 | 1) return "$answer" ;;
    2) if grep -Eq '^\{"severity":"error","code":"(E0921)?"' "$work/said"; then return 2; else return 1; fi ;;
    *) return 2 ;;
  esac
}

# tell_why SIDE: puts into the log what keeps from reading it.
tell_why() {
  "$CADRE" diff -q "$1" "$1" --format json --message-format "$format" >"$work/self.json" </dev/null || true
}

# ---- Places

has_sources() {
  [ -n "$(git ls-tree -r --name-only "$1" -- "$2" 2>/dev/null | grep '\.cadre"*$')" ]
}

# Whether a manifest, on standard input, is of a workspace alone: it stands for its members, and for nothing else below it.
is_workspace_alone() {
  awk '
    /^[ \t]*\[/ { below = 1 }
    /^[ \t]*\[[ \t]*workspace[ \t]*[].]/ || (!below && /^[ \t]*workspace[ \t]*[.=]/) { workspace = 1 }
    /^[ \t]*\[[ \t]*package[ \t]*[].]/ || (!below && /^[ \t]*package[ \t]*[.=]/) { package = 1 }
    END { exit !(workspace && !package) }'
}

# The places that may be a package, of the manifests and of the sources with a framework that two files list: folders with a
# manifest, and where none above is of a package, folders and files with a framework. `$3 MANIFEST` prints one.
places_of() {
  {
    while IFS= read -r manifest; do
      if "$3" "$manifest" | is_workspace_alone; then kind=workspace; else kind=package; fi
      printf '%s %s\n' "$kind" "$(dirname -- "./$manifest" | sed 's|^\./||')"
    done <"$1"
    sed 's/^/source /' "$2"
  } | awk '
    { name = substr($0, index($0, " ") + 1) }
    $1 != "source" { if ($1 == "package") packages[name]; print name; next }
    {
      folder = name
      while (folder != ".") {
        if (!sub("/[^/]*$", "", folder)) folder = "."
        if (folder in packages) next
      }
      print name
      if (!sub("/[^/]*$", "", name)) name = "."
      print name
    }' | sort -u
}

# grep_frameworks [COMMIT]: the sources with a framework, there or now. What git cannot read is no answer.
grep_frameworks() {
  searched=0
  set -- -e '^[[:space:]]*framework[[:space:]]' "${1:---untracked}"
  [ "$3" != --untracked ] || set -- "$3" "$1" "$2"
  git -c core.quotePath=false grep -lE "$@" -- '*.cadre' || searched=$?
  [ "$searched" -le 1 ] || fail "git cannot read all sources of $short: this clone does not hold them, and git could not fetch them"
}

print_before() {
  git cat-file blob "$base:./$1"
}

print_now() {
  cat <"./$1"
}

# Places of the base, into "$work/places".
list_places() {
  git -c core.quotePath=false ls-tree -r --name-only "$base" >"$work/files" || fail "git cannot list what $short holds"
  sed -n '\|^cadre\.toml$|p; \|/cadre\.toml$|p' "$work/files" >"$work/manifests"
  grep_frameworks "$base" >"$work/found"
  sed 's|^[^:]*:||' "$work/found" >"$work/sources"
  places_of "$work/manifests" "$work/sources" print_before >"$work/places"
}

# Places that are new and no line of CADRE_PATH, into "$work/new": what is not watched any more may lie there.
list_new_places() {
  [ ! -f "$work/new" ] || return 0
  git -c core.quotePath=false ls-files --cached --others --exclude-standard -- cadre.toml '*/cadre.toml' |
    while IFS= read -r name; do [ ! -f "./$name" ] || printf '%s\n' "$name"; done >"$work/manifests"
  grep_frameworks --untracked >"$work/sources"
  places_of "$work/manifests" "$work/sources" print_now | while IFS= read -r place; do
    if [ -f "$place/cadre.toml" ]; then old=$place/cadre.toml; else old=$place; fi
    git cat-file -e "$base:./$old" 2>/dev/null || printf '%s\n' "$place"
  done >"$work/new"
}

# ---- Which framework is where

# Fills "$work/index", once: a line for each framework of the base, with its id, how many stand in that place, and the place.
# "$work/broken" has the places that do not compile, "$work/unreadable" those that could not be read.
index_base() {
  [ ! -f "$work/index" ] || return 0
  : >"$work/index"
  : >"$work/broken"
  : >"$work/unreadable"
  while IFS= read -r place; do
    answer=0
    frameworks_before "$place" >"$work/ids" || answer=$?
    case $answer in
      0) PLACE=$place awk -v count="$(grep -c . "$work/ids")" '{ print $0 "\t" count "\t" ENVIRON["PLACE"] }' "$work/ids" >>"$work/index" ;;
      1) printf '%s\n' "$place" >>"$work/broken" ;;
      *) printf '%s\n' "$place" >>"$work/unreadable" ;;
    esac
  done <"$work/places"
}

# The smallest place of the base that has all the frameworks of "$work/now"; none where there is no such place.
place_of_now() {
  index_base
  awk -F '\t' '
    NR == FNR { if (!($0 in wanted)) { wanted[$0]; all++ } next }
    $1 in wanted { has[$3]++; size[$3] = $2 }
    END {
      for (place in has)
        if (has[place] == all && (best == "" || size[place] < size[best] || (size[place] == size[best] && place < best))) best = place
      print best
    }' "$work/now" "$work/index"
}

# unreadable_place_of FILE: a place of the base that could not be read, and whose sources name a framework of FILE.
unreadable_place_of() {
  index_base
  while IFS= read -r place; do
    while IFS= read -r id; do
      pattern=$(printf '%s' "$id" | sed 's/\./\\./g')
      if git grep -qE "^[[:space:]]*framework[[:space:]]+$pattern([^[:alnum:]_.-]|\$)" "$base" -- "./$place"; then
        printf '%s\n' "$place"
        return
      fi
    done <"$1"
  done <"$work/unreadable"
}

# place_now ID: a new place that has this framework and no other.
place_now() {
  list_new_places
  while IFS= read -r place; do
    case $place in
      -*) place=./$place ;;
    esac
    if frameworks "$place" >"$work/ids" && [ "$(cat "$work/ids")" = "$1" ]; then
      printf '%s\n' "$place"
      return
    fi
  done <"$work/new"
}
