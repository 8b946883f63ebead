# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash disable=SC2034
# A network interface on a QEMU hub; the peer, another driver's, is in a namespace.
# $PEER is that driver.  Devices are told apart by their addresses.
US_MAC=52:54:00:00:02:01
SECOND_MAC=52:54:00:00:02:03
PEER_MAC=52:54:00:00:02:02
SECOND_IP=192.0.2.3
# of the background load: as fast as it goes would leave an emulated machine no time
RATE=${RATE:-4M}

by_mac() {
	local dir
	for dir in /sys/class/net/*; do
		[ "$(cat "$dir/address")" = "$1" ] && basename "$dir" && return 0
	done
	return 1
}

class_setup() {
	local f dev

	modprobe "$PEER" || return 1
	wait_for 20 by_mac $PEER_MAC || return 1
	dev=$(by_mac $PEER_MAC)
	ip netns add peer && ip netns add second
	ip link set "$dev" netns peer name peer0
	ip -n peer link set lo up
	ip -n second link set lo up
	ip -n peer addr add $PEER_IP/24 dev peer0
	ip -n peer link set peer0 up
	# Bytes of IPv6 that are sent when the stack likes would show in counters and filters.
	for f in /proc/sys/net/ipv6/conf/*/disable_ipv6; do
		[ -e "$f" ] && echo 1 >"$f"
	done
	iperf_server
}

rename() { [ "$(by_mac "$1")" = "$2" ] || ip link set "$(by_mac "$1")" name "$2"; }

device_ready() {
	by_mac $US_MAC >/dev/null && rename $US_MAC us0 || return 1
	ip addr replace $US_IP/24 dev us0
	ip link set us0 up || return 1
	link_is_up us0 || return 1
	ping -q -c 1 -W 2 $PEER_IP
}
device_works() { wait_for 20 ping_peer 5; }
works() { timeout 30 ethtool -i us0 >/tmp/works.out 2>&1; }

# before anything is bound: the last of those like it
second_path() {
	local name
	name=$(alike | tail -n 1)
	[ -z "$name" ] || echo "/sys/bus/pci/devices/$name"
}

# PCI devices that have the ids of more than one, in order
alike() {
	local dev
	for dev in /sys/bus/pci/devices/*; do
		[ ! -e "$dev/driver" ] || [ -n "$(ls -d "$dev"/virtio* 2>/dev/null)" ] || continue
		case $(cat "$dev/class") in 0x0200*) echo "$(cat "$dev/vendor" "$dev/device" | tr '\n' ' ') ${dev##*/}" ;; esac
	done | awk '{ n[$1 $2]++; d[NR] = $3; k[NR] = $1 $2 } END { for (i = 1; i <= NR; i++) if (n[k[i]] > 1) print d[i] }'
}

second_ready() {
	if ! ip -n second link show us1 >/dev/null 2>&1; then
		by_mac $SECOND_MAC >/dev/null || return 1
		ip link set "$(by_mac $SECOND_MAC)" netns second name us1 || return 1
	fi
	ip -n second addr replace $SECOND_IP/24 dev us1
	ip -n second link set us1 up || return 1
	ip netns exec second ping -q -c 1 -W 2 $PEER_IP
}
second_works() {
	wait_for 20 ip netns exec second ping -q -c 3 -i 0.05 -W 5 $PEER_IP && ip netns exec second ethtool -i us1
}

# -- background load: TCP in both directions, one after the other
load_begin() {
	(while :; do iperf3 -c $PEER_IP -t 3 -b "$RATE"; iperf3 -R -c $PEER_IP -t 3 -b "$RATE"; done) >/tmp/load.out 2>&1 &
	LOAD=$!
}
load_end() {
	local n
	n=$(grep -c 'receiver$' /tmp/load.out)
	wait_for 20 load_more "$n"
	n=$?
	kill $LOAD
	killall iperf3
	wait $LOAD
	iperf_server
	[ $n -eq 0 ]
} 2>/dev/null
# a transfer that began after the last death has ended well
load_more() { [ "$(grep -c 'receiver$' /tmp/load.out)" -gt "$1" ]; }

# -- calls to die in
OPS="ethtool:-i ethtool:-d ethtool:-S ethtool:-r ethtool:- ethtool:-g ethtool:-k ethtool:-a ethtool:-c
	ethtool:-l ethtool:-n ethtool:-e ethtool:-m ethtool:-T ethtool:-P msglvl wol speed id features ring
	channels coalesce pause eeprom updown mtu address promisc selftest mii vlan"
ops() { echo $OPS | tr ' ' '\n'; }
op() {
	case $1 in
	ethtool:-) ethtool us0 ;;
	ethtool:-e) ethtool -e us0 length 16 ;;
	ethtool:*) ethtool "${1#*:}" us0 ;;
	msglvl) ethtool -s us0 msglvl 0x7 ;;
	wol) ethtool -s us0 wol g; ethtool -s us0 wol d ;;
	speed) ethtool -s us0 autoneg on ;;
	id) ethtool -p us0 1 ;;
	features) toggle_features ;;
	ring) ethtool -G us0 rx 128; ethtool -G us0 rx 64 ;;
	channels) ethtool -L us0 combined 1 ;;
	coalesce) ethtool -C us0 rx-usecs 10 ;;
	pause) ethtool -A us0 rx off; ethtool -A us0 rx on ;;
	eeprom) ethtool -E us0 magic 0x1 offset 0x20 value 0x5a ;;
	updown) ip link set us0 down; ip link set us0 up ;;
	mtu) ip link set us0 mtu 1400; ip link set us0 mtu 1500 ;;
	address) ip link set us0 address 02:00:00:00:00:77; ip link set us0 address $US_MAC ;;
	promisc) ip link set us0 promisc on; ip link set us0 promisc off ;;
	selftest) ethtool -t us0 ;;
	mii) nicctl us0 get 1; nicctl us0 private ;;
	vlan) ip link add link us0 name us0.9 type vlan id 9; ip link set us0.9 up; ip link del us0.9 ;;
	esac
}
toggle_features() {
	local f
	for f in rx rxall rxfcs rxvlan; do
		ethtool -K us0 $f off
		ethtool -K us0 $f on
	done
	ethtool -K us0 rxall off rxfcs off
}

. /zoo/class-net-work.sh
