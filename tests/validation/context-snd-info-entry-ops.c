// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include <sound/info.h>

static int on_open(struct snd_info_entry *p0, unsigned short p1, void **p2)
{
	return 0;
}

static int on_release(struct snd_info_entry *p0, unsigned short p1, void *p2)
{
	return 0;
}

static ssize_t on_read(struct snd_info_entry *p0, void *p1, struct file *p2, char *p3, size_t
	p4, loff_t p5)
{
	return 0;
}

static ssize_t on_write(struct snd_info_entry *p0, void *p1, struct file *p2, const char *p3,
	size_t p4, loff_t p5)
{
	return 0;
}

static loff_t on_llseek(struct snd_info_entry *p0, void *p1, struct file *p2, loff_t p3, int p4)
{
	return 0;
}

static __poll_t on_poll(struct snd_info_entry *p0, void *p1, struct file *p2, poll_table *p3)
{
	return 0;
}

static int on_ioctl(struct snd_info_entry *p0, void *p1, struct file *p2, unsigned int p3,
	unsigned long p4)
{
	return 0;
}

static int on_mmap(struct snd_info_entry *p0, void *p1, struct inode *p2, struct file *p3,
	struct vm_area_struct *p4)
{
	return 0;
}

struct snd_info_entry_ops table = {
	.open = on_open,
	.release = on_release,
	.read = on_read,
	.write = on_write,
	.llseek = on_llseek,
	.poll = on_poll,
	.ioctl = on_ioctl,
	.mmap = on_mmap,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_info_entry_ops
 * context: on_open: process
 * context: on_release: process
 * context: on_read: process
 * context: on_write: process
 * context: on_llseek: process
 * context: on_poll: process
 * context: on_ioctl: process
 * context: on_mmap: process
 */
