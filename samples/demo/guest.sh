# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# The virtual machine's part of run-demo: the story, line by line, each of them
# checked. Lines that begin with "demo|" are shown to the visitor.

tell() { echo "demo| $*"; }
# told DESCRIPTION COMMAND...: a step that must succeed for the story to go on
told() {
	check "$@" || die "the story ends here: $1"
}
# show COMMAND...: with its output, as a visitor would type it
show() {
	tell "    # $*"
	"$@" >/tmp/show 2>&1
	rc=$?
	sed 's/^/demo|     /' /tmp/show
	return $rc
}
. /test/split-lib.sh
stat_of() { sed -n "s/^$1 //p" /sys/kernel/debug/mdrv/8139cp/stats; }
mbit() { echo $(($1 / 1000000)); }

# round_trips DEVICE: of 20 pings, none lost; in RTT
round_trips() {
	told "link of $1" us_up "$1"
	told "20 pings without loss" ping_peer 20
	RTT=$(sed -n 's/^rtt //p' /tmp/ping.out)
}

told "peer" peer_up
tell "Linux $(uname -r) runs. A second network card (e1000, ordinary driver) sits on the same"
tell "virtual hub. For comparison the driver as Debian ships it comes first, then it goes again:"
modprobe 8139cp
told "the native driver's interface appears" wait_for 20 dev_of 8139cp
round_trips "$(dev_of 8139cp)"
native=$RTT
tell "    20 pings, native: $native"
told "the native driver goes" rmmod 8139cp
tell ""

tell "Now the split one. The kernel half is loaded first; no daemon is there yet."
told "kernel half loads without a daemon" driver_load
show lsmod
refute "no interface without a daemon" dev_of 8139cp
tell "insmod succeeded, no interface exists: the driver's own probe waits for its user half."
tell ""

daemon_start
told "the interface appears" wait_for 20 dev_of 8139cp
us=$(dev_of 8139cp)
tell "mdrvd was started, and probe ran in it: process $DAEMON serves $us."
tell "Upcalls so far: $(stat_of upcalls), downcalls: $(stat_of downcalls)."
show ethtool -i "$us"
tell ""

round_trips "$us"
show ip -br link show "$us"
tell "    20 pings, split:  $RTT"
tell "    and native above: $native"
told "iperf3 server" iperf_server
before=$(stat_of upcalls)
there=$(iperf 5) || die "iperf3"
back=$(iperf 5 -R) || die "iperf3 -R"
tell "iperf3: $(mbit "$there") Mbit/s out, $(mbit "$back") Mbit/s in, and $(($(stat_of upcalls) - before)) upcalls meanwhile:"
tell "the data path is in the kernel, the user half sleeps."
tell ""

ethtool -s "$us" msglvl 23
tell "Now a transfer of 20 seconds. The daemon is killed in the sixth:"
iperf3 -c $PEER_IP -t 20 -i 1 --forceflush -f m >/tmp/iperf.live 2>&1 &
transfer=$!
# "[  5]   3.00-4.00   sec  85.0 MBytes   713 Mbits/sec    0   1.2 MBytes"
tail -n +1 -f /tmp/iperf.live | awk '/ sec / && !/sender|receiver/ {
	for (i = 1; i < NF; i++)
		if ($(i + 1) == "Mbits/sec") printf "demo|     second %2d: %s Mbit/s\n", ++n, $i
	fflush() }' &
shown=$!
sleep 5.5
old=$DAEMON
daemon_kill
tell "    # kill -9 $old"
show ethtool -r "$us"
check "ethtool fails while the daemon is away" [ $rc -ne 0 ]
check "and soon, with an error" grep -q 'Input/output error' /tmp/show
sleep 3
daemon_start
tell "    # mdrvd    (again: process $DAEMON)"
wait_for 20 ethtool -r "$us"
show ethtool -r "$us"
check "ethtool answers again" [ $rc -eq 0 ]
check "what was set before the kill is still in force" \
	sh -c "ethtool $us | grep -q 'message level: 0x00000017'"
check "the transfer went through to its end" wait $transfer
sleep 1
kill $shown
# rates of the seconds, below 1 Mbit/s counts as none
awk '/ sec / && !/sender|receiver/ { for (i = 1; i < NF; i++) if ($(i + 1) == "Mbits/sec") { n++; none += $i < 1 } }
	END { exit n < 20 || none > 0 }' /tmp/iperf.live && steady=1 || steady=0
check "no second without traffic" [ $steady = 1 ]
check "pings afterwards" ping_peer 20
tell "The transfer never stopped. The new daemon was given the driver's state by the"
tell "kernel half, which had kept it all the time: the message level set before the kill is"
tell "still $(ethtool "$us" | sed -n 's/.*message level: \([0-9a-fx]*\).*/\1/p')."
tell ""
totals="$(stat_of upcalls), $(stat_of downcalls), $(stat_of failures)"
told "rmmod" driver_unload
daemon_kill
tell "Unloaded. Upcalls, downcalls and failures had been: $totals."
