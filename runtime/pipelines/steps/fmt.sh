#!/bin/sh
# Ends with 1 where a file is not as `cadre fmt` writes it, and shows what would change.
# usage: fmt.sh FORMAT
. "$(dirname "$0")/common.sh"

each "$CADRE" fmt --check --diff --message-format "$1"
