// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/spinlock.h>
#include <linux/timer.h>

static u32 level;

int __alias(chip_set) chip_third(u32 value);
static int chip_other(u32 value) __attribute__((alias("chip_set")));
int chip_set(u32 value);

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	return command ? chip_set(argument) : chip_other(argument) + chip_third(argument);
}

int chip_set(u32 value)
{
	level = value;
	return 0;
}

static const struct file_operations chip_fops = {
	.owner = THIS_MODULE,
	.unlocked_ioctl = chip_ioctl,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "chip",
	.fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
