# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# A guarded operation (get_link): who may wait asks the user half, who must not is answered
# by the kernel half. The bond asks under RCU, many times a second; upcalls from there would
# be told in the kernel's log, which the test's end looks at.
. /test/split-lib.sh

link() { ethtool us0 | sed -n 's/.*Link detected: //p'; }
bond_says() { grep -q "MII Status: $1" /proc/net/bonding/bond0; }
slave_says() { sed -n '/Slave Interface: us0/,$p' /proc/net/bonding/bond0 | grep -q "MII Status: $1"; }

check "peer" peer_up
check "driver up" driver_up || { show_daemon_log; die "no interface"; }
check "the link, by the user half" [ "$(link)" = yes ]
before=$(counter upcalls)
[ "$(link)" = yes ]
check "that is a crossing" [ "$(counter upcalls)" -gt "$before" ]

modprobe bonding max_bonds=0
echo +bond0 >/sys/class/net/bonding_masters
echo active-backup >/sys/class/net/bond0/bonding/mode
echo 20 >/sys/class/net/bond0/bonding/miimon
echo 0 >/sys/class/net/bond0/bonding/use_carrier
ip link set us0 down
check "a slave of a bond" ip link set us0 master bond0
ip link set bond0 up
sleep 2
check "the slave is up" slave_says up
before=$(counter upcalls)
sleep 2
check "the bond asks without crossing" [ "$(counter upcalls)" -eq "$before" ]
check "the bond is up" bond_says up
daemon_kill
sleep 1
check "without a daemon: the bond is up" slave_says up
check "out of the bond" ip link set us0 nomaster
ip link del bond0
check "rmmod" timeout 60 rmmod "$DRIVER"
show_daemon_log 10
