#!/bin/sh
# A hook for git: checks the packages that a commit changes, as they are about to be committed, and that their sources are as
# `cadre fmt` writes them. What is not staged plays no part. Works alone, as .git/hooks/pre-commit, and with pre-commit.
# CADRE is the binary, CADRE_DENY=warnings lets warnings count as errors do.
# usage: pre_commit.sh
set -eu
root=$(git rev-parse --show-toplevel)
cd "$root"

if [ -z "${CADRE:-}" ]; then
  CADRE=cadre
  [ ! -x node_modules/.bin/cadre ] || CADRE=$root/node_modules/.bin/cadre
fi
if ! command -v "$CADRE" >/dev/null; then
  echo "pre-commit: there is no \`$CADRE\`: install cadre, or set CADRE to where it is" >&2
  exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Names end with a zero here and below, for they may hold all else.
git diff --cached --name-only --no-renames -z >"$work/changed"
tr '\0\n' '\n?' <"$work/changed" | grep -Eq '(\.cadre|(^|/)cadre\.toml|(^|/)translations/[^/]*\.lock)$' || exit 0

# The index, in a folder of its own: what the commit will hold.
mkdir "$work/staged"
git checkout-index --all --prefix="$work/staged/"
cd "$work/staged"

# The package of each file: the nearest folder above it with a manifest, else the file itself.
cat >"$work/packages.sh" <<'END'
print_package() {
  folder=$1
  while [ "$folder" != . ]; do
    case $folder in
      */*) folder=${folder%/*} ;;
      *) folder=. ;;
    esac
    if [ -f "./$folder/cadre.toml" ]; then
      print_name "$folder"
      return
    fi
  done
  case $1 in
    *.cadre) [ ! -f "./$1" ] || print_name "$1" ;;
  esac
}

print_name() {
  case $1 in
    -*) printf './%s\0' "$1" ;;
    *) printf '%s\0' "$1" ;;
  esac
}

for file; do
  case $file in
    *.cadre | cadre.toml | */cadre.toml | translations/*.lock | */translations/*.lock) print_package "$file" ;;
  esac
done
END
xargs -0 sh "$work/packages.sh" <"$work/changed" | LC_ALL=C sort -zu >"$work/packages"
[ -s "$work/packages" ] || exit 0

code=0
xargs -0 "$CADRE" fmt --check <"$work/packages" || code=1
set --
[ -z "${CADRE_DENY:-}" ] || set -- --deny "$CADRE_DENY"
xargs -0 "$CADRE" check "$@" <"$work/packages" || code=1
exit "$code"
