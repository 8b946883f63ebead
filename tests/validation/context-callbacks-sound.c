// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

/* With as many parameters as the real ones have; only the callbacks are typed. */
void snd_pcm_hw_rule_add(long p0, long p1, long p2, int (*p3)(void *), long p4, long p5);
void snd_hda_gen_add_mute_led_cdev(long p0, int (*p1)(void *));
void snd_hda_gen_add_micmute_led_cdev(long p0, int (*p1)(void *));

static int snd_pcm_hw_rule_add_3(void *data)
{
	return 0;
}

static int snd_hda_gen_add_mute_led_cdev_1(void *data)
{
	return 0;
}

static int snd_hda_gen_add_micmute_led_cdev_1(void *data)
{
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	snd_pcm_hw_rule_add(0, 0, 0, snd_pcm_hw_rule_add_3, 0, 0);
	snd_hda_gen_add_mute_led_cdev(0, snd_hda_gen_add_mute_led_cdev_1);
	snd_hda_gen_add_micmute_led_cdev(0, snd_hda_gen_add_micmute_led_cdev_1);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: callbacks: rules of hardware parameters, LEDs of codecs
 * context: snd_pcm_hw_rule_add_3: process
 * context: snd_hda_gen_add_mute_led_cdev_1: process
 * context: snd_hda_gen_add_micmute_led_cdev_1: process
 */
