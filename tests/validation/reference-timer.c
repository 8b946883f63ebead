// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/timer.h>

static void expired(struct timer_list *timer) {}

void setup(struct timer_list *timer)
{
	timer_setup(timer, expired, 0);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a macro that passes a function on
 * expect: expired: ref .* argument 1 of init_timer_key in=setup
 */
