# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# A supervisor and what it does about the death of its daemons.
. /test/split-lib.sh
EVENTS=/tmp/events
TRACING=/sys/kernel/tracing
SUPERVISOR=

at_most() { [ "$1" -le "$2" ]; }
# pid WHO: process of the session or of the standby, as the kernel says
pid() { awk -v n="$1" '$1 == n { print $3; exit }' "$DEBUGFS/$DRIVER/stats"; }
has_standby() { [ "$(pid standby)" != 0 ]; }
ready() { attached && has_standby; }
status() { /mdrv/mdrvd --status "$DRIVER"; }
tells() { status >/tmp/status.out; grep -qE "$1" /tmp/status.out || { cat /tmp/status.out; return 1; }; }
# told EVENT [PID]: the kernel has said so
told() { grep -qE "$1 $DRIVER [0-9]+ ${2:-[0-9]+}" $EVENTS; }
# memory PID: KiB that would not be used without it
memory() { awk '/^Pss:/ { print $2 }' "/proc/$1/smaps_rollup"; }

# revived SIGNAL: the daemon is killed and management works again; says when
revived() { revive us0 "$DRIVER" 1 "$1" >/tmp/revive.out && note "signal $1: $(tail -n 1 /tmp/revive.out) ms" >/dev/console; }

# supervise [NAME=VALUE...] -- [OPTION...]
supervise() {
	local set=''
	while [ "$1" != -- ]; do set="$set $1"; shift; done
	shift
	# shellcheck disable=SC2086 # some variables, or none
	env $set /mdrv/mdrvd --supervise --foreground "$@" "/mdrv/$DRIVER.so" >>$DAEMON_LOG 2>&1 &
	SUPERVISOR=$!
}
# ended STATUS: the supervisor has
ended() {
	local rc=0
	wait "$SUPERVISOR" || rc=$?
	[ $rc -eq "$1" ] || { echo "status $rc"; return 1; }
}

check "peer" peer_up
modprobe mii
insmod /mdrv/mdrv.ko
check "the driver loads" driver_load || die "nothing to test"
# what udev would see
# shellcheck disable=SC2016 # for the shell that the event starts
uevent sh -c '[ -z "$MDRV_EVENT" ] || echo "$MDRV_EVENT $MDRV_DRIVER $MDRV_SESSION $MDRV_PID $MDRV_ERROR" >>/tmp/events' &
UEVENT=$!
mount -t tracefs tracefs $TRACING
echo 1 >$TRACING/events/mdrv/enable

# -- one that serves, one that stands by
cat >/tmp/core.sh <<'END'
#!/bin/sh
exec cat >/tmp/core
END
chmod +x /tmp/core.sh
echo "|/tmp/core.sh" >/proc/sys/kernel/core_pattern
supervise -- --core
check "a session and a standby" wait_for 30 ready || { show_daemon_log; cat "$DEBUGFS/$DRIVER/stats"; die "no session"; }
check "interface" dev_wait
check "up" us_up us0
check "traffic" wait_for 20 ping_peer 3
check "status: serving" tells 'serving'
check "status: nothing has died" tells 'restarts    0, 5 of 5 left'
check "as an unprivileged user" grep -q '^CapEff:.0000000000000000' "/proc/$(pid standby)/status"
check "and filtered" grep -q '^Seccomp:.2' "/proc/$(pid standby)/status"
before=$(counter upcalls)/$(counter bytes_up)
kib=$(memory "$(pid standby)")
check "the standby has $kib KiB of memory, at most 4096" at_most "$kib" 4096
refute "a second supervisor" /mdrv/mdrvd --supervise -f "/mdrv/$DRIVER.so"
refute "a plain daemon beside it" /mdrv/mdrvd -f "/mdrv/$DRIVER.so"
old=$(pid standby)
kill -9 "$old"
replaced() {
	local now
	now=$(pid standby)
	[ "$now" != 0 ] && [ "$now" != "$old" ]
}
check "a dead standby is replaced" wait_for 30 replaced
check "which costs no crossing" test "$before" = "$(counter upcalls)/$(counter bytes_up)"

