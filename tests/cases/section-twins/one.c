// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/spinlock.h>

extern const struct file_operations two_fops;

static DEFINE_SPINLOCK(one_lock);
static int one_count;

static int busy(int value)
{
	unsigned long flags;

	if (value > 100)
		value = 100;
	spin_lock_irqsave(&one_lock, flags);
	value += one_count++;
	spin_unlock_irqrestore(&one_lock, flags);
	if (value < 0)
		value = 0;
	return value;
}

static int one_open(struct inode *inode, struct file *file)
{
	return busy(1) > 2 ? -EBUSY : 0;
}

const struct file_operations one_fops = { .open = one_open };

static int __init twins_init(void)
{
	int error = register_chrdev(0, "twins", &one_fops);

	return error < 0 ? error : register_chrdev(0, "twins", &two_fops);
}
module_init(twins_init);
MODULE_LICENSE("GPL");
