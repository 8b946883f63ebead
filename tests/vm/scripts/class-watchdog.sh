# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# A watchdog timer: every ioctl, sysfs, kept alive and starved, nowayout.  QEMU does
# nothing when the time is up (-action watchdog=none); the device remembers it.

device_ready() { [ -c /dev/watchdog0 ]; }

# Loaded with another default of the time and with nowayout; starved, which the device
# tells when it is loaded again.
loaded_with() {
	unload_all
	LOAD_ARGS=$1 load_ready && watchdog_sysfs
}
starved() {
	echo "-- starved"
	wdctl /dev/watchdog0 starve 6
	loaded_with ""
	wdctl /dev/watchdog0 bootstatus
	echo "-- not starved"
	wdctl /dev/watchdog0 ping 5
	loaded_with heartbeat=77
	wdctl /dev/watchdog0 bootstatus
	loaded_with heartbeat=99999
	echo "-- no way out"
	loaded_with nowayout=1
	wdctl /dev/watchdog0 abandon
	wdctl /dev/watchdog0 ping 4
	watchdog_sysfs | grep -e state -e nowayout
	# QEMU's device stops only at a reset, or when its time is up
	sleep 1
}

# time that is left, and numbers of the device, differ from run to run
watchdog_sysfs() {
	local file
	for file in /sys/class/watchdog/watchdog0/*; do
		case ${file##*/} in timeleft | uevent | dev) ;; *) attr show "$file" ;; esac
	done
}

workload() {
	watchdog_sysfs
	wdctl /dev/watchdog0 all
	watchdog_sysfs
	echo "-- the kernel's own test"
	watchdog-test -f /dev/watchdog0 -i -b -t 20 -T -n 5 -N -d | tr -d '\r'
	echo "-- kept alive"
	wdctl /dev/watchdog0 ping 5
	wdctl /dev/watchdog0 bootstatus
	echo "-- two at a time"
	sh -c 'exec 5>/dev/watchdog0; wdctl /dev/watchdog0 stop; printf V >&5'
	echo "-- abandoned"
	wdctl /dev/watchdog0 abandon
	watchdog_sysfs | grep state
	wdctl /dev/watchdog0 stop
	watchdog_sysfs | grep state
	starved
	loaded_with ""
}

# What keeps the machine alive needs no user half, and gets none.
device_works() { wdctl /dev/watchdog0 ping 1 | grep -q '^0 keepalives failed'; }

load_begin() {
	while :; do wdctl /dev/watchdog0 ping 3 || sleep 1; done >/tmp/load.out 2>&1 &
	LOAD=$!
}
load_end() {
	kill $LOAD
	wait $LOAD
	killall wdctl
	wdctl /dev/watchdog0 stop
	! grep -v -e ' 0 keepalives' -e '^0 keepalives' /tmp/load.out | grep 'keepalives failed'
} 2>/dev/null

ops() { printf '%s\n' all bootstatus; }
op() { wdctl /dev/watchdog0 "$1"; }
