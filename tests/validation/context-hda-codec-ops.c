// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/hda_codec.h>

static int on_build_controls(struct hda_codec *p0)
{
	return 0;
}

static int on_build_pcms(struct hda_codec *p0)
{
	return 0;
}

static int on_init(struct hda_codec *p0)
{
	return 0;
}

static void on_free(struct hda_codec *p0)
{
}

static void on_unsol_event(struct hda_codec *p0, unsigned int p1)
{
}

static void on_set_power_state(struct hda_codec *p0, hda_nid_t p1, unsigned int p2)
{
}

static int on_suspend(struct hda_codec *p0)
{
	return 0;
}

static int on_resume(struct hda_codec *p0)
{
	return 0;
}

static int on_check_power_status(struct hda_codec *p0, hda_nid_t p1)
{
	return 0;
}

static void on_stream_pm(struct hda_codec *p0, hda_nid_t p1, bool p2)
{
}

struct hda_codec_ops table = {
	.build_controls = on_build_controls,
	.build_pcms = on_build_pcms,
	.init = on_init,
	.free = on_free,
	.unsol_event = on_unsol_event,
	.set_power_state = on_set_power_state,
	.suspend = on_suspend,
	.resume = on_resume,
	.check_power_status = on_check_power_status,
	.stream_pm = on_stream_pm,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct hda_codec_ops
 * context: on_build_controls: process
 * context: on_build_pcms: process
 * context: on_init: process
 * context: on_free: process
 * context: on_unsol_event: process
 * context: on_set_power_state: process
 * context: on_suspend: process
 * context: on_resume: process
 * context: on_check_power_status: process
 * context: on_stream_pm: process
 */
