#!/bin/sh
# Checks the packages. The log shows what is found as FORMAT; each REPORT=FILE is a file of CADRE_REPORTS with the same in
# another format. CADRE_DENY=warnings lets warnings count as errors do.
# usage: check.sh FORMAT [REPORT=FILE…]
. "$(dirname "$0")/common.sh"

log=$1
shift
mkdir -p "$CADRE_REPORTS"
reports=$*

# All packages in one call: a report is one document.
set --
while IFS= read -r path; do
  [ -z "$path" ] || set -- "$@" "$path"
done <<END
$CADRE_PATH
END
[ -z "${CADRE_DENY:-}" ] || set -- --deny "$CADRE_DENY" "$@"

for report in $reports; do
  "$CADRE" check -q --message-format "${report%%=*}" --report-file "$CADRE_REPORTS/${report#*=}" "$@" || [ $? -le 2 ]
done
"$CADRE" check --message-format "$log" "$@"
