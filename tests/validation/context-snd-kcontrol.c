// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/control.h>

static void on_private_free(struct snd_kcontrol *p0)
{
}

struct snd_kcontrol table = {
	.private_free = on_private_free,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_kcontrol
 * context: on_private_free: process
 */
