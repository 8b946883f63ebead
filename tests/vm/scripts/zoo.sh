# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# One driver of tests/vm/drivers, native or split: what its class makes of it, then
# deaths, hangs, unbinding, loading and unloading.  The host tells from the lines
# "# phase NAME" which part a failure or a report of the kernel belongs to.
. /test/split-lib.sh
. /test/zoo-lib.sh

# -- the daemon dies while nothing happens
phase_idle() {
	hold
	daemon_kill
	check "idle: noticed" wait_for 10 detached
	check "idle: the device goes on" device_works
	let_go
	check "idle: the machine answers" healthy
	fresh_daemon idle
	check "idle: ready" ready
}

# -- in every upcall that something reaches
phase_upcall() {
	local upcall fn where action actions="kill"
	[ "$LONG" = 0 ] || actions="kill stop loop lie"
	calibrate
	for upcall in $UPCALLS; do
		fn=${upcall%/int}
		where=$(awk -v f="$fn" '$1 == f { print $2; exit }' /tmp/reached)
		if [ -z "$where" ]; then
			note "not reached: $fn"
			continue
		fi
		for action in $actions; do
			strike "$fn" "$action" "$where"
		done
	done
	[ ! -s /tmp/reached ] || check "faults struck ($STRUCK)" test "$STRUCK" -gt 0
	check "after all of them: ready" ready
}

# -- under load
phase_load() {
	local i=0 n=3
	[ "$LONG" = 0 ] || n=20
	load_begin
	sleep 1
	while [ $i -lt $n ]; do
		i=$((i + 1))
		daemon_kill
		sleep 0.3
		fresh_daemon "load, kill $i"
		[ -z "$(first_op)" ] || quiet_op "$(first_op)"
	done
	check "load: goes on" load_end
	check "load: ready" ready
}

# -- the daemon hangs: at rest, and in a call
phase_hang() {
	local fn where
	hold
	daemon_signal STOP
	check "hang: the device goes on" device_works
	let_go
	for fn in $(first_op); do
		timed timeout 90 sh_op "$fn"
		check "hang: $fn comes back ($RC, $MS ms)" in_time stop
	done
	fresh_daemon "hang"
	read -r fn where </tmp/reached || return 0
	case $where in load | unload | unbind) ;; *) strike "$fn" stop "$where" ;; esac
	check "hang: ready" ready
}

# -- the machine sleeps; its user processes are frozen, the daemon is not.  The debug kernel
# warns at "platform": acpi_s2idle_restore() takes back a wake-up that such a test never set.
phase_sleep() {
	local level levels="devices platform" rounds=1
	[ ! -e /sys/kernel/debug/kmemleak ] || levels=devices
	[ "$LONG" = 0 ] || rounds=10
	while [ $rounds -gt 0 ]; do
		rounds=$((rounds - 1))
		for level in $levels; do
			timed timeout 90 doze $level
			check "sleep: as far as $level, and back (status $RC, $MS ms)" test "$RC" -eq 0
			[ "$MODE" = native ] || check "sleep: the daemon lives" attached
			check "sleep: ready" ready
			check "sleep: the device works" device_works
		done
	done
}

phase_bind() {
	local dev
	for dev in $(bound_devices | head -n 1); do
		bind_write "$dev" unbind
		check "unbind: no longer bound" not_bound "$dev"
		bind_write "$dev" bind
		check "bind: bound" wait_for 20 is_bound "$dev"
		check "bind: ready" ready
		check "bind: the device works" device_works
		[ "$MODE" = split ] || continue
		daemon_kill
		timed timeout 90 sh_bind "$dev" unbind
		check "unbind without a daemon ($MS ms)" in_time stop
		fresh_daemon "unbind without a daemon"
		is_bound "$dev" || bind_write "$dev" bind
		check "bind again" wait_for 20 is_bound "$dev"
		check "bind again: ready" ready
	done
}

# -- the second device comes, works beside the first, goes
phase_two() {
	second_show
	check "two: second device ready" wait_for 20 second_ready
	check "two: both work" both_work
	if [ "$MODE" = split ]; then
		hold
		daemon_kill
		check "two: both go on without a daemon" both_work
		let_go
		fresh_daemon two
		check "two: both work again" both_work
	fi
	second_hide
	check "two: the first works alone" device_works
}

# -- load and unload, and what is left
phase_rounds() {
	local n=4 i=0
	[ "$LONG" = 0 ] || n=20
	[ -z "$LOADED" ] || unload_all
	round || return 1
	snapshot /tmp/before
	while [ $i -lt $((n / 2)) ]; do i=$((i + 1)); round || return 1; done
	snapshot /tmp/middle
	while [ $i -lt "$n" ]; do i=$((i + 1)); round || return 1; done
	snapshot /tmp/after
	for what in iomem ioports interrupts vmalloc modules devices; do
		check "rounds: $what as before" diff -u /tmp/before.$what /tmp/after.$what
	done
	check_slab "$n"
	check "loads again" load_ready
}

round() {
	ROUNDS=$((ROUNDS + 1))
	load_ready || { fail "round: no device"; show_daemon_log; return 1; }
	device_works || fail "round: device does not work"
	unload_all
}

# -- rmmod in every state
phase_rmmod() {
	rmmod_case "daemon alive"
	check "loads" load_ready
	daemon_kill
	rmmod_case "daemon dead"
	check "loads" load_ready
	daemon_signal STOP
	rmmod_case "daemon stopped"
	check "loads" driver_load
	rmmod_case "no daemon ever"
	check "loads" load_ready
	check "works" device_works
	unload_all
	check "mdrv.ko unloads" rmmod mdrv
	leak_scan
}

# what never worked has no phases to wait for
stillborn() {
	show_daemon_log 40
	[ $phase != "${PHASES%% *}" ] || die "nothing to test"
}

main() {
	local phase
	: >/tmp/reached
	if [ -z "$PHASES" ]; then
		PHASES="workload sleep"
		[ "$LONG" = 0 ] || PHASES="workload sleep bind two rounds"
		[ "$MODE" = native ] || PHASES="workload sleep idle load bind upcall hang two rounds rmmod"
		[ -n "$BUS" ] || PHASES=$(without bind)
		command -v second_ready >/dev/null || PHASES=$(without two)
	elif [ "$MODE" = native ]; then
		for phase in idle upcall load hang rmmod; do PHASES=$(without $phase); done
	fi
	echo "# phases: $PHASES"
	setup_modules
	check "set-up of the class" class_setup || die "nothing to test"
	second_hide
	for phase in $PHASES; do
		echo "# phase $phase"
		[ -n "$LOADED" ] || [ $phase = rounds ] || check "driver comes up" load_ready || stillborn
		if [ $phase = workload ]; then
			dmesg -c >/dev/null
			workload >/tmp/workload.out 2>&1
			check "workload leaves the device ready" ready
			[ "$MODE" = native ] || check "the daemon lives" daemon_alive
			artifact /tmp/workload.out
		else
			phase_$phase
		fi
		note "round $phase: $(cut -d. -f1 /proc/uptime) s"
	done
	echo "# phase end"
	[ "$MODE" = native ] || show_daemon_log 15
}
main
