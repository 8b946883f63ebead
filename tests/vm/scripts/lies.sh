# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# User halves that lie: lies.test says how they are made, lies.h what they say.
. /test/split-lib.sh

pci=$(pci_of 1234:11e8) || die "no edu device"
driver=/sys/bus/pci/drivers/edu
honest=/mdrv/edu.so
serve() {	# [OPTION] USERHALF
	/mdrv/mdrvd --foreground "$@" >>$DAEMON_LOG 2>&1 &
	DAEMON=$!
	wait_for 40 attached
}
gone() { wait_for 10 detached || return 1; wait "$DAEMON"; [ $? -ne 0 ]; }
as_specified() { timeout 60 /edu/edu-test >/tmp/test.out 2>&1 || { cat /tmp/test.out; return 1; }; }
# tells N ANSWER: what liectl says
tells() { [ "$(/edu/liectl /dev/edu0 "$1" | tee /tmp/lie.out)" = "$2" ] || { cat /tmp/lie.out; return 1; }; }

check "mdrv.ko" insmod /mdrv/mdrv.ko
check "kernel half" insmod /mdrv/edu.ko

note "a probe that keeps what it took and says that it failed"
check "it is served" serve /edu/failing.so
check "the log says what was undone" wait_for 20 sh -c "dmesg | grep 'that the failed upcall .* had left'"
refute "no device" test -e /dev/edu0
refute "no interrupt" grep -w edu /proc/interrupts
refute "no region" grep -w edu /proc/iomem
daemon_kill
check "an honest one" serve $honest
echo "$pci" >$driver/bind
check "takes the device" wait_for 20 test -e /dev/edu0
check "which works" as_specified
daemon_kill

note "probes that take all there is and die"
check "unbind" sh -c "echo $pci >$driver/unbind"
before=$(counter registry)
daemon_kill
for n in 1 2; do
	check "greedy $n" serve /edu/greedy.so
	echo "$pci" >$driver/bind
	check "greedy $n is gone" gone
done
note "registry $(counter registry), before $before"
check "an honest one" serve $honest
echo "$pci" >$driver/bind
check "takes the device" wait_for 20 test -e /dev/edu0
sleep 3
check "which works" as_specified
check "unbind" sh -c "echo $pci >$driver/unbind"
check "the memory is given back: $(counter registry), as $before" test "$(counter registry)" -eq "$before"
echo "$pci" >$driver/bind
check "the device is back" wait_for 20 test -e /dev/edu0
daemon_kill

note "operations that lie"
check "the liar, when it tells the truth" serve /edu/liar.so
check "is believed" tells 0 "done, answer 42, secret kept"
note "what its process can get at"
check "is nothing" tells 100 "done, answer 0, secret kept"
refute "nor while it is loaded" test -e /tmp/stolen
grep -E '^(Uid|Gid|Groups|CapEff|CapBnd|NoNewPrivs|Seccomp):' /proc/$DAEMON/status
for n in 1 2 3 4 5 6 7; do
	attached || check "the liar again" serve /edu/liar.so
	check "lie $n is refused" tells $n "Input/output error, answer 0, secret kept"
	check "lie $n ends the session" gone
done
check "the liar, unconfined" serve --unconfined /edu/liar.so
check "lie 10 is refused" tells 10 "Input/output error, answer 0, secret kept"
check "lie 10 ends the session" wait_for 10 detached
daemon_kill
timed serve $honest
check "after so many the next daemon has to wait ($MS ms)" test "$MS" -ge 2000
check "and then it may: an honest one" attached
check "the device works" as_specified
daemon_kill
check "rmmod" rmmod edu
check "rmmod mdrv" rmmod mdrv
leak_scan
