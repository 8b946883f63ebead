# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# Differential test, the part in the VM: one list of management commands on the
# driver that $MODE says.  d-manage.test boots one VM for each (the chip keeps
# state from one driver to the next) and compares: output, errors, exit statuses
# and the driver's kernel messages must be equal but for what volatile() lists.

# Only what differs between two runs of the native driver, or what names memory.
volatile() {
	sed -E \
		-e 's/^\[ *[0-9.]+\] //' \
		-e 's/^[0-9]+: (us0|eth)/N: \1/' \
		-e 's/(maxmtu|qdisc|parentbus|addrgenmode) [^ ]+/\1 V/' \
		-e 's/at 0x[0-9a-f()_ptrval]+,/at 0xADDRESS,/' \
		-e 's/time [0-9]+ms/time V/' \
		-e '/^rtt min/d' \
		-e 's/^( *[0-9.]+) sec/V sec/'
}

# registers DUMP: ethtool -d, raw, one line per register that must agree.  Not
# compared: statistics address (0x10-17), ring addresses (0x20-2f, e4-eb),
# interrupt status (3e-3f), the timer (48-4b).
registers() {
	ethtool -d us0 raw on >/tmp/regs.bin || return
	od -An -v -tx1 -w1 /tmp/regs.bin | awk '{
		i = NR - 1
		v = (i >= 16 && i < 24) || (i >= 32 && i < 48) || (i >= 228 && i < 236) ||
		    i == 62 || i == 63 || (i >= 72 && i < 76)
		printf "%02x: %s\n", i, v ? "volatile" : $1
	}'
}

# The statistics block counts frames that the stacks send when they like
# (neighbour discovery, ARP), so values are compared as "moved" or not.  The chip
# counts a frame that finds the ring full as rx_err: on a busy host that just happens.
stats() {
	ethtool -S us0 >/tmp/stats || return
	sed -E -e 's/: ([1-9][0-9]*)$/: some/' -e 's/(rx_err): .*/\1: V/' /tmp/stats
}

link_counters() {
	ip -s link show us0 >/tmp/counters || return
	awk '/RX:/ { getline; print "rx", ($1 > 0), ($2 > 0), $3, $4 }
	     /TX:/ { getline; print "tx", ($1 > 0), ($2 > 0), $3, $4 }' /tmp/counters
}

# attribute files, but for those that count or name memory
attributes() {
	local f
	for f in address addr_len broadcast carrier dev_id duplex flags gro_flush_timeout mtu \
		operstate speed tx_queue_len type name_assign_type; do
		echo "$f: $(cat /sys/class/net/us0/$f 2>&1)"
	done
	echo "irq: $(grep -c us0 /proc/interrupts)"
}

rx_path() { ping -q -c 3 -i 0.05 -W 5 "$PEER_IP" | grep -E 'packets|loss' | volatile; }

# Every command with its output and status.
run() {
	local rc=0
	echo "\$ $*"
	timeout 60 "$@" 2>&1 || rc=$?
	echo "status $rc"
}
# the same for functions, which timeout cannot run
run_fn() {
	local rc=0
	echo "\$ $*"
	"$@" 2>&1 || rc=$?
	echo "status $rc"
}

# write VALUE FILE: an error shows, as with run
write() { echo "$1" >"$2"; }

queries() {
	local opt
	for opt in -i -g -k -a -c -l -n -x -T -P -m "--show-eee" "--show-priv-flags" \
		"--show-fec" "--phy-statistics" "--show-module" "--show-tunnels" "-w" "--get-dump"; do
		run ethtool "$opt" us0
	done
	run ethtool us0
	run_fn registers
	run ethtool -e us0
	run ethtool -e us0 raw off offset 0 length 20
	run ethtool -e us0 offset 200 length 100
	run_fn stats
	run nicctl us0 phy
	for opt in 0 1 2 3 4 5 6 7 8 31 40; do
		run nicctl us0 get $opt
	done
	for opt in 0x1 0x5 0x7 0xa 0x10 0x14 0x1e 0x21 0x25 0x27 0xffff; do
		run nicctl us0 ethtool $opt
	done
	run nicctl us0 private
	run_fn attributes
	run ip -d link show us0
}

