# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash disable=SC2034
# In the guest, for tests/bench/drivers: what one driver of the zoo costs, native and
# split in turns in one machine (PART=cost; lines "KEY VALUE..." in measured.txt), or
# what of its user half the workload runs (PART=coverage; counts in gcov.tar).
. /test/split-lib.sh
. /test/zoo-lib.sh
OUT=/tmp/measured.txt
SECS=${SECS:-2}

result() { echo "$*" >>$OUT; note "$*"; }
crossings() { echo $(($(counter upcalls) + $(counter downcalls))) $(($(counter bytes_up) + $(counter bytes_down))); }
# crossed COMMAND...: its crossings and bytes, in CROSSED
crossed() {
	local n b
	read -r n b <<-END
		$(crossings)
	END
	"$@" >/tmp/crossed.out 2>&1
	# shellcheck disable=SC2046 # two words
	set -- $n $b $(crossings)
	CROSSED="$(($3 - $1)) $(($4 - $2))"
}

# probed N: as many devices are bound as natively, and their probes have ended: binding
# one again fails, but not before that.  Where no bus tells, the device is there.
probed() {
	local dev
	[ -n "$BUS" ] || { device_ready; return; }
	[ "$(bound_devices | wc -l)" -ge "$1" ] || return 1
	for dev in $(bound_devices); do
		bind_write "$dev" bind
		is_bound "$dev" || return 1
	done
}

# soon COMMAND...: as wait_for, looking every few milliseconds
soon() {
	local end
	end=$(($(now_ms) + 30000))
	until "$@" >/dev/null 2>&1; do
		[ "$(now_ms)" -lt $end ] || return 1
		usleep 5000
	done
}

# insert: not by modprobe, which takes longer to find the module than to load it
insert() {
	local file
	if [ "$MODE" != native ] || [ -e "/native/$DRIVER.ko" ]; then driver_load; return; fi
	file=$(find /lib/modules -name "$DRIVER.ko")
	LOADED=1
	insmod "${file:?}"
}

# init_time: from insmod to a device that is bound and a user half that has come to
# rest, in MS
init_time() {
	local t0 last was now
	t0=$(now_ms)
	insert || return 1
	[ "$MODE" = native ] || daemon_start
	soon probed "$BOUND" || return 1
	last=$(now_ms) was=''
	while [ "$MODE" = split ] && [ $(($(now_ms) - last)) -lt 500 ]; do
		now=$(crossings)
		[ "$now" = "$was" ] || last=$(now_ms)
		was=$now
		usleep 5000
	done
	MS=$((last - t0))
}

busy_jiffies() { awk '/^cpu / { print $2 + $3 + $4 + $7 + $8; exit }' /proc/stat; }

# throughput: of a network interface, in both directions, three times after one that
# does not count; a line per direction and time
throughput() {
	local dir rate b0
	[ "$CLASS" = net ] || return 0
	wait_for 20 ping_peer 3 || return 1
	iperf 1 >/dev/null || return 1
	for dir in send receive send receive send receive; do
		b0=$(busy_jiffies)
		# shellcheck disable=SC2046 # no argument when sending
		rate=$(iperf "$SECS" $([ $dir = send ] || echo -R)) || return 1
		result "rate $MODE $dir $rate $(awk -v r="$rate" -v s="$SECS" -v b=$(($(busy_jiffies) - b0)) \
			'BEGIN { printf "%.5f", b / (r * s / 8e6) }')"
	done
}

measure_native() {
	MODE=native
	check "native: loads" driver_load || return 1
	check "native: ready" ready || return 1
	BOUND=$(bound_devices | wc -l)
	check "native: throughput" throughput
	unload_all
	for _ in 1 2 3; do
		check "native: probes" init_time || return 1
		result "init native $MS"
		ready
		unload_all
	done
}

measure_split() {
	local name
	MODE='split'
	check "mdrv.ko" insmod /mdrv/mdrv.ko backoff=0
	for _ in 1 2 3; do
		check "split: probes" init_time || { show_daemon_log; return 1; }
		result "init split $MS"
		# shellcheck disable=SC2046 # two words
		result load $(crossings)
		crossed ready
		result open $CROSSED
		[ "$_" = 3 ] || unload_all
	done
	# before the operations, as natively: they may leave another speed or duplex
	check "split: throughput" throughput
	for name in $(ops); do
		crossed limited 30 op "$name"
		result "op $name $CROSSED"
		if ! daemon_alive; then
			fail "split: the daemon died in $name"
			show_daemon_log 5
			fresh_daemon "$name"
		fi
		ready || fail "split: not ready after $name"
	done
	check "split: the daemon lives" daemon_alive
	unload_all
}

# The user half counts; each daemon adds to what the one before it has written.
measure_coverage() {
	MODE='split'
	export GCOV_PREFIX=/tmp/gcov
	mkdir -p /tmp/gcov
	check "coverage: loads" load_ready || { show_daemon_log; return 1; }
	workload >/tmp/workload.out 2>&1
	check "coverage: ready after the workload" ready
	check "coverage: the daemon lives" daemon_alive || show_daemon_log
	# it leaves by itself when the module goes, and writes then
	check "coverage: unloads" rmmod "$DRIVER"
	wait "$DAEMON"
	tar -C /tmp/gcov -cf /tmp/gcov.tar .
	artifact /tmp/gcov.tar
}

setup_modules
check "set-up of the class" class_setup || die "nothing to measure"
second_hide
case $PART in
coverage) measure_coverage ;;
*)
	measure_native && measure_split
	artifact $OUT ;;
esac
rmmod mdrv
