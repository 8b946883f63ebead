// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

/* With as many parameters as the real ones have; only the callbacks are typed. */
void iio_triggered_buffer_setup_ext(long p0, int (*p1)(void *), int (*p2)(void *), long p3, long
	p4, long p5);
void devm_iio_triggered_buffer_setup_ext(long p0, long p1, int (*p2)(void *), int (*p3)(void *),
	long p4, long p5, long p6);

static int iio_triggered_buffer_setup_ext_1(void *data)
{
	return 0;
}

static int iio_triggered_buffer_setup_ext_2(void *data)
{
	return 0;
}

static int devm_iio_triggered_buffer_setup_ext_2(void *data)
{
	return 0;
}

static int devm_iio_triggered_buffer_setup_ext_3(void *data)
{
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	iio_triggered_buffer_setup_ext(0, iio_triggered_buffer_setup_ext_1,
		iio_triggered_buffer_setup_ext_2, 0, 0, 0);
	devm_iio_triggered_buffer_setup_ext(0, 0, devm_iio_triggered_buffer_setup_ext_2,
		devm_iio_triggered_buffer_setup_ext_3, 0, 0, 0);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: callbacks: triggered buffers: top half and thread
 * context: iio_triggered_buffer_setup_ext_1: hardirq
 * context: iio_triggered_buffer_setup_ext_2: process
 * context: devm_iio_triggered_buffer_setup_ext_2: hardirq
 * context: devm_iio_triggered_buffer_setup_ext_3: process
 */