# -- killed, under traffic
ping -i 0.05 -c 200 -W 5 -q $PEER_IP >/tmp/ping.out &
PING=$!
old=$(pid session) standby=$(pid standby)
check "back after SIGKILL" revived 9
check "it is the one that stood by" test "$(pid session)" = "$standby"
check "event: death" wait_for 5 told death "$old"
check "event: attach" wait_for 5 told attach "$standby"
check "status: SIGKILL" wait_for 5 tells 'last crash .*process '"$old"': signal 9 \(Killed\), after cp_nway_reset'
check "back after SIGSEGV" revived 11
check "status: a core file" wait_for 20 tells 'signal 11 \(Segmentation fault\), core dumped'
check "which is one" grep -q ELF /tmp/core
check "no ping was lost" wait $PING
grep -q ' 0% packet loss' /tmp/ping.out || fail "pings were lost: $(cat /tmp/ping.out)"

# -- hung: the watchdog ends the session, the supervisor the process
watchdog 2000
check "ready again" wait_for 30 ready
old=$(pid session)
kill -STOP "$old"
timed ethtool -r us0
check "the caller has an error" test "$RC" -ne 0
timed works
check "the next call is answered ($MS ms)" test "$RC" -eq 0
gone() { [ ! -e "/proc/$old" ]; }
check "the hung process is killed" wait_for 20 gone
check "status: hung, in the upcall" wait_for 5 tells 'hung, (in|after) cp_nway_reset'
check "status: two restarts left" tells 'restarts    3, 1 of 5 left'
check "for programs" sh -c "/mdrv/mdrvd --status --json $DRIVER | grep -q '\"restarts\": 3, \"restarts_left\": 1, \"budget\": 5, \"crashes\": 4'"
check "four crash reports" test "$(wc -l <"/run/mdrvd/$DRIVER.crashes")" -eq 4
artifact "/run/mdrvd/$DRIVER.crashes" "/run/mdrvd/$DRIVER.status"
watchdog 10000

# -- asked to stop
kill -TERM "$SUPERVISOR"
check "SIGTERM: exit status 0" ended 0
check "no daemon is left" detached
check "status: stopped" tells 'stopped'

# -- tracepoints
echo 0 >$TRACING/tracing_on
cp $TRACING/trace /tmp/trace
for e in session_attach session_detach upcall_begin upcall_end downcall; do
	check "trace: $e" grep -q " $e: driver=$DRIVER session=" /tmp/trace
done
check "trace: the hang" grep -q 'session_detach: .* error=-110' /tmp/trace
artifact /tmp/trace
echo 0 >$TRACING/events/mdrv/enable

# -- a crash loop: an end of it, and the machine untouched
supervise MDRV_FAULT=cp_nway_reset:segv -- --restarts 2/600
check "serves again" wait_for 30 ready
for i in 1 2 3; do
	wait_for 30 attached
	timed works
	check "crash $i: an error" test "$RC" -ne 0
done
check "given up: exit status 5" ended 5
check "status: failed" tells 'failed'
check "event: failed" wait_for 5 grep -q "^failed $DRIVER" $EVENTS
check "three reports more" test "$(wc -l <"/run/mdrvd/$DRIVER.crashes")" -eq 7
check "the last one names the upcall" sh -c "tail -n 1 /run/mdrvd/$DRIVER.crashes | grep -q 'where=\"in cp_nway_reset'"
check "traffic goes on" ping_peer 20
timed works
check "management has a clean error ($MS ms)" test "$RC" -ne 0
check "RTNL is free" rtnl_free

# -- in the background; the driver goes
check "a supervisor in the background returns" timeout 60 /mdrv/mdrvd --supervise "/mdrv/$DRIVER.so"
check "when it is served" attached
check "management works again" works
check "and it has a standby" wait_for 30 has_standby
old=$(awk '$1 == "supervisor" { print $2 }' "/run/mdrvd/$DRIVER.status")
check "unload" driver_unload
check "the supervisor goes as well" wait_for 20 gone
check "which is no failure" grep -q '^state stopped' "/run/mdrvd/$DRIVER.status"
kill $UEVENT
artifact $EVENTS
check "mdrv.ko unloads" rmmod mdrv
leak_scan
show_daemon_log 40
