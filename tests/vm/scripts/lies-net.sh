# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# A network driver's user half that lies: lies-net.test says how each is made.
. /test/split-lib.sh

driver=/sys/bus/pci/drivers/8139cp
serve() {	# USERHALF
	/mdrv/mdrvd --foreground "$1" >>$DAEMON_LOG 2>&1 &
	DAEMON=$!
	wait_for 20 attached
}
ended() { wait_for 15 detached || return 1; wait "$DAEMON"; [ $? -ne 0 ]; }
carries() { dev_wait && us_up us0 && wait_for 6 ping_peer 3; }
restart() {
	daemon_kill
	check "$1: rmmod" timeout 60 rmmod 8139cp
	refute "$1: no interface is left" dev_of 8139cp
	refute "$1: no region is left" grep -w 8139cp /proc/iomem
	check "$1: kernel half" insmod /mdrv/8139cp.ko
}

check "peer" peer_up
check "modules" driver_load
daemon_start
check "an honest one works" carries

for lie in close-twice open-twice; do
	daemon_kill
	check "$lie: it is served" serve /lies/$lie.so
	timed timeout 60 ip link set us0 mtu 1400
	check "$lie: an error" test "$RC" -ne 0
	refute "$lie: no hang" test "$RC" -eq 124
	check "$lie: the session is ended" ended
	check "$lie: RTNL is free" rtnl_free
	check "$lie: an honest one" serve /mdrv/8139cp.so
	check "$lie: down" timeout 30 ip link set us0 down
	check "$lie: it works" carries
	check "$lie: MTU" timeout 30 ip link set us0 mtu 1500
	check "$lie: traffic" wait_for 6 ping_peer 3
done

restart no-ops
serve /lies/no-ops.so
check "no-ops: the session is ended" ended
check "no-ops: for that" sh -c "dmesg | grep 'called out of order'"
refute "no-ops: no interface" dev_of 8139cp

restart no-remove
check "no-remove: it is served" serve /lies/no-remove.so
check "no-remove: it works" carries
pci=$(basename "$(readlink -f /sys/class/net/us0/device)")
timed sh -c "echo $pci >$driver/unbind"
check "no-remove: unbound ($MS ms)" test "$RC" -eq 0
check "no-remove: the log says what was left" sh -c "dmesg | grep 'that a release had left'"
refute "no-remove: no interface" dev_of 8139cp
refute "no-remove: no region" grep -w 8139cp /proc/iomem
daemon_kill
check "an honest one" serve /mdrv/8139cp.so
check "bind" sh -c "echo $pci >$driver/bind"
check "works" carries
watchdog 3000
daemon_kill
check "dawdle: it is served" serve /lies/dawdle.so
timed timeout 90 ip link set us0 mtu 1400
check "dawdle: RTNL is not held for long ($MS ms)" test "$MS" -lt "$(patience 15000)"
check "dawdle: the session is ended" ended
watchdog 10000
check "an honest one" serve /mdrv/8139cp.so
check "works" carries
check "down" timeout 30 ip link set us0 down
daemon_kill

check "irq-left: it is served" serve /lies/irq-left.so
refute "irq-left: no interrupt while it is down" sh -c "grep us0 /proc/interrupts"
timed timeout 60 ip link set us0 mtu 1400
check "irq-left: an interrupt ($RC)" sh -c "grep us0 /proc/interrupts"
timed sh -c "echo $pci >$driver/unbind"
check "irq-left: unbound ($MS ms)" test "$RC" -eq 0
refute "irq-left: the interrupt went first" sh -c "grep us0 /proc/interrupts"
refute "irq-left: no interface" dev_of 8139cp
daemon_kill
check "an honest one" serve /mdrv/8139cp.so
check "bind" sh -c "echo $pci >$driver/bind"
check "works" carries
daemon_stop
check "rmmod" timeout 60 rmmod 8139cp
check "rmmod mdrv" rmmod mdrv
leak_scan
