// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;

static int under_lock(void)
{
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	int result;

	spin_lock(&lock);
	result = under_lock();
	spin_unlock(&lock);
	return result;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: what is called under a spinlock is called in atomic context
 * check-flags: --no-sections
 * context: under_lock: atomic
 * domain: under_lock: kernel
 * reason: under_lock: ^lock-held: called from control\(\) under spin_lock\(&lock\)
 */
