# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# In the guest: two callers, one liar; then an honest daemon.
hash=$(printf '727063%.0s' 1 2 3 4 5 6 7 8 9 10)7270
stats=/sys/kernel/debug/mdrv/mdrv_rpc/stats
upcall() { timeout 60 /mdrv/rpc-run test "$@"; }
many() {
	while [ ! -e /tmp/stop ]; do
		for t in null fields 'nested 5' payload fill write 'recurse 3' 'string 50' \
			alloc free 'buffer 100' 'held 3 0' 'drop 3' global 'sleep 1'; do
			# shellcheck disable=SC2086
			upcall $t
		done
	done
}
few() {
	while [ ! -e /tmp/stop ]; do
		upcall null
		upcall write
		upcall held 3 0
	done
}

check "modules" sh -c 'insmod /mdrv/mdrv.ko watchdog_ms=700 && insmod /mdrv/mdrv_rpc.ko'
many >/tmp/many.log 2>&1 &
few >/tmp/few.log 2>&1 &
check "the liar gets to lie" sh -c "/mdrv/hostile mdrv_rpc $hash $SEED $TIME >/tmp/hostile.log"
touch /tmp/stop
wait
cat /tmp/hostile.log $stats
sed 's/, [0-9.]* us//; s/acquired.*//' /tmp/many.log | sort | uniq -c | sort -rn | head -n 15
[ "$(grep -c 'result' /tmp/many.log)" -gt 100 ] || fail "hardly any call was made"
/mdrv/mdrvd --foreground /mdrv/rpc.so >/tmp/mdrvd.log 2>&1 &
attached() { ! grep -q 'session none' $stats; }
check "an honest daemon attaches" wait_for 10 attached
for t in null fields write global alloc free; do
	check "honest $t" sh -c "/mdrv/rpc-run test $t | grep -q 'result 0'"
done
check "rmmod" rmmod mdrv_rpc
check "rmmod mdrv" rmmod mdrv
leak_scan
