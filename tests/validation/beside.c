// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/module.h>

/* Whoever calls may have more of them there; the user half is given one. */
static int indexed(struct inode *inode, struct file *file)
{
	return inode[file->f_flags & 3].i_mode;
}

static unsigned int sum(struct file *from, unsigned int n)
{
	unsigned int all = 0;

	while (n--)
		all += from++->f_flags;
	return all;
}

static long handed_on(struct file *file, unsigned int command, unsigned long argument)
{
	return sum(file, command & 7);
}

static loff_t moved(struct file *file, loff_t offset, int whence)
{
	struct file *other = file + whence;

	return other->f_flags;
}

static long the_first(struct file *file, unsigned int command, unsigned long argument)
{
	struct file *same = &file[0];

	return file[0].f_flags + same->f_flags;
}

const struct file_operations operations = {
	.open = indexed,
	.unlocked_ioctl = handed_on,
	.compat_ioctl = the_first,
	.llseek = moved,
};

MODULE_LICENSE("GPL");
/*
 * check-name: an upcall that looks at more than one record behind a parameter stays
 * domain: indexed: kernel
 * reason: indexed: looks at more than one struct inode behind its parameter 'inode'
 * domain: handed_on: kernel
 * reason: handed_on: looks at more than one struct file behind its parameter 'file'
 * domain: moved: kernel
 * domain: the_first: user
 */
