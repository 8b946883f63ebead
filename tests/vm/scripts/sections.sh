# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash disable=SC2034 # DRIVER is for the library
# The driver of tests/cases/sections, with daemons that die at a section.
. /test/split-lib.sh

DRIVER=driver
# ask COMMAND ARGUMENT: what the ioctl answers
ask() {
	printf 'device chip\nioctl %s %s\n' "$1" "$2" >/tmp/ask
	timeout "${3:-20}" casectl /tmp/ask | tail -n 1
}
answers() { ask "$1" "$2" | grep -q "$3"; }

check "driver" driver_load
check "daemon" daemon_up
check "device" wait_for 10 test -e /dev/chip
check "a bit that others wait for" answers 106 4 ' 4$'
check "and again" answers 106 4 ' 8$'
check "a lock" answers 101 5 ' 0$'
daemon_kill
check "noticed" wait_for 10 detached

# taken, and not given back: by chip_alone(), before its second section
check "a daemon that dies with the bit set" daemon_up MDRV_FAULT=chip_alone_section1:kill:1
check "fails" answers 106 4 'EIO$'
check "noticed" wait_for 10 detached
wait "$DAEMON"
check "a daemon that lives" daemon_up
check "nobody waits for the bit" answers 106 4 ' [0-9]*$'
daemon_kill
check "noticed" wait_for 10 detached

# within what a lock protects nobody can die: before it, and behind it
for when in chip_exchange_section1:kill:1 chip_leave_section1:kill:1; do
	check "a daemon with $when" daemon_up MDRV_FAULT=$when
	case $when in
	chip_exchange*) check "fails: $when" answers 101 9 'EIO$' ;;
	*) check "fails: $when" answers 103 2 'EIO$' ;;
	esac
	check "noticed" wait_for 10 detached
	wait "$DAEMON"
done
check "a daemon in the end" daemon_up
check "the lock is free, and what it protects is set" answers 101 5 ' 9$'
check "unload" timeout 60 rmmod driver
daemon_stop
leak_scan
