# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
#
# Sourced by tests/survey/*.test: trees of small modules, and questions to results.
. "$(dirname "${BASH_SOURCE[0]}")/../bad-input/lib.sh"
tree=$TMP/tree
mkdir "$tree"

# add_module NAME: a directory of the tree; its Kbuild says obj-m := NAME.o
add_module() {
	mkdir "$tree/$1"
	echo "obj-m := $1.o" >"$tree/$1/Kbuild"
	echo "obj-m += $1/" >>"$tree/Kbuild"
}

# tiny_module NAME: one that is analysed, of two functions
tiny_module() {
	add_module "$1"
	cat >"$tree/$1/$1.c" <<-END
		#include <linux/module.h>
		static int __init $1_init(void)
		{
			return 0;
		}
		static void __exit $1_exit(void)
		{
		}
		module_init($1_init);
		module_exit($1_exit);
		MODULE_LICENSE("GPL");
	END
}

# survey FILE [OPTION]...: of the tree; what it says goes to $TMP/log
survey() {
	local out=$1
	shift
	timeout 300 "$mdrv" survey "$tree" --kdir "$MDRV_KDIR" -o "$out" "$@" >"$TMP/log" 2>&1
}

# paths FILE: the modules that it has lines of, sorted; fails if a line is no JSON
paths() { jq -r .path "$1" | sort; }

# line FILE MODULE JQ...: what a filter says about the line of a module
line() {
	local file=$1 module=$2
	shift 2
	jq -r "select(.module == \"$module\")" "$file" | jq -r "$@"
}

# expect FILE MODULE STATUS REGEX: outcome and reason of a module
expect() {
	local got
	got=$(line "$1" "$2" '"\(.status): \(.reason // "")"')
	grep -qxE -- "$3: .*$4.*" <<<"$got" || die "module $2: \"$got\", not \"$3: $4\""
	echo "ok: $2: $got"
}
