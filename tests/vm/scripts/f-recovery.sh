# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# kill -9 of the daemon under traffic: the transfer goes on, no more is lost than with
# the native driver, management fails cleanly meanwhile, a new daemon finds the
# settings as they were.  Then CYCLES kills and restarts under traffic, and what they
# leave behind.
#
# Beside a saturated transfer a ring is full now and then, and a packet is lost,
# whoever drives; the busier the host, the more often.  So the native driver is
# measured first, in the same VM and in the same way, and the split one may do as it.
. /test/split-lib.sh
CYCLES=${CYCLES:-100}
RING=64	# descriptors of the chip: what one hiccup of the host may cost
SLACK=3	# packets: the worst of four native measurements is not the worst there is

slab() { awk '$1 == "Slab:" { print $2 }' /proc/meminfo; }
vmalloc_kib() { awk '$1 == "VmallocUsed:" { print $2 }' /proc/meminfo; }
free_kib() { awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo; }
at_most() { [ "$1" -le "$2" ]; }
at_least() { [ "${1:-0}" -ge "$2" ]; }

# objects: active objects of all kmalloc caches and of those that a session needs,
# after SLUB has given back what it holds per CPU
objects() {
	local cache
	for cache in /sys/kernel/slab/kmalloc-* /sys/kernel/slab/skbuff* /sys/kernel/slab/task_struct; do
		[ -w "$cache/shrink" ] && echo 1 >"$cache/shrink"
	done
	# not vmap_area: areas are freed lazily, in batches of megabytes
	awk '$1 ~ /^(kmalloc|skbuff|sock_inode|files_cache|filp|task_struct)/ { print $1, $2 }' \
		/proc/slabinfo | sort
}

# losses: errors and drops of our interface and of the peer, together
losses() {
	{ ip -s link show us0; ip -n peer -s link show peer0; } |
		awk '/[RT]X:/ { getline; n += $3 + $4 } END { print n + 0 }'
}

# pings_lost: of 50 beside whatever else goes on
pings_lost() {
	ping -q -c 50 -i 0.05 -W 5 "$PEER_IP" >/tmp/pings.out
	awk '/packets transmitted/ { print $1 - $4 }' /tmp/pings.out
}

# LIVE: what the runtime holds for this driver, with a new session that served one call
live() {
	daemon_kill
	daemon_start
	daemon_serves
	LIVE="$(counter objects) $(counter registry) $(counter acquired)"
}

# the daemon that serves is the one started last, not one that a kill missed
serving() { [ "$(awk '$1 == "session" { print $3 }' "$DEBUGFS/$DRIVER/stats")" = "$DAEMON" ]; }

settings() {
	ip link show us0 | sed 's/^[0-9]*: //'
	ethtool us0
	ethtool -k us0
	ethtool -g us0
	ip maddr show dev us0
	nicctl us0 ethtool 0x7
}

# udp SECONDS [-R]: prints lost datagrams and sent ones.  Socket buffers are large,
# so that a process that gets no CPU for a while does not count as a loss.
udp() {
	local t=$1
	shift
	iperf3 -c "$PEER_IP" -u -b 5M -l 1000 -w 4M -t "$t" -J "$@" >/tmp/udp.json 2>&1 || return 1
	sed -n '/"end":[[:space:]]*{/,$p' /tmp/udp.json | sed -n '/"sum":/,/}/p' |
		awk -F '[:,]' '/"lost_packets"/ { l = $2 } /"packets"/ { p = $2 } END { print l + 0, p + 0 }'
}

# the seconds of the transfer in which next to nothing went through
stalled() {
	sed -n '/"intervals"/,/"end":[[:space:]]*{/p' /tmp/transfer.json |
		awk '/"sum":/ { s = 1 }
		     s && /"bits_per_second":/ { gsub(/[^0-9.]/, ""); n++; z += $0 < 100000; s = 0 }
		     END { print n < 5 ? 99 : z + 0 }'
}

# transfer SECONDS: of TCP in the background, as fast as it goes
transfer() {
	iperf3 -c "$PEER_IP" -t "$1" -i 1 -J >/tmp/transfer.json 2>&1 &
	TRANSFER=$!
	sleep 4
}

