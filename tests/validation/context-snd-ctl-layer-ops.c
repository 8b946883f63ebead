// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/control.h>

static void on_lregister(struct snd_card *p0)
{
}

static void on_ldisconnect(struct snd_card *p0)
{
}

static void on_lnotify(struct snd_card *p0, unsigned int p1, struct snd_kcontrol *p2, unsigned
	int p3)
{
}

struct snd_ctl_layer_ops table = {
	.lregister = on_lregister,
	.ldisconnect = on_ldisconnect,
	.lnotify = on_lnotify,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_ctl_layer_ops
 * context: on_lregister: process
 * context: on_ldisconnect: process
 * context: on_lnotify: process
 */
