// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;
static int count;

static irqreturn_t handle(int irq, void *data)
{
	spin_lock(&lock);
	count++;
	spin_unlock(&lock);
	return IRQ_HANDLED;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	unsigned long flags;
	int result = request_threaded_irq(command, handle, NULL, 0, "thing", file);

	spin_lock_irqsave(&lock, flags);
	count = 0;
	spin_unlock_irqrestore(&lock, flags);
	return result;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a lock that an interrupt handler takes as well
 * check-flags: --no-sections
 * plan: locks.0.name: ^lock$
 * plan: locks.0.class: ^hardirq$
 * plan: locks.0.sites.0.variant: ^plain$
 * plan: locks.0.sites.1.variant: ^irqsave$
 * reason: control: shared with handle\(\) in hardirq context
 */
