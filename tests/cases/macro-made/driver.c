// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>

static struct chip { u32 a, b; } chip;
#define PAIR(x) \
	static u32 get_##x(void) { return chip.x; } static int set_##x(u32 v) { chip.x = v; return 0; }
PAIR(a) PAIR(b)
#define COMMAND(name) static long name(struct file *file, unsigned int command, unsigned long argument)
#define BEGIN {
#define END }
#define WRAP(...) __VA_ARGS__

WRAP(
static int twist(u32 v)
{
	chip.a ^= v;
	return chip.b;
}
)

static int turn(u32 v)
BEGIN
	chip.b = v;
	return 0;
END

COMMAND(chip_ioctl)
{
	set_a(argument);
	set_b(get_a());
	return twist(argument) + turn(command);
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
