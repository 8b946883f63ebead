// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/spinlock.h>
#include <linux/timer.h>

static DEFINE_SPINLOCK(lock);
static u32 level;
static int rise(u32 v) { return v + 1; }
static int fall(u32 v) { return v - 1; }

/* kept: its lock is the timer's, too */
static int chip_apply(int (*const step)(u32), u32 v)
{
	spin_lock_bh(&lock);
	level = step(v);
	spin_unlock_bh(&lock);
	return 0;
}

static void chip_tick(struct timer_list *unused)
{
	spin_lock(&lock);
	level++;
	spin_unlock(&lock);
}
static DEFINE_TIMER(chip_timer, chip_tick);

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	mod_timer(&chip_timer, jiffies + HZ);
	return chip_apply(command ? rise : fall, argument);
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
