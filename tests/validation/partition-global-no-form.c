// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static char large[40000];
static char label[16];
static char *rows[2][2];
static const char constant[40000];

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	large[command] = argument;
	return 0;
}

static ssize_t look(struct file *file, char __user *to, size_t size, loff_t *at)
{
	label[0] = constant[size];
	return 0;
}

static int open(struct inode *inode, struct file *file)
{
	rows[1][0] = NULL;
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
	.read = look,
	.open = open,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a global that changes and cannot travel keeps its users, a constant one does not
 * domain: control: kernel
 * reason: control: uses large, which changes and is too large to travel
 * domain: look: user
 * domain: open: kernel
 * reason: open: uses rows, which changes and is an array within an array
 */
