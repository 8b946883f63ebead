// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/core.h>

static int on_dev_free(struct snd_device *p0)
{
	return 0;
}

static int on_dev_register(struct snd_device *p0)
{
	return 0;
}

static int on_dev_disconnect(struct snd_device *p0)
{
	return 0;
}

struct snd_device_ops table = {
	.dev_free = on_dev_free,
	.dev_register = on_dev_register,
	.dev_disconnect = on_dev_disconnect,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_device_ops
 * context: on_dev_free: process
 * context: on_dev_register: process
 * context: on_dev_disconnect: process
 */
