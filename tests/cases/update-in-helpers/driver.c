// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/timer.h>

struct chip { u32 count, ticks, taken; };
static struct chip chip;
static u32 events, counted;

static void chip_tick(struct timer_list *timer)
{
	chip.ticks++;
	chip.count++;
	events++;
	counted++;
	mod_timer(timer, jiffies + 1);
}
static DEFINE_TIMER(chip_timer, chip_tick);

static u32 chip_get(struct chip *c) { return c->count; }
static void chip_set(struct chip *c, u32 count) { c->count = count; }
static u32 events_get(void) { return events; }
static void events_set(u32 n) { events = n; }

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	chip_set(&chip, chip_get(&chip) - argument);
	events_set(events_get() - argument);
	chip.taken += argument;
	return 0;
}
static loff_t chip_seek(struct file *file, loff_t at, int whence)
{
	unsigned long flags;
	loff_t sum;

	local_irq_save(flags);
	sum = (chip.ticks - chip.taken - chip.count) + 1000ULL * (counted - chip.taken - events);
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
