# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# The edu driver as it is and split: the same program, the same script of binding
# and unbinding; the outputs must be equal.
. /test/split-lib.sh

pci=$(pci_of 1234:11e8) || die "no edu device"
driver=/sys/bus/pci/drivers/edu

# What one driver does, in words; nothing in it depends on time or addresses.
story() {
	/edu/edu-test
	echo "edu-test: status $?"
	/edu/edu-test
	echo "edu-test again: status $?"
	cat $driver/module/refcnt
	# unbound while a file is open and a process waits for an interrupt
	rm -f /tmp/hold.out
	/edu/edu-test --hold /dev/edu0 >/tmp/hold.out 2>&1 &
	holder=$!
	wait_for 10 grep -qs waiting /tmp/hold.out || echo "nobody waits"
	echo "$pci" >$driver/unbind
	echo "unbind: status $?"
	wait $holder
	echo "holder: status $?"
	cat /tmp/hold.out
	ls /dev/edu0 2>&1
	echo "$pci" >$driver/bind
	echo "bind: status $?"
	ls /dev/edu0
	/edu/edu-test | tail -n 1
}

check "native edu loads" insmod /edu/native/edu.ko
story >/tmp/native.out 2>&1
check "native edu: all as specified" grep -q '^edu-test: status 0$' /tmp/native.out
check "native edu unloads" rmmod edu
artifact /tmp/native.out

if [ -e /mdrv ]; then
	check "mdrv.ko" insmod /mdrv/mdrv.ko
	check "kernel half without a daemon" insmod /mdrv/edu.ko
	refute "no device without a daemon" test -e /dev/edu0
	daemon_start
	check "device appears" wait_for 20 test -e /dev/edu0 || { show_daemon_log; die "no device"; }
	story >/tmp/split.out 2>&1
	artifact /tmp/split.out
	check "same output, native and split" diff -u /tmp/native.out /tmp/split.out
	check "split edu: all as specified" grep -q '^edu-test: status 0$' /tmp/split.out
	check "the daemon lives" daemon_alive
	note "$(tr '\n' ' ' </sys/kernel/debug/mdrv/edu/stats)"
	show_daemon_log
	check "split edu unloads" rmmod edu
	daemon_kill
	check "mdrv.ko unloads" rmmod mdrv
fi
leak_scan
