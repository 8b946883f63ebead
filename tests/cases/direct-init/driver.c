// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>

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

int init_module(void)
{
	return misc_register(&chip_misc);
}

void cleanup_module(void)
{
	misc_deregister(&chip_misc);
}
MODULE_LICENSE("GPL");
