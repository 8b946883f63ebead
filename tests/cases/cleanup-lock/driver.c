// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/mutex.h>
#include <linux/spinlock.h>
#include <linux/timer.h>

static DEFINE_SPINLOCK(lock);
static u32 level;

static void chip_tick(struct timer_list *unused)
{
	spin_lock(&lock);
	level++;
	spin_unlock(&lock);
}
static DEFINE_TIMER(chip_timer, chip_tick);

static inline spinlock_t *chip_enter(spinlock_t *l) { spin_lock_bh(l); return l; }
static inline void chip_leave(spinlock_t **l) { spin_unlock_bh(*l); }
#define hold(l) spinlock_t *held __attribute__((cleanup(chip_leave))) = chip_enter(l)

static int chip_set(u32 value)
{
	hold(&lock);
	level = value;
	return 0;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	u32 squared = argument * argument;

	return squared > 100 ? -EINVAL : chip_set(squared);
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
