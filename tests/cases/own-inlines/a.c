// SPDX-License-Identifier: GPL-2.0-only
#include "own.h"
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>

static DEFINE_SPINLOCK(lock);
static u32 ticks;
static void chip_tick(struct timer_list *unused)
{
	spin_lock(&lock);
	ticks++;
	spin_unlock(&lock);
}
static DEFINE_TIMER(chip_timer, chip_tick);

struct own own = { .lock = __SPIN_LOCK_UNLOCKED(own.lock), .name = "own" };
static void own_tick(struct timer_list *unused) { own_bump(&own, 1); }
static DEFINE_TIMER(own_timer, own_tick);
static int chip_fn(struct own *o) { return own_name(o)[0]; }
static int chip_get(u32 v) { return own_next() + own_entry(v) + own_static(&own); }
static int chip_open(struct inode *inode, struct file *file) { own.fn = chip_fn; return own_call(&own); }
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	extern int b_more(void);
	int chip_late(void);

	mod_timer(&own_timer, jiffies);
	return own_bump(&own, argument) + b_set(argument) + chip_get(command) + b_more() + chip_late();
}
int chip_late(void) { own_write(&own, 3); return own_macro(&own); }
static const struct file_operations more = { .open = chip_open };
static struct miscdevice more_misc = { MISC_DYNAMIC_MINOR, "more", &more };
static int __maybe_unused reg(void) { return misc_register(&more_misc); }

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
