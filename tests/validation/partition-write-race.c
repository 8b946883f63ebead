// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip {
	int events;
};
static struct chip chip;

static void expired(struct timer_list *timer)
{
	chip.events = 1;
}

struct timer_list timer = {
	.function = expired,
};

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	chip.events = 0;
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a mere write of what an interrupt writes is an assumption
 * domain: control: user
 * assumption: control\(\) writes struct chip.events, and so does expired\(\), but never at the same
 */
