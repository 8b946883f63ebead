# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# A sound card: every control, playback in all rates and formats (QEMU records the first
# card as a wav file, which the host compares), capture on the second card.
# shellcheck source=tests/vm/scripts/class-sound-load.sh
. /zoo/class-sound-load.sh

second_ready() { [ -c /dev/snd/controlC1 ]; }
second_works() { plays 9 /dev/snd/pcmC1D0p; }

device_ready() { second_ready && [ -c /dev/snd/controlC0 ] && [ -c /dev/snd/pcmC0D0p ] && works; }
# a control that is read anew each time
works() { sndctl 0 show >/tmp/works.out 2>&1 && ! grep -q 'read: [^0-9]' /tmp/works.out; }
device_works() { plays 8 /dev/snd/pcmC0D0p; }

# What needs no user half is a stream that is open: opening one may be answered there.
hold() {
	command exec 8<>/dev/snd/pcmC0D0p && command exec 9<>/dev/snd/pcmC1D0p && HELD=1
}
let_go() { exec 8<&- 9<&-; HELD=''; }
# plays FD NODE: on what is held, or opened for it
plays() {
	if [ -n "${HELD:-}" ]; then
		sndpcm - play 44100 s16 2 9000 <&"$1"
	else
		sndpcm "$2" play 44100 s16 2 9000
	fi | grep -q 'drain: done'
}

sound_proc() {
	local file
	for file in /proc/asound/cards /proc/asound/devices /proc/asound/pcm /proc/asound/card*/id \
		/proc/asound/card*/pcm*/info /proc/asound/card*/pcm*/sub0/info /proc/asound/card*/audiopci \
		/proc/asound/card*/ak4531 /proc/asound/card*/midi0; do
		[ -f "$file" ] && echo "-- $file" && cat "$file"
	done
	return 0
}

nodes() { ls /dev/snd; }

workload() {
	nodes
	sound_proc
	for card in 0 1; do
		[ -c /dev/snd/controlC$card ] || continue
		echo "-- controls of card $card"
		sndctl $card
	done
	for node in /dev/snd/pcmC*; do echo "-- $node"; sndpcm "$node" limits; done
	# the one rate at which the recording holds each sample as it was
	sndpcm /dev/snd/pcmC0D0p play 44100 s16 2 60000
	for rate in 5512 11025 22050 44100; do
		echo "-- DAC1 at $rate"
		sndpcm /dev/snd/pcmC0D1p play $rate s16 2 9000
	done
	for rate in 4000 8000 16000 22050 24000 32000 44100 48000; do
		echo "-- DAC2 at $rate"
		sndpcm /dev/snd/pcmC0D0p play $rate u8 1 9000
	done
	last=$(ls /dev/snd/pcmC*D0c | tail -n 1)
	for rate in 8000 22050 44100; do
		echo "-- $last at $rate"
		sndpcm "$last" capture $rate s16 2 9000
		sndpcm "$last" capture $rate u8 1 9000
	done
	sound_proc
}

ops() { printf '%s\n' controls capture playback first; }
op() {
	case $1 in
	controls) sndctl 0 ;;
	capture) sndpcm /dev/snd/pcmC0D0c limits ;;
	playback) sndpcm /dev/snd/pcmC0D0p play 44100 s16 2 9000 ;;
	first) sndpcm /dev/snd/pcmC0D1p limits ;;
	esac
}
