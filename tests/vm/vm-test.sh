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

# run_split SCRIPT DRIVER [run-vm options]: the same with both halves of a driver,
# mdrv.ko and mdrvd under /mdrv in the guest
run_split() {
	local script=$1 driver=$2 dir
	shift 2
	dir=$("$MDRV_TOP/tests/lib/build-split" "$kernel" "$driver") || die "no halves of $driver"
	run_vm "$script" --add "$dir:/mdrv" --env "DRIVER=$(basename "$driver" .c)" "$@"
}
