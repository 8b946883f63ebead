# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
stats=/sys/kernel/debug/mdrv/mdrv_rpc/stats
slab=/sys/kernel/debug/failslab
attached() { ! grep -q 'session none' $stats; }
detached() { grep -q 'session none' $stats; }

# starved COMMAND...: it runs with failing allocations from its start
starved() { sh -c 'echo 1 >/proc/self/make-it-fail; exec "$@"' starved "$@"; }

[ -e $slab ] || die "this kernel has no failslab"
check "modules" sh -c 'insmod /mdrv/mdrv.ko backoff=0 watchdog_ms=2000 && insmod /mdrv/mdrv_rpc.ko'
echo N >$slab/ignore-gfp-wait
echo Y >$slab/task-filter
echo 0 >$slab/verbose
echo -1 >$slab/times
echo 1 >$slab/interval
good() { grep -c 'result [0-9]' /tmp/calls.log; }
bad() { grep -c 'result -' /tmp/calls.log; }
enough() { [ "$(good)" -gt 20 ] && [ "$(bad)" -gt 20 ] && grep -q 'result -12' /tmp/calls.log; }
# for a minute, and on a busy host until enough was done
: >/tmp/calls.log
end=$(($(now_ms) + ${TIME:-60} * 1000))
last=$((end + 540000))
while [ "$(now_ms)" -lt $end ] || { ! enough && [ "$(now_ms)" -lt $last ]; }; do
	if ! attached; then
		attempts=$((attempts + 1))
		[ -z "$daemon" ] || { kill -9 "$daemon"; wait "$daemon"; } 2>/dev/null
		# some daemons starve, too
		if [ $((attempts % 4)) = 0 ]; then
			starved /mdrv/mdrvd --foreground /mdrv/rpc.so >>/tmp/mdrvd.log 2>&1 &
		else
			/mdrv/mdrvd --foreground /mdrv/rpc.so >>/tmp/mdrvd.log 2>&1 &
		fi
		daemon=$!
		echo $((attempts % 5 + 1)) >$slab/probability
		sleep 0.5
	fi
	for t in 'write' 'recurse 4' 'payload' 'held 5 0' 'drop 5' 'alloc' 'buffer 500' \
		'free' 'string 100' 'fields' 'global'; do
		# shellcheck disable=SC2086
		STARVE=1 /mdrv/rpc-run test $t
	done >>/tmp/calls.log 2>&1
done
echo 0 >$slab/probability
kill -9 "$daemon" 2>/dev/null
wait
note "$attempts daemons, $(good) calls succeeded, $(bad) failed"
[ "$(good)" -gt 20 ] || fail "hardly a call succeeded"
[ "$(bad)" -gt 20 ] || fail "hardly a call failed: is anything starved?"
check "some for want of memory" grep -q 'result -12' /tmp/calls.log
check "detached" wait_for 10 detached
/mdrv/mdrvd --foreground /mdrv/rpc.so >/tmp/mdrvd.log 2>&1 &
check "a daemon attaches" wait_for 10 attached
for t in null fields write global; do
	check "$t" sh -c "/mdrv/rpc-run test $t | grep -q 'result 0'"
done
cat $stats
check "rmmod" rmmod mdrv_rpc
check "rmmod mdrv" rmmod mdrv
leak_scan
