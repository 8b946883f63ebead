# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash disable=SC2034 # DRIVER is for the library
# The driver of tests/cases/managed-irq, with daemons that name interrupt 9: the board's,
# which may be shared.
. /test/split-lib.sh

DRIVER=watch
PLATFORM=/sys/bus/platform/drivers/watch
PCI=/sys/bus/pci/drivers/watch-pci
edu=$(pci_of 1234:11e8)
HOW=/sys/module/watch/parameters/how

# for HOW: DIR is the driver to use, NAME the device
use() {
	echo "$1" >$HOW
	DIR=$PLATFORM NAME=watch
	[ "$1" -lt 2 ] || { DIR=$PCI NAME=$edu; }
}
bound() { [ -e "$DIR/$NAME/raise" ]; }
bind() { echo "$NAME" >"$DIR/bind"; }
unbind() { ! bound || echo "$NAME" >"$DIR/unbind"; }
raise() { echo "$1" >"$DIR/$NAME/raise"; }
raised() { cat "$DIR/$NAME/raise"; }
is_raised() { [ "$(raised)" = "$1" ]; }
handlers() { grep -c watch /proc/interrupts; }
refused() { dmesg | tail -n 20 | grep -q 'called out of order'; }

# works HOW EACH: EACH is what one interrupt adds
works() {
	use "$1"
	check "$1: bind" bind || show_daemon_log
	check "$1: it has a handler" test "$(handlers)" = 1
	for n in 0 1 2; do
		check "$1: raise, $n" raise $n || show_daemon_log
		check "$1: seen, $n, and not while disabled" wait_for 5 is_raised "$(((n + 1) * $2)) 0" || raised
	done
	check "$1: unbind" unbind
	check "$1: no handler is left" test "$(handlers)" = 0
}

honest() {
	cp /liar/honest.so /mdrv/watch.so
	check "$1: an honest daemon" daemon_up
}

# requests HOW: a user half that asks for the other one
requests() {
	cp /liar/request.so /mdrv/watch.so
	check "request, $1: a daemon" daemon_up
	use "$1"
	refute "request, $1: no probe" bind 2>/dev/null
	refute "request, $1: not bound" bound
	check "request, $1: for that" refused
	check "request, $1: it is gone" wait_for 10 detached
	check "request, $1: nothing of it is left" test "$(handlers)" = 0
	honest "request, $1"
	works "$1" "$2"
	daemon_kill
	check "request, $1: unserved" wait_for 10 detached
}

# disables HOW NAME VALUE: one that disables the other one, or enables it, or its own twice
disables() {
	honest "$2, $1"
	use "$1"
	check "$2, $1: bind" bind
	daemon_kill
	check "$2, $1: unserved" wait_for 10 detached
	cp "/liar/$2.so" /mdrv/watch.so
	check "$2, $1: a daemon" daemon_up
	refute "$2, $1: fails" raise "$3" 2>/dev/null
	check "$2, $1: for that" refused
	check "$2, $1: it is gone" wait_for 10 detached
	honest "$2, $1"
	check "$2, $1: its own is not disabled" raise 0
	check "$2, $1: unbind" unbind
	daemon_kill
	check "$2, $1: unserved" wait_for 10 detached
}

check "there is another's interrupt" grep -q '^ *9:.*acpi' /proc/interrupts
check "driver" driver_load
cp /mdrv/watch.so /liar/honest.so
check "daemon" daemon_up
use 0
check "bound at once" wait_for 10 bound || show_daemon_log
unbind
for how in 0 2; do works $how 1; done
for how in 1 3; do works $how 101; done
daemon_kill
check "unserved" wait_for 10 detached

for how in 0 2; do
	requests $how 1
	requests $((how + 1)) 101
	disables $how disable 1
	disables $how nosync 2
	disables $how enable 1
	disables $how twice 1
done
honest "in the end"
check "unload" timeout 60 rmmod watch
daemon_stop
leak_scan
