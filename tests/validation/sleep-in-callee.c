// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;

static void inner(int *value)
{
	*value = 0;
	msleep(10);
}

static void outer(int *value)
{
	inner(value);
}

void sleeps(int *value)
{
	spin_lock(&lock);
	outer(value);
	spin_unlock(&lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: sleeping two calls below a lock
 * warning: sleep-in-callee.c:9:2: msleep\(\) may sleep, but sleeps\(\) is in the region
 * note: sleep-in-callee.c:14:2: outer\(\) calls inner\(\)
 * note: sleep-in-callee.c:20:2: sleeps\(\) calls outer\(\)
 */
