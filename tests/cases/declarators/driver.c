// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
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

typedef int (*chip_step)(u32 value);
typedef int chip_row[4];
struct chip { u32 level; chip_row row; };
static struct chip chip;

static int rise(u32 value) { return value + 1; }
static int fall(u32 value) { return value - 1; }

/* each of these is kept for the lock, and called by what moves */
static const u32 chip_const(const u32 value)
{
	spin_lock_bh(&lock);
	ticks += value;
	spin_unlock_bh(&lock);
	return value;
}

static int (*chip_choose(bool up))(u32)
{
	spin_lock_bh(&lock);
	ticks++;
	spin_unlock_bh(&lock);
	return up ? rise : fall;
}

static chip_step chip_choose_by_typedef(bool up)
{
	spin_lock_bh(&lock);
	ticks++;
	spin_unlock_bh(&lock);
	return up ? rise : fall;
}

static int chip_apply(int (*const step)(u32), chip_step other, int (u32), u32 value)
{
	spin_lock_bh(&lock);
	ticks = step(value) + other(value);
	spin_unlock_bh(&lock);
	return 0;
}

static int __always_inline __maybe_unused chip_inline(u32 value)
{
	spin_lock_bh(&lock);
	ticks = value;
	spin_unlock_bh(&lock);
	return 0;
}

static noinline int __section(".text.unlikely")
chip_cold(u32 value, u8 small)
{
	spin_lock_bh(&lock);
	ticks = value + small;
	spin_unlock_bh(&lock);
	return 0;
}

static int chip_const_pointer(struct chip *const c, volatile u32 value) __must_check;
static int chip_const_pointer(struct chip *const c, volatile u32 value)
{
	c->level = value;
	return 0;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	mod_timer(&chip_timer, jiffies + HZ);
	if (chip_const(argument) > 10)
		return chip_apply(rise, fall, rise, argument);
	if (chip_inline(argument) || chip_cold(argument, 1))
		return -EINVAL;
	if (chip_const_pointer(&chip, argument))
		return -EINVAL;
	return chip_choose(command == 1)(argument) + chip_choose_by_typedef(command == 2)(argument);
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
