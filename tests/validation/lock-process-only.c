// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	int value;
	spinlock_t lock;
};

static struct thing thing;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	spin_lock(&thing.lock);
	thing.value++;
	spin_unlock(&thing.lock);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a lock that only process context takes
 * check-flags: --no-sections
 * plan: locks.0.name: ^struct thing.lock$
 * plan: locks.0.class: ^process$
 * plan: locks.0.sites.0.variant: ^plain$
 * domain: control: kernel
 * reason: control: takes &thing.lock by spin_lock\(\), which is only taken in process context
 */
