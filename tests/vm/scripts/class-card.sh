# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# One sound card that plays to nobody and records nothing: its controls, its limits, its clock.
# shellcheck source=tests/vm/scripts/class-sound-load.sh
. /zoo/class-sound-load.sh

device_ready() { [ -c /dev/snd/controlC0 ] && [ -c /dev/snd/pcmC0D0p ] && works; }
# a control that is read anew each time
works() { sndctl 0 show >/tmp/works.out 2>&1 && ! grep -q 'read: [^0-9]' /tmp/works.out; }
device_works() { plays; }
plays() { sndpcm /dev/snd/pcmC0D0p play 44100 s16 2 9000 | grep -q 'drain: done'; }

workload() {
	ls /dev/snd
	cat /proc/asound/cards /proc/asound/devices /proc/asound/pcm /proc/asound/card0/id \
		/proc/asound/card0/pcm0p/info /proc/asound/card0/pcm0c/sub7/info
	sndctl 0
	for node in /dev/snd/pcmC*; do echo "-- $node"; sndpcm "$node" limits; done
	sndpcm /dev/snd/pcmC0D0p play 44100 s16 2 9000
	sndpcm /dev/snd/pcmC0D0p play 8000 u8 1 9000
}

ops() { printf '%s\n' controls playback; }
op() {
	case $1 in
	controls) sndctl 0 ;;
	playback) plays ;;
	esac
}
