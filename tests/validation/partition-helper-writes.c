// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip {
	int events;
};
static struct chip chip;

static int clear(void)
{
	chip.events = 0;
	return 0;
}

static void expired(struct timer_list *timer)
{
	clear();
}

struct timer_list timer = {
	.function = expired,
};

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return clear();
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a helper of both sides that writes what interrupts use stays
 * domain: control: user
 * domain: clear: kernel
 * reason: clear: ^reached: called from expired\(\)
 * reason: clear: writes struct chip.events, which
 */
