// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spi/spi.h>

static void on_complete(void *p0)
{
}

struct spi_message table = {
	.complete = on_complete,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct spi_message
 * context: on_complete: process atomic hardirq
 */
