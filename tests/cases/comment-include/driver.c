// SPDX-License-Identifier: GPL-2.0-only \
#include "not-there.h"
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>	/* for file operations,
#include "neither.h"
			 */ /* and
			 more */
static u32 level;
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	level = argument;
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
