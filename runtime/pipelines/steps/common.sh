# What the steps share. Sourced by each, called by nobody. CADRE is the binary, CADRE_PATH the packages (one a line, from
# the root of the repository, where a step runs), CADRE_REPORTS the folder of what the steps write.
set -eu
: "${CADRE:=cadre}" "${CADRE_PATH:=.}" "${CADRE_REPORTS:=cadre-reports}"

# However they were written: from here, and never like an option. What is elsewhere stays as it is.
here=$(pwd -P)
CADRE_PATH=$(printf '%s\n' "$CADRE_PATH" | while IFS= read -r path; do
  case $path in
    ?*/) path=${path%/} ;;
  esac
  case $path in
    "$PWD" | "$here") path=. ;;
    "$PWD"/*) path=${path#"$PWD"/} ;;
    "$here"/*) path=${path#"$here"/} ;;
  esac
  case $path in
    -*) path=./$path ;;
  esac
  printf '%s\n' "$path"
done)

# say error|warning|notice TEXT: a line of the log, which GitHub also shows at the run.
say() {
  if [ "${GITHUB_ACTIONS:-}" = true ]; then
    printf '::%s title=cadre::%s\n' "$1" "$(printf '%s' "$2" | sed 's/%/%25/g')"
  else
    printf '%s: %s\n' "$1" "$2"
  fi >&2
}

fail() {
  say error "$1"
  exit 2
}

# each COMMAND ARGUMENT…: calls it with each package behind, and gives the worst of the exit codes.
each() {
  worst=0
  while IFS= read -r path; do
    [ -n "$path" ] || continue
    code=0
    "$@" "$path" </dev/null || code=$?
    [ "$code" -le "$worst" ] || worst=$code
  done <<END
$CADRE_PATH
END
  return "$worst"
}

# shorten BYTES POINTER: standard input, cut at the end of a line where it is longer, with the pointer to the whole behind.
# No character takes less than a byte, so a limit in characters holds too.
shorten() {
  LC_ALL=C awk -v limit="$1" -v pointer="$2" '
    { size += length($0) + 1 }
    size > limit { print "\n**This is not all.** " pointer; exit }
    { print }'
}
