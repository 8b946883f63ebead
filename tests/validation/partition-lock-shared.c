// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;
static int level;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	spin_lock_irq(&lock);
	level = argument;
	spin_unlock_irq(&lock);
	return 0;
}

static irqreturn_t handler(int irq, void *data)
{
	spin_lock(&lock);
	level = 0;
	spin_unlock(&lock);
	return IRQ_HANDLED;
}

static int __init start(void)
{
	return request_threaded_irq(5, handler, NULL, 0, "x", NULL);
}
module_init(start);

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a lock that an interrupt takes as well
 * check-flags: --no-sections
 * domain: control: kernel
 * reason: control: ^takes-lock: takes &lock .* shared with handler\(\) in hardirq .* via
 */
