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

changed=$(git -c core.quotePath=false diff --cached --name-only --no-renames |
  grep -E '(\.cadre|(^|/)cadre\.toml|(^|/)translations/[^/]*\.lock)"?$' || true)
[ -n "$changed" ] || exit 0

# The index, in a folder of its own: what the commit will hold.
staged=$(mktemp -d)
trap 'rm -rf "$staged"' EXIT
git checkout-index --all --prefix="$staged/"
cd "$staged"

# The package of a file: the nearest folder above it with a manifest, else the file itself.
package_of() {
  folder=$1
  while [ "$folder" != . ]; do
    folder=$(dirname "$folder")
    if [ -f "$folder/cadre.toml" ]; then
      printf '%s\n' "$folder"
      return
    fi
  done
  case $1 in
    *.cadre) [ ! -f "$1" ] || printf '%s\n' "$1" ;;
  esac
}

packages=$(printf '%s\n' "$changed" | while IFS= read -r file; do
  case $file in
    # git writes a name with control characters in quotes: rather too much is checked than too little.
    \"*) echo . ;;
    *) package_of "$file" ;;
  esac
done | LC_ALL=C sort -u)
[ -n "$packages" ] || exit 0

set --
while IFS= read -r package; do
  set -- "$@" "$package"
done <<END
$packages
END
code=0
"$CADRE" fmt --check "$@" || code=$?
[ -z "${CADRE_DENY:-}" ] || set -- --deny "$CADRE_DENY" "$@"
"$CADRE" check "$@" || code=$?
exit "$code"
