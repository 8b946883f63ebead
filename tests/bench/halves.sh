# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
#
# Sourced by tests/bench/dkms and tests/bench/sample, after lib/env.sh: what it takes to
# split and build many modules, and to tell how that went.  Each module has a directory
# under $work with split.log, build.log, out/ and "outcome": native, analysed, functions
# moved, all functions, split, builds, first error; separated by tabs.
mdrv=$(tool mdrv)
limit=900		# seconds for one step

# Made once, for all user halves: the library, Kbuild's flags; and the symbols of mdrv.ko.
share() {
	local probe=$work/.share
	mkdir -p "$probe"
	cat >"$probe/Makefile" <<-EOF
		NAME := share
		KDIR := $MDRV_KDIR
		O := $probe
		include $MDRV_TOP/runtime-user/user-half.mk
		\$(file >$probe/kflags,\$(KFLAGS))
	EOF
	make -C "$probe" "$probe/klib/libmdrvk.a" >"$probe/log" 2>&1 || die "$(tail "$probe/log")"
	make -C "$MDRV_TOP/runtime-kernel" KDIR="$MDRV_KDIR" OUT="$probe/kernel" \
		>"$probe/log" 2>&1 || die "$(tail "$probe/log")"
	KFLAGS=$(<"$probe/kflags")
	MDRV_KLIB=$probe/klib/libmdrvk.a
	MDRV_SYMVERS=$probe/kernel/Module.symvers
	export KFLAGS MDRV_KLIB MDRV_SYMVERS
}

# first_error LOG: the line that says what is wrong
first_error() {
	grep -m1 -E 'error:|error :|undefined reference|multiple definition|undefined!|\*\*\*' "$1" |
		sed 's/\t/ /g' | cut -c1-200 || true
}

outcome() { (IFS=$'\t'; echo "$*") >"$dir/outcome"; }

# split_module ARGUMENT...: of mdrv split; into $dir/out.  Both halves are built.
split_module() {
	local rc=0 moved='' analysed=yes
	rm -rf "$dir/out"
	timeout "$limit" "$mdrv" split --kdir "$MDRV_KDIR" -o "$dir/out" "$@" \
		>"$dir/split.log" 2>&1 || rc=$?
	if [ "$rc" != 0 ]; then
		timeout "$limit" "$mdrv" analyze --kdir "$MDRV_KDIR" "$@" \
			>"$dir/analyze.log" 2>&1 || analysed=no
		[ "$rc" -lt 124 ] || echo "error: status $rc of mdrv split" >>"$dir/split.log"
		outcome yes "$analysed" - - no - "$(first_error "$dir/split.log")"
		return
	fi
	moved=$(jq -r '[.functions[] | select(.domain == "user")] | length' "$dir/out/plan.json")
	all=$(jq -r '.functions | length' "$dir/out/plan.json")
	if timeout "$limit" "$mdrv" build "$dir/out" >"$dir/build.log" 2>&1 &&
	   [ -n "$(find "$dir/out/kernel" -name '*.ko')" ] &&
	   [ -n "$(find "$dir/out/user" -name '*.so')" ]; then
		outcome yes yes "$moved" "$all" yes yes ""
		rm -rf "$dir/out"
	else
		outcome yes yes "$moved" "$all" yes no "$(first_error "$dir/build.log")"
	fi
}

# table NAME...: of the outcomes, and the totals
table() {
	local name
	{
		printf 'module\tnative\tanalysed\tmoved\tof\tsplit\tbuilds\tfirst error\n'
		for name; do
			[ -e "$work/$name/outcome" ] || continue
			printf '%s\t%s\n' "$name" "$(<"$work/$name/outcome")"
		done
	} | tee "$work/table" | column -t -s $'\t'
	awk -F '\t' 'NR > 1 {
			native += $2 == "yes"; analysed += $3 == "yes"
			split_ += $6 == "yes"; builds += $7 == "yes"
		}
		END {
			printf "of %d that build natively %.0f %% are analysed, %.0f %% split", native,
				native ? 100 * analysed / native : 0,
				native ? 100 * split_ / native : 0
			printf ", all that split build: %s\n", builds == split_ ? "yes" : "no"
		}' "$work/table"
}
