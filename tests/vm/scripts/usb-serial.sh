# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# A serial port on USB: probed, set up, written to; its user half killed and back.
. /test/split-lib.sh

PORT=/dev/ttyUSB0
END=/dev/ttyS3
LATENCY=/sys/bus/usb-serial/devices/ttyUSB0/latency_timer

has_port() { [ -e $PORT ]; }
speed() { stty -F $PORT "$1" && stty -F $PORT | grep -q "speed $1 baud"; }
latency() { echo "$1" >$LATENCY && [ "$(cat $LATENCY)" = "$1" ]; }
sends() { timeout 20 sh -c "echo hello >$PORT"; }
# Many packets: each begins with two bytes of the chip's own, which the driver takes off.
receives() {
	local reader
	stty -F $PORT raw -echo && stty -F $END raw -echo 115200 || return 1
	seq 1000 | head -c 2000 >/tmp/sent
	timeout 30 head -c 2000 $PORT >/tmp/got &
	reader=$!
	sleep 1
	cat /tmp/sent >$END
	wait $reader
	cmp /tmp/sent /tmp/got
}
rebind() {
	echo 1-1:1.0 >/sys/bus/usb/drivers/ftdi_sio/unbind
	echo 1-1:1.0 >/sys/bus/usb/drivers/ftdi_sio/bind && has_port
}
works() { has_port && speed "$1" && latency "$2" && sends && receives; }

modprobe usbserial
modprobe uhci-hcd
check "loads" driver_load
# Nothing that is beside a twin in memory is zero by luck.
daemon_start MALLOC_PERTURB_=90
check "the port comes" wait_for 30 has_port
check "it works" works 115200 4
check "open and closed" sh -c ": <$PORT"
check "bound anew" rebind
check "it works" works 57600 9
if [ "$MODE" = split ]; then
	check "something crossed" [ "$(counter upcalls)" -gt 4 ]
	daemon_kill
	refute "without a daemon: not bound" rebind
	daemon_start MALLOC_PERTURB_=90
	check "with the next one: bound" wait_for 30 rebind
	check "it works again" works 38400 16
fi
check "rmmod" timeout 60 rmmod "$DRIVER"
refute "the port is gone" has_port
leak_scan
show_daemon_log 10
