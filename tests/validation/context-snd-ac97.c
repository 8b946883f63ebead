// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/ac97_codec.h>

static void on_private_free(struct snd_ac97 *p0)
{
}

struct snd_ac97 table = {
	.private_free = on_private_free,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_ac97
 * context: on_private_free: process
 */
