# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# Kept code that frees DMA memory which the user half has mapped, with interrupts off:
# a ring is resized under the driver's lock, again and again, and under traffic.
. /test/split-lib.sh

entries() { awk '/Current/ { now = 1 } now && $1 == "RX:" { print $2; exit }' /tmp/ring; }
resize() { timeout 60 ethtool -G us0 rx "$1" tx 16 && ethtool -g us0 >/tmp/ring && [ "$(entries)" = "$1" ]; }

check "peer" peer_up
check "driver up" driver_up || { show_daemon_log; die "no interface"; }
check "traffic" ping_peer 5
for n in 32 64 128 256 512; do
	check "ring of $n" resize $n
	check "ring of $n: traffic" ping_peer 3
done
ping -q -i 0.02 $PEER_IP >/dev/null &
for n in 512 32 512 32; do check "under traffic: ring of $n" resize $n; done
kill $!
check "registers" sh -c "ethtool -d us0 >/dev/null"
daemon_kill
# ethtool asks for the limits first, and nobody knows them
refute "without a daemon: a ring is refused" timeout 60 ethtool -G us0 rx 64 tx 16
check "without a daemon: traffic" ping_peer 3
check "rmmod" timeout 60 rmmod "$DRIVER"
refute "no region is left" grep -q "$DRIVER" /proc/iomem /proc/ioports
leak_scan
show_daemon_log 10
