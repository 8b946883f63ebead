// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/interrupt.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct thing {
	spinlock_t lock;
	int count, last, table[8];
	void *memory;
};
static struct thing thing;

static irqreturn_t handle(int irq, void *data)
{
	spin_lock(&thing.lock);
	thing.count++;
	spin_unlock(&thing.lock);
	return IRQ_HANDLED;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	struct thing other = { .last = 3 }, *t = &other;
	unsigned long flags;
	int old;

	if (argument > 100)
		return -EIO;
	spin_lock_irqsave(&thing.lock, flags);
	old = t->last;
	thing.count = 3;
	spin_unlock_irqrestore(&thing.lock, flags);
	if (old == 3)
		return 4;
	return old;
}

static const struct file_operations fops = { .unlocked_ioctl = control };

static int __init begin(void)
{
	if (request_irq(1, handle, 0, "thing", &thing))
		return -EIO;
	return register_chrdev(0, "thing", &fops);
}
module_init(begin);
MODULE_LICENSE("GPL");
/*
 * check-name: a record on the stack of the user half does not come to the kernel
 * domain: control: kernel
 */
