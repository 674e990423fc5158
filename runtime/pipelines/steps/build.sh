#!/bin/sh
# Builds the packages into OUT. With SITE, gathers their sites there: the site itself where there is one, else a folder for
# each and a page with links to them.
# usage: build.sh OUT [SITE]
. "$(dirname "$0")/common.sh"

out=$1
site=${2:-}

build() {
  # One package takes OUT for itself.
  if [ "$(printf '%s\n' "$CADRE_PATH" | grep -c .)" -eq 1 ]; then "$CADRE" build "$1" -o "$out"; else "$CADRE" build "$1" -o "$out/$1"; fi
}
each build
[ -n "$site" ] || exit 0

escaped() {
  printf '%s' "$1" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g'
}
address() {
  escaped "$(printf '%s' "$1" | sed 's/%/%25/g; s/#/%23/g; s/?/%3F/g; s/ /%20/g')"
}

rm -rf "$site"
mkdir -p "$(dirname "$site")"
if [ -f "$out/site/index.html" ]; then
  cp -R "$out/site" "$site"
  exit 0
fi
mkdir "$site"
(cd "$out" && find . -path '*/site/index.html' | LC_ALL=C sort) |
  sed 's|^\./||; s|/site/index\.html$||' >"$site/frameworks.txt"
[ -s "$site/frameworks.txt" ] || fail "no package writes a site: \`html\` is missing in \`[build] emit\` of cadre.toml"
{
  printf '<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
  printf '<title>Competency frameworks</title>\n<h1>Competency frameworks</h1>\n<ul>\n'
  while IFS= read -r package; do
    mkdir -p "$site/$package"
    cp -R "$out/$package/site/." "$site/$package"
    printf '<li><a href="%s/index.html">%s</a></li>\n' "$(address "$package")" "$(escaped "$package")"
  done <"$site/frameworks.txt"
  printf '</ul>\n</html>\n'
} >"$site/index.html"
rm "$site/frameworks.txt"
