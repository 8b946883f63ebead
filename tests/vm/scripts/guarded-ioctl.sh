# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# The other guarded operation (ndo_eth_ioctl): a bond asks it under RCU of a device that has no
# get_link. The MII registers that it is asked for lie in a part of the request.
. /test/split-lib.sh

says() { [ "$(nicctl part0 "$@")" = "$expected" ]; }
slave_says() { sed -n '/Slave Interface: part0/,$p' /proc/net/bonding/bond0 | grep -q "MII Status: $1"; }

check "kernel half" driver_load
check "user half" daemon_up
before=$(counter upcalls)
expected="phy 3" check "a number is written into the request" says phy
expected="reg 1 = 0x0004" check "a register is asked for" says get 1
check "a register is set" nicctl part0 set 4 0x1e1
expected="reg 4 = 0x01e1" check "it is" says get 4
check "these are crossings" [ "$(counter upcalls)" -ge $((before + 7)) ]
check "the daemon lives" daemon_alive || show_daemon_log

modprobe bonding max_bonds=0
echo +bond0 >/sys/class/net/bonding_masters
echo active-backup >/sys/class/net/bond0/bonding/mode
echo 20 >/sys/class/net/bond0/bonding/miimon
echo 0 >/sys/class/net/bond0/bonding/use_carrier
before=$(counter upcalls)
check "a slave of a bond" ip link set part0 master bond0
check "which has asked it, where it may wait" [ "$(counter upcalls)" -gt "$before" ]
ip link set bond0 up
sleep 2
check "the slave is up" slave_says up
before=$(counter upcalls)
sleep 2
check "the bond asks without crossing" [ "$(counter upcalls)" -eq "$before" ]
daemon_kill
sleep 1
check "without a daemon: the slave is up" slave_says up
check "who may wait is told of it" [ "$(nicctl part0 phy)" = "error: Input/output error" ]
check "out of the bond" ip link set part0 nomaster
ip link del bond0
check "rmmod" timeout 60 rmmod "$DRIVER"
show_daemon_log 10
