// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/device.h>
#include <linux/iio/trigger.h>

static int on_set_trigger_state(struct iio_trigger *p0, bool p1)
{
	return 0;
}

static void on_reenable(struct iio_trigger *p0)
{
}

static int on_validate_device(struct iio_trigger *p0, struct iio_dev *p1)
{
	return 0;
}

struct iio_trigger_ops table = {
	.set_trigger_state = on_set_trigger_state,
	.reenable = on_reenable,
	.validate_device = on_validate_device,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct iio_trigger_ops
 * context: on_set_trigger_state: process
 * context: on_reenable: process atomic hardirq
 * context: on_validate_device: process
 */
