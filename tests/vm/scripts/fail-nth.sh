# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash disable=SC2317,SC2329 # called by name
# The first allocation of an operation fails, then the second, and so on, until it gets to
# its end: binding, opening and writing, attaching, unbinding, unloading.
. /test/split-lib.sh

slab=/sys/kernel/debug/failslab
[ -e $slab ] || die "this kernel has no failslab"
pci=$(pci_of 1234:11e8) || die "no edu device"
driver=/sys/bus/pci/drivers/edu
PHASE=${PHASE:-45}	# seconds for each

attached() { grep -qE '^session [0-9]' $DEBUGFS/edu/stats; }
serve() { attached || { daemon_start; wait_for 20 attached; }; }
as_specified() { timeout 90 /edu/edu-test >/tmp/test.out 2>&1 || { cat /tmp/test.out; return 1; }; }
bound() { [ -e "$driver/$pci" ]; }
bind() { bound || echo "$pci" >$driver/bind; }
unbind() { ! bound || echo "$pci" >$driver/unbind; }
use() { echo something >/dev/edu0; }

# failing N COMMAND: its Nth allocation fails; true if it came to that. The shell itself runs
# it, so that nothing else is counted but what /proc takes.
failing() (
	n=$1
	shift
	left=''
	echo "$n" >/proc/self/fail-nth || exit 1
	"$@"
	read -r left </proc/self/fail-nth
	echo 0 >/proc/self/fail-nth
	[ "${left:-0}" = 0 ]
) 2>/dev/null

# sweep NAME BEFORE OPERATION
sweep() {
	local n=1 end name=$1 whole=no
	end=$(($(now_ms) + PHASE * 1000))
	while [ "$(now_ms)" -lt $end ]; do
		serve || { fail "$name $n: no daemon"; return; }
		$2 >/dev/null 2>&1
		failing $n "$3" || { whole=yes; break; }
		n=$((n + 1))
	done
	note "$name: $((n - 1)) allocations failed, to its end: $whole"
	[ $n -gt 3 ] || fail "$name: hardly anything failed"
}

# Those of a program count from before it runs.
starved() { sh -c 'echo "$0" >/proc/self/fail-nth; exec "$@"' "$@"; }
attach() {
	local n=1 end
	end=$(($(now_ms) + PHASE * 1000))
	while [ "$(now_ms)" -lt $end ]; do
		daemon_kill
		wait_for 10 eval '! attached'
		starved $n /mdrv/mdrvd --foreground /mdrv/edu.so >/tmp/starved.log 2>&1 &
		DAEMON=$!
		for _ in 1 2 3 4 5 6 7 8; do
			! attached && kill -0 $DAEMON 2>/dev/null || break
			sleep 0.2
		done
		n=$((n + 3))
	done
	daemon_kill
	note "attach: $((n / 3)) daemons, up to allocation $n"
}
unload() {
	local n=1 end
	end=$(($(now_ms) + PHASE * 1000))
	while [ "$(now_ms)" -lt $end ]; do
		starved $n rmmod edu 2>/dev/null
		[ -e /sys/module/edu ] || insmod /mdrv/edu.ko
		serve || { fail "unload $n: no daemon"; return; }
		n=$((n + 2))
	done
	note "unload: up to allocation $n"
}

check "mdrv.ko" insmod /mdrv/mdrv.ko backoff=0
check "kernel half" insmod /mdrv/edu.ko
check "it is served" serve
check "works" wait_for 40 as_specified
echo N >$slab/ignore-gfp-wait
echo 0 >$slab/verbose
echo N >$slab/task-filter
sweep bind unbind bind
bind
sweep use bind use
sweep unbind bind unbind
attach
check "it is served again" serve
unload
check "at the end it is served" serve
bind
check "works as specified" wait_for 40 as_specified
cat $DEBUGFS/edu/stats
daemon_kill
check "rmmod" rmmod edu
check "rmmod mdrv" rmmod mdrv
leak_scan
