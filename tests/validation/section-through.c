// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/i2c.h>
#include <linux/module.h>

struct thing {
	struct file *file;
	loff_t at;
};
static struct thing thing;

static long moves(struct file *file, unsigned int command, unsigned long argument)
{
	struct thing *t = file->private_data;
	loff_t at = 0;

	if (t->file->f_op->llseek)
		at = t->file->f_op->llseek(t->file, argument, 0);
	if (at < 0)
		return -EIO;
	if (at > 100)
		t->at = at;
	return t->at;
}

/* may return with something held */
static int locks(struct inode *inode, struct file *file)
{
	struct thing *t = file->private_data;

	if (!t)
		return -EINVAL;
	t->at = 3;
	t->file->f_op->flock(t->file, 1, NULL);
	t->at++;
	return 0;
}

/* gives something back, that the user half could ask for twice */
static int gives(struct inode *inode, struct file *file)
{
	struct thing *t = file->private_data;

	if (!t)
		return -EINVAL;
	t->at = 4;
	t->file->f_op->release(inode, t->file);
	t->at++;
	return 0;
}

const struct file_operations fops = { .unlocked_ioctl = moves, .open = locks };
const struct file_operations other = { .open = gives };
MODULE_LICENSE("GPL");
/*
 * check-name: a call through a pointer is a section, but not one that takes or gives back
 * domain: moves: user
 * domain: moves_section1: kernel
 * reason: moves_section1: calls through struct file_operations.llseek
 * domain: locks: kernel
 * domain: gives: kernel
 */
