# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# The PIIX4 that QEMU has, with memory modules on its bus: read, native first.
. /test/split-lib.sh

CONTROLLER=/sys/bus/pci/drivers/piix4_smbus
device() { basename "$(ls -d $CONTROLLER/0000:* 2>/dev/null | head -n 1)"; }
bus() { i2c_bus 'SMBus PIIX4'; }
ready() { bus >/dev/null && [ -e "/dev/i2c-$(bus)" ]; }

# all that is shown of the adapter, and the first bytes of a module's description
look() {
	local reg
	cat "/sys/bus/i2c/devices/i2c-$(bus)/name"
	grep piix4_smbus /proc/ioports
	for reg in 0 1 2 3 4 5 20 21 31; do
		echo "$reg: $(i2creg "$(bus)" 80 b $reg)"
	done
}

# with NAME, into FILE
run_with() {
	local where
	check "$1: driver" driver_load
	[ "$1" = native ] || check "$1: daemon" daemon_up
	check "$1: bound" wait_for 10 ready || { show_daemon_log; return 1; }
	where=$(device)
	look >"$2" 2>&1
	check "$1: ports are claimed" grep -q piix4_smbus "$2"
	[ "$1" = native ] || check "$1: the user half was asked" test "$(counter upcalls)" -gt 0
	[ "$1" = native ] || refute "$1: no call failed" test "$(counter failures)" -gt 0
	# Without a daemon the kernel gives back what was taken for the device.
	[ "$1" = native ] || check "$1: the daemon dies" daemon_kill
	echo "$where" >$CONTROLLER/unbind
	refute "$1: no adapter" bus
	refute "$1: no ports" grep -q piix4_smbus /proc/ioports
	[ "$1" = native ] || check "$1: another daemon" daemon_up
	echo "$where" >$CONTROLLER/bind
	check "$1: bound again" wait_for 10 ready || { show_daemon_log; return 1; }
	look >>"$2" 2>&1
	check "$1: unload" timeout 60 rmmod "$DRIVER"
	refute "$1: nothing is left" grep -q piix4_smbus /proc/ioports
	daemon_stop
}

modprobe i2c-dev
same_answers
