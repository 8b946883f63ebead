// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/timer.h>

struct chip {
	u32 odd : 1, open : 3, level : 12, : 16;
	u8 count, mine;
	u16 half[2];
	u32 ticks;
};
static struct chip chip;
static u8 left, right, pair[2];

static void chip_tick(struct timer_list *timer)
{
	chip.ticks++;
	chip.odd = chip.ticks;
	chip.count = chip.ticks;
	chip.half[0] = chip.ticks;
	left = chip.ticks;
	pair[1] = chip.ticks;
	mod_timer(timer, jiffies + 1);
}
static DEFINE_TIMER(chip_timer, chip_tick);

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	long old = chip.open + 10 * chip.level + 100000 * chip.mine;

	chip.open = argument;
	chip.level = argument;
	chip.mine = argument;
	chip.half[1] = argument;
	right = argument;
	pair[0] = argument;
	return old;
}
static loff_t chip_seek(struct file *file, loff_t at, int whence)
{
	unsigned long flags;
	loff_t sum;

	local_irq_save(flags);
	sum = (chip.odd ^ (chip.ticks & 1)) + 10 * (u8)(chip.count - chip.ticks) +
	      100 * (u16)(chip.half[0] - chip.ticks) + 1000 * (u8)(left - chip.ticks) +
	      10000 * (u8)(pair[1] - chip.ticks) + 1000000 * (u8)(pair[0] - right);
	local_irq_restore(flags);
	return sum;
}
static const struct file_operations chip_fops = {
	.owner = THIS_MODULE, .unlocked_ioctl = chip_ioctl, .llseek = chip_seek,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "chip", .fops = &chip_fops,
};
static int __init chip_start(void)
{
	mod_timer(&chip_timer, jiffies + 1);
	return misc_register(&chip_misc);
}
module_init(chip_start);
static void __exit chip_stop(void)
{
	misc_deregister(&chip_misc);
	del_timer_sync(&chip_timer);
}
module_exit(chip_stop);
MODULE_LICENSE("GPL");
