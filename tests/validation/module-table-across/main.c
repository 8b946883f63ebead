// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/timer.h>
#include "other.h"

static void expired(struct timer_list *timer)
{
	chip_ops.kick(1);
}

struct timer_list timer = {
	.function = expired,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a call through a table that another file fills
 * context: kick: softirq
 * domain: kick: kernel
 * reason: kick: ^reached: called from expired\(\) .* via expired
 */
