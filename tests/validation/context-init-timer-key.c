// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void init_timer_key(struct timer_list *timer, void (*function)(struct timer_list *timer),
		    unsigned int flags, const char *name, void *key);

static struct timer_list timer;

static void expired(struct timer_list *timer)
{
}

static int __init start(void)
{
	init_timer_key(&timer, expired, 0, "x", NULL);
	return 0;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: the function behind timer_setup
 * context: expired: softirq
 */
