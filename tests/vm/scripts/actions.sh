# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash disable=SC2034 # DRIVER is for the library
# The driver of tests/cases/managed-actions, with daemons that die at a place.
. /test/split-lib.sh

DRIVER=actions
DIR=/sys/bus/platform/drivers/actions
bound() { [ -e "$DIR/actions/state" ]; }
held() { grep -q 'actions ' /proc/ioports; }
said() { dmesg | grep -c "actions: $1"; }
bind() { echo actions >"$DIR/bind"; }
unbind() { echo actions >"$DIR/unbind"; }

# ran NAME CLOSED PUT OWN: how often the actions have run since, and what they saw
ran() {
	check "$1: closed" test "$(($(said close) - CLOSED))" = "$2"
	check "$1: put" test "$(($(said put) - PUT))" = "$3"
	[ "$3" = 0 ] || check "$1: the own range was $4" \
		sh -c "dmesg | grep 'actions: put' | tail -n 1 | grep -q 'put box, own range $4'"
	refute "$1: nothing is held" held
	CLOSED=$(said close) PUT=$(said put)
}

# dies FUNCTION N CLOSED PUT: in probe, at the N-th return of that downcall
dies() {
	check "$1 $2: a daemon" daemon_up MDRV_FAULT="$1:kill:$2"
	refute "$1 $2: no probe" bind 2>/dev/null
	refute "$1 $2: not bound" bound
	check "$1 $2: noticed" wait_for 10 detached
	wait "$DAEMON"
	ran "$1 $2" "$3" "$4" held
}

CLOSED=0 PUT=0
check "driver" driver_load
check "daemon" daemon_up
check "bound" wait_for 10 bound || show_daemon_log
check "its state" grep -q '^box 5f00 5f10 5f20$' "$DIR/actions/state"
check "held" held
unbind
ran "unbound" 1 1 free

# without a daemon: remove is not answered, and the kernel gives its range back
bind
check "bound again" bound
daemon_kill
check "noticed" wait_for 10 detached
unbind
ran "unbound without a daemon" 1 1 held

dies __request_region 1 0 0
dies __request_region 2 0 0
dies devm_add_action_or_reset 1 0 1
dies __request_region 3 0 1
dies devm_add_action 1 1 1

check "a daemon that lives" daemon_up
check "bind" bind
check "bound in the end" grep -q '^box 5f00 5f10 5f20$' "$DIR/actions/state"
check "unload" timeout 60 rmmod actions
ran "unloaded" 1 1 free
refute "nothing was released twice" sh -c 'dmesg | grep -q "nonexistent resource"'
daemon_stop
leak_scan
