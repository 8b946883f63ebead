// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spi/spi.h>

static int on_probe(struct spi_device *p0)
{
	return 0;
}

static void on_remove(struct spi_device *p0)
{
}

static void on_shutdown(struct spi_device *p0)
{
}

struct spi_driver table = {
	.probe = on_probe,
	.remove = on_remove,
	.shutdown = on_shutdown,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct spi_driver
 * context: on_probe: process
 * context: on_remove: process
 * context: on_shutdown: process
 */
