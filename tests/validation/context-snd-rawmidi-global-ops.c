// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/rawmidi.h>

static int on_dev_register(struct snd_rawmidi *p0)
{
	return 0;
}

static int on_dev_unregister(struct snd_rawmidi *p0)
{
	return 0;
}

static void on_get_port_info(struct snd_rawmidi *p0, int p1, struct snd_seq_port_info *p2)
{
}

struct snd_rawmidi_global_ops table = {
	.dev_register = on_dev_register,
	.dev_unregister = on_dev_unregister,
	.get_port_info = on_get_port_info,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_rawmidi_global_ops
 * context: on_dev_register: process
 * context: on_dev_unregister: process
 * context: on_get_port_info: process
 */
