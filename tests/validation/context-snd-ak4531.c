// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/core.h>
#include <sound/ak4531_codec.h>

static void on_write(struct snd_ak4531 *codec, unsigned short reg, unsigned short value)
{
}

static void on_free(struct snd_ak4531 *codec)
{
}

struct snd_ak4531 table = {
	.write = on_write,
	.private_free = on_free,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_ak4531
 * context: on_write: process
 * context: on_free: process
 */