# measure_native: NATIVE_PINGS lost of 50 and NATIVE_UDP datagrams, the worst of four times
# each; NATIVE_LOSSES and NATIVE_STALLS of one transfer
measure_native() {
	local n before
	us_up us0
	wait_for 20 ping_peer 10
	before=$(losses)
	transfer 25
	NATIVE_PINGS=0
	for _ in 1 2 3 4; do
		n=$(pings_lost)
		[ "$n" -le "$NATIVE_PINGS" ] || NATIVE_PINGS=$n
	done
	check "native: the transfer went through" wait $TRANSFER
	NATIVE_STALLS=$(stalled) NATIVE_LOSSES=$(($(losses) - before)) NATIVE_UDP=0
	for dir in "" -R "" -R; do
		# shellcheck disable=SC2086 # no argument when empty
		n=$(udp 5 $dir)
		[ "${n%% *}" -le "$NATIVE_UDP" ] || NATIVE_UDP=${n%% *}
	done
	note "native: of 50 pings lost $NATIVE_PINGS, datagrams $NATIVE_UDP; errors and drops" \
		"$NATIVE_LOSSES, seconds without traffic $NATIVE_STALLS"
}

# as_native WORST COMMAND...: what it prints is at most WORST, at one of four tries.  What
# the death of the daemon cost would be lost at each of them.
as_native() {
	local worst=$(($1 + SLACK)) left=4
	shift
	while :; do
		"$@" >/tmp/lost && LOST=$(cat /tmp/lost) || return 1
		note "$*: $LOST, at most $worst may be lost"
		[ "${LOST%% *}" -le "$worst" ] && return 0
		left=$((left - 1))
		[ $left -gt 0 ] || return 1
	done
}

# udp_across_a_kill [-R]: as udp; the daemon dies in the middle, then a new one comes
udp_across_a_kill() {
	local killer rc=0
	(sleep 2; daemon_signal 9) &
	killer=$!
	udp 5 "$@" || rc=1
	wait $killer
	daemon_kill
	daemon_start
	daemon_serves || { fail "no daemon serves again"; rc=1; }
	return $rc
}

echo 8388608 >/proc/sys/net/core/rmem_max
echo 8388608 >/proc/sys/net/core/wmem_max
check "peer" peer_up
check "iperf3 server" iperf_server
want=$MODE MODE=native
check "the native driver comes up" driver_up || die "nothing to compare with"
measure_native
check "the native driver goes" driver_unload
MODE=$want
check "the driver comes up" driver_up || { show_daemon_log 60; die "nothing to test"; }
check "traffic" wait_for 20 ping_peer 10

# settings that must survive
ip link set us0 mtu 1450
ip link set us0 promisc on
ip link set us0 address 02:00:00:00:00:77
ip maddr add 33:33:00:00:00:42 dev us0
ethtool -K us0 rx off
ethtool -s us0 msglvl 0x17
ethtool -s us0 wol g
check "link after the changes" wait_link us0
check "traffic after the changes" wait_for 20 ping_peer 3
settings >/tmp/settings.before 2>&1

# -- one kill in mid-transfer
lost_before=$(losses)
transfer 45
check "kill -9 of the daemon" daemon_signal 9
daemon_kill
[ "$MODE" = native ] || check "the kernel half noticed" wait_for 5 detached
check "pings while it is away, as with the native driver" as_native "$NATIVE_PINGS" pings_lost
check "beside a transfer that goes on" kill -0 "$TRANSFER"
if [ "$MODE" = split ]; then
	timed ethtool -r us0
	refute "a management call fails" test "$RC" -eq 0
	check "and at once (${MS} ms)" at_most "$MS" "$(patience 3000)"
	timed timeout 60 ip link set us0 mtu 1400
	note "mtu change without a daemon: status $RC, $MS ms"
	check "it does not hang" at_most "$MS" "$(patience 3000)"
	check "queries of the kernel still work" ip -s link show us0
	check "RTNL is free" rtnl_free
	for cmd in "-i" "-S" "-d" "-k" "-g" ""; do
		# shellcheck disable=SC2086 # no argument when empty
		timed timeout 60 ethtool $cmd us0 >/tmp/away.out 2>&1
		check "ethtool $cmd us0 does not hang (status $RC)" at_most "$MS" "$(patience 3000)"
	done
