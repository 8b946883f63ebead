// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/info.h>

static void on_private_free(struct snd_info_entry *p0)
{
}

struct snd_info_entry table = {
	.private_free = on_private_free,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_info_entry
 * context: on_private_free: process
 */
