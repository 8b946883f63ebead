// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;

void sleeps(void)
{
	spin_lock(&lock);
	msleep(10);
	spin_unlock(&lock);
	msleep(10);
}

MODULE_LICENSE("GPL");
/*
 * check-name: sleeping with a lock held
 * warning: sleep-in-region.c:9:2: msleep\(\) may sleep, but sleeps\(\) is in the region
 * warning: begun by spin_lock\(&lock\) at sleep-in-region.c:8:2
 * no-warning: sleep-in-region.c:11
 * plan: sleeps.0.callee: ^msleep$
 * plan: sleeps.0.function: ^sleeps$
 */
