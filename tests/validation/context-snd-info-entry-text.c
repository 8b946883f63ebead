// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/info.h>

static void on_read(struct snd_info_entry *p0, struct snd_info_buffer *p1)
{
}

static void on_write(struct snd_info_entry *p0, struct snd_info_buffer *p1)
{
}

struct snd_info_entry_text table = {
	.read = on_read,
	.write = on_write,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_info_entry_text
 * context: on_read: process
 * context: on_write: process
 */
