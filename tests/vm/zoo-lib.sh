# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash disable=SC2034 # variables are for the users of this
#
# For scripts/zoo.sh: the driver's file and its class, daemons that die at a place,
# what a load leaves behind.  What a class may leave out has a default here.
LOAD_ARGS='' BUS='' BUS_DRIVER='' MODULES='' PEER='' VOLATILE_FILES='' SLAB_GROWS=''
ops() { :; }
op() { false; }
class_setup() { :; }
second_path() { false; }
revive() { :; }
device_works() { timeout 60 works; }
# What a class opens before its daemon goes, and closes before the next one comes.
hold() { :; }
let_go() { :; }
. /test/slab-lib.sh
# shellcheck source=/dev/null
. /zoo/driver
# shellcheck source=/dev/null
. "/zoo/class-$CLASS.sh"
BUS_DRIVER=${BUS_DRIVER:-$DRIVER}
DRIVER_NAME=$(echo "$DRIVER" | tr - _)
LOADED=''
BOUND=''	# before anything dies
STRUCK=0
ROUNDS=0	# of loading and unloading
LIMIT=3000	# watchdog in ms
MARGIN=2500	# ms on top of it for an emulated machine, times three when debugging
[ ! -e /sys/kernel/debug/kmemleak ] || MARGIN=7500

without() { echo " $PHASES " | sed "s/ $1 / /; s/^ *//; s/ *\$//"; }

setup_modules() {
	local mod
	for mod in $MODULES $DEPENDS; do
		modprobe "$mod" || fail "modprobe $mod"
	done
}

# the module with $LOAD_ARGS, and mdrv.ko first where it is a kernel half
# shellcheck disable=SC2086 # words
driver_load() {
	LOADED=1
	if [ "$MODE" = native ]; then
		if [ -e "/native/$DRIVER.ko" ]; then
			insmod "/native/$DRIVER.ko" $LOAD_ARGS
		else
			modprobe "$DRIVER" $LOAD_ARGS
		fi
		return
	fi
	grep -q '^mdrv ' /proc/modules || insmod /mdrv/mdrv.ko backoff=0 || return 1
	insmod "/mdrv/$DRIVER.ko" $LOAD_ARGS && watchdog $LIMIT
}

# the counters of a kernel half are under the name of its module
# The kernel half goes by the driver's name, with dashes or without.
counter() {
	local file
	for file in "$DEBUGFS/$DRIVER_NAME/stats" "$DEBUGFS/$DRIVER/stats"; do
		[ ! -e "$file" ] || awk -v n="$1" '$1 == n { print $2; exit }' "$file"
	done | head -n 1
}

ready() { wait_for 30 device_ready; }

load_ready() {
	driver_load || return 1
	daemon_up || return 1
	ready
}

unload_all() {
	timed timeout 90 rmmod "$DRIVER"
	[ "$RC" -eq 0 ] || fail "rmmod: status $RC"
	LOADED=''
	daemon_kill
}

healthy() { rtnl_free && ping -q -c 1 -W 5 127.0.0.1; }
at_most() { [ "$1" -le "$2" ]; }
struck() { grep -q "MDRV_FAULT: $1" "$DAEMON_LOG"; }

# in_time ACTION: MS is within what the action allows; death and lies show at once
in_time() {
	local most=$((LIMIT + MARGIN))
	case $1 in kill | lie) most=$MARGIN ;; esac
	[ "$MS" -le $most ] || [ "$MS" -le "$(patience $most)" ]
}

# fresh_daemon WHEN [NAME=VALUE]: the old one is gone, however it hung
fresh_daemon() {
	local when=$1
	shift
	[ -z "$DAEMON" ] || kill -CONT "$DAEMON" 2>/dev/null
	daemon_kill
	daemon_start "$@"
	check "$when: a daemon attaches" wait_for 20 attached || show_daemon_log
}

first_op() { ops | head -n 1; }
# an operation in a process of its own, for timeout(1); the class's variables go along
sh_op() { op "$1"; }
quiet_op() { op "$1" >/tmp/op.out 2>&1; }
timed() {
	local t0
	t0=$(now_ms)
	RC=0
	if [ "$1" = timeout ] && command -v "$3" | grep -qv /; then
		limited "$2" "$3" "$4" "$5" || RC=$?
	else
		"$@" || RC=$?
	fi
	MS=$(($(now_ms) - t0))
	return 0
}

# limited SECONDS FUNCTION...: timeout(1) for functions
limited() {
	local left=$1 pid
	shift
	("$@") >/tmp/op.out 2>&1 &
	pid=$!
	(sleep "$left"; kill -9 $pid) >/dev/null 2>&1 &
	wait $pid
	left=$?
	kill $! 2>/dev/null
	[ $left -ne 137 ] || left=124
	return $left
}

