# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# An ADM9240 that i2c-stub plays: all its attributes, native first.
. /test/split-lib.sh

CHIP=0x2c
bus() { i2c_bus 'SMBus stub'; }
device() { echo "/sys/bus/i2c/devices/$(bus)-002c"; }
hwmon() { ls -d "$(device)"/hwmon/hwmon* 2>/dev/null; }
ready() { [ -e "$(hwmon)/in0_min" ]; }
adapter() { echo "/sys/bus/i2c/devices/i2c-$(bus)"; }

look() {
	local dir file
	dir=$(hwmon)
	for file in "$dir"/in?_min "$dir"/in?_max "$dir"/temp1_max "$dir"/fan?_min; do
		attr store "$file" 1234
	done
	attr show "$dir"/name "$dir"/in* "$dir"/temp* "$dir"/fan* "$dir"/alarms "$(device)"/cpu0_vid
}

# with NAME, into FILE
run_with() {
	local reg
	check "$1: the chip" modprobe i2c-stub chip_addr=$CHIP
	# what came out of limits, and some readings
	for reg in 0x41:0x5a 0x42:0x0f 0x20:0x81 0x21:0x42 0x27:0x19 0x28:0x63; do
		i2creg "$(bus)" $CHIP b "${reg%:*}" "${reg#*:}"
	done
	check "$1: driver" driver_load
	[ "$1" = native ] || check "$1: daemon" daemon_up
	echo "adm9240 $CHIP" >"$(adapter)/new_device"
	check "$1: bound" wait_for 10 ready || { show_daemon_log; return 1; }
	look >"$2" 2>&1
	check "$1: so many answers" test "$(wc -l <"$2")" -gt 30
	check "$1: two registers at once" grep -q 3930 "$2"
	[ "$1" = native ] || check "$1: attributes are the user half's" test "$(counter upcalls)" -gt 30
	[ "$1" = native ] || refute "$1: no call failed" test "$(counter failures)" -gt 0
	echo $CHIP >"$(adapter)/delete_device"
	check "$1: unload" timeout 60 rmmod adm9240
	check "$1: the chip goes" rmmod i2c-stub
	daemon_stop
}

modprobe i2c-dev
same_answers
