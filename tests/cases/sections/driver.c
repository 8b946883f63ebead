// SPDX-License-Identifier: GPL-2.0-only
#include <linux/delay.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>

enum { CHIP_BUSY = 3, CHIP_READY };

struct chip {
	spinlock_t lock, other;
	struct timer_list timer;
	unsigned long flags;
	u32 ticks, shown;
	u32 level;
	s64 sum;
	u8 low;
	bool odd;
};
static struct chip *chip;

#define LOCKED(chip, what) do { \
	spin_lock_irq(&(chip)->lock); \
	what; \
	spin_unlock_irq(&(chip)->lock); \
} while (0)

static void chip_tick(struct timer_list *timer)
{
	struct chip *chip = from_timer(chip, timer, timer);

	spin_lock(&chip->lock);
	spin_lock(&chip->other);
	chip->ticks++;
	chip->shown = chip->ticks;
	spin_unlock(&chip->other);
	spin_unlock(&chip->lock);
	mod_timer(timer, jiffies + 1);
}

/* One value comes back, another goes in; flags is the section's own. */
static long chip_exchange(struct chip *chip, u32 level)
{
	unsigned long flags;
	u32 old;

	if (level > 1000)
		return -ERANGE;
	spin_lock_irqsave(&chip->lock, flags);
	old = chip->level;
	chip->level = level;
	spin_unlock_irqrestore(&chip->lock, flags);
	if (old == level)
		return -EALREADY;
	return old;
}

/* Several come back, of several sizes; one of them had a value before. */
static long chip_several(struct chip *chip, u8 step)
{
	s64 sum = 7;
	u8 low;
	bool odd;
	long result;

	if (!step)
		return -EINVAL;
	chip->low = step;
	spin_lock_irq(&chip->lock);
	sum += chip->level;
	low = chip->level + step;
	odd = chip->level & 1;
	spin_unlock_irq(&chip->lock);
	result = sum * 1000 + low;
	if (odd)
		result = -result;
	if (result > 200000)
		result = 200000;
	return result < 0 ? -result : result;
}

/* Left by return and by goto, from within. */
static long chip_leave(struct chip *chip, int how)
{
	long result = -EIO;
	int tries = how;

	if (tries < 0)
		return -EINVAL;
	spin_lock_irq(&chip->lock);
	if (how == 1) {
		spin_unlock_irq(&chip->lock);
		return chip->level + 5;
	}
	if (how == 2) {
		spin_unlock_irq(&chip->lock);
		goto out;
	} else if (how == 3) {
		spin_unlock_irq(&chip->lock);
		goto twice;
	}
	result = how;
	spin_unlock_irq(&chip->lock);
	result += 100;
	result += tries;
	if (tries > 50)
		result += 1000;
	return result;
twice:
	result = 2 * tries;
	result += 1;
	result *= 10;
	tries++;
out:
	result += tries;
	if (result < 0)
		return result;
	return result + 1;
}

/* Left by break and continue; and a loop of its own, which is not. */
static long chip_loop(struct chip *chip, u32 rounds)
{
	long result = 0;
	u32 i;

	if (rounds > 100)
		rounds = 100;
	for (i = 0; i < 1000; i++) {
		result += 1;
		spin_lock_irq(&chip->lock);
		if (i == 2) {
			spin_unlock_irq(&chip->lock);
			continue;
		}
		if (i >= rounds) {
			spin_unlock_irq(&chip->lock);
			break;
		}
		spin_unlock_irq(&chip->lock);
		result += 100;
	}
	if (result > 100000)
		result = 100000;
	if (!rounds)
		return -ENODATA;
	return result;
}

/* Two locks, in a macro and out of it, and one that is tried. */
static long chip_locks(struct chip *chip, u32 level)
{
	u32 equal = 0, ticks = 0;
	int tried = 0;

	if (level > 1000)
		return -ERANGE;
	LOCKED(chip, chip->level = level);
	spin_lock_irq(&chip->lock);
	spin_lock(&chip->other);
	equal = chip->ticks == chip->shown;
	ticks = chip->ticks;
	spin_unlock(&chip->other);
	spin_unlock_irq(&chip->lock);
	if (!ticks)
		msleep(20);
	if (!equal)
		return -EUCLEAN;
	if (level == 1)
		tried = 10;
	if (level == 2)
		tried = 20;
	return tried + equal;
}

/* A bit that others wait for, and one that is set for good. */
static long chip_alone(struct chip *chip, u32 level)
{
	long result = -EBUSY;

	if (level > 1000)
		return -ERANGE;
	while (test_and_set_bit(CHIP_BUSY, &chip->flags))
		msleep(1);
	chip->sum += level;
	result = chip->sum;
	if (level == 77)
		msleep(300);
	clear_bit(CHIP_BUSY, &chip->flags);
	if (result > 10000)
		result = 10000;
	return result;
}

static long chip_once(struct chip *chip, u32 level)
{
	long result = level;

	if (level > 1000)
		return -ERANGE;
	if (test_and_set_bit(CHIP_READY, &chip->flags))
		result += 5000;
	if (!result)
		return -ENODATA;
	return result;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	switch (command) {
	case 101:
		return chip_exchange(chip, argument);
	case 102:
		return chip_several(chip, argument);
	case 103:
		return chip_leave(chip, argument);
	case 104:
		return chip_loop(chip, argument);
	case 105:
		return chip_locks(chip, argument);
	case 106:
		return chip_alone(chip, argument);
	case 107:
		return chip_once(chip, argument);
	}
	return -ENOTTY;
}

static const struct file_operations chip_fops = {
	.owner = THIS_MODULE, .unlocked_ioctl = chip_ioctl,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "chip", .fops = &chip_fops,
};

static int __init chip_start(void)
{
	int error;

	chip = kzalloc(sizeof(*chip), GFP_KERNEL);
	if (!chip)
		return -ENOMEM;
	spin_lock_init(&chip->lock);
	spin_lock_init(&chip->other);
	timer_setup(&chip->timer, chip_tick, 0);
	mod_timer(&chip->timer, jiffies + 1);
	error = misc_register(&chip_misc);
	if (error) {
		del_timer_sync(&chip->timer);
		kfree(chip);
	}
	return error;
}
module_init(chip_start);

static void __exit chip_stop(void)
{
	misc_deregister(&chip_misc);
	del_timer_sync(&chip->timer);
	kfree(chip);
}
module_exit(chip_stop);
MODULE_LICENSE("GPL");
