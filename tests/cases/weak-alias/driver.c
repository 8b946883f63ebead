// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>

static u32 level;

int __weak chip_limit(void)
{
	return 10;
}
static int chip_set(u32 value)
{
	if (value > chip_limit())
		return -EINVAL;
	level = value;
	return 0;
}
static int chip_other(u32 value) __attribute__((alias("chip_set")));
EXPORT_SYMBOL_GPL(chip_limit);

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	return command ? chip_set(argument) : chip_other(argument);
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
