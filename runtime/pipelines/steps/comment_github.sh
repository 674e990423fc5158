#!/bin/sh
# Shows CADRE_REPORTS/changes.md in the summary of the run and in one comment of the pull request, which is written anew
# with each run and goes when nothing has changed any more; what could not be compared leaves it as it is. Where the run
# may write no comment (a fork), the summary alone has it. CADRE_NAME tells comments of several calls in one pull request
# apart.
# usage: comment_github.sh
. "$(dirname "$0")/common.sh"

report=$CADRE_REPORTS/changes.md
comment=$CADRE_REPORTS/comment.md
run=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID

case ${CADRE_NAME:-} in
  *[!A-Za-z0-9._/-]*) fail "a name has letters, digits, \`.\`, \`_\`, \`/\` and \`-\`, other than \`$CADRE_NAME\`" ;;
esac
marker="<!-- cadre diff${CADRE_NAME:+ $CADRE_NAME} -->"

# A summary holds a megabyte.
if [ -f "$report" ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  shorten 1000000 "The whole is \`changes.md\` in the artefacts of this run." <"$report" >>"$GITHUB_STEP_SUMMARY"
fi

case ${CADRE_PULL_REQUEST:-} in
  '' | *[!0-9]*) exit 0 ;;
esac
if [ "${CADRE_HEAD_REPOSITORY:-}" != "$GITHUB_REPOSITORY" ]; then
  say notice "a pull request from a fork gets no comment; what changes is in the summary of this run"
  exit 0
fi

comments=repos/$GITHUB_REPOSITORY/issues
find_comment() {
  gh api --paginate "$comments/$CADRE_PULL_REQUEST/comments?per_page=100" \
    --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$marker\"))) | .id" >"$CADRE_REPORTS/comments.txt" || return 1
  id=$(head -n 1 "$CADRE_REPORTS/comments.txt")
  rm "$CADRE_REPORTS/comments.txt"
}

# A comment holds 65,536 characters.
write_comment() {
  printf '%s\n' "$marker" >"$comment"
  shorten 65000 "The whole is in [the summary and the artefacts of the run]($run)." <"$report" >>"$comment"
  if [ -n "$id" ]; then
    gh api --silent --method PATCH "$comments/comments/$id" -F "body=@$comment"
  else
    gh api --silent --method POST "$comments/$CADRE_PULL_REQUEST/comments" -F "body=@$comment"
  fi
}

if ! {
  find_comment &&
    if [ -f "$report" ]; then write_comment; elif [ -n "$id" ] && [ -f "$CADRE_REPORTS/unchanged" ]; then gh api --silent --method DELETE "$comments/comments/$id"; fi
}; then
  say warning "the comment could not be written (does the job have \`pull-requests: write\`?); what changes is in the summary of this run"
fi
