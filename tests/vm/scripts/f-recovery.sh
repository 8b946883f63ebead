# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# kill -9 of the daemon under traffic: the transfer goes on, nothing is lost,
# management fails cleanly meanwhile, a new daemon finds the settings as they
# were.  Then CYCLES kills and restarts under traffic, and what they leave behind.
. /test/split-lib.sh
CYCLES=${CYCLES:-100}

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

# errors and drops of our interface and of the peer, in one line
losses() {
	{ ip -s link show us0; ip -n peer -s link show peer0; } |
		awk '/[RT]X:/ { getline; printf "%s/%s ", $3, $4 } END { print "" }'
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

check "the driver comes up" driver_up || { show_daemon_log 60; die "nothing to test"; }
check "peer" peer_up
check "iperf3 server" iperf_server
check "traffic" ping_peer 10

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
iperf3 -c "$PEER_IP" -t 16 -i 1 -J >/tmp/transfer.json 2>&1 &
transfer=$!
sleep 4
lost_before=$(losses)
check "kill -9 of the daemon" daemon_signal 9
daemon_kill
if [ "$MODE" = split ]; then
	sleep 0.5
	check "the kernel half noticed" wait_for 5 detached
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
check "pings while it is away" ping_peer 50
daemon_start
check "a new daemon serves" daemon_serves
settings >/tmp/settings.after 2>&1
check "settings are in force after the restart" diff -u /tmp/settings.before /tmp/settings.after
check "the transfer went through" wait $transfer
stalled=$(sed -n '/"intervals"/,/"end":[[:space:]]*{/p' /tmp/transfer.json |
	awk '/"sum":/ { s = 1 }
	     s && /"bits_per_second":/ { gsub(/[^0-9.]/, ""); n++; z += $0 < 100000; s = 0 }
	     END { print n < 5 ? "only " n " seconds" : z + 0 }')
check "no second of it without traffic ($stalled)" test "$stalled" = 0
check "no new errors or drops" test "$(losses)" = "$lost_before"
note "errors/drops before: $lost_before after: $(losses)"

echo 8388608 >/proc/sys/net/core/rmem_max
echo 8388608 >/proc/sys/net/core/wmem_max
# -- datagrams, which nobody sends twice, across a kill
for dir in "" -R; do
	(sleep 2; daemon_kill; sleep 1; [ "$MODE" = native ] || kill -9 "$(pidof mdrvd)") >/dev/null 2>&1 &
	# shellcheck disable=SC2086 # no argument when empty
	lost=$(udp 5 $dir)
	wait $! || true
	note "UDP ${dir:-sending}: lost and sent: $lost"
	check "no datagram lost ${dir:-sending}" test "${lost%% *}" = 0 || {
		losses
		netstat -s -u
		in_peer netstat -s -u
		ip -s link show us0
	}
	# shellcheck disable=SC2034
	DAEMON=
	daemon_start
	check "a daemon serves again" daemon_serves
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
