// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/ac97_codec.h>

static void on_reset(struct snd_ac97 *p0)
{
}

static void on_warm_reset(struct snd_ac97 *p0)
{
}

static void on_write(struct snd_ac97 *p0, unsigned short p1, unsigned short p2)
{
}

static unsigned short on_read(struct snd_ac97 *p0, unsigned short p1)
{
	return 0;
}

static void on_wait(struct snd_ac97 *p0)
{
}

static void on_init(struct snd_ac97 *p0)
{
}

struct snd_ac97_bus_ops table = {
	.reset = on_reset,
	.warm_reset = on_warm_reset,
	.write = on_write,
	.read = on_read,
	.wait = on_wait,
	.init = on_init,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_ac97_bus_ops
 * context: on_reset: process
 * context: on_warm_reset: process
 * context: on_write: process
 * context: on_read: process
 * context: on_wait: process
 * context: on_init: process
 */
