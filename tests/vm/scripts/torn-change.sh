# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# A change that closes the device and opens it again, torn at each of its steps:
# the interface is either as it was or down, never in between; the next daemon
# brings it up, and nothing that the torn change took is left over.  Queries, too.
. /test/split-lib.sh

struck() { grep -q "MDRV_FAULT: $1" "$DAEMON_LOG"; }
skbs() { awk '$1 == "skbuff_head_cache" { print $2 }' /proc/slabinfo; }
flagged_up() { ip link show us0 | grep -q '[<,]UP[,>]'; }

# torn FUNCTION ACTION
torn() {
	local what="$2 at $1"
	check "$what: before it, traffic" wait_for 20 ping_peer 3
	daemon_kill
	: >"$DAEMON_LOG"
	daemon_start "MDRV_FAULT=$1:$2"
	check "$what: the daemon is there" wait_for 15 attached || return 1
	timed timeout 60 ip link set us0 mtu "$MTU"
	check "$what: struck" struck "$2"
	check "$what: the caller gets an error" test "$RC" -ne 0
	refute "$what: the caller did not hang" test "$RC" -eq 124
	check "$what: RTNL is free" rtnl_free
	note "$what: $(ip link show us0 | head -n 1)"
	kill -CONT "$DAEMON" 2>/dev/null
	daemon_kill
	daemon_start
	check "$what: a new daemon attaches" wait_for 15 attached
	check "$what: down does not hang" timeout 20 ip link set us0 down
	refute "$what: it is down" flagged_up
	check "$what: up works" timeout 20 ip link set us0 up
	check "$what: mtu works now" timeout 20 ip link set us0 mtu 1500
}

# A query torn with memory in its hands, while the interface is in use.
torn_query() {
	local held
	held=$(counter acquired)
	daemon_kill
	: >"$DAEMON_LOG"
	daemon_start "MDRV_FAULT=dma_free_attrs:kill"
	check "query: the daemon is there" wait_for 15 attached || return 1
	ethtool -S us0 >/dev/null
	check "query: struck" struck kill
	check "query: traffic goes on" ping_peer 3
	check "query: nothing is held for it" test "$(counter acquired)" = "$held"
	daemon_kill
	daemon_start
	check "query: a new daemon attaches" wait_for 15 attached
	check "query: works now" ethtool -S us0
}

check "peer" peer_up
check "driver up" driver_up || { show_daemon_log; die "no interface"; }
watchdog 3000
MTU=1400
before=$(skbs)
for fn in cp_close dma_alloc_attrs cp_init_rings napi_enable request_threaded_irq mii_check_media; do
	torn $fn kill
done
torn dma_alloc_attrs stop
check "before the query: traffic" wait_for 20 ping_peer 3
torn_query
check "at the end: traffic" wait_for 20 ping_peer 3
# A ring holds 64 of them; what moves otherwise is a slab or two.  Where KASAN keeps
# what was freed, kmemleak is the judge.
after=$(skbs)
[ -e /sys/kernel/debug/kmemleak ] ||
	check "no receive buffers are left over ($before, now $after)" test "$after" -lt $((before + 60))
daemon_signal TERM
check "unload" timeout 60 rmmod "$DRIVER"
check "mdrv.ko unloads" rmmod mdrv
leak_scan
