// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/mpu401.h>

static int on_open_input(struct snd_mpu401 *p0)
{
	return 0;
}

static void on_close_input(struct snd_mpu401 *p0)
{
}

static int on_open_output(struct snd_mpu401 *p0)
{
	return 0;
}

static void on_close_output(struct snd_mpu401 *p0)
{
}

static void on_write(struct snd_mpu401 *p0, unsigned char p1, unsigned long p2)
{
}

static unsigned char on_read(struct snd_mpu401 *p0, unsigned long p1)
{
	return 0;
}

struct snd_mpu401 table = {
	.open_input = on_open_input,
	.close_input = on_close_input,
	.open_output = on_open_output,
	.close_output = on_close_output,
	.write = on_write,
	.read = on_read,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_mpu401
 * context: on_open_input: process
 * context: on_close_input: process
 * context: on_open_output: process
 * context: on_close_output: process
 * context: on_write: process atomic softirq hardirq
 * context: on_read: process atomic softirq hardirq
 */
