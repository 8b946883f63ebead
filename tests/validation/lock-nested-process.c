// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t outer, inner;
static int count;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	spin_lock(&outer);
	spin_lock(&inner);
	count++;
	spin_unlock(&inner);
	spin_unlock(&outer);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a lock within the region of another is taken in atomic context
 * plan: locks.0.name: ^inner$
 * plan: locks.0.class: ^atomic$
 * plan: locks.1.name: ^outer$
 * plan: locks.1.class: ^process$
 * reason: control: takes &outer by spin_lock
 * reason: control: takes &inner by spin_lock
 */
