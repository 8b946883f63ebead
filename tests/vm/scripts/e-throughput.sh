# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# TCP throughput and guest CPU per megabyte, native and split driver in turns in
# one boot, so that what else the host does hits both alike.  PAIRS pairs, SECS
# seconds each way.  $MIN is the least median ratio split/native that passes (default: any).
. /test/split-lib.sh
PAIRS=${PAIRS:-5}
SECS=${SECS:-5}
MIN=${MIN:-0}
OTHER=${OTHER:-split}	# "native" compares the native driver with itself

# jiffies that the CPUs spent working
busy() { awk '/^cpu / { print $2 + $3 + $4 + $7 + $8; exit }' /proc/stat; }

# measure MODE LABEL: appends "label direction bit/s jiffies/MB" to the table
measure() {
	local dir rate b0 b1
	MODE=$1
	driver_up || { show_daemon_log; die "$MODE driver does not come up"; }
	wait_for 20 ping_peer 3 || die "no traffic with the $MODE driver"
	for dir in send receive; do
		b0=$(busy)
		# shellcheck disable=SC2046 # no argument when sending
		rate=$(iperf "$SECS" $([ $dir = send ] || echo -R))
		b1=$(busy)
		[ -n "$rate" ] || die "iperf3 failed"
		awk -v m="$2" -v d=$dir -v r="$rate" -v b=$((b1 - b0)) -v s="$SECS" \
			'BEGIN { printf "%s %s %.0f %.5f\n", m, d, r, b / (r * s / 8e6) }' >>/tmp/table
	done
	ip link set us0 down
	driver_unload || die "$MODE driver does not unload"
	daemon_kill
}

check "peer comes up" peer_up
check "iperf3 server" iperf_server
MODE=native driver_up && iperf 2 >/dev/null	# warm-up, not counted
MODE=native driver_unload
pair=0
while [ $pair -lt "$PAIRS" ]; do
	# the first of a pair alternates
	if [ $((pair % 2)) -eq 0 ]; then
		measure native native
		measure "$OTHER" other
	else
		measure "$OTHER" other
		measure native native
	fi
	pair=$((pair + 1))
done
artifact /tmp/table

# Median of the pairs' ratios, per direction; bit/s (column 3) and CPU (column 4).
median_ratio() {
	awk -v d="$1" -v c="$2" '$2 == d { n[$1]++; v[$1, n[$1]] = $c }
		END { for (i = 1; i <= n["native"]; i++)
			print v["other", i] / v["native", i] }' /tmp/table |
		sort -n | awk '{ v[NR] = $1 } END { printf "%.3f\n", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}
at_least() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a >= b) }'; }

note "driver direction bit/s jiffies-per-MB"
sed 's/^/#   /' /tmp/table
for dir in send receive; do
	ratio=$(median_ratio $dir 3)
	note "$dir: median throughput ratio $OTHER/native $ratio, CPU per MB ratio $(median_ratio $dir 4)"
	echo "$dir throughput $ratio cpu $(median_ratio $dir 4)" >>/tmp/ratios
	check "$dir: throughput ratio at least $MIN" at_least "$ratio" "$MIN"
done
artifact /tmp/ratios
