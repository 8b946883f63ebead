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
	struct thing *t = &thing;
	unsigned long flags;
	int old;

	if (argument > 100)
		return -EIO;
	spin_lock_irqsave(&t->lock, flags);
	old = t->count;
	t->count = argument;
	spin_unlock_irqrestore(&t->lock, flags);
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
 * check-name: what a lock protects stays, the function around it moves
 * domain: control: user
 * domain: control_section1: kernel
 * plan: functions.control.lines: ^12$
 * plan: functions.control_section1.lines: ^4$
 * plan: functions.control_section1.section: true
 */
