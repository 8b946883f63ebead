# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# Each module of /chips, behind i2c-stub, native and split.
. /test/split-lib.sh

BLANK=0x50 FILLED=0x51

devices() { ls -d "/sys/bus/i2c/devices/$(bus)-0050" "/sys/bus/i2c/devices/$(bus)-0051"; }
bus() { i2c_bus 'SMBus stub'; }
is_bound() { [ -e "$1/driver" ]; }

# what a user can look at below a device; not what the core of the kernel shows of each
files() { find "$1/" -type f ! -path '*/power/*' ! -name uevent ! -name modalias | sort; }

look() {
	local device file value
	for device in $(devices); do
		is_bound "$device" && echo "$device: bound" || echo "$device: not bound"
		files "$device" | while read -r file; do attr show "$file"; done
		files "$device" | while read -r file; do
			[ -w "$file" ] && [ $(($(stat -c 0%a "$file") & 0200)) -ne 0 ] || continue
			case $file in */driver_override | */new_device | */delete_device) continue ;; esac
			for value in 1 0 25 -40000 99999999 nonsense; do attr store "$file" $value; done
		done
		files "$device" | while read -r file; do attr show "$file"; done
		i2creg "$(bus)" "0x${device##*-00}" registers
	done
}

# with native or split, into FILE
run_with() {
	modprobe i2c-stub chip_addr=$BLANK,$FILLED || return 1
	i2creg "$(bus)" $FILLED pattern
	modprobe "$DRIVER" || return 1
	# what it needs stays
	[ "$1" = native ] || { rmmod "$DRIVER"; driver_load && daemon_up || return 1; }
	for chip in $BLANK $FILLED; do
		echo "$ID $chip" >"/sys/bus/i2c/devices/i2c-$(bus)/new_device"
	done
	look >"$2" 2>&1
	[ "$1" = native ] || UPCALLS=$(counter upcalls) FAILURES=$(counter failures)
	for chip in $BLANK $FILLED; do
		echo $chip >"/sys/bus/i2c/devices/i2c-$(bus)/delete_device"
	done
	[ "$1" = native ] || daemon_alive || { show_daemon_log; return 1; }
	rmmod "$DRIVER" && rmmod i2c-stub || return 1
	daemon_stop
}

modprobe i2c-dev
while read -r DRIVER ID; do
	for MODE in native split; do
		run_with $MODE "/tmp/$DRIVER.$MODE" || fail "$DRIVER: $MODE"
		artifact "/tmp/$DRIVER.$MODE"
	done
	note "$DRIVER ($ID): $(grep -c ': bound' "/tmp/$DRIVER.native") of 2 bound, $(wc -l <"/tmp/$DRIVER.native") answers, $UPCALLS upcalls, $FAILURES failed"
	check "$DRIVER: the same answers" diff "/tmp/$DRIVER.native" "/tmp/$DRIVER.split"
done </chips
