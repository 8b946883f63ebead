# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# A PS/2 mouse: motion, wheel and buttons from QEMU's monitor, every attribute of
# the serio device, every protocol that this mouse can be told to speak.

# PORT: the serio port that the mouse is at
mouse_port() {
	local dir
	for dir in /sys/bus/serio/devices/serio*; do
		grep -q 'AUX' "$dir/description" && PORT=$dir && return 0
	done
	return 1
}

class_setup() { modprobe i8042 2>/dev/null; modprobe evdev; wait_for 10 mouse_port; }

device_ready() { mouse_port && evread ouse path >/dev/null 2>&1; }

# rate, resolution and what else this protocol has
mouse_attributes() {
	local file
	for file in "$PORT"/*; do
		case ${file##*/} in uevent | modalias | bind_mode | drvctl) ;; *) attr show "$file" ;; esac
	done
}

# What moves after a pause, or before the driver has told the mouse to report, may get lost.
nudged() {
	monitor "mouse_move 10 5" >/dev/null
	usleep 200000
	grep -q '^0 0 0' /tmp/events.out
}
listen() {
	evread ouse read 2 >/tmp/events.out 2>&1 &
	LISTENER=$!
	wait_for 10 grep -q ready /tmp/events.out && wait_for 5 nudged
}

# motion COMMAND...: what the monitor does to the mouse, as events; one after the
# other, since QEMU adds up what was not fetched
motion() {
	local cmd before
	listen
	before=$(wc -l </tmp/events.out)
	for cmd in "$@"; do
		monitor "$cmd" >/dev/null
		usleep 100000
	done
	wait $LISTENER
	tail -n +$((before + 1)) /tmp/events.out
}

all_motion() {
	motion "mouse_move -20 -7" "mouse_move 1 0" "mouse_move 0 100" "mouse_button 1" "mouse_button 0" \
		"mouse_button 2" "mouse_move 3 3" "mouse_button 0" "mouse_button 4" "mouse_button 0" \
		"mouse_move 0 0 1" "mouse_move 0 0 -1" "mouse_move -1 -1"
}

workload() {
	evread ouse info
	mouse_attributes
	all_motion
	attr store "$PORT/rate" 10 40 60 80 100 200 0 1000 -1 nonsense
	attr store "$PORT/resolution" 1 2 4 8 25 50 100 200 400 3 0 nonsense
	attr store "$PORT/resync_time" 0 1 5 nonsense
	attr store "$PORT/resetafter" 0 20 nonsense
	all_motion
	for value in bare imps exps PS/2 nosuch auto ImExPS/2; do
		echo "-- protocol $value"
		attr store "$PORT/protocol" $value
		wait_for 5 device_ready
		evread ouse info
		mouse_attributes
		motion "mouse_move 9 8" "mouse_button 2" "mouse_button 0"
	done
	attr store "$PORT/rate" 100
	attr store "$PORT/resolution" 200
	attr store "$PORT/resync_time" 0
	attr store "$PORT/resetafter" 5
}

# motion needs no user half; on a busy host the pause that ends a listening may come first
device_works() { wait_for 20 moves; }
moves() {
	listen
	monitor "mouse_move 3 3" >/dev/null
	wait $LISTENER
	[ "$(grep -c '^2 1 [0-9]' /tmp/events.out)" -ge 2 ]
}

load_begin() {
	while :; do
		monitor "mouse_move 1 1" >/dev/null
		echo 80 >"$PORT/rate"
	done >/dev/null 2>&1 &
	LOAD=$!
}
load_end() {
	kill $LOAD
	wait $LOAD 2>/dev/null
	device_works
}

ops() { printf '%s\n' rate resolution resync_time protocol reconnect; }
op() {
	case $1 in
	rate) echo 80 >"$PORT/rate" ;;
	resolution) echo 100 >"$PORT/resolution" ;;
	resync_time) echo 1 >"$PORT/resync_time"; echo 0 >"$PORT/resync_time" ;;
	protocol) echo imps >"$PORT/protocol"; echo exps >"$PORT/protocol" ;;
	reconnect) printf reconnect >"$PORT/drvctl"; printf rescan >"$PORT/drvctl" ;;
	esac
}
