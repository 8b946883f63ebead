# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
#
# For test scripts on the host: where things are, and a few checks.  Sourced by
# every *.test as
#	. "$(dirname "$0")/../lib/env.sh"
# so that each test runs on its own as well as under run-all.
set -euo pipefail

MDRV_TOP=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
MDRV_BUILD=${MDRV_BUILD:-$MDRV_TOP/build}
export MDRV_TOP MDRV_BUILD
eval "$("$MDRV_TOP/tests/lib/setup" --env 2>/dev/null)"

# Skipped, with the reason; never counted as passed.
skip() { echo "skip: $*"; exit 77; }
die() { echo "error: $*"; exit 1; }

# tool NAME: path of a built program
tool() {
	local path=$MDRV_BUILD/bin/$1
	[ -x "$path" ] || { echo "error: $path is not built" >&2; return 1; }
	echo "$path"
}

# A scratch directory that goes away with the test.
scratch() {
	TMP=$(mktemp -d "${TMPDIR:-/tmp}/mdrv-test.XXXXXX")
	trap 'rm -rf "$TMP"' EXIT
}

# expect_error REGEX COMMAND...: it fails by itself (no signal, no time limit,
# no sanitizer) and says what REGEX says
expect_error() {
	local want=$1 rc=0 text
	shift
	text=$(timeout 120 "$@" 2>&1) || rc=$?
	if [ "$rc" -eq 0 ] || [ "$rc" -ge 124 ] || grep -qE 'Sanitizer|runtime error' <<<"$text"; then
		printf 'not ok: status %s of: %s\n%s\n' "$rc" "$*" "$text"
		return 1
	fi
	if ! grep -qE -- "$want" <<<"$text"; then
		printf 'not ok: no "%s" in the message of: %s\n%s\n' "$want" "$*" "$text"
		return 1
	fi
	printf 'ok (%s): %s\n' "$rc" "$(head -n 3 <<<"$text")"
}
