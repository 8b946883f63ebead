// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/hrtimer.h>

static enum hrtimer_restart on_function(struct hrtimer *p0)
{
	return 0;
}

struct hrtimer table = {
	.function = on_function,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct hrtimer
 * context: on_function: hardirq
 */
