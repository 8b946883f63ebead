// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/rawmidi.h>

static int on_open(struct snd_rawmidi_substream *p0)
{
	return 0;
}

static int on_close(struct snd_rawmidi_substream *p0)
{
	return 0;
}

static void on_trigger(struct snd_rawmidi_substream *p0, int p1)
{
}

static void on_drain(struct snd_rawmidi_substream *p0)
{
}

struct snd_rawmidi_ops table = {
	.open = on_open,
	.close = on_close,
	.trigger = on_trigger,
	.drain = on_drain,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_rawmidi_ops
 * context: on_open: process
 * context: on_close: process
 * context: on_trigger: process atomic softirq hardirq
 * context: on_drain: process
 */
