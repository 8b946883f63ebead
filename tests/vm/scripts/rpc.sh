# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
stats=/sys/kernel/debug/mdrv/mdrv_rpc/stats
stat_of() { sed -n "s/^$1 //p" $stats; }
attached() { ! grep -q 'session none' $stats; }
detached() { grep -q 'session none' $stats; }

daemon_up() {
	/mdrv/mdrvd --foreground /mdrv/rpc.so >>/tmp/mdrvd.log 2>&1 &
	daemon=$!
	wait_for 10 attached
}
daemon_kill() {
	kill -9 "$daemon"
	wait "$daemon" 2>/dev/null
	wait_for 5 detached
}

# gives UPCALL RESULT [ARG [HOW]]: the upcall's result, and nothing held afterwards
gives() {
	local upcall=$1 want=$2 got
	shift 2
	got=$(/mdrv/rpc-run test "$upcall" "$@")
	case $got in
	"$upcall: result $want, acquired ${HELD:-0},"*) ok "$upcall $*: $want" ;;
	*) fail "$upcall $*: $got, not $want, acquired ${HELD:-0}" ;;
	esac
}
# fails UPCALL [ARG [HOW]]: a clean error within SECONDS, and nothing held
fails() {
	local got from took
	from=$(now_ms)
	got=$(/mdrv/rpc-run test "$@")
	case $got in
	"$1: result -"*", acquired 0,"*) ok "$*: $got" ;;
	*) fail "$*: $got, not an error with nothing held" ;;
	esac
	took=$(($(now_ms) - from))
	[ $took -lt "$(patience ${WITHIN:-1500})" ] || fail "$*: took $took ms"
}

# sleeper: a call that sleeps in the kernel from now on
sleeper() {
	local before
	before=$(stat_of downcalls)
	/mdrv/rpc-run test sleep 4000 >/tmp/sleep.out &
	sleeper=$!
	wait_for 10 slept_since "$before"
}
slept_since() { [ "$(stat_of downcalls)" -gt "$1" ]; }

everything() {
	gives null 0
	gives fields 0
	gives nested 6 5
	gives payload 0
	gives payload 0 1
	gives fill 0
	gives write 0
	gives recurse 3 3
	gives string 0 0
	gives string 0 150
	gives alloc 0
	gives free 0
	gives buffer 0 100
	HELD=3 gives held 0 3 0
	gives drop 0 3
	gives global 0
	gives sleep 0 20
}

check "mdrv.ko" insmod /mdrv/mdrv.ko backoff=0 watchdog_ms=1000
check "kernel half" insmod /mdrv/mdrv_rpc.ko

note "without a daemon"
fails null
fails write
fails held 3 0
check "rmmod without a daemon" rmmod mdrv_rpc
check "kernel half again" insmod /mdrv/mdrv_rpc.ko

note "with one"
check "daemon attaches" daemon_up
everything
everything
gives recurse 7 7
gives recurse -32 30
gives null 0

note "concurrent chains"
sleeper
everything
wait $sleeper
check "the sleeper is served, too" grep -q 'result 0' /tmp/sleep.out
for i in 1 2 3 4; do
	(for t in 'recurse 2' 'sleep 5' write 'recurse 2' 'sleep 5' write 'recurse 2' write; do
		# shellcheck disable=SC2086
		/mdrv/rpc-run test $t
	done) >/tmp/many.$i &
	pids="$pids $!"
done
# shellcheck disable=SC2086
wait $pids
check "four callers at once" sh -c '[ "$(cat /tmp/many.* | wc -l)" = 32 ] &&
	! grep -vE "(recurse: result 2|sleep: result 0|write: result 0)," /tmp/many.*'

for i in $(seq 40); do
	/mdrv/rpc-run test sleep 2000 >/tmp/sleepers.$i &
	pids="$pids $!"
done
sleep 1
gives null 0
for i in $(seq 40 80); do
	/mdrv/rpc-run test sleep 500 >/tmp/sleepers.$i &
	pids="$pids $!"
done
# shellcheck disable=SC2086
wait $pids
check "more callers than chains" sh -c '[ "$(cat /tmp/sleepers.* | grep -c "result 0")" = 80 ]'

note "done, or so it says"
HELD=3 gives held 0 3 0
gives drop 0 0
gives held -5 3 3
gives lie 0 8

note "death in the middle"
fails held 3 1
check "its session is gone" wait_for 5 detached
check "a new daemon" daemon_up
everything
sleeper
daemon_kill
check "a new daemon while the old chain is in the kernel" daemon_up
everything
wait $sleeper
check "the old chain fails cleanly" grep -q 'result -' /tmp/sleep.out
before=$(stat_of downcalls)
/mdrv/rpc-run test lie 9 >/tmp/freed.out &
freed=$!
check "memory freed, and its chain in the kernel" wait_for 10 slept_since $((before + 1))
daemon_kill
check "a new daemon meanwhile" daemon_up
gives alloc 0
gives free 0
wait $freed
check "what the old chain knew is still there" grep -q 'lie: result -' /tmp/freed.out || cat /tmp/freed.out
HELD=2 gives held 0 2 0
daemon_kill
HELD=0 fails drop 2
check "a new daemon" daemon_up

note "lies"
gives lie 0 0
lie=1
while [ $lie -le ${LIES:-7} ]; do
	fails lie $lie
	check "its session is gone" wait_for 5 detached
	wait "$daemon" 2>/dev/null
	check "a new daemon" daemon_up
	lie=$((lie + 1))
done
everything
fails write 1 500
check "its session is gone" wait_for 5 detached
check "a new daemon" daemon_up
everything

note "hangs"
WITHIN=3000 fails held 2 2
check "its session is gone" wait_for 5 detached
kill -9 "$daemon"
check "a new daemon" daemon_up
kill -STOP "$daemon"
WITHIN=3000 fails null
check "its session is gone" wait_for 5 detached
check "a new daemon beside the stopped one" daemon_up
everything
for old in $(pidof mdrvd); do [ "$old" = "$daemon" ] || kill -CONT "$old"; done
sleep 0.5
gives null 0

note "rmmod in every state"
check "rmmod, daemon alive" rmmod mdrv_rpc
wait "$daemon"
rc=$?
[ $rc -eq 0 ] && ok "the daemon leaves" || fail "the daemon leaves with status $rc"
check "kernel half" insmod /mdrv/mdrv_rpc.ko
check "daemon" daemon_up
kill -STOP "$daemon"
check "rmmod, daemon stopped" rmmod mdrv_rpc
kill -CONT "$daemon"
kill -9 "$daemon"
check "kernel half" insmod /mdrv/mdrv_rpc.ko
check "daemon" daemon_up
daemon_kill
check "rmmod, daemon dead" rmmod mdrv_rpc
check "kernel half" insmod /mdrv/mdrv_rpc.ko

note "100 lives"
i=0
while [ $i -lt ${LIVES:-100} ]; do
	daemon_up || break
	/mdrv/rpc-run test write >/dev/null &
	/mdrv/rpc-run test recurse 3 >/dev/null &
	/mdrv/rpc-run test held 3 1 >/dev/null
	wait_for 5 detached || break
	i=$((i + 1))
done
[ $i -eq ${LIVES:-100} ] && ok "$i lives" || fail "only $i lives"
check "nothing is left" sh -c "grep -q 'registry 0' $stats && grep -q 'acquired 0' $stats"
cat $stats
tail -n 5 /tmp/mdrvd.log
check "rmmod" rmmod mdrv_rpc
check "rmmod mdrv" rmmod mdrv
leak_scan
