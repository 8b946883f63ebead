// SPDX-License-Identifier: GPL-2.0-only
/* A header of the driver's own in place of one of the kernel's. */
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>

static int opened;

static int first_open(struct inode *inode, struct file *file)
{
	return (opened += FIRST_STEP) > FIRST_MOST ? -EBUSY : 0;
}

static const struct file_operations first_fops = {
	.owner = THIS_MODULE,
	.open = first_open,
};

static struct miscdevice first_misc = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = FIRST_NAME,
	.fops = &first_fops,
};
module_misc_device(first_misc);

MODULE_DESCRIPTION("a driver whose include directories come before the kernel's");
MODULE_LICENSE("GPL");
