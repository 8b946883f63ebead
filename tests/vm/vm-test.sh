# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
#
# Sourced by tests/vm/*.test: run a script of tests/vm/scripts in the VM, on the
# kernel that the layer asks for.
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"

vm=$MDRV_TOP/tests/vm
vm_args=()
kernel=debian
if [ "${MDRV_LAYER:-vm}" = vm-debug ]; then
	kernel=debug
	"$vm/debug-kernel" --ready || die "the debug kernel is not built"
	vm_args+=(--debug)
fi

vm_out() { echo "$MDRV_BUILD/logs/${MDRV_LAYER:-vm}/$(basename "$0" .test)"; }

# run_vm SCRIPT [run-vm options]
run_vm() {
	local script=$1
	shift
	"$vm/run-vm" --script "$vm/scripts/$script" --out "$(vm_out)" "${vm_args[@]}" "$@"
}

# split_dir DRIVER: a directory with both halves of a driver, mdrv.ko and mdrvd
split_dir() { "$MDRV_TOP/tests/lib/build-split" "$kernel" "$1" || die "no halves of $1"; }

# run_split SCRIPT DRIVER [run-vm options]: run_vm with that under /mdrv
run_split() {
	local script=$1 driver=$2 dir
	shift 2
	dir=$(split_dir "$driver")
	run_vm "$script" --add "$dir:/mdrv" --env "DRIVER=$(basename "$driver" .c)" "$@"
}
