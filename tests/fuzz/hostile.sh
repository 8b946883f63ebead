# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# In the guest: two callers, one liar; then an honest daemon.
hash=$(printf '727063%.0s' 1 2 3 4 5 6 7 8 9 10)7270
stats=/sys/kernel/debug/mdrv/mdrv_rpc/stats
check "modules" sh -c 'insmod /mdrv/mdrv.ko backoff=0 watchdog_ms=700 && insmod /mdrv/mdrv_rpc.ko'
/mdrv/rpc-run many "$TIME" >/tmp/one.log 2>&1 &
one=$!
/mdrv/rpc-run many "$TIME" >/tmp/two.log 2>&1 &
two=$!
check "the liar gets to lie" sh -c "/mdrv/hostile mdrv_rpc $hash $SEED $TIME >/tmp/hostile.log"
check "one caller comes to an end" wait $one
check "the other, too" wait $two
cat /tmp/hostile.log /tmp/one.log /tmp/two.log $stats
/mdrv/mdrvd --foreground /mdrv/rpc.so >/tmp/mdrvd.log 2>&1 &
attached() { ! grep -q 'session none' $stats; }
check "an honest daemon attaches" wait_for 10 attached
for t in null fields write global alloc free; do
	/mdrv/rpc-run test $t >/tmp/honest.log 2>&1
	check "honest $t" grep 'result 0' /tmp/honest.log || cat /tmp/honest.log
done
check "rmmod" rmmod mdrv_rpc
check "rmmod mdrv" rmmod mdrv
leak_scan
