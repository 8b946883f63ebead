// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/timer.h>
struct chip { unsigned __int128 total; u64 half; };
static struct chip chip;
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct chip *c = &chip;

	c->total = ((unsigned __int128)argument << 64) | command;
	return 0;
}
static loff_t chip_seek(struct file *file, loff_t at, int whence) { return chip.total >> 64; }

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
