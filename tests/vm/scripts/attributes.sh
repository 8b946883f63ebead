# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# An ADM1025 that i2c-stub plays: its attributes read and written, native first.
. /test/split-lib.sh

CHIP=0x2d
bus() { i2c_bus 'SMBus stub'; }
device() { echo "/sys/bus/i2c/devices/$(bus)-002d"; }
hwmon() { ls -d "$(device)"/hwmon/hwmon* 2>/dev/null; }
ready() { [ -e "$(hwmon)/in0_min" ]; }

# all that is shown, with what was stored before
look() {
	local dir file value
	dir=$(hwmon)
	for file in "$dir"/in?_min "$dir"/in?_max "$dir"/temp?_max "$dir"/vrm; do
		for value in 0 1 91 -40000 1250 999999 nonsense; do
			attr store "$file" $value
			attr show "$file"
		done
	done
	attr show "$dir"/name "$dir"/in* "$dir"/temp* "$dir"/alarms "$dir"/vrm "$dir"/cpu0_vid
}

# with NAME, into FILE
run_with() {
	check "$1: the chip" modprobe i2c-stub chip_addr=$CHIP
	check "$1: driver" driver_load
	[ "$1" = native ] || check "$1: daemon" daemon_up
	echo "adm1025 $CHIP" >"/sys/bus/i2c/devices/i2c-$(bus)/new_device"
	check "$1: bound" wait_for 10 ready || { show_daemon_log; return 1; }
	look >"$2" 2>&1
	check "$1: so many answers" test "$(wc -l <"$2")" -gt 100
	[ "$1" = native ] || check "$1: attributes are the user half's" test "$(counter upcalls)" -gt 100
	[ "$1" = native ] || refute "$1: no call failed" test "$(counter failures)" -gt 0
	# Without a daemon the chip is given up, and what was allocated for it with it.
	[ "$1" = native ] || check "$1: the daemon dies" daemon_kill
	echo $CHIP >"/sys/bus/i2c/devices/i2c-$(bus)/delete_device"
	refute "$1: unbound" ready
	[ "$1" = native ] || check "$1: another daemon" daemon_up
	echo "adm1025 $CHIP" >"/sys/bus/i2c/devices/i2c-$(bus)/new_device"
	check "$1: bound again" wait_for 10 ready || { show_daemon_log; return 1; }
	look >>"$2" 2>&1
	echo $CHIP >"/sys/bus/i2c/devices/i2c-$(bus)/delete_device"
	check "$1: unload" timeout 60 rmmod adm1025
	check "$1: the chip goes" rmmod i2c-stub
	daemon_stop
}

same_answers
