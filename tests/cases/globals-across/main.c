// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/string.h>
#include "state.h"

static char *speed = "fast";
module_param(speed, charp, 0644);
static u32 seen[3];

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	state_set(argument);
	*state_high() = argument * 2;
	*state_total() += state_step(argument);
	state_step = argument & 1 ? state_down : state_up;
	if (argument > state_limit)
		state_limit = argument;
	seen[argument % 3]++;
	return strcmp(speed, "fast") ? strlen(speed) : state_limit;
}
static loff_t chip_seek(struct file *file, loff_t at, int whence)
{
	return state_level + 3 * state_range.low + 5 * state_range.high + 100 * *state_total() +
	       state_step(0) + 10000 * state_limit + 1000000 * (seen[0] + 2 * seen[1] + 4 * seen[2]);
}
static const struct file_operations chip_fops = {
	.owner = THIS_MODULE, .unlocked_ioctl = chip_ioctl, .llseek = chip_seek,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "chip", .fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
