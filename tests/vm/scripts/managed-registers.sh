# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash disable=SC2034 # DRIVER is for the library
# The driver of tests/cases/managed-registers, with daemons that die or lie in probe.
. /test/split-lib.sh

DRIVER=gauge
PLATFORM=/sys/bus/platform/drivers/gauge
PCI=/sys/bus/pci/drivers/gauge-pci
edu=$(pci_of 1234:11e8)
HOW=/sys/module/gauge/parameters/how

# for HOW: DIR is the driver to use, NAME the device
use() {
	echo "$1" >$HOW
	case $1 in
	4 | 5) DIR=$PCI NAME=$edu ;;
	*) DIR=$PLATFORM NAME=gauge ;;
	esac
}
bound() { [ -e "$DIR/$NAME/live" ]; }
bind() { echo "$NAME" >"$DIR/bind"; }
unbind() { echo "$NAME" >"$DIR/unbind"; }
live() { cat "$DIR/$NAME/live"; }
closed() { dmesg | grep -c 'gauge: closed ffff9ff2'; }
# what is claimed of the device's registers besides what firmware and the bus say
claimed() { grep -c 'gauge' /proc/iomem; }
registry() { counter registry; }

# same N: nothing but N regions and records are left of what was bound
left() {
	check "$1: nothing is claimed" test "$(claimed)" = "$CLAIMED"
	check "$1: nothing is known" wait_for 5 sh -c "[ \"\$(awk '\$1 == \"registry\" { print \$2 }' $DEBUGFS/gauge/stats)\" = $REGISTRY ]"
}

# works HOW: bound, its registers read and written, closed once by the kept action
works() {
	use "$1"
	before=$(closed)
	check "$1: bind" bind || show_daemon_log
	check "$1: its id and the inverse of 1" test "$(live)" = "010000ed fffffffe"
	echo 0x12345678 >"$DIR/$NAME/live"
	check "$1: another inverse" test "$(live)" = "010000ed edcba987"
	check "$1: unbind" unbind
	check "$1: closed with its registers" test "$(closed)" = $((before + 1))
	left "$1"
}

# dies HOW FUNCTION: when that has returned
dies() {
	use "$1"
	check "$2: a daemon" daemon_up MDRV_FAULT="$2:kill:1"
	refute "$2: no probe" bind 2>/dev/null
	refute "$2: not bound" bound
	check "$2: noticed" wait_for 10 detached
	wait "$DAEMON"
	left "$2"
}

# lies HOW NAME: a user half that asks for other addresses
lies() {
	cp "/liar/$2.so" /mdrv/gauge.so
	check "$2: a daemon" daemon_up
	use "$1"
	refute "$2: no probe" bind 2>/dev/null
	refute "$2: not bound" bound
	check "$2: refused" sh -c "dmesg | grep -q 'mdrv: gauge: mapping of .* refused'"
	left "$2"
	daemon_kill
	check "$2: gone" wait_for 10 detached
}

check "driver" driver_load
check "daemon" daemon_up
use 0
check "bound at once" wait_for 10 bound || show_daemon_log
check "its id" test "$(live)" = "010000ed fffffffe"
check "claimed" test "$(claimed)" -ge 1
unbind
CLAIMED=$(claimed) REGISTRY=$(registry)
note "left behind: $CLAIMED ranges, $REGISTRY entries"
for how in 0 1 2 3 4 5 6; do works $how; done

# without a daemon: the action that stayed still has the registers
use 2
check "bound once more" bind
before=$(closed)
daemon_kill
check "noticed" wait_for 10 detached
check "unbound without a daemon" unbind
check "closed without a daemon" test "$(closed)" = $((before + 1))
left "unbound without a daemon"

dies 0 devm_platform_ioremap_resource
dies 1 devm_platform_ioremap_resource_byname
dies 2 devm_ioremap_resource
dies 3 devm_ioremap
dies 4 pcim_iomap_regions
dies 4 mdrv_pcim_bar
dies 5 pcim_iomap
dies 5 devm_add_action_or_reset
dies 6 devm_platform_get_and_ioremap_resource

cp /mdrv/gauge.so /liar/honest.so
lies 3 elsewhere
lies 3 beyond

# a user half that reads registers of the binding before: they are gone
cp /liar/keeps.so /mdrv/gauge.so
check "keeps: a daemon" daemon_up
use 0
check "keeps: bind" bind
check "keeps: unbind" unbind
refute "keeps: no second probe" bind 2>/dev/null
check "keeps: it is gone" wait_for 10 detached
left "keeps"

cp /liar/honest.so /mdrv/gauge.so
check "a daemon that lives" daemon_up
works 0
check "unload" timeout 60 rmmod gauge
daemon_stop
leak_scan
