// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;

void *allocate(void)
{
	void *first, *second;

	spin_lock(&lock);
	first = kmalloc(8, GFP_KERNEL);
	second = kmalloc(8, GFP_ATOMIC);
	spin_unlock(&lock);
	kfree(first);
	return second;
}

MODULE_LICENSE("GPL");
/*
 * check-name: allocations that may sleep, and those that do not
 * warning: sleep-allocation.c:11:10: kmalloc\(\) may sleep
 * no-warning: sleep-allocation.c:12
 */
