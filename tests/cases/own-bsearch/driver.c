// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>

struct chip { u32 keys[8]; u32 n; };
static struct chip chip = { .keys = { 1, 3, 5, 7 }, .n = 4 };

static int bsearch(struct chip *c, u32 key, int high)
{
	int lo = -1, hi = c->n;

	while (hi - lo > 1) {
		int mid = lo + (hi - lo) / 2;

		if (c->keys[mid] == key)
			return mid;
		if (c->keys[mid] < key)
			lo = mid;
		else
			hi = mid;
	}
	return high ? hi : lo;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	return bsearch(&chip, argument, command & 1);
}

static const struct file_operations chip_fops = { .owner = THIS_MODULE, .unlocked_ioctl = chip_ioctl };
static struct miscdevice chip_misc = { .minor = MISC_DYNAMIC_MINOR, .name = "chip", .fops = &chip_fops };
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
