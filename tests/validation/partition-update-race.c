// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip {
	int events;
};
static struct chip chip;

static void expired(struct timer_list *timer)
{
	chip.events++;
}

struct timer_list timer = {
	.function = expired,
};

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	chip.events++;
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: an update that an interrupt makes as well pins
 * domain: control: kernel
 * reason: control: ^pinned: updates struct chip.events, which expired\(\) updates in
 */
