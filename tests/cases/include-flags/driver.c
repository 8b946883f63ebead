// SPDX-License-Identifier: GPL-2.0-only
#include <sys.h>
#include "quote.h"
#include <after.h>
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

enum small { SMALL_A, SMALL_B };
static_assert(sizeof(enum small) == 1);
static struct pre pre;
static struct chip { enum small s; u32 n; } chip;
static int chip_kept(enum small s, struct pre *p) { spin_lock_bh(&lock); ticks = s + p->a; spin_unlock_bh(&lock); return 0; }
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	pre.a = PRE + MAC + SYS + QUOTE + AFTER EMPTY;
	chip.s = SMALL_B;
	pr_info("%s %s %s\n", STR, VER, KDIR);
	return ADD(SPACED, pre.a) + chip_kept(SMALL_B, &pre);
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
