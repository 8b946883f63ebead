// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/hid.h>

static bool on_match(struct hid_device *p0, bool p1)
{
	return 0;
}

static int on_probe(struct hid_device *p0, const struct hid_device_id *p1)
{
	return 0;
}

static void on_remove(struct hid_device *p0)
{
}

static int on_raw_event(struct hid_device *p0, struct hid_report *p1, u8 *p2, int p3)
{
	return 0;
}

static int on_event(struct hid_device *p0, struct hid_field *p1, struct hid_usage *p2, __s32 p3)
{
	return 0;
}

static void on_report(struct hid_device *p0, struct hid_report *p1)
{
}

static __u8 *on_report_fixup(struct hid_device *p0, __u8 *p1, unsigned int *p2)
{
	return 0;
}

static int on_input_mapping(struct hid_device *p0, struct hid_input *p1, struct hid_field *p2,
	struct hid_usage *p3, unsigned long **p4, int *p5)
{
	return 0;
}

static int on_input_mapped(struct hid_device *p0, struct hid_input *p1, struct hid_field *p2,
	struct hid_usage *p3, unsigned long **p4, int *p5)
{
	return 0;
}

static int on_input_configured(struct hid_device *p0, struct hid_input *p1)
{
	return 0;
}

static void on_feature_mapping(struct hid_device *p0, struct hid_field *p1, struct hid_usage
	*p2)
{
}

static int on_suspend(struct hid_device *p0, pm_message_t p1)
{
	return 0;
}

static int on_resume(struct hid_device *p0)
{
	return 0;
}

static int on_reset_resume(struct hid_device *p0)
{
	return 0;
}

struct hid_driver table = {
	.match = on_match,
	.probe = on_probe,
	.remove = on_remove,
	.raw_event = on_raw_event,
	.event = on_event,
	.report = on_report,
	.report_fixup = on_report_fixup,
	.input_mapping = on_input_mapping,
	.input_mapped = on_input_mapped,
	.input_configured = on_input_configured,
	.feature_mapping = on_feature_mapping,
	.suspend = on_suspend,
	.resume = on_resume,
	.reset_resume = on_reset_resume,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct hid_driver
 * context: on_match: process
 * context: on_probe: process
 * context: on_remove: process
 * context: on_raw_event: process atomic softirq hardirq
 * context: on_event: process atomic softirq hardirq
 * context: on_report: process atomic softirq hardirq
 * context: on_report_fixup: process
 * context: on_input_mapping: process
 * context: on_input_mapped: process
 * context: on_input_configured: process
 * context: on_feature_mapping: process
 * context: on_suspend: process
 * context: on_resume: process
 * context: on_reset_resume: process
 */
