# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# In the guest: the table of tests/bench/rpc/run.
check "modules" sh -c 'insmod /mdrv/mdrv.ko && insmod /mdrv/mdrv_rpc.ko && insmod /mdrv/rpc_floor.ko'
/mdrv/rpc-run floor &
/mdrv/mdrvd --foreground /mdrv/rpc.so &
attached() { ! grep -q 'session none' /sys/kernel/debug/mdrv/mdrv_rpc/stats; }
check "daemon attaches" wait_for 10 attached
/mdrv/rpc-run bench "$COUNT" "$ROUNDS" >/tmp/rpc.txt || fail "benchmark"
check "table" test "$(wc -l </tmp/rpc.txt)" -eq 8
artifact /tmp/rpc.txt
