// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/iio/iio.h>

static int on_read_raw(struct iio_dev *p0, const struct iio_chan_spec *p1, int *p2, int *p3,
	long p4)
{
	return 0;
}

static int on_read_raw_multi(struct iio_dev *p0, const struct iio_chan_spec *p1, int p2, int
	*p3, int *p4, long p5)
{
	return 0;
}

static int on_read_avail(struct iio_dev *p0, const struct iio_chan_spec *p1, const int **p2, int
	*p3, int *p4, long p5)
{
	return 0;
}

static int on_write_raw(struct iio_dev *p0, const struct iio_chan_spec *p1, int p2, int p3, long
	p4)
{
	return 0;
}

static int on_read_label(struct iio_dev *p0, const struct iio_chan_spec *p1, char *p2)
{
	return 0;
}

static int on_write_raw_get_fmt(struct iio_dev *p0, const struct iio_chan_spec *p1, long p2)
{
	return 0;
}

static int on_read_event_config(struct iio_dev *p0, const struct iio_chan_spec *p1, enum
	iio_event_type p2, enum iio_event_direction p3)
{
	return 0;
}

static int on_write_event_config(struct iio_dev *p0, const struct iio_chan_spec *p1, enum
	iio_event_type p2, enum iio_event_direction p3, int p4)
{
	return 0;
}

static int on_read_event_value(struct iio_dev *p0, const struct iio_chan_spec *p1, enum
	iio_event_type p2, enum iio_event_direction p3, enum iio_event_info p4, int *p5, int
	*p6)
{
	return 0;
}

static int on_write_event_value(struct iio_dev *p0, const struct iio_chan_spec *p1, enum
	iio_event_type p2, enum iio_event_direction p3, enum iio_event_info p4, int p5, int p6)
{
	return 0;
}

static int on_validate_trigger(struct iio_dev *p0, struct iio_trigger *p1)
{
	return 0;
}

static int on_update_scan_mode(struct iio_dev *p0, const unsigned long *p1)
{
	return 0;
}

static int on_debugfs_reg_access(struct iio_dev *p0, unsigned int p1, unsigned int p2, unsigned
	int *p3)
{
	return 0;
}

static int on_fwnode_xlate(struct iio_dev *p0, const struct fwnode_reference_args *p1)
{
	return 0;
}

static int on_hwfifo_set_watermark(struct iio_dev *p0, unsigned int p1)
{
	return 0;
}

static int on_hwfifo_flush_to_buffer(struct iio_dev *p0, unsigned int p1)
{
	return 0;
}

struct iio_info table = {
	.read_raw = on_read_raw,
	.read_raw_multi = on_read_raw_multi,
	.read_avail = on_read_avail,
	.write_raw = on_write_raw,
	.read_label = on_read_label,
	.write_raw_get_fmt = on_write_raw_get_fmt,
	.read_event_config = on_read_event_config,
	.write_event_config = on_write_event_config,
	.read_event_value = on_read_event_value,
	.write_event_value = on_write_event_value,
	.validate_trigger = on_validate_trigger,
	.update_scan_mode = on_update_scan_mode,
	.debugfs_reg_access = on_debugfs_reg_access,
	.fwnode_xlate = on_fwnode_xlate,
	.hwfifo_set_watermark = on_hwfifo_set_watermark,
	.hwfifo_flush_to_buffer = on_hwfifo_flush_to_buffer,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct iio_info
 * context: on_read_raw: process
 * context: on_read_raw_multi: process
 * context: on_read_avail: process
 * context: on_write_raw: process
 * context: on_read_label: process
 * context: on_write_raw_get_fmt: process
 * context: on_read_event_config: process
 * context: on_write_event_config: process
 * context: on_read_event_value: process
 * context: on_write_event_value: process
 * context: on_validate_trigger: process
 * context: on_update_scan_mode: process
 * context: on_debugfs_reg_access: process
 * context: on_fwnode_xlate: process
 * context: on_hwfifo_set_watermark: process
 * context: on_hwfifo_flush_to_buffer: process
 */
