# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# One of each kind of thing that crosses: the driver as it is and split must give
# the same answers, the latter with a new daemon in the middle as well.
. /test/split-lib.sh

say() {
	echo "$ $*"
	echo "$*" >/dev/crossing || echo "status $?"
	cat /dev/crossing
}

first_part() {
	say first
	say sum
	for seed in 1 2 7 30 255; do say add "$seed"; done
	say show
	say sum
	say flip
	say show
	say find 700000
	say find -700000
	say find 500000
	say find 12345
	echo 7 >/sys/module/crossing/parameters/scale
	say sum
}

second_part() {
	say state
	say flip
	say flip
	say show
	say sum
	say "item 30"
	say "no such item"
	say clear
	say show
	say add 3
	say show
	say flip
	say sum
	say state
}

check "native driver loads" insmod /native/crossing.ko
{ first_part; second_part; } >/tmp/native.out 2>&1
artifact /tmp/native.out
check "native driver unloads" rmmod crossing

check "mdrv.ko" insmod /mdrv/mdrv.ko
check "kernel half loads" insmod /mdrv/crossing.ko
daemon_start MDRV_POISON=1
check "device appears" wait_for 20 test -e /dev/crossing || { show_daemon_log; die "no device"; }
first_part >/tmp/split.out 2>&1
check "the daemon lives" daemon_alive
daemon_kill
daemon_up MDRV_POISON=1
second_part >>/tmp/split.out 2>&1
check "the new daemon lives" daemon_alive
artifact /tmp/split.out
check "same answers, native and split" diff -u /tmp/native.out /tmp/split.out
note "$(tr '\n' ' ' <$DEBUGFS/crossing/stats)"
show_daemon_log
check "kernel half unloads" rmmod crossing
daemon_kill
check "mdrv.ko unloads" rmmod mdrv
leak_scan
