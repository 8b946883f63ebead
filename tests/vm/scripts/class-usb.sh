# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# A USB host controller with a storage stick at it (drive "stick", device "stick0" of
# QEMU): descriptors, a file system made, written, checked; pulled out and put in
# again by QEMU's monitor.

class_setup() { mkdir -p /mnt; }

# of_size SECTORS: the block device
of_size() {
	local dir
	for dir in /sys/block/sd*; do
		[ "$(cat "$dir/size" 2>/dev/null)" = "$1" ] && [ -b "/dev/${dir##*/}" ] && echo "/dev/${dir##*/}" && return 0
	done
	return 1
}
# STICK: the first, of 16 MiB
stick() { STICK=$(of_size 32768); }
no_stick() { ! stick; }
device_ready() { stick && second_ready; }
second_ready() { SECOND=$(of_size 16384); }
second_works() { second_ready && dd if="$SECOND" of=/dev/null bs=64k count=4 iflag=direct; }

usb_devices() {
	local dev file
	for dev in /sys/bus/usb/devices/*; do
		[ -e "$dev/idVendor" ] || continue
		echo "-- ${dev##*/}"
		for file in speed version bMaxPower bcdDevice bDeviceClass bNumConfigurations idProduct \
			idVendor manufacturer maxchild product quirks serial; do
			[ ! -f "$dev/$file" ] || echo "$file: $(cat "$dev/$file")"
		done
		xxd "$dev/descriptors" | head -n 20
	done
}

fill_stick() {
	mke2fs -F "$STICK" >/tmp/mke2fs.out 2>&1 || { cat /tmp/mke2fs.out; return 1; }
	mount -t ext2 "$STICK" /mnt || return 1
	head -c 1048576 /bin/busybox >/mnt/one
	mkdir /mnt/dir
	head -c 300001 /bin/busybox | tail -c 200000 >/mnt/dir/two
	umount /mnt
}

check_stick() {
	mount -t ext2 -o ro "$STICK" /mnt || return 1
	(cd /mnt && sha256sum one dir/two && ls -l dir | awk '{ print $1, $5, $NF }')
	umount /mnt
	dd if="$STICK" bs=64k 2>/dev/null | wc -c
}

# the controller's own account; where queue heads are, and the number
# of the frame, depend on the run
controller_debug() {
	local file
	[ -d /sys/kernel/debug/usb/uhci ] || return 0
	for file in /sys/kernel/debug/usb/uhci/*; do
		cat "$file" | sed 's/\(usbfrnum *= *\).*/\1N/; s/[0-9a-f]\{4,\}/N/g; s/[0-9]\+/N/g' | grep -E '^(Root-hub|HC status|  usb|Skeleton|- skel)' | sort -u
		dd if="$file" bs=16 skip=1 count=1 2>/dev/null | wc -c
	done
}

replug() {
	monitor "device_del stick0"
	wait_for 20 no_stick && echo "stick is gone"
	monitor "device_add usb-storage,bus=uhci.0,drive=stick,id=stick0"
	wait_for 30 stick && echo "stick is back"
}

workload() {
	usb_devices
	controller_debug
	fill_stick && check_stick
	replug
	check_stick
}

device_works() { stick && dd if="$STICK" of=/dev/null bs=64k count=4 iflag=direct; }

load_begin() {
	while :; do dd if="$STICK" of=/dev/null bs=64k iflag=direct || sleep 1; done >/dev/null 2>&1 &
	LOAD=$!
}
load_end() {
	kill $LOAD
	wait $LOAD
	device_works
} 2>/dev/null

ops() { printf '%s\n' debug seek replug; }
op() {
	case $1 in
	debug) controller_debug ;;
	seek) dd if="$(ls -d /sys/kernel/debug/usb/uhci/* | head -n 1)" bs=16 skip=1 count=1 ;;
	replug) replug ;;
	esac
}
