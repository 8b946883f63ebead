// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/rtc.h>

static int on_ioctl(struct device *p0, unsigned int p1, unsigned long p2)
{
	return 0;
}

static int on_read_time(struct device *p0, struct rtc_time *p1)
{
	return 0;
}

static int on_set_time(struct device *p0, struct rtc_time *p1)
{
	return 0;
}

static int on_read_alarm(struct device *p0, struct rtc_wkalrm *p1)
{
	return 0;
}

static int on_set_alarm(struct device *p0, struct rtc_wkalrm *p1)
{
	return 0;
}

static int on_proc(struct device *p0, struct seq_file *p1)
{
	return 0;
}

static int on_alarm_irq_enable(struct device *p0, unsigned int p1)
{
	return 0;
}

static int on_read_offset(struct device *p0, long *p1)
{
	return 0;
}

static int on_set_offset(struct device *p0, long p1)
{
	return 0;
}

static int on_param_get(struct device *p0, struct rtc_param *p1)
{
	return 0;
}

static int on_param_set(struct device *p0, struct rtc_param *p1)
{
	return 0;
}

struct rtc_class_ops table = {
	.ioctl = on_ioctl,
	.read_time = on_read_time,
	.set_time = on_set_time,
	.read_alarm = on_read_alarm,
	.set_alarm = on_set_alarm,
	.proc = on_proc,
	.alarm_irq_enable = on_alarm_irq_enable,
	.read_offset = on_read_offset,
	.set_offset = on_set_offset,
	.param_get = on_param_get,
	.param_set = on_param_set,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct rtc_class_ops
 * context: on_ioctl: process
 * context: on_read_time: process
 * context: on_set_time: process
 * context: on_read_alarm: process
 * context: on_set_alarm: process
 * context: on_proc: process
 * context: on_alarm_irq_enable: process
 * context: on_read_offset: process
 * context: on_set_offset: process
 * context: on_param_get: process
 * context: on_param_set: process
 */
