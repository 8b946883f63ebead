// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/hda_codec.h>

static int on_open(struct hda_pcm_stream *p0, struct hda_codec *p1, struct snd_pcm_substream *p2)
{
	return 0;
}

static int on_close(struct hda_pcm_stream *p0, struct hda_codec *p1, struct snd_pcm_substream *p2)
{
	return 0;
}

static int on_prepare(struct hda_pcm_stream *p0, struct hda_codec *p1, unsigned int p2,
	unsigned int p3, struct snd_pcm_substream *p4)
{
	return 0;
}

static int on_cleanup(struct hda_pcm_stream *p0, struct hda_codec *p1,
	struct snd_pcm_substream *p2)
{
	return 0;
}

static unsigned int on_get_delay(struct hda_pcm_stream *p0, struct hda_codec *p1,
	struct snd_pcm_substream *p2)
{
	return 0;
}

struct hda_pcm_ops table = {
	.open = on_open,
	.close = on_close,
	.prepare = on_prepare,
	.cleanup = on_cleanup,
	.get_delay = on_get_delay,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct hda_pcm_ops
 * context: on_open: process
 * context: on_close: process
 * context: on_prepare: process
 * context: on_cleanup: process
 * context: on_get_delay: atomic softirq hardirq
 */
