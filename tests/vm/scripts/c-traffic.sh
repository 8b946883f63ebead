# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# From insmod to traffic: kernel half without daemon, daemon, link, pings, TCP.
. /test/split-lib.sh
SECS=${SECS:-10}

no_interface() { ! dev_of "$DRIVER"; }

check "kernel half loads" driver_load || die "nothing to test"
if [ "$MODE" = split ]; then
	sleep 1
	check "no interface without a daemon" no_interface
fi
daemon_start
check "interface appears" dev_wait || { show_daemon_log 60; die "no interface"; }
[ "$MODE" = native ] || check "the daemon lives" daemon_alive
check "peer comes up" peer_up
check "link comes up" us_up us0
check "100 pings without loss" ping_peer 100
tail -n 3 /tmp/ping.out
check "iperf3 server" iperf_server

# Slower than this on an emulated machine is a broken data path, not load.
at_least() { [ "${1:-0}" -ge "$2" ]; }
for dir in "" -R; do
	# shellcheck disable=SC2086 # no argument when empty
	rate=$(iperf "$SECS" $dir)
	note "iperf3 $SECS s ${dir:-sending}: $rate bit/s"
	check "iperf3 ${dir:-sending} carries traffic" at_least "$rate" 1000000
done
if [ "$MODE" = split ]; then
	check "the daemon served upcalls" at_least "$(counter upcalls)" 1
	check "the daemon still lives" daemon_alive
	cp "$DEBUGFS/$DRIVER/stats" /tmp/stats
	artifact /tmp/stats
fi
check "interface goes down" ip link set us0 down
check "driver unloads" driver_unload
check "no interface after unload" no_interface
if [ "$MODE" = split ]; then
	daemon_kill
	check "mdrv.ko unloads" rmmod mdrv
fi
leak_scan
show_daemon_log
