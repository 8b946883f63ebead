# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# In the guest: the table of tests/bench/reincarnation.
. /test/split-lib.sh
TABLE=/tmp/reincarnation.txt

pid() { awk -v n="$1" '$1 == n { print $3; exit }' "$DEBUGFS/$DRIVER/stats"; }
ready() { attached && [ "$(pid standby)" != 0 ]; }

# transfers: of TCP, one after the other, each noted as gone through or not
transfers() {
	while [ ! -e /tmp/enough ]; do
		if iperf3 -c "$PEER_IP" -t 10 -b 4M >/dev/null 2>&1; then echo ok; else echo failed; fi
	done >/tmp/transfers
}

# row NAME SIGNAL [busy]
row() {
	local name=$1
	shift
	revive us0 "$DRIVER" "$KILLS" "$@" >"/tmp/revive.$1${2:-}" || fail "$name"
	tail -n 1 "/tmp/revive.$1${2:-}" | awk -v n="$name" '{ printf "%-28s %8s %8s %8s\n", n, $2, $4, $6 }' >>$TABLE
	artifact "/tmp/revive.$1${2:-}"
}

check "peer" peer_up
check "iperf3 server" iperf_server
# thirty in ten seconds are an attack, except here
check "driver" driver_load
/mdrv/mdrvd --supervise --foreground --restarts 100000 "/mdrv/$DRIVER.so" >$DAEMON_LOG 2>&1 &
SUPERVISOR=$!
check "ready" wait_for 60 ready
check "interface" dev_wait
check "up" us_up us0
check "traffic" wait_for 30 ping_peer 3
transfers &
TRANSFERS=$!
printf '%-28s %8s %8s %8s\n' "$KILLS kills each, ms" median p99 most >$TABLE
row "SIGKILL" 9
row "SIGKILL, call in flight" 9 busy
row "SIGSEGV" 11
row "SIGSEGV, call in flight" 11 busy
: >/tmp/enough
wait $TRANSFERS
echo "transfers: $(grep -c ok /tmp/transfers) went through, $(grep -c failed /tmp/transfers) failed" >>$TABLE
awk '/^Pss:/ { print "standby: " $2 " KiB of memory (Pss)" }' "/proc/$(pid standby)/smaps_rollup" >>$TABLE
/mdrv/mdrvd --status "$DRIVER" >>$TABLE
artifact $TABLE
kill $SUPERVISOR
check "supervisor ends" wait $SUPERVISOR
show_daemon_log 3
