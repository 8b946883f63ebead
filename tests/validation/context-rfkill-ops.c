// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/rfkill.h>

static void on_poll(struct rfkill *p0, void *p1)
{
}

static void on_query(struct rfkill *p0, void *p1)
{
}

static int on_set_block(void *p0, bool p1)
{
	return 0;
}

struct rfkill_ops table = {
	.poll = on_poll,
	.query = on_query,
	.set_block = on_set_block,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct rfkill_ops
 * context: on_poll: process
 * context: on_query: process
 * context: on_set_block: process
 */
