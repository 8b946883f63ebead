# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# Deaths in the middle of calls, under a supervisor. MDRV_FAULT strikes each daemon at its
# n-th call, so the standby, which has made none, gets through.
stats=/sys/kernel/debug/mdrv/mdrv_rpc/stats
stat_of() { awk -v n="$1" '$1 == n { print $2; exit }' $stats; }
pid() { awk -v n="$1" '$1 == n { print $3; exit }' $stats; }
ready() { [ "$(pid session)" != 0 ] && [ "$(pid standby)" != 0 ]; }

# struck FAULT: a supervisor whose daemons die so
struck() {
	[ -z "$supervisor" ] || { kill "$supervisor"; wait "$supervisor"; }
	MDRV_FAULT=$1 /mdrv/mdrvd --supervise -f --restarts 100 /mdrv/rpc.so >>/tmp/mdrvd.log 2>&1 &
	supervisor=$!
	check "$1: ready" wait_for 60 ready || { cat /tmp/mdrvd.log; die "no daemon"; }
	repeats=$(stat_of repeats)
}

# gives UPCALL RESULT ACQUIRED [ARG [HOW]]: that, and so much held afterwards
gives() {
	local upcall=$1 want=$2 held=$3 got
	shift 3
	wait_for 60 ready
	got=$(/mdrv/rpc-run test "$upcall" "$@")
	case ${got#"$upcall: result "} in
	$want", acquired $held,"*) ok "$upcall $*: $got" ;;
	*) fail "$upcall $*: $got, not $want, acquired $held" ;;
	esac
}
repeated() { check "$1 repeated" test "$(stat_of repeats)" -eq $((repeats + $1)); }

supervisor=
check "modules" sh -c 'insmod /mdrv/mdrv.ko backoff=0 && insmod /mdrv/mdrv_rpc.ko'
struck nested:kill:2
gives nested 6 0 5
gives nested 7 0 6
repeated 1
gives nested 8 0 7
repeated 2
struck echo:segv:2
gives nested 6 0 5
gives nested 7 0 6
repeated 1
# two of three taken, given back, taken again: all or nothing
struck acquire:kill:5
gives held 0 3 3 0
gives drop 0 0 3
gives held 0 3 3 0
repeated 1
gives drop 0 0 3
# it dies in either: an error, and nothing held
struck held:kill:1
gives held '-*' 0 3 0
repeated 1
# what the plan does not call repeatable, and what gives back
struck fields:kill:2
gives fields 0 0
gives fields '-*' 0
repeated 0
gives held 0 3 3 0
struck drop:kill:1
gives drop '-*' 0 3
repeated 0

# one hangs, another waits for its turn: that moves on
struck fields:stop:1
wait_for 60 ready
/mdrv/rpc-run test fields >/tmp/fields.out &
fields=$!
stopped() { grep -q '^State:.T' "/proc/$(pid session)/status"; }
check "the first hangs" wait_for 10 stopped
/mdrv/rpc-run test null >/tmp/null.out &
null=$!
sleep 0.5
kill -9 "$(pid session)"
wait $fields
wait $null
check "it has an error" grep -q 'result -' /tmp/fields.out
check "the second has none" grep -q 'result 0' /tmp/null.out || cat /tmp/null.out
repeated 0
kill $supervisor
wait $supervisor
check "rmmod" rmmod mdrv_rpc
check "rmmod mdrv" rmmod mdrv
leak_scan
