// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/hw_random.h>

static int on_init(struct hwrng *p0)
{
	return 0;
}

static void on_cleanup(struct hwrng *p0)
{
}

static int on_data_present(struct hwrng *p0, int p1)
{
	return 0;
}

static int on_data_read(struct hwrng *p0, u32 *p1)
{
	return 0;
}

static int on_read(struct hwrng *p0, void *p1, size_t p2, bool p3)
{
	return 0;
}

struct hwrng table = {
	.init = on_init,
	.cleanup = on_cleanup,
	.data_present = on_data_present,
	.data_read = on_data_read,
	.read = on_read,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct hwrng
 * context: on_init: process
 * context: on_cleanup: process
 * context: on_data_present: process
 * context: on_data_read: process
 * context: on_read: process
 */
