// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/iio/iio.h>

static ssize_t on_read(struct iio_dev *p0, uintptr_t p1, const struct iio_chan_spec *p2, char *p3)
{
	return 0;
}

static ssize_t on_write(struct iio_dev *p0, uintptr_t p1, const struct iio_chan_spec *p2,
	const char *p3, size_t p4)
{
	return 0;
}

struct iio_chan_spec_ext_info table = {
	.read = on_read,
	.write = on_write,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct iio_chan_spec_ext_info
 * context: on_read: process
 * context: on_write: process
 */
