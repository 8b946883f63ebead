# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# Devices of samples/edu; all there are.
EDUS=$(grep -l 0x11e8 /sys/bus/pci/devices/*/device | wc -l)

device_ready() { [ "$(ls /dev/edu? 2>/dev/null | wc -l)" = "$EDUS" ] && works; }
works() { timeout 60 /edu/edu-test "$(ls /dev/edu? | tail -n 1)" >/tmp/works.out 2>&1; }
device_works() { works; }
ops() { printf '%s\n' test pair; }
op() {
	local dev
	case $1 in
	test) for dev in /dev/edu?; do timeout 20 /edu/edu-test "$dev"; done ;;
	pair) timeout 20 /edu/edu-test --stress 1 /dev/edu0 & timeout 20 /edu/edu-test --stress 1 /dev/edu1; wait $! ;;
	esac
}
