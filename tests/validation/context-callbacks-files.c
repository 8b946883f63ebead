// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

/* With as many parameters as the real ones have; only the callbacks are typed. */
void single_open(long p0, int (*p1)(void *), long p2);
void snd_card_ro_proc_new(long p0, long p1, long p2, int (*p3)(void *));
void snd_card_rw_proc_new(long p0, long p1, long p2, int (*p3)(void *), int (*p4)(void *));
void snd_info_set_text_ops(long p0, long p1, int (*p2)(void *));

static int single_open_1(void *data)
{
	return 0;
}

static int snd_card_ro_proc_new_3(void *data)
{
	return 0;
}

static int snd_card_rw_proc_new_3(void *data)
{
	return 0;
}

static int snd_card_rw_proc_new_4(void *data)
{
	return 0;
}

static int snd_info_set_text_ops_2(void *data)
{
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	single_open(0, single_open_1, 0);
	snd_card_ro_proc_new(0, 0, 0, snd_card_ro_proc_new_3);
	snd_card_rw_proc_new(0, 0, 0, snd_card_rw_proc_new_3, snd_card_rw_proc_new_4);
	snd_info_set_text_ops(0, 0, snd_info_set_text_ops_2);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: callbacks: files of /proc and of sound cards
 * context: single_open_1: process
 * context: snd_card_ro_proc_new_3: process
 * context: snd_card_rw_proc_new_3: process
 * context: snd_card_rw_proc_new_4: process
 * context: snd_info_set_text_ops_2: process
 */
