# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash disable=SC2034 # DRIVER is for the library
# The driver of tests/cases/two-locks under lockdep, twice: it takes locks of a kind nested,
# and its works and timers wait for each other.
. /test/split-lib.sh

DRIVER=driver
LOCKS="outer inner level_lock count_lock doors cellar visitors banks\[0\].lock count tell morning evening"

watches() { grep -q 'debug_locks: *1' /proc/lockdep_stats; }
# classes NAME: how many lockdep has of that name; other lines are their dependencies
classes() { grep -v '^ ->' /proc/lockdep | grep -c ": $1\$"; }
none_left() { [ "$(classes 'struct vault.*')" -eq 0 ] && [ "$(classes alarm)" -eq 0 ]; }

check "lockdep watches" watches
for round in first second; do
	check "$round: driver" driver_load
	check "$round: daemon" daemon_up
	check "$round: device" wait_for 20 test -e /dev/vault || show_daemon_log
	casectl /case/run >/tmp/answers 2>&1
	check "$round: answers" grep -q 'ioctl 106 0: 1' /tmp/answers || cat /tmp/answers
	for lock in $LOCKS; do
		check "$round: $lock is a class" [ "$(classes "struct vault.$lock")" -eq 1 ]
	done
	check "$round: and so is a global" [ "$(classes alarm)" -eq 1 ]
	check "$round: unload" timeout 60 rmmod driver
	daemon_stop
	check "$round: no class is left" wait_for 10 none_left
done
check "lockdep had nothing to say" watches
leak_scan
