# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# shellcheck disable=SC2119,SC2120 # faults are arguments of some loads only
# Whatever half took something, and in whatever state the driver goes: afterwards
# nothing of it is left in the kernel.  $DRIVER is the module, $DEPS what it needs,
# $FAULTS entries of its removal at which the user half is killed, stopped and loops.
. /test/split-lib.sh

PCI=$(pci_of "$ID") || die "no device $ID"
BOUND=/sys/bus/pci/drivers/$SYSFS

# What a driver may leave behind: regions, interrupts, device files, classes.
left() {
	cat /proc/iomem /proc/ioports
	sed -n 's/^ *\([0-9]*\):.* \([^ ]*\)$/\1 \2/p' /proc/interrupts
	ls /sys/class/*/ /dev
	cat /proc/misc /proc/devices
	cat "/sys/bus/pci/devices/$PCI/enable"
}

all_gone() { ! grep -q "^$(echo "$DRIVER" | tr - _) " /proc/modules; }
bound() { [ -e "$BOUND/$PCI" ]; }

load() {
	: >$DAEMON_LOG
	insmod "/mdrv/$DRIVER.ko" && daemon_start "$@" && wait_for 20 bound
}

# as_before WHAT
as_before() {
	wait_for 5 all_gone
	check "$1: the module is gone" all_gone
	left >/tmp/left.now
	check "$1: nothing is left" diff -U0 /tmp/left.before /tmp/left.now
	daemon_kill
}

# with_fault FUNCTION ACTION
with_fault() {
	check "$2 at $1: loads" load "MDRV_FAULT=$1:$2" || return
	timed timeout 60 rmmod "$DRIVER"
	check "$2 at $1: struck" grep -q "MDRV_FAULT: $2" $DAEMON_LOG
	check "$2 at $1: rmmod in bounded time" test "$RC" = 0
	kill -CONT "$DAEMON" 2>/dev/null
	as_before "$2 at $1"
}

unbind() { timeout 60 sh -c 'echo "$1" >"$2"' sh "$PCI" "$BOUND/unbind"; }
bind() { echo "$PCI" >"$BOUND/bind" && wait_for 5 bound; }

for dep in $DEPS; do modprobe "$dep" || die "no $dep"; done
insmod /mdrv/mdrv.ko backoff=0
watchdog 3000
check "first load" load || { show_daemon_log; die "it does not bind"; }
rmmod "$DRIVER"
daemon_kill
left >/tmp/left.before

check "daemon alive: loads" load
check "daemon alive: rmmod" timeout 60 rmmod "$DRIVER"
as_before "daemon alive"

check "no daemon: loads" load
daemon_kill
check "no daemon: rmmod" timeout 60 rmmod "$DRIVER"
as_before "no daemon"

for fault in $FAULTS; do
	for action in kill stop loop; do with_fault "$fault" $action; done
done

check "unbind: loads" load
check "unbind: with a daemon" unbind
check "unbind: bound again" bind
daemon_kill
check "unbind: without one" unbind
daemon_start
check "unbind: a new daemon attaches" wait_for 10 attached
check "unbind: bound once more" bind
check "unbind: nothing is held twice" test "$(counter acquired)" -le "${HELD:-64}"
check "unbind: rmmod" timeout 60 rmmod "$DRIVER"
as_before "unbind"

pages() { awk '/VmallocUsed|^Slab|SUnreclaim/ { print $1, $2 }' /proc/meminfo; }
maps() { grep -c ioremap /proc/vmallocinfo; }
once() { load && timeout 60 rmmod "$DRIVER"; daemon_kill; }
i=0
while [ $i -lt "${ROUNDS:-20}" ]; do
	once || break
	[ $i != 2 ] || { pages >/tmp/pages.before; maps >/tmp/maps.before; }
	i=$((i + 1))
done
check "${ROUNDS:-20} rounds" test $i = "${ROUNDS:-20}"
check "rounds: mappings as before" test "$(maps)" = "$(cat /tmp/maps.before)"
note "before: $(tr '\n' ' ' </tmp/pages.before) after: $(pages | tr '\n' ' ')"
as_before "rounds"
leak_scan
show_daemon_log 10
