# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# shellcheck disable=SC2034 # the daemon is for functions of the library
# Every case under /cases: load, do what its script says, unload where that can be.
# MODE=native keeps the answers; MODE=split compares them with those under /before.
. /test/split-lib.sh

DAEMON_LOG=/tmp/mdrvd.log
[ "$MODE" = native ] || insmod /mdrv/mdrv.ko backoff=0 || die "mdrv.ko"

# has_exit FILE: a module that can be unloaded
has_exit() { nm_exit=$(grep -c cleanup_module "$1"); [ "$nm_exit" -gt 0 ]; }

native_case() {
	check "$1: native module" insmod "$2" || return 0
	casectl "/cases/$1/run" >"/tmp/$1.native" 2>&1
	artifact "/tmp/$1.native"
	sed 's/^/#   /' "/tmp/$1.native"
	! has_exit "$2" || check "$1: native module unloads" rmmod "$DRIVER"
}

split_case() {
	: >$DAEMON_LOG
	check "$1: kernel half" insmod "/cases/$1/$DRIVER.ko" || return 0
	env MDRV_POISON=1 /mdrv/mdrvd --foreground "/cases/$1/$DRIVER.so" >>$DAEMON_LOG 2>&1 &
	DAEMON=$!
	check "$1: attached" wait_for 20 attached
	casectl "/cases/$1/run" >"/tmp/$1.split" 2>&1
	check "$1: native and split agree" diff -u "/before/$1.native" "/tmp/$1.split" ||
		show_daemon_log
	check "$1: the daemon lives" daemon_alive
	! has_exit "/cases/$1/native/$DRIVER.ko" ||
		check "$1: kernel half unloads" rmmod "$DRIVER" || show_daemon_log
	daemon_kill
}

for dir in /cases/*; do
	name=$(basename "$dir")
	module=$(echo "$dir"/native/*.ko)
	DRIVER=$(basename "$module" .ko)
	"${MODE}_case" "$name" "$module"
done
leak_scan
