// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/slab.h>

struct chip { void *priv; u32 level; };
static struct chip chip;

static int chip_first(u32 v)
{
	struct state { u32 a; u32 b; } *s = chip.priv;

	if (!s)
		return -ENODEV;
	s->b = v;
	return s->a;
}

static int chip_second(u32 v)
{
	struct state { u64 pad; u32 b; } s = { .b = v };

	chip.level = s.b;
	return 0;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	return command ? chip_first(argument) : chip_second(argument);
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
