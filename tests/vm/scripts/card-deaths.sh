# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# A sound card whose probe is in the user half, which dies after each step of it: the card
# is gone before what it was made from, and the next daemon makes it again.
. /test/split-lib.sh
. /test/zoo-lib.sh
# shellcheck source=/dev/null
. "/zoo/class-$CLASS.sh"
. /zoo/driver

bind() { bind_write snd_dummy.0 bind; }
unbind() { bind_write snd_dummy.0 unbind; }
cards() { cat /proc/asound/cards /proc/asound/pcm; ls /dev/snd; }

# dies FUNCTION N: at its n-th call
dies() {
	check "$1:$2: a daemon" daemon_up MDRV_FAULT="$1:kill:$2"
	refute "$1:$2: no probe" bind 2>/dev/null
	check "$1:$2: struck" struck kill
	refute "$1:$2: not bound" is_bound snd_dummy.0
	check "$1:$2: noticed" wait_for 10 detached
	wait "$DAEMON"
	check "$1:$2: nothing is left" test "$(cards)" = "$EMPTY"
	check "$1:$2: nor known" test "$(counter registry)" = "$REGISTRY"
	check "$1:$2: nor held" test "$(counter acquired)" = "$UNDO"
}

check "modules" setup_modules
check "driver" driver_load
check "daemon" daemon_up
check "ready" ready || show_daemon_log
unbind
EMPTY=$(cards) REGISTRY=$(counter registry) UNDO=$(counter acquired)
note "without a card: $REGISTRY known, $UNDO held"
daemon_kill
check "noticed" wait_for 10 detached
for call in snd_devm_card_new:1 snd_pcm_new:1 snd_pcm_set_ops:2 snd_ctl_new1:1 snd_ctl_add:3 snd_card_register:1; do
	dies "${call%:*}" "${call#*:}"
done
check "a daemon that lives" daemon_up
check "bind" bind
check "ready again" ready || show_daemon_log
check "plays" plays
unbind
check "nothing is left" test "$(cards)" = "$EMPTY"
check "unload" driver_unload
daemon_stop
leak_scan
