// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/device.h>
#include <sound/hwdep.h>

static long long on_llseek(struct snd_hwdep *p0, struct file *p1, long long p2, int p3)
{
	return 0;
}

static long on_read(struct snd_hwdep *p0, char *p1, long p2, loff_t *p3)
{
	return 0;
}

static long on_write(struct snd_hwdep *p0, const char *p1, long p2, loff_t *p3)
{
	return 0;
}

static int on_open(struct snd_hwdep *p0, struct file *p1)
{
	return 0;
}

static int on_release(struct snd_hwdep *p0, struct file *p1)
{
	return 0;
}

static __poll_t on_poll(struct snd_hwdep *p0, struct file *p1, poll_table *p2)
{
	return 0;
}

static int on_ioctl(struct snd_hwdep *p0, struct file *p1, unsigned int p2, unsigned long p3)
{
	return 0;
}

static int on_ioctl_compat(struct snd_hwdep *p0, struct file *p1, unsigned int p2, unsigned long
	p3)
{
	return 0;
}

static int on_mmap(struct snd_hwdep *p0, struct file *p1, struct vm_area_struct *p2)
{
	return 0;
}

static int on_dsp_status(struct snd_hwdep *p0, struct snd_hwdep_dsp_status *p1)
{
	return 0;
}

static int on_dsp_load(struct snd_hwdep *p0, struct snd_hwdep_dsp_image *p1)
{
	return 0;
}

struct snd_hwdep_ops table = {
	.llseek = on_llseek,
	.read = on_read,
	.write = on_write,
	.open = on_open,
	.release = on_release,
	.poll = on_poll,
	.ioctl = on_ioctl,
	.ioctl_compat = on_ioctl_compat,
	.mmap = on_mmap,
	.dsp_status = on_dsp_status,
	.dsp_load = on_dsp_load,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_hwdep_ops
 * context: on_llseek: process
 * context: on_read: process
 * context: on_write: process
 * context: on_open: process
 * context: on_release: process
 * context: on_poll: process
 * context: on_ioctl: process
 * context: on_ioctl_compat: process
 * context: on_mmap: process
 * context: on_dsp_status: process
 * context: on_dsp_load: process
 */
