// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/iio/iio.h>

static int on_preenable(struct iio_dev *p0)
{
	return 0;
}

static int on_postenable(struct iio_dev *p0)
{
	return 0;
}

static int on_predisable(struct iio_dev *p0)
{
	return 0;
}

static int on_postdisable(struct iio_dev *p0)
{
	return 0;
}

static bool on_validate_scan_mask(struct iio_dev *p0, const unsigned long *p1)
{
	return 0;
}

struct iio_buffer_setup_ops table = {
	.preenable = on_preenable,
	.postenable = on_postenable,
	.predisable = on_predisable,
	.postdisable = on_postdisable,
	.validate_scan_mask = on_validate_scan_mask,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct iio_buffer_setup_ops
 * context: on_preenable: process
 * context: on_postenable: process
 * context: on_predisable: process
 * context: on_postdisable: process
 * context: on_validate_scan_mask: process
 */
