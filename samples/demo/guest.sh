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

tell "Linux $(uname -r) runs. The kernel half is loaded first; no daemon is there yet."
told "mdrv.ko loads" insmod /mdrv/mdrv.ko
told "kernel half loads without a daemon" insmod /mdrv/8139cp.ko
show lsmod
refute "no interface without a daemon" dev_of 8139cp
tell "insmod succeeded, no interface exists: the driver's own probe waits for its user half."
tell ""

daemon_start
told "the interface appears" wait_for 20 dev_of 8139cp
us=$(dev_of 8139cp)
tell "mdrvd was started, and probe ran in it: process $(pidof mdrvd) serves $us."
tell "Upcalls so far: $(stat_of upcalls), downcalls: $(stat_of downcalls)."
show ethtool -i "$us"
tell ""

told "peer" peer_up
tell "A second network card (e1000, ordinary driver) sits on the same hub."
told "link of $us" us_up "$us"
show ip -br link show "$us"
told "20 pings without loss" ping_peer 20
tail -n 2 /tmp/ping.out | sed 's/^/demo|     /'
told "iperf3 server" iperf_server
before=$(stat_of upcalls)
there=$(iperf 5) || die "iperf3"
back=$(iperf 5 -R) || die "iperf3 -R"
tell "iperf3: $(mbit "$there") Mbit/s out, $(mbit "$back") Mbit/s in, and $(($(stat_of upcalls) - before)) upcalls meanwhile:"
tell "the data path is in the kernel, the user half sleeps."
tell ""

tell "Now a transfer of 20 seconds. The daemon is killed in the sixth:"
old=$(pidof mdrvd)
iperf3 -c $PEER_IP -t 20 -i 1 --forceflush -f m >/tmp/iperf.live 2>&1 &
transfer=$!
(tail -n +1 -f /tmp/iperf.live | sed -un 's/.*[0-9]-\([0-9]*\)\.[0-9]* *sec.* \([0-9.]*\) Mbits\/sec.*K.*$/demo|     second \1: \2 Mbit\/s/p') &
shown=$!
sleep 5.5
told "kill -9" kill -9 "$old"
tell "        # kill -9 $old"
sleep 1
refute "ethtool fails cleanly meanwhile" show ethtool -r "$us"
sleep 3
daemon_start
tell "        # mdrvd again, process $(pidof mdrvd)"
told "the daemon is back" wait_for 20 ethtool -i "$us"
told "ethtool answers again" show ethtool -d "$us"
told "the transfer went through to its end" wait $transfer
kill $shown
awk '/sec/ && /Mbits/ && !/sender|receiver/ { for (i = 1; i < NF; i++) if ($(i + 1) == "Mbits/sec" && $i < 1) bad++ }
     END { exit bad > 0 }' /tmp/iperf.live && ok "no second without traffic" || fail "a second without traffic"
told "pings" ping_peer 20
tell "The transfer never stopped. After the restart the daemon was given the state of the"
tell "driver by the kernel, which had kept it all the time."
tell ""
told "rmmod" rmmod 8139cp
