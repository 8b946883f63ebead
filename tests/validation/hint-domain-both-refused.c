// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a hint cannot put into both halves what takes a lock
 * check-flags: --hints hint-domain-both-refused.yaml
 * check-status: 1
 * error: wants control\(\) in both halves, but .*takes &lock
 */
