// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/spinlock.h>
#include <linux/timer.h>

static DEFINE_SPINLOCK(lock);
static u32 level;
static u32 quiet;

static void chip_tick(struct timer_list *unused)
{
	spin_lock(&lock);
	level++;
	spin_unlock(&lock);
}
static DEFINE_TIMER(chip_timer, chip_tick);
# 100 "rules.y"
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
#line 40 "rules.y"
	spin_lock_bh(&lock);
	level = argument;
	spin_unlock_bh(&lock);
	return 0;
}
#line 500 "driver.c"
static loff_t chip_seek(struct file *file, loff_t at, int whence)
{
	quiet = at;
	return at;
}
#undef no_llseek

static const struct file_operations chip_fops = {
	.owner = THIS_MODULE, .llseek = chip_seek,
	.unlocked_ioctl = chip_ioctl,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "chip",
	.fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