fi
daemon_start
check "a new daemon serves" daemon_serves
settings >/tmp/settings.after 2>&1
check "settings are in force after the restart" diff -u /tmp/settings.before /tmp/settings.after
check "the transfer went through" wait $TRANSFER
stalls=$(stalled)
check "no more seconds of it without traffic ($stalls) than native ($NATIVE_STALLS)" \
	at_most "$stalls" $((NATIVE_STALLS + 1))
lost=$(($(losses) - lost_before))
check "no more errors or drops ($lost) than native ($NATIVE_LOSSES), a ring's length apart" \
	at_most $lost $((NATIVE_LOSSES + RING))

# -- datagrams, which nobody sends twice, across a kill
for dir in "" -R; do
	# shellcheck disable=SC2086 # no argument when empty
	check "no more datagrams lost than native ${dir:-sending}" \
		as_native "$NATIVE_UDP" udp_across_a_kill $dir || {
		losses
		netstat -s -u
		in_peer netstat -s -u
		ip -s link show us0
	}
done

# -- many cycles under traffic
RATE=${RATE:-0}	# of the traffic during the cycles; 0: as fast as it goes
traffic() { while :; do iperf3 -c "$PEER_IP" -t 20 -b "$RATE" || sleep 1; done >/dev/null 2>&1; }
cycle() {
	daemon_kill
	daemon_start
	daemon_serves || return 1
	[ "$MODE" = native ] || serving || return 1
	# at a different instant each time
	usleep $(($(od -An -N2 -tu2 /dev/urandom) * 3))
}
traffic &
traffic_pid=$!
bad=0
i=0
while [ $i -lt 10 ]; do cycle || bad=$((bad + 1)); i=$((i + 1)); done
quiet() {
	kill $traffic_pid
	killall iperf3
	wait $traffic_pid
	in_peer iperf3 -s -D --logfile /tmp/iperf-server.log
	sleep 2
	echo 3 >/proc/sys/vm/drop_caches
	sleep 1
}
quiet 2>/dev/null
objects >/tmp/objects.before
[ "$MODE" = native ] || live
live_before=${LIVE:-}
vmalloc_before=$(vmalloc_kib)
slab_before=$(slab) free_before=$(free_kib)
traffic &
traffic_pid=$!
while [ $i -lt "$CYCLES" ]; do
	cycle || bad=$((bad + 1))
	i=$((i + 1))
	[ $((i % 10)) -ne 0 ] || note "cycle $i"
done
check "$CYCLES kills and restarts, each time served again" test $bad -eq 0
quiet 2>/dev/null
check "the interface still works" wait_for 20 ping_peer 20
settings >/tmp/settings.end 2>&1
check "settings are in force at the end" diff -u /tmp/settings.before /tmp/settings.end
objects >/tmp/objects.after
note "slab $slab_before -> $(slab) KiB, available $free_before -> $(free_kib) KiB"
# one object per cycle in any cache is a leak; less, or a few dozen in all, is noise
grown=$(awk -v n=$((CYCLES - 10)) 'NR == FNR { was[$1] = $2; next }
	$2 - was[$1] >= n * 0.8 && $2 - was[$1] > 64 { printf "%s+%d ", $1, $2 - was[$1] }' /tmp/objects.before /tmp/objects.after)
check "there are slab figures" test -s /tmp/objects.before
check "no slab cache grew with the cycles ($grown)" test -z "$grown"
if [ "$MODE" = split ]; then
	live
	check "as many live objects as before" test "$LIVE" = "$live_before"
fi
grown=$(($(vmalloc_kib) - vmalloc_before))
check "less than a page of vmalloc per cycle ($grown KiB)" test "$grown" -lt $(((CYCLES - 10) * 4))
check "memory is back" at_least "$(free_kib)" $((free_before - 4096))
artifact /tmp/objects.before /tmp/objects.after /tmp/settings.before
check "down" ip link set us0 down
check "unload" driver_unload
daemon_kill
[ "$MODE" = native ] || check "mdrv.ko unloads" rmmod mdrv
leak_scan
note "live objects, registry, acquired: ${live_before:-}"
show_daemon_log 5
