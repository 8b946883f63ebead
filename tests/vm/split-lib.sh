# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# shellcheck disable=SC2034,SC2119,SC2120 # variables and arguments are for users of this
#
# For test scripts in the VM: the driver under test, native or split, behind the
# same five functions.  $DRIVER is its module name; /mdrv holds mdrv.ko,
# $DRIVER.ko (kernel half), $DRIVER.so (user half) and mdrvd.

MODE=${MODE:-split}
DRIVER=${DRIVER:-8139cp}
DAEMON=
DAEMON_LOG=/tmp/mdrvd.log
# What is built for a tool opens files, as the tool wants it.
CONFINED=$([ ! -e /mdrv/unconfined ] || echo --unconfined)
DEBUGFS=/sys/kernel/debug/mdrv

driver_load() {
	if [ "$MODE" = native ]; then
		modprobe "$DRIVER"
		return
	fi
	modprobe mii || return 1
	grep -q '^mdrv ' /proc/modules || insmod /mdrv/mdrv.ko backoff=0 || return 1
	insmod "/mdrv/$DRIVER.ko"
}

driver_unload() { rmmod "$DRIVER"; }

# daemon_start [NAME=VALUE...]: in the background; DAEMON is its process
daemon_start() {
	[ "$MODE" = split ] || return 0
	# shellcheck disable=SC2086 # no argument if empty
	env ${MDRV_CHECK:+MDRV_CHECK=$MDRV_CHECK} "$@" /mdrv/mdrvd $CONFINED --foreground "/mdrv/$DRIVER.so" >>$DAEMON_LOG 2>&1 &
	DAEMON=$!
}

daemon_alive() { [ -n "$DAEMON" ] && kill -0 "$DAEMON" 2>/dev/null; }

# daemon_signal SIGNAL
daemon_signal() {
	[ "$MODE" = split ] || return 0
	kill -"$1" "$DAEMON"
}

# daemon_kill: at once; returns when the process is gone
daemon_kill() {
	[ "$MODE" = split ] && [ -n "$DAEMON" ] || return 0
	kill -9 "$DAEMON" 2>/dev/null
	wait "$DAEMON" 2>/dev/null
	DAEMON=
}

# daemon_stop: clean shutdown
daemon_stop() {
	[ "$MODE" = split ] && [ -n "$DAEMON" ] || return 0
	kill -TERM "$DAEMON"
	wait "$DAEMON"
}

# dev_wait [SECONDS]: the interface of the driver, as "us0"
dev_wait() {
	local dev
	wait_for "${1:-20}" dev_of "$DRIVER" || return 1
	dev=$(dev_of "$DRIVER")
	[ "$dev" = us0 ] || ip link set "$dev" name us0
}

# daemon_up: a daemon that has attached
daemon_up() {
	daemon_start "$@"
	[ "$MODE" = native ] || wait_for 10 attached
}

attached() { case "$(counter session)" in [0-9]*) true ;; *) false ;; esac; }
detached() { [ "$(counter session)" = none ]; }

# driver_up: everything, up to an interface that carries traffic
driver_up() {
	driver_load && daemon_start && dev_wait && us_up us0
}

# A management call that only the user half can answer, and that has an error to
# return when there is none.
works() { timeout 30 ethtool -r us0 >/tmp/works.out 2>&1; }
daemon_serves() { wait_for "${1:-20}" works; }

# counter NAME: of the driver, from debugfs
counter() { awk -v n="$1" '$1 == n { print $2; exit }' "$DEBUGFS/$DRIVER/stats"; }

# watchdog MS: how long a user half may show no progress
watchdog() { echo "$1" >/sys/module/mdrv/parameters/watchdog_ms; }

# rtnl_free: nobody holds RTNL
rtnl_free() { timeout $(($(patience 5000) / 1000)) ip link set lo mtu 65536; }

# timed COMMAND...: MS is how long it took, RC how it ended
timed() {
	local t0
	t0=$(now_ms)
	RC=0
	"$@" || RC=$?
	MS=$(($(now_ms) - t0))
	return 0
}

show_daemon_log() {
	[ -s $DAEMON_LOG ] || return 0
	note "end of the daemon's log:"
	tail -n "${1:-30}" $DAEMON_LOG | sed 's/^/#   /'
	artifact $DAEMON_LOG
}

# i2c_bus NAME: number of the adapter whose name has this in it
i2c_bus() {
	local dir
	for dir in /sys/bus/i2c/devices/i2c-*; do
		grep -q "$1" "$dir/name" 2>/dev/null && echo "${dir##*-}" && return 0
	done
	return 1
}

# same_answers: "run_with NAME FILE" of the script, native and split, gives two equal files
same_answers() {
	for MODE in native split; do
		run_with $MODE /tmp/$MODE
		artifact /tmp/$MODE
	done
	check "the same answers" diff /tmp/native /tmp/split
}
