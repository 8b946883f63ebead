// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/pcm.h>

static void on_private_free(struct snd_pcm *p0)
{
}

struct snd_pcm table = {
	.private_free = on_private_free,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_pcm
 * context: on_private_free: process
 */