settings() {
	local opt
	# message level
	for opt in 0 0x7 0xffff "drv on" "drv off"; do
		# shellcheck disable=SC2086 # two words
		run ethtool -s us0 msglvl $opt
		run nicctl us0 ethtool 0x7
	done
	run ethtool -s us0 msglvl 0x7
	# wake on LAN
	for opt in p u m b g pumbg a s d; do
		run ethtool -s us0 wol $opt
		run ethtool us0
	done
	# link
	for opt in "speed 10 duplex half autoneg off" "speed 100 duplex full autoneg off" \
		"speed 1000 duplex full autoneg off" "speed 100 duplex half" "autoneg on" \
		"advertise 0x001" "advertise 0x00f" "port tp" "phyad 1" "mdix on"; do
		# shellcheck disable=SC2086 # words
		run ethtool -s us0 $opt
		run ethtool us0
	done
	run ethtool -r us0
	# features
	for opt in rx tx sg tso gso gro rxvlan txvlan rxall rxfcs ntuple lro highdma \
		tx-nocache-copy rx-vlan-filter; do
		run ethtool -K us0 $opt off
		run ethtool -k us0
		run ethtool -K us0 $opt on
		run ethtool -k us0
		run_fn registers
	done
	run ethtool -K us0 rxall off
	run ethtool -K us0 tx-nocache-copy off
	# what the driver does not offer must fail the same way
	run ethtool -G us0 rx 128
	run ethtool -A us0 rx off
	run ethtool -C us0 rx-usecs 10
	run ethtool -L us0 combined 2
	run ethtool -X us0 equal 1
	run ethtool -t us0
	run ethtool -p us0 1
	run ethtool -f us0 nosuch
	run ethtool -Q us0 queue_mask 0x1 --show-coalesce
	run ethtool --reset us0 all
	run ethtool --set-eee us0 eee on
	run ethtool --set-priv-flags us0 nosuch on
	run ethtool --test us0 offline
	# EEPROM: wrong magic; a byte written, read back, restored
	run ethtool -E us0 magic 0x1 offset 0x20 value 0x5a
	run ethtool -E us0 magic 0x8139 offset 0x20 value 0x5a
	run ethtool -e us0 offset 0x20 length 4
	run ethtool -E us0 magic 0x8139 offset 0x21 value 0xa5
	run ethtool -e us0 offset 0x20 length 4
	run ethtool -E us0 magic 0x8139 offset 0x20 value 0
	run ethtool -E us0 magic 0x8139 offset 0x21 value 0
	run ethtool -E us0 magic 0x8139 offset 500 value 0
	# MII registers
	run nicctl us0 set 4 0x01e1
	run nicctl us0 get 4
	run nicctl us0 set 0 0x1200
	run nicctl us0 set 12 0x1234
}

# interface settings, each with what the chip then has
interface() {
	local opt
	for opt in 1400 1500 4096 68 576 67 4097 9000 0 1500; do
		run ip link set us0 mtu $opt
		run_fn attributes
	done
	for opt in 02:00:00:00:00:77 01:00:5e:00:00:01 00:00:00:00:00:00 52:54:00:00:02:01; do
		run ip link set us0 address $opt
		run_fn registers
		run_fn attributes
	done
	for opt in promisc allmulticast multicast arp; do
		run ip link set us0 $opt on
		run_fn registers
		run ip link show us0
		run ip link set us0 $opt off
		run_fn registers
		run ip link show us0
	done
	run ip link set us0 multicast on arp on
	for opt in 33:33:00:00:00:42 01:00:5e:01:02:03 01:80:c2:00:00:0e; do
		run ip maddr add $opt dev us0
		run_fn registers
	done
	run ip maddr show dev us0
	for opt in 33:33:00:00:00:42 01:00:5e:01:02:03 01:80:c2:00:00:0e; do
		run ip maddr del $opt dev us0
	done
	run_fn registers
	# more groups than the driver filters: all multicast
	for opt in 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11 12 13 14 \
		15 16 17 18 19 1a 1b 1c 1d 1e 1f 20 21 22 23 24; do
		ip maddr add 01:00:5e:7f:00:$opt dev us0
	done
	run_fn registers
	for opt in 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11 12 13 14 \
		15 16 17 18 19 1a 1b 1c 1d 1e 1f 20 21 22 23 24; do
		ip maddr del 01:00:5e:7f:00:$opt dev us0
	done
	run_fn registers
	run ip link set us0 txqueuelen 500
	run ip link set us0 alias "the split one"
	run ip -d link show us0
}