bound_devices() {
	local dev
	for dev in /sys/bus/"$BUS"/drivers/"$BUS_DRIVER"/*; do
		[ -e "$dev/driver" ] && basename "$dev"
	done
}
is_bound() { [ -e "/sys/bus/$BUS/drivers/$BUS_DRIVER/$1" ]; }
not_bound() { ! is_bound "$1"; }
bind_write() { echo "$1" >"/sys/bus/$BUS/drivers/$BUS_DRIVER/$2"; }
sh_bind() { bind_write "$1" "$2"; }

# The second device is taken off the PCI bus, and found again when it is wanted.
second_hide() {
	SECOND_PATH=${SECOND_PATH:-$(second_path)}
	[ -z "$SECOND_PATH" ] || echo 1 >"$SECOND_PATH/remove"
}
second_show() { echo 1 >/sys/bus/pci/rescan; }
both_work() { device_works && second_works; }

# The whole machine goes to sleep, as far as LEVEL, and wakes up at once. Not without CONFIG_PM_DEBUG.
doze() {
	local rc=0
	echo 1 >/sys/module/suspend/parameters/pm_test_delay
	echo "$1" >/sys/power/pm_test || return 1
	echo freeze >/sys/power/state || rc=$?
	echo none >/sys/power/pm_test
	return $rc
}
sh_doze() { doze devices; }

# calibrate: which operation reaches which upcall first, into /tmp/reached
calibrate() {
	local name
	[ -z "$UPCALLS" ] || [ "$MODE" = native ] && return 0
	BOUND=$([ -z "$BUS" ] || bound_devices)
	unload_all
	reach load load_ready_verbose
	for name in $(ops); do reach "$name" quiet_op "$name"; done
	reach sleep sh_doze
	if [ -n "$BUS" ]; then
		for name in $(bound_devices | head -n 1); do
			reach unbind bind_write "$name" unbind
			reach bind bind_write "$name" bind
			ready || fail "calibrate: not ready after bind"
		done
	fi
	note "reached: $(tr '\n' ';' </tmp/reached)"
}

load_ready_verbose() {
	driver_load || return 1
	daemon_verbose
	wait_for 10 attached
	ready
}

daemon_verbose() {
	# shellcheck disable=SC2086 # no argument if empty
	/mdrv/mdrvd $CONFINED --foreground --verbose "/mdrv/$DRIVER.so" >>$DAEMON_LOG 2>&1 &
	DAEMON=$!
}

reach() {
	local where=$1 fn
	shift
	: >$DAEMON_LOG
	"$@" >/dev/null 2>&1
	for fn in $(sed -n 's/.*: upcall //p' $DAEMON_LOG | sort -u); do
		grep -q "^$fn " /tmp/reached || echo "$fn $where" >>/tmp/reached
	done
	daemon_alive && return
	fail "the daemon died in $where by itself"
	show_daemon_log 3
	daemon_verbose
	wait_for 10 attached
}

# strike FUNCTION ACTION WHERE: the daemon fails in that upcall
strike() {
	local fn=$1 action=$2 where=$3 what="$2 at $1 ($3)" dev
	: >"$DAEMON_LOG"
	case $where in
	load)
		unload_all
		check "$what: the kernel half loads" driver_load || return 1
		daemon_start MDRV_FAULT="$fn:$action"
		timed wait_for 15 struck_or_ready "$action"
		timed wait_for $(((LIMIT + MARGIN) / 1000 + 5)) detached ;;
	bind | unbind)
		dev=$(bound_devices | head -n 1)
		[ "$where" = unbind ] || bind_write "$dev" unbind
		fresh_daemon "$what" MDRV_FAULT="$fn:$action"
		timed timeout 90 sh_bind "$dev" "$where" ;;
	sleep)
		fresh_daemon "$what" MDRV_FAULT="$fn:$action"
		timed timeout 90 sh_doze ;;
	*)
		fresh_daemon "$what" MDRV_FAULT="$fn:$action"
		timed timeout 90 sh_op "$where" ;;
	esac
	if struck "$action"; then
		STRUCK=$((STRUCK + 1))
	else
		fail "$what: never got there (status $RC)"
		show_daemon_log 5
	fi
	[ "$RC" -ne 124 ] || fail "$what: the caller hung"
	check "$what: in time ($MS ms, status $RC)" in_time "$action"
	check "$what: the machine answers" healthy
	recover "$what" "$where"
}

# what a load reaches includes what makes the device usable
struck_or_ready() { struck "$1" || { limited 30 device_ready >/dev/null 2>&1; struck "$1"; }; }

# recover WHEN [WHERE]: with a new daemon, and bound again where it was lost, all is well.
# What did not wake up does so the next time.
recover() {
	local dev
	fresh_daemon "$1"
	if [ -n "$BUS" ]; then
		for dev in $BOUND; do
			is_bound "$dev" || bind_write "$dev" bind 2>/dev/null
		done
	fi
	[ "${2:-}" != sleep ] || sh_doze
	revive
	check "$1: ready with a new daemon" ready || { show_daemon_log; return 1; }
	check "$1: the device works" device_works
}

rmmod_case() {
	local what="rmmod, $1"
	timed timeout 90 rmmod "$DRIVER"
	check "$what: works" test "$RC" -eq 0
	check "$what: in time ($MS ms)" in_time stop
	check "$what: nothing bound" test ! -e "/sys/bus/$BUS/drivers/$BUS_DRIVER"
	check "$what: the machine answers" healthy
	LOADED=''
	[ -z "$DAEMON" ] || kill -CONT "$DAEMON" 2>/dev/null
	daemon_kill
	cat /proc/iomem /proc/ioports >/dev/null
}

# snapshot PREFIX: what must be the same after any number of rounds
snapshot() {
	sleep 0.5
	echo 3 >/proc/sys/vm/drop_caches
	sleep 0.5
	cat /proc/iomem >"$1.iomem"
	cat /proc/ioports >"$1.ioports"
	sed 's/: *[0-9 ]*/: /' /proc/interrupts | grep -vE '^ *(LOC|RES|CAL|TLB|NMI|RTR|[A-Z]{3}):' >"$1.interrupts"
	# by who asked for it; what is unmapped already waits for a flush
	grep -v unpurged /proc/vmallocinfo | grep ioremap | awk '{ print $2, $3, $4 }' | sort >"$1.vmalloc"
	awk '{ print $1, $3 }' /proc/modules | sort >"$1.modules"
	(cd /sys/class && for dir in *; do ls -d "$dir"/*; done 2>/dev/null | grep -vE "^(bdi|block)/${VOLATILE_FILES:+|$VOLATILE_FILES}") >"$1.devices"
	slab_figures >"$1.slab"
}
