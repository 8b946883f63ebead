// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/fs.h>

static loff_t on_llseek(struct file *p0, loff_t p1, int p2)
{
	return 0;
}

static ssize_t on_read(struct file *p0, char *p1, size_t p2, loff_t *p3)
{
	return 0;
}

static ssize_t on_write(struct file *p0, const char *p1, size_t p2, loff_t *p3)
{
	return 0;
}

static __poll_t on_poll(struct file *p0, struct poll_table_struct *p1)
{
	return 0;
}

static long on_unlocked_ioctl(struct file *p0, unsigned int p1, unsigned long p2)
{
	return 0;
}

static long on_compat_ioctl(struct file *p0, unsigned int p1, unsigned long p2)
{
	return 0;
}

static int on_mmap(struct file *p0, struct vm_area_struct *p1)
{
	return 0;
}

static int on_open(struct inode *p0, struct file *p1)
{
	return 0;
}

static int on_flush(struct file *p0, fl_owner_t p1)
{
	return 0;
}

static int on_release(struct inode *p0, struct file *p1)
{
	return 0;
}

static int on_fsync(struct file *p0, loff_t p1, loff_t p2, int p3)
{
	return 0;
}

static int on_fasync(int p0, struct file *p1, int p2)
{
	return 0;
}

struct file_operations table = {
	.llseek = on_llseek,
	.read = on_read,
	.write = on_write,
	.poll = on_poll,
	.unlocked_ioctl = on_unlocked_ioctl,
	.compat_ioctl = on_compat_ioctl,
	.mmap = on_mmap,
	.open = on_open,
	.flush = on_flush,
	.release = on_release,
	.fsync = on_fsync,
	.fasync = on_fasync,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct file_operations
 * context: on_llseek: process
 * context: on_read: process
 * context: on_write: process
 * context: on_poll: process
 * context: on_unlocked_ioctl: process
 * context: on_compat_ioctl: process
 * context: on_mmap: process
 * context: on_open: process
 * context: on_flush: process
 * context: on_release: process
 * context: on_fsync: process
 * context: on_fasync: process
 */
