// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include "names.h"

/* one list, two tables */
enum reg {
#define REG(name, at) REG_##name,
#include "regs.def"
#undef REG
	REG_COUNT
};
static u32 shadow[REG_COUNT];

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	static const u16 at[] = {
#define REG(name, offset) [REG_##name] = offset,
#include "regs.def"
#undef REG
	};

	if (command >= REG_COUNT)
		return -EINVAL;
	shadow[command] = argument;
	return at[command];
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
