// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/spinlock.h>
#include <linux/interrupt.h>
#include <linux/timer.h>

struct chip { spinlock_t lock; u32 level; };
static struct chip chip;
static int twice(int n) { return 2 * n; }
static int thrice(int n) { return 3 * n; }

/* kept: shares a lock with the timer */
static int (*chip_pick(struct chip *c, int which))(int)
{
	spin_lock_bh(&c->lock);
	c->level++;
	spin_unlock_bh(&c->lock);
	return which ? thrice : twice;
}

static int chip_apply(struct chip *c, int (*const op)(int), int n)
{
	spin_lock_bh(&c->lock);
	c->level = op(n);
	spin_unlock_bh(&c->lock);
	return 0;
}

static void chip_tick(struct timer_list *unused)
{
	spin_lock(&chip.lock);
	chip.level++;
	spin_unlock(&chip.lock);
}
static DEFINE_TIMER(chip_timer, chip_tick);

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	mod_timer(&chip_timer, jiffies + HZ);
	return chip_apply(&chip, command ? twice : thrice, argument) + !!chip_pick(&chip, argument);
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
