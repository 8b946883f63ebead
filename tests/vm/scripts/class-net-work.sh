# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash disable=SC2086 # words
# The workload of class net: management commands with all they print, traffic with what
# must be equal about it.

run() {
	local rc=0
	echo "\$ $*"
	timeout 60 "$@" >/tmp/run.out 2>&1 || rc=$?
	volatile </tmp/run.out
	echo "status $rc"
}
run_fn() {
	local rc=0
	echo "\$ $*"
	"$@" >/tmp/run.out 2>&1 || rc=$?
	volatile </tmp/run.out
	echo "status $rc"
}

# what differs between any two runs, whatever the driver
volatile() {
	sed -E -e 's/^[0-9]+: (us0|eth)/N: \1/' -e 's/(qdisc|parentbus|addrgenmode|numtxqueues) [^ ]+/\1 V/' \
		-e 's/time [0-9]+ms/time V/' -e '/^rtt min/d' -e '/^test.*extra info:/d' \
		-e 's/^( {5}[^:]+): [1-9][0-9]*$/\1: some/'
}

carrier() { echo "carrier $(cat /sys/class/net/us0/carrier 2>&1)"; }
attributes() {
	local f
	for f in address addr_len broadcast carrier dev_id duplex flags mtu operstate speed tx_queue_len type; do
		echo "$f $(cat /sys/class/net/us0/$f 2>&1)"
	done
	echo "interrupts $(grep -c us0 /proc/interrupts)"
}
# what a change that takes the link down for a while has led to
settled() {
	wait_for 10 link_is_up us0
	attributes
}
# up again, if what was done took it down for a while
settle() { wait_link us0 && wait_for 20 ping_peer 1; }
pings() { wait_for 20 ping_peer 5 && echo "no ping lost"; }

queries() {
	local opt
	for opt in -i -g -k -a -c -l -n -x -T -P -m --show-eee --show-priv-flags --show-fec \
		--phy-statistics --show-tunnels -w -S -d; do
		run ethtool $opt us0
	done
	run ethtool us0
	run ethtool -e us0 offset 0 length 32
	run nicctl us0 phy
	for opt in 0 1 2 3 4 5 31; do run nicctl us0 get $opt; done
	run nicctl us0 private
	run_fn attributes
}

settings() {
	local opt
	for opt in "-s us0 msglvl 0" "-s us0 msglvl drv on" "-s us0 msglvl 0x7" "-s us0 wol pumbg" "-s us0 wol g" \
		"-s us0 wol d" "-s us0 speed 10 duplex half autoneg off" "-s us0 speed 100 duplex full autoneg off" \
		"-s us0 advertise 0x00f" "-s us0 port tp" "-s us0 mdix on" "-s us0 autoneg on" "-r us0" \
		"-G us0 rx 128" "-G us0 rx 1 tx 1" "-G us0 rx 256 tx 256" "-G us0 rx 100000" "-G us0 rx 64 tx 64" \
		"-A us0 rx off tx off" "-A us0 rx on tx on" "-C us0 rx-usecs 10" "-C us0 rx-usecs 0 tx-frames 1" \
		"-L us0 combined 2" "-L us0 combined 1" "-X us0 equal 1" "-t us0 online" "-p us0 1" "-f us0 nosuch" \
		"-Q us0 queue_mask 0x1 --show-coalesce" "--reset us0 all" "--set-eee us0 eee on" \
		"--set-priv-flags us0 nosuch on" "-N us0 rx-flow-hash tcp4 sd" "-E us0 magic 0x1 offset 0x20 value 0x5a"; do
		run ethtool $opt
	done
	run ethtool us0
	run ethtool -g us0
	run ethtool -k us0
	for opt in rx tx sg tso gso gro rxvlan txvlan rxall rxfcs lro rx-vlan-filter loopback; do
		run ethtool -K us0 $opt off
		run ethtool -K us0 $opt on
	done
	run ethtool -K us0 rxall off rxfcs off loopback off
	run ethtool -k us0
	run ethtool -i us0
}

interface() {
	local opt
	for opt in 1400 68 67 4096 9000 0 1500; do
		run ip link set us0 mtu $opt
		run_fn settled
	done
	for opt in 02:00:00:00:00:77 01:00:5e:00:00:01 00:00:00:00:00:00 $US_MAC; do
		run ip link set us0 address $opt
	done
	for opt in promisc allmulticast; do
		run ip link set us0 $opt on
		run_fn settled
		run ip link set us0 $opt off
	done
	for opt in 33:33:00:00:00:42 01:00:5e:01:02:03; do run ip maddr add $opt dev us0; done
	run ip maddr show dev us0
	for opt in 33:33:00:00:00:42 01:00:5e:01:02:03; do run ip maddr del $opt dev us0; done
	for opt in $(seq 10 49); do ip maddr add 01:00:5e:7f:00:$opt dev us0; done
	run ethtool -d us0
	for opt in $(seq 10 49); do ip maddr del 01:00:5e:7f:00:$opt dev us0; done
	run_fn pings
}

vlan() {
	run ip link add link us0 name us0.5 type vlan id 5
	ip -n peer link add link peer0 name peer0.5 type vlan id 5
	run ip addr add 198.51.100.1/24 dev us0.5
	ip -n peer addr add 198.51.100.2/24 dev peer0.5
	run ip link set us0.5 up
	ip -n peer link set peer0.5 up
	wait_for 20 ping -q -c 3 -i 0.05 -W 5 198.51.100.2 && echo "tagged frames go both ways"
	run ip link del us0.5
	ip -n peer link del peer0.5
}

# rings and frame sizes change while frames go through them
under_traffic() {
	load_begin
	sleep 1
	for opt in "ethtool -G us0 rx 128" "ethtool -G us0 tx 128" "ip link set us0 mtu 1300" "ethtool -G us0 rx 256" \
		"ip link set us0 mtu 1500" "ethtool -K us0 rx off" "ethtool -K us0 rx on" "ethtool -r us0" "ethtool -S us0"; do
		run $opt
	done
	load_end && echo "traffic went on"
	run_fn pings
}

unplugged() { [ "$(cat /sys/class/net/us0/carrier)" = 0 ]; }

# The cable is QEMU's.  Some chips have no way to tell.
unplug() {
	monitor "set_link us off"
	wait_for 5 unplugged
	run_fn carrier
	run ethtool us0
	monitor "set_link us on"
	run_fn settle
	run_fn carrier
	run_fn pings
}

rate() {
	iperf3 -c "$PEER_IP" -t 1 -O 0 "$@" >/tmp/rate.out 2>&1 || { cat /tmp/rate.out; return 1; }
	echo "bytes arrive: $(grep -c 'receiver$' /tmp/rate.out)"
}

workload() {
	local f
	echo "== up"
	queries
	settings
	run_fn settle
	interface
	vlan
	echo "== traffic"
	run_fn rate
	run_fn rate -R
	ping -q -f -c 300 -W 5 "$PEER_IP" | grep -c ' 0% packet loss'
	ping -q -f -c 100 -s 1472 -W 5 "$PEER_IP" | grep -c ' 0% packet loss'
	under_traffic
	unplug
	echo "== down"
	run ip link set us0 down
	queries
	settings
	run ip link set us0 up
	run_fn settle
	run_fn attributes
	echo "== kernel messages"
	dmesg | grep -E "$DRIVER|us0" | grep -v -e mdrv -e '] IPv6: ' | sed -E 's/^\[ *[0-9.]+\] //; s/eth[0-9]+|us[01]/DEV/g' |
		sed -E 's/at 0x[0-9a-f()_ptrval]+,/at ADDRESS,/' | sort -u
}
