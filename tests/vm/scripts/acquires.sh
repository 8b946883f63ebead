# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash disable=SC2034,SC2119,SC2120
# The drivers of acquires/recipes.yaml: NAME-kk, -ku, -uk, -uu take something in the kernel
# half or the user half, and give it back there.
. /test/split-lib.sh

EDU=1234:11e8

# What a driver may leave behind: regions, interrupts, device files, classes. The session of
# a daemon has a device file as well.
left() { all_left | grep -v '^mdrv[0-9]*$'; }
all_left() {
	cat /proc/iomem /proc/ioports
	sed -n 's/^ *\([0-9]*\):.* \([^ ]*\)$/\1 \2/p' /proc/interrupts
	ls /sys/class/*/ /dev
	cat /proc/misc /proc/devices /proc/tty/drivers
	for device in $PCI; do cat "/sys/bus/pci/devices/$device/enable"; done
	lsmod | awk '$1 !~ /^(acquires|mdrv)/ { print $1, $3 }'
}

drivers() { for_names "$BUS"/drivers/*-[ku][ku]; }
for_names() { for path; do basename "$path"; done; }
group_file() { echo "/mdrv-$1/acquires_$1.$2"; }

# device_of DRIVER: its platform device, or the PCI device of its pair of halves
device_of() {
	local n
	case $1 in *-kk) n=0 ;; *-ku) n=1 ;; *-uk) n=2 ;; *-uu) n=3 ;; esac
	[ "$GROUP" = pci ] || { echo "$1.$n"; return; }
	# shellcheck disable=SC2086 # words
	set -- $PCI
	shift $n
	echo "$1"
}

bound() { [ -e "$BUS/drivers/$1/$(device_of "$1")" ]; }

bind() {
	[ "$GROUP" != pci ] || echo "$1" >"$BUS/devices/$(device_of "$1")/driver_override"
	device_of "$1" >"$BUS/drivers/$1/bind"
}

unbind() { device_of "$1" >"$BUS/drivers/$1/unbind"; }

serve() {
	/mdrv/mdrvd --foreground "$(group_file "$GROUP" so)" >>$DAEMON_LOG 2>&1 &
	DAEMON=$!
	wait_for 20 attached
}

# as_before WHAT: nothing is held, and nothing can be seen of it
as_before() {
	check "$1: nothing is held" test "$(counter acquired)" = "$HELD"
	left >/tmp/left.now
	check "$1: nothing is left" diff -U0 "$LEFT" /tmp/left.now
}

# one DRIVER: what its probe takes is known, whoever takes it, and goes with its remove
one() {
	check "$1: probe" bind "$1" || return
	case " $SCOPED " in
	*" ${1%-??} "*) ;;
	*) check "$1: known" test "$(counter acquired)" -gt "$HELD" ;;
	esac
	unbind "$1"
	check "$1: given back" test "$(counter acquired)" = "$HELD" ||
		HELD=$(counter acquired)
}

# each ACTION: of all drivers; those of PCI in turn, since they have four devices
each() {
	local driver bad=''
	for driver in $2; do "$1" "$driver" || bad="$bad $driver"; done
	check "$GROUP: $1 of all:$bad" test -z "$bad"
}

# orphans DRIVERS: the user half dies between their probes and their removes
orphans() {
	each bind "$1"
	[ "$(counter acquired)" -ge "$HELD" ]
	daemon_kill
	wait_for 20 detached
	each unbind "$1"
	as_before "$GROUP: unbound without a daemon: $(echo "$1" | head -n 1)"
	check "$GROUP: another daemon" serve
}

all_orphans() {
	local name
	[ "$GROUP" = pci ] || { orphans "$(drivers)"; return; }
	for name in $(drivers | sed 's/-..$//' | sort -u); do orphans "$(drivers | grep "^$name-..\$")"; done
}

gone() { ! grep -q "^$DRIVER " /proc/modules; }

# unload WHAT
unload() {
	check "$1: rmmod" timeout 120 rmmod "$DRIVER"
	refute "$1: no session has ended badly" sh -c 'dmesg | grep "ended with error"'
	check "$1: the module is gone" wait_for 10 gone
	left >/tmp/left.now
	check "$1: nothing is left" diff -U0 /tmp/left.start /tmp/left.now
	daemon_kill
}

load() { insmod "$(group_file "$GROUP" ko)" && serve; }
all_bound() { for_all bound; }
for_all() { local driver; for driver in $(drivers); do "$1" "$driver" || return 1; done; }

# All drivers of the group $GROUP, whose directory is /mdrv
run_group() {
	local driver
	GROUP=$1 DRIVER=acquires_$1 BUS=/sys/bus/platform
	[ "$GROUP" != pci ] || BUS=/sys/bus/pci
	rm -f /mdrv
	ln -s "/mdrv-$GROUP" /mdrv
	grep -q '^mdrv ' /proc/modules || insmod /mdrv/mdrv.ko backoff=0
	left >/tmp/left.start
	check "$GROUP: loads" load || { show_daemon_log; return; }
	note "$GROUP: $(drivers | wc -l) drivers"
	if [ "$GROUP" != pci ]; then
		wait_for 60 all_bound
		for driver in $(drivers); do check "$driver: bound" bound "$driver"; done
		each unbind "$(drivers)"
	fi
	HELD=$(counter acquired) LEFT=/tmp/left.$GROUP
	left >"$LEFT"
	for driver in $(drivers); do one "$driver"; done
	as_before "$GROUP: one after another"
	check "$GROUP: still the same daemon" daemon_alive
	all_orphans
	[ "$GROUP" = pci ] || each bind "$(drivers)"
	unload "$GROUP: with a daemon"
	[ "$GROUP" != pci ] || return 0
	check "$GROUP: loads again" load
	check "$GROUP: all bound again" wait_for 60 all_bound
	daemon_kill
	unload "$GROUP: without one"
}

PCI=$(for device in /sys/bus/pci/devices/*; do
	[ "$(cat "$device/vendor")" = 0x${EDU%:*} ] && [ "$(cat "$device/device")" = 0x${EDU#*:} ] && basename "$device"
done)
for module in $DEPENDS; do modprobe "$module"; done
case $GROUPS_OF_ACQUIRES in *bus*) modprobe i2c-stub chip_addr=0x10 ;; esac
for group in $GROUPS_OF_ACQUIRES; do run_group "$group"; done
show_daemon_log
