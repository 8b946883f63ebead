// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;

static void take(void)
{
	spin_lock(&lock);
}

static void leave(void)
{
	spin_unlock(&lock);
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	take();
	leave();
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a helper that takes a lock for its caller keeps both
 * domain: control: kernel
 * reason: control: ^pinned: take\(\) leaves a lock held
 */
