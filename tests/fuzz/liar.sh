# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash disable=SC2034 # variables are for the libraries
# In the guest, for tests/fuzz/liar: user halves of one driver that are honest for a while
# and then lie (liar.c), session after session, while the operations of the driver's class
# are used; now and then, and at the end, an honest one, which finds everything as it should be.
. /test/split-lib.sh
. /test/zoo-lib.sh
lies=/tmp/lies.log sessions=/tmp/sessions
HONEST=${HONEST:-12}	# sessions between honest ones
[ -n "$AFTER" ] || AFTER=60

# Some number below $1, from the seed.
some() {
	SEED=$(((SEED * 1103515245 + 12345) % 2147483648))
	SOME=$((SEED / 65536 % $1))
}

lying() {
	local after gap
	some "$AFTER"
	after=$((SOME + 2))
	# some tell one lie only
	some 6
	gap=$((SOME * 8))
	: >/tmp/liar.log
	LD_PRELOAD=/fuzz/liar.so LIAR=$SEED:$after:$gap LIAR_PLAN=/fuzz/plan.txt LIAR_SEEN=$lies \
		LIAR_COUNT=/tmp/liar.count /mdrv/mdrvd --foreground "/mdrv/$DRIVER.so" >/tmp/liar.log 2>&1 &
	DAEMON=$!
}

# Unbound and bound again: probe and remove are where most is taken and given back.
rebind() {
	local dev
	for dev in $BOUND; do
		daemon_alive || return
		limited 30 bind_write "$dev" unbind
		limited 30 bind_write "$dev" bind
	done
}

# What a user does meanwhile; some of it fails.
work() {
	local name
	some 2
	[ "$SOME" = 0 ] || [ -z "$BUS" ] || rebind
	limited 30 device_ready
	for name in $(ops); do
		daemon_alive || return
		limited 20 op "$name"
	done
	[ -z "$BUS" ] || rebind
}

account() {
	local messages told
	read -r messages told </tmp/liar.count 2>/dev/null || return
	echo "$messages ${told:-0}" >>$sessions
	MESSAGES=$((MESSAGES + messages))
	grep -a '^liar:' /tmp/liar.log >>$lies
}

bind_all() {
	local dev
	for dev in $BOUND; do
		is_bound "$dev" || bind_write "$dev" bind
	done
}

# An honest user half after lying ones: with all bound it works.
honest() {
	daemon_kill
	daemon_start
	check "$1: it attaches" wait_for 40 attached || show_daemon_log
	[ -z "$BUS" ] || bind_all
	check "$1: ready" ready || { show_daemon_log 10; devices; }
	daemon_kill
}

# What the devices say, and what has been in the log.
devices() {
	note "bound: $(bound_devices | tr '\n' ' '), of $(echo "$BOUND" | tr '\n' ' ')"
	cat /proc/interrupts | sed 's/^/# /'
	dmesg | tail -n 60 | sed 's/^/# /'
}

# One report is enough to fail; the others are wanted as well.
echo 0 >/proc/sys/kernel/panic_on_warn
setup_modules
check "set-up of the class" class_setup || die "nothing to lie about"
[ -n "$TWO" ] || second_hide
check "it works before" load_ready || { show_daemon_log; die "not even honest"; }
BOUND=$([ -z "$BUS" ] || bound_devices)
daemon_kill
watchdog 2500
MESSAGES=0 n=0
: >$lies
: >$sessions
began=$(now_ms)
while [ $MESSAGES -lt "$N" ]; do
	rm -f /tmp/liar.count
	n=$((n + 1))
	lying
	seed=$SEED
	wait_for 20 attached || { cat /tmp/liar.log; fail "session $n, seed $seed: it does not attach"; break; }
	[ -z "$BUS" ] || bind_all 2>/dev/null
	work >/dev/null 2>&1
	daemon_kill
	account
	healthy >/dev/null 2>&1 || { cat /tmp/liar.log; fail "session $n, seed $seed: the machine"; break; }
	[ $((n % HONEST)) -ne 0 ] || honest "after session $n"
	[ $(($(now_ms) - began)) -lt $((TIME * 1000)) ] || break
done
note "$n sessions, $MESSAGES messages, $(grep -c . $lies) lies, median $(sort -n $sessions |
	awk '{ m[NR] = $1 } END { print m[int((NR + 1) / 2)] }') messages a session"
note "$(awk '{ n[$2]++ } END { for (k in n) printf "%s %d, ", k, n[k] }' $lies)"
honest "at the end"
unload_all
check "loads again" load_ready || show_daemon_log
unload_all
check "rmmod mdrv" rmmod mdrv
check "sessions that get deep" test "$(sort -n $sessions | awk '{ m[NR] = $1 } END { print m[int((NR + 1) / 2)] }')" -ge 20
artifact $lies
artifact $sessions
leak_scan
