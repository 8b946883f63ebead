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
	unsigned int i, rounds = 10;

	if (argument < 10)
		rounds = argument;
	spin_lock_irq(&t->lock);
	for (i = 0; i < rounds; i++)
		t->count += i;
	spin_unlock_irq(&t->lock);
	if (command == 3)
		return 3;
	if (command == 4)
		return 5;
	return rounds;
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
 * check-name: a number from the user half does not count rounds in a critical section
 * domain: control: kernel
 */
