# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# Two devices, one user half that confuses them on purpose: lies-two.test says how it is made.
. /test/split-lib.sh

driver=/sys/bus/pci/drivers/edu
honest=/mdrv/edu.so
pcis=$(for d in /sys/bus/pci/devices/*; do grep -q 0x11e8 "$d/device" && echo "${d##*/}"; done)
# shellcheck disable=SC2086 # words
set -- $pcis
first=$1 second=$2
[ -n "$second" ] || die "no second edu device"
serve() {	# USERHALF
	daemon_kill
	wait_for 10 detached
	/mdrv/mdrvd --foreground "$1" >>$DAEMON_LOG 2>&1 &
	DAEMON=$!
	wait_for 40 attached
}
gone() { wait_for 10 detached || return 1; wait "$DAEMON"; [ $? -ne 0 ]; }
as_specified() {
	local dev
	for dev in /dev/edu0 /dev/edu1; do
		timeout 90 /edu/edu-test $dev >/tmp/test.out 2>&1 || { cat /tmp/test.out; return 1; }
	done
}
tells() { [ "$(/edu/liectl "$1" "$2" | tee /tmp/lie.out)" = "$3" ] || { cat /tmp/lie.out; return 1; }; }
is_bound() { [ -e "$driver/$1" ]; }
bind() { is_bound "$1" || echo "$1" >$driver/bind; }
unbind() { ! is_bound "$1" || echo "$1" >$driver/unbind; }
irqs() { grep -ow edu /proc/interrupts | wc -l; }
# A caller of the first device, which stays in the kernel for five seconds.
linger() {
	/edu/liectl /dev/edu0 101 >/tmp/lingers &
	lingers=$!
	sleep 1
}

check "mdrv.ko" insmod /mdrv/mdrv.ko backoff=0
check "kernel half" insmod /mdrv/edu.ko
check "an honest one" serve $honest
check "binds both" wait_for 40 test -e /dev/edu1
check "which work" as_specified

for n in 8 9 11; do
	check "the liar, for $n" serve /edu/liar.so
	check "without the other caller there is nothing to name" tells /dev/edu1 $n "No such device, answer 0, secret kept"
	linger
	check "lie $n, of the other's, is refused" tells /dev/edu1 $n "Input/output error, answer 0, secret kept"
	check "lie $n ends the session" gone
	wait $lingers
	check "an honest one after lie $n" serve $honest
	check "works, with both" as_specified
done

check "the liar, for 12" serve /edu/liar.so
check "lie 12 keeps a lock" tells /dev/edu0 12 "done, answer 12, secret kept"
check "lie 12: which is given back" sh -c "timeout 30 /edu/liectl /dev/edu0 12 | grep 'answer 12'"
check "lie 12: the log says so" sh -c "dmesg | grep 'locks that an upcall had left held'"

check "lie 13, a number out of range, is refused" tells /dev/edu1 13 "Input/output error, answer 0, secret kept"
check "lie 13 ends the session" gone
held=$(irqs)
for name in irq other; do
	check "$name: the second is unbound" unbind "$second"
	check "$name: it is served" serve /edu/$name.so
	linger
	refute "$name: binding fails" bind "$second"
	check "$name ends the session" gone
	wait $lingers
	check "$name: an honest one" serve $honest
	check "$name: the first still has its interrupt" timeout 90 /edu/edu-test /dev/edu0
	check "$name: binds" bind "$second"
	check "$name: both work" as_specified
	check "$name: interrupts as before" test "$(irqs)" = "$held"
done

check "line: the second is unbound" unbind "$second"
check "line: it is served" serve /edu/line.so
check "line: there is such an interrupt" grep -q '^ *9:' /proc/interrupts
refute "line: binding fails" bind "$second"
check "line ends the session" gone
check "line: for that" sh -c "dmesg | tail -n 30 | grep 'called out of order'"
refute "line: nothing of it is left" grep stolen /proc/interrupts
check "line: an honest one" serve $honest
check "line: binds" bind "$second"
check "line: both work" as_specified

for name in early midway blank; do
	check "$name: the second is unbound" unbind "$second"
	check "$name: it is served" serve /edu/$name.so
	refute "$name: binding fails" bind "$second"
	check "$name ends the session" gone
	check "$name: for that" sh -c "dmesg | tail -n 30 | grep 'is done too early'"
	check "$name: it has no interrupt" test "$(irqs)" -lt "$held"
	check "$name: an honest one" serve $honest
	check "$name: binds" bind "$second"
	check "$name: both work" as_specified
done

check "put: both are unbound" unbind "$first" && unbind "$second"
check "put: it is served" serve /edu/put.so
refute "put: binding fails" bind "$first"
check "put ends the session" gone
check "put: for that" sh -c "dmesg | grep 'called out of order'"
refute "put: no device" ls /dev/edu0
refute "put: no interrupt" grep -w edu /proc/interrupts
check "put: an honest one" serve $honest
check "put: binds" bind "$first"
check "put: and the other" bind "$second"
check "put: both work" as_specified
daemon_kill
show_daemon_log 60
check "rmmod" rmmod edu
check "rmmod mdrv" rmmod mdrv
leak_scan
