# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
# Playback all the time, for classes of sound cards.

load_begin() {
	while :; do sndpcm /dev/snd/pcmC0D0p play 44100 s16 2 200000 || sleep 1; done >/tmp/load.out 2>&1 &
	LOAD=$!
}
load_end() {
	kill $LOAD
	killall sndpcm
	wait $LOAD
	! grep -E 'after|error' /tmp/load.out | grep -v '^after: state'
} 2>/dev/null
