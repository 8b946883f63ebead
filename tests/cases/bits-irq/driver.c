// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/timer.h>

struct chip { u32 ticking : 1, open : 1, count : 30; };
static struct chip chip;

static void chip_tick(struct timer_list *unused)
{
	chip.ticking = !chip.ticking;
}
static DEFINE_TIMER(chip_timer, chip_tick);

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	chip.open = command & 1;
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
