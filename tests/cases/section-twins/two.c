// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(two_lock);
static int two_count;

static int busy(int value)
{
	unsigned long flags;

	if (value > 100)
		value = 100;
	spin_lock_irqsave(&two_lock, flags);
	value += two_count++;
	spin_unlock_irqrestore(&two_lock, flags);
	if (value < 0)
		value = 0;
	return value;
}

static int two_open(struct inode *inode, struct file *file)
{
	return busy(1) > 2 ? -EBUSY : 0;
}

const struct file_operations two_fops = { .open = two_open };
