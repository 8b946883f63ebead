# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# An SMBus with the eight EEPROMs of QEMU's machine: bytes and words read and written by
# a process, a chip that is not there, and what a block read of EEPROMs gives.
CHIPS="0x50 0x51 0x57"
NOBODY=0x20

smbus() {
	local bus
	for bus in /sys/bus/i2c/devices/i2c-*; do
		grep -q '^SMBus I801' "$bus/name" 2>/dev/null && echo "${bus##*-}" && return 0
	done
	return 1
}

device_ready() { [ -c "/dev/i2c-$(smbus)" ] && works; }
works() { i2creg "$(smbus)" 0x50 b 2 | grep -q '^register 2 = 0x'; }

every_byte() {
	local reg=0
	while [ $reg -lt 256 ]; do
		i2creg "$1" "$2" b $reg
		reg=$((reg + ${3:-1}))
	done
}

workload() {
	local bus chip reg
	bus=$(smbus)
	cat "/sys/bus/i2c/devices/i2c-$bus/name" | cut -d ' ' -f 1-2
	every_byte "$bus" 0x50
	for chip in $CHIPS; do
		echo "-- $chip"
		for reg in 8 9 40 255; do
			i2creg "$bus" "$chip" b $reg $((reg + 7))
			i2creg "$bus" "$chip" b $reg
		done
		i2creg "$bus" "$chip" w 16
		i2creg "$bus" "$chip" w 16 0x1234
		i2creg "$bus" "$chip" w 16
		every_byte "$bus" "$chip" 15
	done
	echo "-- nobody there"
	i2creg "$bus" $NOBODY b 0
	i2creg "$bus" $NOBODY w 0 1
}

# What needs no user half: the bus is there.
device_works() { [ -c "/dev/i2c-$(smbus)" ]; }

load_begin() {
	while :; do every_byte "$(smbus)" 0x51; done >/tmp/load.out 2>&1 &
	LOAD=$!
}
load_end() {
	kill $LOAD
	wait $LOAD
	grep -q '^register' /tmp/load.out
} 2>/dev/null

ops() { printf '%s\n' read write word nobody; }
op() {
	case $1 in
	read) works ;;
	write) i2creg "$(smbus)" 0x51 b 9 77 ;;
	word) i2creg "$(smbus)" 0x51 w 16 ;;
	nobody) i2creg "$(smbus)" $NOBODY b 0 ;;
	esac
}
