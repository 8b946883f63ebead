// SPDX-License-Identifier: GPL-2.0-only
#include <linux/kconfig.h>
#ifdef CONFIG_MODULES
#include <linux/module.h>
#include <linux/miscdevice.h>
#ifdef CONFIG_CHIP_OLD
#include <linux/chip_old.h>
#endif
#include <linux/fs.h>
#include <linux/slab.h>

static u32 *level;

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	if (!level)
		level = kzalloc(sizeof(*level), GFP_KERNEL);
	return level ? argument : -ENOMEM;
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
#endif
