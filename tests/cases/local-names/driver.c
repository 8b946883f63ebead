// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sort.h>

/* locals and members called like functions of the kernel's library */
struct chip { u32 sort; u32 memcpy; struct { u32 snprintf; } udelay; };
static struct chip chip;
enum { HZ_LOW, printk_count };

static int release(u32 strlen, u32 kfree) { return strlen + kfree; }

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	u32 memset = argument, jiffies_left = command, vmalloc = 3;
	struct chip *c = &chip;

	c->sort = memset + vmalloc;
	c->memcpy = jiffies_left;
	c->udelay.snprintf = 4;
	return release(c->sort, 2) + printk_count;
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
