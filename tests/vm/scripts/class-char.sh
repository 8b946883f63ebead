# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# The shelves of src/shelf: everything that a program can do to them.

device_ready() { [ -c /dev/shelf0 ] && [ -c /dev/shelf2 ] && works; }
works() { shelfctl /dev/shelf0 usage; }
# what needs no user half
device_works() { cat /proc/shelf; }

shelf_attributes() { attr show /sys/class/shelf/shelf*/capacity /sys/class/shelf/shelf*/used; }

# The driver's own init fails. That of a kernel half is called when a daemon is there,
# so that insmod has succeeded by then.
refused_by_init() {
	LOAD_ARGS="count=99" driver_load 2>/dev/null && daemon_start && sleep 2
	ls /dev/shelf*
	rmmod "$DRIVER" 2>/dev/null
	daemon_kill
}

workload() {
	local dev
	shelf_attributes
	for dev in 0 1; do
		echo "-- shelf$dev"
		shelfctl /dev/shelf$dev all
		cat /proc/shelf
	done
	echo "-- shelf2, the pipe"
	shelfctl /dev/shelf2 pipe
	for dev in 0 2; do
		attr store /sys/class/shelf/shelf$dev/capacity 1 17 4000 65536 65537 0 -1 0x20 nonsense '' 4000
	done
	echo "by the shell" >/dev/shelf0
	echo "and more" >>/dev/shelf0
	cat /dev/shelf0
	dd if=/bin/busybox of=/dev/shelf1 bs=512 count=20 2>/tmp/dd.out
	grep -v copied /tmp/dd.out
	sha256sum /dev/shelf1
	shelf_attributes
	cat /proc/shelf
	cat /sys/module/shelf/parameters/count /sys/module/shelf/parameters/capacity
	unload_all
	LOAD_ARGS="count=5 capacity=100" load_ready
	ls /dev/shelf*
	shelf_attributes
	unload_all
	refused_by_init
	load_ready
}

load_begin() {
	shelfctl /dev/shelf1 loop >/dev/null 2>&1 &
	LOAD=$!
}
load_end() {
	kill -0 $LOAD && kill $LOAD && device_works
}

ops() { printf '%s\n' usage all pipe capacity set_capacity used; }
op() {
	case $1 in
	all) shelfctl /dev/shelf0 all ;;
	pipe) shelfctl /dev/shelf2 pipe ;;
	capacity | used) cat /sys/class/shelf/shelf0/"$1" ;;
	set_capacity) echo 4000 >/sys/class/shelf/shelf0/capacity ;;
	*) shelfctl /dev/shelf0 "$1" ;;
	esac
}
