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

struct chip { u32 level, limit; };
static struct chip chip = { .limit = 100 };

/* kept: the lock is the timer's, too */
static u32 chip_kept(u32 value)
{
#define CHIP_STEP(n) \
	((n) + 1)
	spin_lock_bh(&lock);
	value += ticks;
	spin_unlock_bh(&lock);
	  #  define CHIP_BASE 7	/* used
				   below */
	return value;
}

#ifdef CONFIG_CHIP_OLD
static int chip_set(struct chip *c, u8 value)
{
#elif defined(CONFIG_MODULES)
static int chip_set(struct chip *c, u32 value)
{
#else
static int chip_set(struct chip *c, u16 value)
{
#endif
	if (value > c->limit)
		return -EINVAL;
	/*
#else	this is no directive, don't count it
	 */
	c->level = CHIP_STEP(value) + CHIP_BASE;
#ifdef CONFIG_CHIP_OLD
	return 1;
}
#elif defined(CONFIG_MODULES)
	return 0;
}
#else
	return 2;
}
#endif

static u32 chip_get(struct chip *c)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-variable"
	u32 unused;
#define CHIP_LAST c->level
	return CHIP_LAST;
#pragma GCC diagnostic pop
#undef CHIP_LAST
}
#ifdef CHIP_LAST
#error "lives on"
#endif

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	int ret;
#if 1
	if (command == 1) {
#else
	if (command == 2) {
#endif
		mod_timer(&chip_timer, jiffies + HZ);
		return chip_kept(argument);
	}
	ret = chip_set(&chip, argument);
	return ret ? ret : chip_get(&chip);
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
