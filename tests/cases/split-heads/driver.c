// SPDX-License-Identifier: GPL-2.0-only
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

static u32 level;
static int chip_a(u32 v
#ifdef CONFIG_NET
		  , u32 w
#endif
		  )
{
#ifdef CONFIG_NET
	v += w;
#endif
	level = v;
	return 0;
}
#ifdef CONFIG_NET
#define EXTRA , 3
static
#else
#define EXTRA
extern
#endif
int chip_b(u32 v)
{
	level = v;
	return chip_a(v EXTRA);
}
static int chip_c(u32 v)
#if 1
{
	return v;
}
#else
{
	return v + 1;
}
#endif
#define FN(name, arg) static int name(arg v)
FN(chip_d, u32) { level += v; return 0; }
FN(chip_e, struct file *)
{
	return v->f_flags;
}
#define BODY(x) { spin_lock_bh(&lock); ticks = x; spin_unlock_bh(&lock); return 0; }
static int chip_f(u32 v) BODY(v)
static int chip_g(u32 v)
	BODY(v
	     + 2)
/* { */ static int chip_h(void) /* } */ { return '{' + "}}}"[0] + '\'' + '"'; } // {
static int chip_i(u32 v) { if (v) { return 1; } else
#if 0
	{ return 2;
#else
	{ return 3;
#endif
	} }
static int chip_j(u32 v) {
#if 0
	' unbalanced " in dead text {
#endif
	return v; }
#if 0
static int chip_k(u32 v) { don't }
#endif
static int chip_k(u32 v) { spin_lock_bh(&lock); ticks = v; spin_unlock_bh(&lock);
#if 0
	isn't "
#endif
	return v; }
#if 0
"/*"
#endif
static int chip_l(u32 v) { spin_lock_bh(&lock); ticks = v; spin_unlock_bh(&lock); return v; } static int chip_m(u32 v) { spin_lock_bh(&lock); ticks = v; spin_unlock_bh(&lock); return v; }
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	mod_timer(&chip_timer, jiffies + HZ);
	return chip_b(argument) + chip_c(1) + chip_d(2) + chip_e(file) + chip_f(3) + chip_g(4) + chip_h() + chip_i(5) + chip_j(6) + chip_k(7) + chip_l(8) + chip_m(9);
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
