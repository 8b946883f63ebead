# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# The daemon killed, stopped, made to loop or to lie in the middle of an upcall
# (at its start, or within one of its downcalls): the caller gets an error in time,
# RTNL is free, the machine lives, a new daemon works.  Then rmmod with the daemon
# alive, dead and hung.
. /test/split-lib.sh
LIMIT=3000	# watchdog in ms; one case below has the default
MARGIN=2500	# ms on top of it for an emulated machine, times three when debugging
[ ! -e /sys/kernel/debug/kmemleak ] || MARGIN=7500

at_most() { [ "$1" -le "$2" ]; }
at_least() { [ "$1" -ge "$2" ]; }
struck() { grep -q "MDRV_FAULT: $1" "$DAEMON_LOG"; }
# $CROSSINGS: names of the plan's upcalls and downcalls
in_plan() { case " $CROSSINGS " in *" $1 "*) ;; *) return 1 ;; esac; }

# healthy WHEN: nothing of the fault is left
healthy() {
	check "$1: RTNL is free" rtnl_free
	check "$1: the network stack answers" ping -q -c 1 -W 5 127.0.0.1
}

# fresh_daemon: the old one is gone, however it hung; a new one works
fresh_daemon() {
	kill -CONT "$DAEMON" 2>/dev/null
	daemon_kill
	daemon_start
	check "$1: a new daemon attaches" wait_for 15 attached || show_daemon_log
}

# in_time ACTION WHAT: MS is within what the action allows
in_time() {
	local most=$((LIMIT + MARGIN))
	# death and lies are noticed at once
	case $1 in kill | lie) most=$MARGIN ;; esac
	most=$(patience $most)
	check "$2: error after $MS ms" at_most "$MS" $most
}

# strike FUNCTION ACTION TRIGGER...: the daemon is ready and will fail there
strike() {
	local fn=$1 action=$2 what="$2 at $1"
	shift 2
	if ! in_plan "$fn"; then
		note "$fn does not cross in this plan"
		return 0
	fi
	: >"$DAEMON_LOG"
	daemon_kill
	daemon_start MDRV_FAULT="$fn:$action"
	check "$what: the daemon is there" wait_for 15 attached || { show_daemon_log; return 1; }
	timed timeout 60 "$@" >/tmp/strike.out 2>&1
	if ! struck "$action"; then
		fail "$what: never got there (status $RC: $*)"
		sed 's/^/#   /' /tmp/strike.out
		fresh_daemon "$what"
		return 1
	fi
	STRUCK=$((STRUCK + 1))
	# shellcheck disable=SC2154 # set by the caller
	[ -n "$may_succeed" ] || check "$what: the caller gets an error" test "$RC" -ne 0
	[ "$RC" -ne 124 ] || fail "$what: the caller hung"
	in_time "$action" "$what"
	healthy "$what"
	fresh_daemon "$what"
}

# -- during probe: insmod waits for nobody, the daemon's start runs it
probe_strike() {
	local fn=$1 action=$2 what="$2 at $1 (probe)" t0
	in_plan "$fn" || { note "$fn does not cross in this plan"; return 0; }
	: >"$DAEMON_LOG"
	check "$what: kernel half loads" driver_load || return 1
	watchdog $LIMIT
	t0=$(now_ms)
	daemon_start MDRV_FAULT="$fn:$action"
	check "$what: struck" wait_for 10 struck "$action" || show_daemon_log
	check "$what: the session ends" wait_for $(((LIMIT + MARGIN) / 1000 + 1)) detached
	MS=$(($(now_ms) - t0))
	in_time "$action" "$what"
	healthy "$what"
	refute "$what: no half-made interface" dev_of "$DRIVER"
	kill -CONT "$DAEMON" 2>/dev/null
	daemon_kill
	daemon_start
	check "$what: a new daemon attaches" wait_for 15 attached || show_daemon_log
	# The probe failed, as a native one can; binding again makes it good.
	if ! wait_for 3 dev_of "$DRIVER"; then
		echo "$PCI" >/sys/bus/pci/drivers/"$DRIVER"/bind
	fi
	check "$what: the interface comes up with it" dev_wait 10 || show_daemon_log
	check "$what: it carries traffic" us_up us0
	wait_for 10 ping_peer 3 || fail "$what: no traffic"
	check "$what: unload" timeout 60 rmmod "$DRIVER"
	daemon_kill
}

