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
	long result = 0;

	for (;;) {
		result++;
		spin_lock_irq(&t->lock);
		if (t->count > 3) {
			spin_unlock_irq(&t->lock);
			break;
		}
		if (t->last == 5) {
			spin_unlock_irq(&t->lock);
			goto failed;
		}
		spin_unlock_irq(&t->lock);
		result += 2;
	}
	if (result > 100)
		result = 100;
	if (command == 7)
		result = 8;
	return result;
failed:
	result = -EIO;
	if (command == 7)
		result--;
	return result;
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
 * check-name: left by break and by goto
 * domain: control: user
 * domain: control_section1: kernel
 */
