// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/pcm.h>

static int on_open(struct snd_pcm_substream *p0)
{
	return 0;
}

static int on_close(struct snd_pcm_substream *p0)
{
	return 0;
}

static int on_ioctl(struct snd_pcm_substream *p0, unsigned int p1, void *p2)
{
	return 0;
}

static int on_hw_params(struct snd_pcm_substream *p0, struct snd_pcm_hw_params *p1)
{
	return 0;
}

static int on_hw_free(struct snd_pcm_substream *p0)
{
	return 0;
}

static int on_prepare(struct snd_pcm_substream *p0)
{
	return 0;
}

static int on_trigger(struct snd_pcm_substream *p0, int p1)
{
	return 0;
}

static int on_sync_stop(struct snd_pcm_substream *p0)
{
	return 0;
}

static snd_pcm_uframes_t on_pointer(struct snd_pcm_substream *p0)
{
	return 0;
}

static int on_get_time_info(struct snd_pcm_substream *p0, struct timespec64 *p1, struct
	timespec64 *p2, struct snd_pcm_audio_tstamp_config *p3, struct
	snd_pcm_audio_tstamp_report *p4)
{
	return 0;
}

static int on_fill_silence(struct snd_pcm_substream *p0, int p1, unsigned long p2, unsigned long
	p3)
{
	return 0;
}

static int on_copy_user(struct snd_pcm_substream *p0, int p1, unsigned long p2, void *p3,
	unsigned long p4)
{
	return 0;
}

static int on_copy_kernel(struct snd_pcm_substream *p0, int p1, unsigned long p2, void *p3,
	unsigned long p4)
{
	return 0;
}

static struct page *on_page(struct snd_pcm_substream *p0, unsigned long p1)
{
	return 0;
}

static int on_mmap(struct snd_pcm_substream *p0, struct vm_area_struct *p1)
{
	return 0;
}

static int on_ack(struct snd_pcm_substream *p0)
{
	return 0;
}

struct snd_pcm_ops table = {
	.open = on_open,
	.close = on_close,
	.ioctl = on_ioctl,
	.hw_params = on_hw_params,
	.hw_free = on_hw_free,
	.prepare = on_prepare,
	.trigger = on_trigger,
	.sync_stop = on_sync_stop,
	.pointer = on_pointer,
	.get_time_info = on_get_time_info,
	.fill_silence = on_fill_silence,
	.copy_user = on_copy_user,
	.copy_kernel = on_copy_kernel,
	.page = on_page,
	.mmap = on_mmap,
	.ack = on_ack,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_pcm_ops
 * context: on_open: process
 * context: on_close: process
 * context: on_ioctl: process
 * context: on_hw_params: process
 * context: on_hw_free: process
 * context: on_prepare: process
 * context: on_trigger: atomic softirq hardirq
 * context: on_sync_stop: process
 * context: on_pointer: atomic softirq hardirq
 * context: on_get_time_info: atomic softirq hardirq
 * context: on_fill_silence: process atomic softirq hardirq
 * context: on_copy_user: process
 * context: on_copy_kernel: process
 * context: on_page: process
 * context: on_mmap: process
 * context: on_ack: atomic softirq hardirq
 */
