// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/iio/buffer_impl.h>

static int on_store_to(struct iio_buffer *p0, const void *p1)
{
	return 0;
}

static int on_read(struct iio_buffer *p0, size_t p1, char *p2)
{
	return 0;
}

static size_t on_data_available(struct iio_buffer *p0)
{
	return 0;
}

static int on_remove_from(struct iio_buffer *p0, void *p1)
{
	return 0;
}

static int on_write(struct iio_buffer *p0, size_t p1, const char *p2)
{
	return 0;
}

static size_t on_space_available(struct iio_buffer *p0)
{
	return 0;
}

static int on_request_update(struct iio_buffer *p0)
{
	return 0;
}

static int on_set_bytes_per_datum(struct iio_buffer *p0, size_t p1)
{
	return 0;
}

static int on_set_length(struct iio_buffer *p0, unsigned int p1)
{
	return 0;
}

static int on_enable(struct iio_buffer *p0, struct iio_dev *p1)
{
	return 0;
}

static int on_disable(struct iio_buffer *p0, struct iio_dev *p1)
{
	return 0;
}

static void on_release(struct iio_buffer *p0)
{
}

struct iio_buffer_access_funcs table = {
	.store_to = on_store_to,
	.read = on_read,
	.data_available = on_data_available,
	.remove_from = on_remove_from,
	.write = on_write,
	.space_available = on_space_available,
	.request_update = on_request_update,
	.set_bytes_per_datum = on_set_bytes_per_datum,
	.set_length = on_set_length,
	.enable = on_enable,
	.disable = on_disable,
	.release = on_release,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct iio_buffer_access_funcs
 * context: on_store_to: process atomic softirq hardirq
 * context: on_read: process
 * context: on_data_available: process
 * context: on_remove_from: process atomic hardirq
 * context: on_write: process
 * context: on_space_available: process
 * context: on_request_update: process
 * context: on_set_bytes_per_datum: process
 * context: on_set_length: process
 * context: on_enable: process
 * context: on_disable: process
 * context: on_release: process
 */
