# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# A character device whose user half dies: open files, a process that sleeps in the
# kernel, a mutex held by the code that died, a driver unbound meanwhile.
. /test/split-lib.sh

pci=$(pci_of 1234:11e8) || die "no edu device"
driver=/sys/bus/pci/drivers/edu
as_specified() { timeout 60 /edu/edu-test >/tmp/test.out 2>&1 || { cat /tmp/test.out; return 1; }; }

daemon_attached() { grep -qE '^session [0-9]' $DEBUGFS/edu/stats; }
# a daemon that serves; the driver may be unbound
daemon_ready() { daemon_start && wait_for 20 daemon_attached; }

check "mdrv.ko" insmod /mdrv/mdrv.ko backoff=0
check "kernel half" insmod /mdrv/edu.ko
daemon_start
check "device appears" wait_for 20 test -e /dev/edu0 || die "no device"

# killed again and again under load, at any instruction
/edu/edu-test --stress 40 /dev/edu0 >/tmp/stress.out 2>&1 &
stress=$!
kills=0
wait_for 30 grep -qs started /tmp/stress.out
while kill -0 $stress 2>/dev/null; do
	# on a busy host a daemon must live long enough to serve a call now and then
	[ $((kills % 4)) -ne 3 ] || wait_for 5 daemon_attached
	sleep "0.$((kills * 37 % 90 + 10))"
	daemon_kill
	daemon_start
	kills=$((kills + 1))
done
check "no wrong result while the daemon is killed $kills times" wait $stress
note "$(tail -n 3 /tmp/stress.out)"
check "some calls were served meanwhile" grep -qE '^[1-9][0-9]* calls done' /tmp/stress.out
wait_for 20 daemon_attached
[ "$kills" -ge 10 ] || fail "only $kills kills"
check "works as specified afterwards" as_specified

# a process sleeps in the driver when the daemon dies: the new one serves others
# meanwhile, and the sleeper gets its error when the driver is unbound
/edu/edu-test --hold /dev/edu0 >/tmp/hold.out 2>&1 &
holder=$!
wait_for 10 grep -qs waiting /tmp/hold.out
sleep 1
daemon_kill
check "the sleeper still sleeps" kill -0 $holder
timed /edu/edu-test >/tmp/away.out 2>&1
check "without a daemon calls fail with an error" grep -q 'Input/output error' /tmp/away.out
check "and at once ($MS ms)" [ "$MS" -lt "$(patience 5000)" ]
daemon_ready
check "the next daemon works while the old sleeper sleeps" as_specified
daemon_kill
echo "$pci" >$driver/unbind
check "unbound without a daemon, with a file open" [ $? -eq 0 ]
wait $holder
note "the sleeper: $(tr '\n' ';' </tmp/hold.out)"
check "the sleeper was woken" [ "$(wc -l </tmp/hold.out)" -ge 5 ]
refute "the device is gone" test -e /dev/edu0
daemon_ready
echo "$pci" >$driver/bind
check "bound again" wait_for 20 test -e /dev/edu0
check "works as specified" as_specified

# stopped, not dead: the watchdog ends the session after 10 s
daemon_signal STOP
timed /edu/edu-test >/tmp/stop.out 2>&1
check "with a stopped daemon calls fail with an error" grep -q 'Input/output error' /tmp/stop.out
check "within the watchdog time ($MS ms)" [ "$MS" -lt "$(patience 15000)" ]
daemon_kill
daemon_ready
check "the next daemon works" as_specified

# unload without a daemon
daemon_kill
check "unloads without a daemon" rmmod edu
refute "nothing is left of it" test -e /dev/edu0
check "loads again" insmod /mdrv/edu.ko
daemon_ready
check "works again" wait_for 20 as_specified
show_daemon_log 20
check "unloads" rmmod edu
daemon_kill
check "mdrv.ko unloads" rmmod mdrv
leak_scan