# traffic over a tagged link: the chip inserts and strips the tags
vlan() {
	modprobe 8021q || return
	run ip link add link us0 name us0.5 type vlan id 5
	ip -n peer link add link peer0 name peer0.5 type vlan id 5
	run ip addr add 198.51.100.1/24 dev us0.5
	ip -n peer addr add 198.51.100.2/24 dev peer0.5
	run ip link set us0.5 up
	ip -n peer link set peer0.5 up
	ping -q -c 1 -w 10 198.51.100.2 >/dev/null
	ping -q -c 3 -i 0.05 -W 5 198.51.100.2 | grep packets | volatile
	run ip link del us0.5
	ip -n peer link del peer0.5
}

# suspend DEPTH: the devices' suspend and resume functions, without sleeping
suspend() {
	write devices /sys/power/pm_test || return
	write "$1" /sys/power/state
	write none /sys/power/pm_test
}

power() {
	[ -e /sys/module/suspend/parameters/pm_test_delay ] &&
		write 1 /sys/module/suspend/parameters/pm_test_delay
	run ethtool -s us0 wol g
	run_fn suspend mem
	run_fn wait_link us0
	run_fn registers
	rx_path
	run ethtool us0
	run ethtool -s us0 wol d
	run_fn suspend freeze
	run_fn wait_link us0
	rx_path
	run ip link set us0 down
	run_fn suspend mem
	run ethtool us0
	run ip link set us0 up
	run_fn wait_link us0
	rx_path
}

rebind() {
	local pci
	pci=$(basename "$(readlink -f /sys/class/net/us0/device)")
	run_fn write "$pci" /sys/bus/pci/drivers/"$DRIVER"/unbind
	run ip link show us0
	run_fn write "$pci" /sys/bus/pci/drivers/"$DRIVER"/bind
	run_fn dev_wait
	run_fn us_up us0
	rx_path
	# a MAC address in the EEPROM is what the next probe finds
	run ethtool -E us0 magic 0x8139 offset 14 value 0x99
	run_fn write "$pci" /sys/bus/pci/drivers/"$DRIVER"/unbind
	run_fn write "$pci" /sys/bus/pci/drivers/"$DRIVER"/bind
	run_fn dev_wait
	run_fn attributes
	run ethtool -P us0
	run ethtool -e us0 offset 0 length 32
	run ethtool -E us0 magic 0x8139 offset 14 value 0x52
	run_fn write "$pci" /sys/bus/pci/drivers/"$DRIVER"/unbind
	run_fn write "$pci" /sys/bus/pci/drivers/"$DRIVER"/bind
	run_fn dev_wait
	run_fn attributes
}

updown() {
	for _ in 1 2 3 4 5; do
		run ip link set us0 down
		run_fn attributes
		run ip link set us0 up
		run_fn wait_link us0
	done
	rx_path
}

# what one driver does, from load to unload
story() {
	dmesg -c >/dev/null
	echo "== load"
	run_fn driver_load
	run_fn daemon_start
	run_fn dev_wait
	run ip link show us0
	echo "== queries, interface down"
	queries
	echo "== settings, interface down"
	settings
	interface
	echo "== up"
	run_fn us_up us0
	rx_path
	queries
	settings
	run_fn wait_link us0
	rx_path
	interface
	run_fn wait_link us0
	rx_path
	run_fn link_counters
	vlan
	updown
	echo "== power"
	power
	echo "== rebind"
	rebind
	echo "== unload"
	run ip link set us0 down
	run_fn driver_unload
	run ip link show us0
	echo "== load again"
	run_fn driver_load
	# the second load of a kernel half waits for a daemon again
	[ "$MODE" = native ] || daemon_alive || daemon_start
	run_fn dev_wait
	run_fn us_up us0
	rx_path
	queries
	run_fn driver_unload
	daemon_kill
	echo "== kernel messages"
	# The order of what interrupts and commands print is left to chance.
	dmesg | grep -E "$DRIVER|us0" | grep -v -e mdrv -e '] IPv6: ' | sed -E 's/eth[0-9]+|us0/DEV/g' | volatile | sort
}

. /test/split-lib.sh
# shellcheck disable=SC2154 # of guest-lib
# IPv6 joins groups when link watching finds the time, and the filter shows it
for f in /proc/sys/net/ipv6/conf/*/disable_ipv6; do
	[ -e "$f" ] && echo 1 >"$f"
done
check "peer comes up" peer_up
story 2>&1 | volatile >/tmp/manage.out
artifact /tmp/manage.out
note "$(grep -c '^\$' /tmp/manage.out) commands, $(grep -c '^status [^0]' /tmp/manage.out) failed"
check "the list of commands ran to its end" grep -q '^== kernel messages' /tmp/manage.out
if [ "$MODE" = split ]; then
	show_daemon_log 10
fi
leak_scan