PCI=$(pci_of 10ec:8139) || die "no device"
STRUCK=0
may_succeed=
check "peer" peer_up
for action in kill stop loop lie; do
	probe_strike cp_init_one $action
done
for fn in pci_enable_device pci_request_regions register_netdev; do
	probe_strike $fn kill
done
probe_strike register_netdev stop

# -- during open and ethtool calls
check "driver up" driver_up || { show_daemon_log; die "no interface"; }
watchdog $LIMIT
check "traffic" wait_for 10 ping_peer 3
for action in kill stop loop lie; do
	ip link set us0 down
	strike cp_open $action ip link set us0 up
	check "$action at cp_open: up works now" ip link set us0 up
	check "$action at cp_open: traffic" wait_for 20 ping_peer 3
	strike cp_nway_reset $action ethtool -r us0
	check "$action at cp_nway_reset: works now" ethtool -r us0
	may_succeed=1	# these return nothing, so there is no error to return
	strike cp_get_ethtool_stats $action ethtool -S us0
	strike cp_get_drvinfo $action ethtool -i us0
	strike cp_set_msglevel $action ethtool -s us0 msglvl 0x17
	may_succeed=
	check "$action: statistics work now" ethtool -S us0
	check "$action: traffic" wait_for 20 ping_peer 3
done
for fn in request_threaded_irq request_irq dma_alloc_attrs dma_alloc_coherent mii_check_media; do
	ip link set us0 down
	may_succeed=1
	strike $fn kill ip link set us0 up
	strike $fn stop ip link set us0 up
	may_succeed=
	ip link set us0 up
	check "after faults at $fn: traffic" wait_for 20 ping_peer 3
done
check "faults struck often enough ($STRUCK)" at_least "$STRUCK" 12

# -- the default watchdog
watchdog 10000
LIMIT=10000
strike cp_nway_reset stop ethtool -r us0
check "default watchdog: not before its time ($MS ms)" at_least "$MS" 9000
watchdog 3000
LIMIT=3000

# -- a hung daemon that is not in a call must not be waited for by traffic
daemon_signal STOP
check "traffic with a stopped daemon" ping_peer 20
timed timeout 60 ethtool -r us0
check "call to a stopped daemon: error after $MS ms" at_most "$MS" "$(patience $((LIMIT + MARGIN)))"
refute "call to a stopped daemon fails" test "$RC" -eq 0
daemon_signal CONT
fresh_daemon "after SIGSTOP"
check "works again" daemon_serves

# -- rmmod
rmmod_case() {
	local what="rmmod, daemon $1" most=$2
	timed timeout 90 rmmod "$DRIVER"
	check "$what: works" test "$RC" -eq 0
	check "$what: in time ($MS ms)" at_most "$MS" "$(patience "$most")"
	check "$what: interface gone" wait_for 5 gone
	healthy "$what"
	kill -CONT "$DAEMON" 2>/dev/null
	daemon_kill
}
gone() { ! dev_of "$DRIVER"; }
again() {
	check "loads again" driver_up || { show_daemon_log; die "no interface after rmmod"; }
	watchdog $LIMIT
	check "traffic again" wait_for 20 ping_peer 3
}
rmmod_case alive $MARGIN
again
daemon_kill
rmmod_case dead $MARGIN
again
daemon_signal STOP
rmmod_case stopped $((LIMIT + MARGIN))
# without an interface that is up, and without probe ever having run
check "loads" driver_load
rmmod_case "never there" $MARGIN
# hung in an upcall of its own removal
if in_plan cp_remove_one; then
	for action in loop stop kill; do
		check "loads" driver_load
		watchdog $LIMIT
		: >"$DAEMON_LOG"
		daemon_start MDRV_FAULT=cp_remove_one:$action
		check "interface" dev_wait
		rmmod_case "$action in remove" $((LIMIT + MARGIN))
		check "$action in remove: struck" struck $action
	done
fi
check "mdrv.ko unloads" rmmod mdrv
leak_scan
