// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int deepest(int x)
{
	return x + 1;
}

static int middle(int x)
{
	return deepest(x);
}

static void expired(struct timer_list *timer)
{
	middle(1);
}

struct timer_list timer = {
	.function = expired,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts flow along calls, and the reason names the caller
 * context: deepest: softirq
 * reason: middle: ^reached: called from expired\(\) in softirq context .* via expired
 * reason: deepest: ^reached: called from middle\(\) in softirq context .* via middle
 */
