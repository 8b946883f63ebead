// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/timer.h>
static u32 level, leaves;
static void chip_leave(u32 **mark) { leaves += **mark; }
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	u32 *mark __attribute__((cleanup(chip_leave))) = &level;

	if (argument > 10)
		return -EINVAL;
	*mark = argument;
	return 0;
}
static loff_t chip_seek(struct file *file, loff_t at, int whence) { return leaves; }

static const struct file_operations chip_fops = {
	.owner = THIS_MODULE,
	.unlocked_ioctl = chip_ioctl,
	.llseek = chip_seek,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "chip",
	.fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
