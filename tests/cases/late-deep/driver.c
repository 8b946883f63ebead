// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>	/* file operations,
			 * and more */
static u32 level;
static inline u32 twice(u32 value) { return value * 2; }
#include "glue.h"
#define HEADER <asm/io.h>
#include HEADER
/* tail */ # include \
	<linux/debugfs.h>
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	u32 *copy = kmalloc(sizeof(*copy), GFP_KERNEL);

	if (!copy)
		return -ENOMEM;
	*copy = twice(argument) + glue(2);
	level = *copy;
	kfree(copy);
	return jiffies ? 0 : -EIO;
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
