#!/bin/sh
# A hook for git: checks the packages that a commit changes, as they are about to be committed, and that their sources are as
# `cadre fmt` writes them. What is not staged plays no part; submodules, and what lies outside of the repository, are as they
# are now. Works alone, as .git/hooks/pre-commit, and with pre-commit.
# CADRE is the binary, CADRE_DENY=warnings lets warnings count as errors do.
# usage: pre_commit.sh
set -eu
# Names of files are bytes, in no encoding for certain.
export LC_ALL=C
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

# The index, in a folder of its own: what the commit will hold. It lies there as deep as the work tree does here, so that what
# is outside of the repository can have its place too.
stage=$work/stage
mkdir -p "$stage$root"
git checkout-index --all --prefix="$stage$root/"

# A submodule is as the work tree has it: the index has no more of it than its name.
git ls-files --stage -z | tr '\0\n' '\n?' | sed -n 's/^160000 [^\t]*\t//p' | while IFS= read -r module; do
  [ -d "./$module" ] || continue
  mkdir -p "$(dirname -- "$stage$root/$module")"
  rmdir "$stage$root/$module" 2>/dev/null || true
  [ -e "$stage$root/$module" ] || ln -s "$root/$module" "$stage$root/$module"
done
cd "$stage$root"

# Where manifests and links lead out of the repository, absolute.
{
  find . -name cadre.toml -type f -exec awk -v q="'" '
    match($0, "path[ \t]*=[ \t]*[\"" q "][^\"" q "]*") {
      path = substr($0, RSTART, RLENGTH)
      sub("^[^\"" q "]*.", "", path)
      print FILENAME "\t" path
    }' {} +
  find . -type l -exec sh -c 'for link; do printf "%s\t%s\n" "$link" "$(readlink "$link")"; done' sh {} +
} | ROOT=$root awk -F '\t' '
  $2 !~ /^\// {
    sub("[^/]*$", "", $1)
    count = split(ENVIRON["ROOT"] "/" $1 $2, names, "/")
    depth = 0
    for (i = 1; i <= count; i++) {
      if (names[i] == "..") { if (depth > 0) depth-- }
      else if (names[i] != "" && names[i] != ".") kept[++depth] = names[i]
    }
    path = ""
    for (i = 1; i <= depth; i++) path = path "/" kept[i]
    if (index(path "/", ENVIRON["ROOT"] "/") != 1) print path
  }' | sort -u >"$work/outside"

# Its place is a link to it, in the first folder that is not on the way to the repository.
while IFS= read -r path; do
  [ -e "$path" ] || continue
  at=
  rest=${path#/}
  while [ -n "$rest" ]; do
    at=$at/${rest%%/*}
    case $rest in
      */*) rest=${rest#*/} ;;
      *) rest= ;;
    esac
    [ ! -L "$stage$at" ] || break
    if [ ! -e "$stage$at" ]; then
      ln -s "$at" "$stage$at"
      break
    fi
  done
done <"$work/outside"

# The package of each file: the nearest folder above it with a manifest. Below one of a workspace alone, and where there is
# none, the nearest folder that holds one framework; else the file itself.
cat >"$work/packages.sh" <<'END'
# Whether a manifest, on standard input, is of a workspace alone: it stands for its members, and for nothing else below it.
is_workspace_alone() {
  awk '
    /^[ \t]*\[/ { below = 1 }
    /^[ \t]*\[[ \t]*workspace[ \t]*[].]/ || (!below && /^[ \t]*workspace[ \t]*[.=]/) { workspace = 1 }
    /^[ \t]*\[[ \t]*package[ \t]*[].]/ || (!below && /^[ \t]*package[ \t]*[.=]/) { package = 1 }
    END { exit !(workspace && !package) }'
}

# Goes to the folder above.
go_up() {
  case $folder in
    */*) folder=${folder%/*} ;;
    *) folder=. ;;
  esac
}

count_frameworks() {
  [ ! -d "./$1" ] || find "./$1" -mindepth 1 -type d \( -name '.*' -o -exec test -f '{}/cadre.toml' ';' \) -prune \
    -o -type f -name '*.cadre' -exec grep -lE '^[[:space:]]*framework[[:space:]]' '{}' + | wc -l
}

print_package() {
  folder=$1
  while [ "$folder" != . ]; do
    go_up
    [ -f "./$folder/cadre.toml" ] || continue
    case $1 in
      "$folder/cadre.toml" | cadre.toml) ;;
      *) ! is_workspace_alone <"./$folder/cadre.toml" || break ;;
    esac
    print_name "$folder"
    return
  done
  folder=$1
  while [ "$folder" != . ]; do
    go_up
    [ ! -f "./$folder/cadre.toml" ] || break
    count=$(count_frameworks "$folder")
    [ "${count:-0}" -ne 0 ] || continue
    [ "$count" -eq 1 ] || break
    print_name "$folder"
    return
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
xargs -0 sh "$work/packages.sh" <"$work/changed" | sort -zu >"$work/packages"
[ -s "$work/packages" ] || exit 0

code=0
xargs -0 "$CADRE" fmt --check <"$work/packages" || code=1
set --
[ -z "${CADRE_DENY:-}" ] || set -- --deny "$CADRE_DENY"
xargs -0 "$CADRE" check "$@" <"$work/packages" || code=1
exit "$code"
