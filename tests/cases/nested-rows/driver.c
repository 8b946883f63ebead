// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>

struct cell { u8 x : 3, y : 5; };
struct row { struct cell cell[3]; };
static struct row rows[2];

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	rows[command & 1].cell[argument % 3].y = argument;
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
