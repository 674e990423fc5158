#!/bin/sh
# Shows CADRE_REPORTS/changes.md in one note of the merge request, which is written anew with each pipeline and goes when
# nothing has changed any more; what could not be compared leaves it as it is. Without CADRE_GITLAB_TOKEN, or where GitLab
# refuses it, the artefact alone has it.
# Needs curl and node. CADRE_NAME tells notes of several calls in one merge request apart.
# usage: comment_gitlab.sh
. "$(dirname "$0")/common.sh"

report=$CADRE_REPORTS/changes.md
note=$CADRE_REPORTS/note.md
[ -n "${CI_MERGE_REQUEST_IID:-}" ] || exit 0
if [ -z "${CADRE_GITLAB_TOKEN:-}" ]; then
  say notice "CADRE_GITLAB_TOKEN is not set, so there is no note; what changes is \`changes.md\` in the artefacts of this job"
  exit 0
fi
case ${CADRE_NAME:-} in
  *[!A-Za-z0-9._/-]*) fail "a name has letters, digits, \`.\`, \`_\`, \`/\` and \`-\`, other than \`$CADRE_NAME\`" ;;
esac
marker="<!-- cadre diff${CADRE_NAME:+ $CADRE_NAME} -->"
notes=$CI_API_V4_URL/projects/${CI_MERGE_REQUEST_PROJECT_ID:-$CI_PROJECT_ID}/merge_requests/$CI_MERGE_REQUEST_IID/notes

# The token goes through standard input: arguments can be seen by other processes.
call() {
  printf 'header = "PRIVATE-TOKEN: %s"\n' "$CADRE_GITLAB_TOKEN" | curl --config - --fail --silent --show-error "$@"
}

# The id of this user's first note on a page that begins with the marker; `more` where there is a page behind it.
find_on_page='
  const [marker, user] = process.argv.slice(1);
  const notes = JSON.parse(require("fs").readFileSync(0, "utf8"));
  const own = notes.find(it => String(it.author.id) === user && it.body.startsWith(marker));
  console.log(own ? own.id : notes.length === 100 ? "more" : "");'

find_note() {
  user=$(call "$CI_API_V4_URL/user") || return 1
  user=$(printf '%s' "$user" | node -e 'console.log(JSON.parse(require("fs").readFileSync(0, "utf8")).id)') || return 1
  page=1
  id=more
  while [ "$id" = more ]; do
    found=$(call "$notes?sort=asc&order_by=created_at&per_page=100&page=$page") || return 1
    id=$(printf '%s' "$found" | node -e "$find_on_page" "$marker" "$user") || return 1
    page=$((page + 1))
  done
}

# A note holds a million characters.
write_note() {
  printf '%s\n' "$marker" >"$note"
  shorten 990000 "The whole is \`changes.md\` in the artefacts of [the job]($CI_JOB_URL)." <"$report" >>"$note"
  if [ -n "$id" ]; then
    call --output /dev/null --request PUT --data-urlencode "body@$note" "$notes/$id"
  else
    call --output /dev/null --request POST --data-urlencode "body@$note" "$notes"
  fi
}

if ! {
  find_note &&
    if [ -f "$report" ]; then write_note; elif [ -n "$id" ] && [ -f "$CADRE_REPORTS/unchanged" ]; then call --output /dev/null --request DELETE "$notes/$id"; fi
}; then
  say warning "the note could not be written (has the token the scope \`api\`?); what changes is \`changes.md\` in the artefacts of this job"
fi
