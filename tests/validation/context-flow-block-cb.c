// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <net/flow_offload.h>

static void on_release(void *p0)
{
}

struct flow_block_cb table = {
	.release = on_release,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct flow_block_cb
 * context: on_release: process
 */
