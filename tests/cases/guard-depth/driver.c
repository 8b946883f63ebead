// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#ifdef MODULE
#include <linux/slab.h>
#else
#include <linux/string.h>
#endif

static u32 level;
#if 0
/* it's a broken comment "
#include <linux/not-there.h>
*/
#include <linux/nowhere.h>
#endif

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	void *p = kmalloc(argument, GFP_KERNEL);

	level = !!p;
	kfree(p);
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
