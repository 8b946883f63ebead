// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/io.h>
#include <linux/miscdevice.h>
#include <linux/module.h>

struct chip {
	u32 level;
};

struct card {
	unsigned long chip;
};

static struct card card;
static unsigned long base;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	struct chip *chip = (struct chip *)card.chip;

	chip->level = argument;
	return 0;
}

static ssize_t port(struct file *file, const char __user *from, size_t n, loff_t *at)
{
	iowrite8(1, (void __iomem *)base);
	return n;
}

static const struct file_operations operations = {
	.unlocked_ioctl = control,
	.write = port,
};

static struct miscdevice device = { .minor = MISC_DYNAMIC_MINOR, .name = "c", .fops = &operations };

static int __init start(void)
{
	base = (unsigned long)ioremap(0xfed00000, 64);
	return misc_register(&device);
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: a number in a field points at the record that it is cast to; in a global it is not
 * domain: control: user
 * plan: records: "chip": "r pointer to struct chip
 * domain: port: kernel
 * reason: port: makes an address of 'base', a number
 */
