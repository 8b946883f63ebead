// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;
static char *last;

static int set(void *to)
{
	spin_lock(&lock);
	last = to;
	spin_unlock(&lock);
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return set((void *)argument);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a kept function that cannot be called across keeps its caller
 * domain: control: kernel
 * reason: control: ^pinned: calls set\(\), which stays in the kernel: .*void
 */
