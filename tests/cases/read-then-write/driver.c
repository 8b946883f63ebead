// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>

static u32 level;

static u32 chip_get(void) { return level; }
static void chip_set(u32 value) { level = value; }

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	u32 old = chip_get();

	chip_set(argument);
	return old;
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
