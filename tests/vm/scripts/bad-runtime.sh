# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# Every way to put the parts together wrongly: each is refused at once, with a
# message that says why, and leaves a kernel that goes on working.
. /test/split-lib.sh
mdrvd=/mdrv/mdrvd
so=/mdrv/$DRIVER.so

# refused DESCRIPTION REGEX COMMAND...: it ends by itself with a failure, soon, and
# says so on stderr in words that match
refused() {
	local what=$1 want=$2 rc=0
	shift 2
	timeout 20 "$@" >/tmp/refused.out 2>&1 || rc=$?
	sed 's/^/#   /' /tmp/refused.out
	if [ $rc -eq 0 ] || [ $rc -ge 124 ]; then
		fail "$what: status $rc"
	elif grep -qE -- "$want" /tmp/refused.out; then
		ok "$what: status $rc"
	else
		fail "$what: no \"$want\" in what it says"
	fi
}

# the kernel half without the runtime
insmod "/mdrv/$DRIVER.ko" 2>/tmp/insmod.out && fail "kernel half loads without mdrv.ko"
dmesg | tail -n 5 | grep -qE "$DRIVER: Unknown symbol mdrv_" &&
	ok "kernel half without mdrv.ko: $(dmesg | grep -m1 -o "$DRIVER: Unknown symbol mdrv.*")"
[ -s /run/test.passed ] || fail "kernel half without mdrv.ko: no word about it"

# the daemon without runtime, without kernel half
refused "no mdrv.ko" 'mdrv(\.ko)?.*(not loaded|modprobe)' $mdrvd --foreground "$so"
check "mdrv.ko" insmod /mdrv/mdrv.ko
refused "no kernel half" "$DRIVER.*(not loaded|no kernel half)|no kernel half.*$DRIVER" \
	$mdrvd --foreground "$so"

# files that are no user half, whatever is loaded
check "kernel half" insmod "/mdrv/$DRIVER.ko"
refused "missing file" '/bad/missing\.so.*(No such file|cannot open)' $mdrvd --foreground /bad/missing.so
echo "not a shared object" >/bad/text.so
refused "not an ELF file" '/bad/text\.so.*(ELF|file too short|not a user half)' $mdrvd --foreground /bad/text.so
: >/bad/empty.so
refused "empty file" '/bad/empty\.so.*(ELF|file too short|empty|truncated)' $mdrvd --foreground /bad/empty.so
size=$(stat -c %s "$so")
for part in 10 40 70 95; do
	head -c $((size * part / 100)) "$so" >/bad/truncated.so
	refused "truncated to $part %" '/bad/truncated\.so.*(truncated|ELF|file too short|not a user half)' \
		$mdrvd --foreground /bad/truncated.so
done
refused "no user half" '/bad/stranger\.so.*not a user half' $mdrvd --foreground /bad/stranger.so
refused "a directory" '/bad.*(directory|ELF|not a user half)' $mdrvd --foreground /bad
refused "no argument" 'Usage|usage|--help' $mdrvd --foreground
refused "unknown option" 'colour|--help' $mdrvd --colour

# of another build
refused "other interface hash" '(hash|does not (match|fit)|another (build|split)).*' \
	$mdrvd --foreground /bad/other-hash.so
grep -qE 'edu' /tmp/refused.out || fail "other interface hash: the driver is not named"

# without privilege
cp -r /mdrv /tmp/mdrv && chmod -R a+rX /tmp/mdrv && chmod 1777 /tmp
refused "without privilege" '(permitted|privilege|permission|CAP_SYS_ADMIN|root)' \
	setpriv --reuid=65534 --regid=65534 --clear-groups \
	/tmp/mdrv/mdrvd --foreground "/tmp/mdrv/$DRIVER.so"

# nothing of that did harm: the right one works, a second one is refused
refute "no device yet" test -e /dev/edu0
daemon_start
check "the right user half works after all that" wait_for 20 test -e /dev/edu0
refused "a second daemon" '(busy|already|another daemon)' $mdrvd --foreground "$so"
check "the first one lives on" daemon_alive
refused "a stranger of another build meanwhile" 'hash|already|busy|match|fit' \
	$mdrvd --foreground /bad/other-hash.so
check "unbinding and binding still works" sh -c 'cd /sys/bus/pci/drivers/edu &&
	dev=$(basename $(ls -d 0*)) && echo $dev >unbind && echo $dev >bind && test -e /dev/edu0'
check "unload" rmmod "$DRIVER"
daemon_kill
check "mdrv.ko unloads" rmmod mdrv
show_daemon_log
leak_scan
