// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/module.h>

struct kind {
	int number;
	const struct file_operations *files;
};

static const struct kind kinds[] = { { 17, &simple_dir_operations }, { 4, NULL } };

static long reads(struct file *file, unsigned int command, unsigned long argument)
{
	return argument < ARRAY_SIZE(kinds) ? kinds[argument].number : -EINVAL;
}
const struct file_operations one = { .unlocked_ioctl = reads };

static long follows(struct file *file, unsigned int command, unsigned long argument)
{
	if (argument >= ARRAY_SIZE(kinds) || !kinds[argument].files)
		return -EINVAL;
	return kinds[argument].files->llseek ? 3 : 4;
}
const struct file_operations other = { .unlocked_ioctl = follows };

MODULE_LICENSE("GPL");
/*
 * check-name: what a table names of other modules' has no contents in the user half
 * domain: reads: user
 * domain: follows: kernel
 * reason: follows: looks at a struct file_operations, and a table names simple_dir_operations
 */
