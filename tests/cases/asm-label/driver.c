// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>

static u32 level;
static int chip_set(u32 value) __asm__("chip_set_v2");
static int chip_set(u32 value)
{
	level = value;
	return 0;
}
static int __section(".text.cold") noinline chip_fail(u32 value) { return value ? -EINVAL : -EIO; }
static void __noreturn chip_die(void) { panic("chip"); }

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	if (command == 77)
		chip_die();
	return argument > 10 ? chip_fail(argument) : chip_set(argument);
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
