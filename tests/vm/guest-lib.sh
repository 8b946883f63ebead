# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
#
# Functions for test scripts in the VM (sourced before the script).  Results are
# lines "ok ..." and "not ok ..." on the console; any "not ok" fails the test.

US_IP=192.0.2.1
PEER_IP=192.0.2.2

note() { echo "# $*"; }
ok() { echo "ok $*"; echo "$*" >>/run/test.passed; }
fail() { echo "not ok $*"; echo "$*" >>/run/test.failed; }
skip() { echo "skip $*"; echo "$*" >/run/test.skip; exit 0; }
# give up: what follows makes no sense without this
die() { fail "$*"; exit 1; }

# check DESCRIPTION COMMAND...: the command succeeds; its output shows when not
check() {
	local what=$1 log=/tmp/check.$$ rc=0
	shift
	"$@" >$log 2>&1 || rc=$?
	if [ $rc -eq 0 ]; then
		ok "$what"
	else
		fail "$what (status $rc: $*)"
		sed 's/^/#   /' $log
	fi
	rm -f $log
	return $rc
}

# refute DESCRIPTION COMMAND...: the command fails with an error of its own, not
# by a signal or a time limit
refute() {
	local what=$1 log=/tmp/refute.$$ rc=0
	shift
	"$@" >$log 2>&1 || rc=$?
	if [ $rc -ne 0 ] && [ $rc -lt 124 ]; then
		ok "$what"
	else
		fail "$what (status $rc: $*)"
		sed 's/^/#   /' $log
	fi
	rm -f $log
	[ $rc -ne 0 ]
}

# wait_for SECONDS COMMAND...: until the command succeeds
wait_for() {
	local left=$(($1 * 5))
	shift
	while ! "$@" >/dev/null 2>&1; do
		left=$((left - 1))
		[ $left -gt 0 ] || return 1
		sleep 0.2
	done
}

# patience MS: this time, and more on a host that is busy or a kernel that checks
# itself: a loop of fixed length tells how fast the guest is just now
patience() {
	local t0 i=0
	t0=$(now_ms)
	while [ $i -lt 30000 ]; do i=$((i + 1)); done
	echo $(($1 + ($(now_ms) - t0) * 20))
}

# monitor COMMAND...: of QEMU's monitor (run-vm --monitor); prints what it answers
MONITORED=0
monitor() {
	# what the port echoed before it was set up is half a sentence: a byte of 0xff ends it
	[ $MONITORED -gt 0 ] || printf '\377\n{"execute": "qmp_capabilities"}\n' >&6
	MONITORED=$((MONITORED + 1))
	echo '{"execute": "human-monitor-command", "id": "'"$$.$MONITORED"'", "arguments": {"command-line": "'"$*"'"}}' >&6
	wait_for 30 grep -qF "\"id\": \"$$.$MONITORED\"" /run/monitor.log || return 1
	! grep -F "\"id\": \"$$.$MONITORED\"" /run/monitor.log | grep '"error":' || return 1
	grep -F "\"id\": \"$$.$MONITORED\"" /run/monitor.log | sed 's/.*"return": "\(.*\)", "id.*/\1/; s/\\r\\n/\n/g'
}

now_ms() { awk '{ printf "%d\n", $1 * 1000 }' /proc/uptime; }

# artifact FILE...: send files to results/ on the host, at once
artifact() {
	local f
	for f in "$@"; do
		[ -e "$f" ] && tar -C "$(dirname "$f")" -cf - "$(basename "$f")" >&8
	done
	return 0
}

# dev_of DRIVER: the first network interface of this PCI driver
dev_of() {
	local d
	for d in /sys/bus/pci/drivers/"$1"/*/net/*; do
		[ -e "$d" ] && basename "$d" && return 0
	done
	return 1
}

# pci_of VENDOR:DEVICE: the first PCI address with these ids (hex, no 0x)
pci_of() {
	local d
	for d in /sys/bus/pci/devices/*; do
		[ "$(cat "$d/vendor")" = "0x${1%:*}" ] && [ "$(cat "$d/device")" = "0x${1#*:}" ] &&
			basename "$d" && return 0
	done
	return 1
}

link_is_up() { [ "$(cat "/sys/class/net/$1/carrier" 2>/dev/null)" = 1 ]; }
wait_link() { wait_for "${2:-20}" link_is_up "$1"; }

# peer_up: the e1000 with its native driver, in network namespace "peer".  For one
# second after its receiver was switched on QEMU's e1000 takes no packet (its
# flush_queue_timer): what is sent to it waits in the hub, whoever sends, and all that
# time would show in the first round trips.
peer_up() {
	local dev
	modprobe e1000 || return 1
	wait_for 10 dev_of e1000 || return 1
	dev=$(dev_of e1000)
	ip netns add peer
	ip link set "$dev" netns peer name peer0
	ip -n peer link set lo up
	ip -n peer addr add $PEER_IP/24 dev peer0
	ip -n peer link set peer0 up
	wait_for 20 peer_link_is_up && sleep 1.1
}

peer_link_is_up() { ip -n peer link show peer0 | grep -q LOWER_UP; }

in_peer() { ip netns exec peer "$@"; }

# us_up DEV: our side of the hub, up and with its address
us_up() {
	ip addr replace $US_IP/24 dev "$1"
	ip link set "$1" up
	wait_link "$1"
}

# ping_peer COUNT: no packet may be lost
ping_peer() { ping -q -c "$1" -i 0.05 -W 5 $PEER_IP | tee /tmp/ping.out | grep -q ' 0% packet loss'; }

iperf_server() {
	in_peer iperf3 -s -D --logfile /tmp/iperf-server.log
	wait_for 10 sh -c 'ip netns exec peer netstat -ltn | grep -q :5201'
}

# iperf SECONDS [-R ...]: prints bits per second as received
iperf() {
	local t=$1
	shift
	iperf3 -c $PEER_IP -t "$t" -J "$@" >/tmp/iperf.json 2>&1 || { cat /tmp/iperf.json >&2; return 1; }
	sed -n '/"sum_received"/,/}/s/.*"bits_per_second":[[:space:]]*\([0-9]*\).*/\1/p' /tmp/iperf.json
}

# leak_scan: kmemleak reports objects only after several seconds, and in two
# scans; without kmemleak (a kernel not built for debugging) nothing to do
leak_scan() {
	local file=/sys/kernel/debug/kmemleak
	[ -e $file ] || return 0
	sleep 6
	echo scan >$file
	sleep 6
	echo scan >$file
	cat $file >/tmp/kmemleak.txt
	if [ -s /tmp/kmemleak.txt ]; then
		fail "kmemleak"
		sed 's/^/#   /' /tmp/kmemleak.txt | head -n 80
		artifact /tmp/kmemleak.txt
	else
		ok "kmemleak finds nothing"
	fi
}
