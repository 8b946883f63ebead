// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>

static u32 level;

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	if (level == argument)
		return -EALREADY;
	level = argument;
	return 0;
}
static loff_t chip_seek(struct file *file, loff_t at, int whence) { return level; }
static const struct file_operations chip_fops = {
	.owner = THIS_MODULE, .unlocked_ioctl = chip_ioctl, .llseek = chip_seek,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "chip", .fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
