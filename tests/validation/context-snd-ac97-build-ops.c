// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/ac97_codec.h>

static int on_build_3d(struct snd_ac97 *p0)
{
	return 0;
}

static int on_build_specific(struct snd_ac97 *p0)
{
	return 0;
}

static int on_build_spdif(struct snd_ac97 *p0)
{
	return 0;
}

static int on_build_post_spdif(struct snd_ac97 *p0)
{
	return 0;
}

static void on_suspend(struct snd_ac97 *p0)
{
}

static void on_resume(struct snd_ac97 *p0)
{
}

static void on_update_jacks(struct snd_ac97 *p0)
{
}

struct snd_ac97_build_ops table = {
	.build_3d = on_build_3d,
	.build_specific = on_build_specific,
	.build_spdif = on_build_spdif,
	.build_post_spdif = on_build_post_spdif,
	.suspend = on_suspend,
	.resume = on_resume,
	.update_jacks = on_update_jacks,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_ac97_build_ops
 * context: on_build_3d: process
 * context: on_build_specific: process
 * context: on_build_spdif: process
 * context: on_build_post_spdif: process
 * context: on_suspend: process
 * context: on_resume: process
 * context: on_update_jacks: process
 */
