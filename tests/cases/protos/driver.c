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
static int chip_a(u32, const char *, int (*)(int), u8 [4], const u32 [static 2]);
static int chip_a(u32 v, const char *s, int (*f)(int), u8 mac[4], const u32 pair[static 2])
{
	spin_lock_bh(&lock);
	level += v + f(s[0]) + mac[1] + pair[0];
	spin_unlock_bh(&lock);
	return 0;
}
extern int chip_b(register u32 v), chip_c(void);
int chip_b(register u32 v) { return v + level; }
int (chip_c)(void) { return level; }
static int chip_d() { return level; }
static unsigned chip_e(int n, int (*rows)[3]) { return rows[0][n % 3]; }
static __printf(2, 3) __attribute__((__noinline__, __cold__)) void chip_log(u32 v, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vprintk(fmt, args);
	va_end(args);
	level = v;
}
static int twice(int n) { return 2 * n; }
static int
__must_check
chip_f
(
	u32 v	/* the value */
	,
	u32 w	// other
)
/* comment between */
{	/* and inside */
	level = v + w;
	return 0; }
static int __used chip_g(void *p, ...) { return 0; }
static inline __attribute__((always_inline)) int chip_h(void) { return chip_b(2); }
static __always_inline int chip_i(u32 v) { return v; } static int chip_j(u32 v) { return chip_i(v); }
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	u8 mac[4] = {}; u32 pair[2] = { 1, 2 }; int rows[2][3] = { };

	mod_timer(&chip_timer, jiffies + HZ);
	chip_log(4, "%d\n", 4);
	if (chip_f(1, 2))
		return -EINVAL;
	return chip_a(argument, "s", twice, mac, pair) + chip_b(1) + chip_c() + chip_d() + chip_e(2, rows) + chip_h() + chip_j(3) + chip_g(NULL, 3);
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
