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

typedef u32 reg_t;
typedef struct box { u32 w; u8 mac[6]; } box_t, *box_p;
typedef void (*done_t)(struct box *b, int status);
enum kind { KIND_A = -1, KIND_B };
static struct box boxes[2][3];
static u32 sum;
static void done(struct box *b, int status) { b->w = status; }
#define KEEP(body) { spin_lock_bh(&lock); body; spin_unlock_bh(&lock); }
static u32 k_typedef(reg_t r, box_p b, const box_t *c) { KEEP(sum += r + b->w + c->w) return sum; }
static enum kind k_enum(enum kind k, bool on, s8 small, char c) { KEEP(sum += k + on + small + c) return KIND_A; }
static bool k_bool(bool on) { KEEP(sum += on) return sum > 3; }
static u64 k_wide(u64 a, s64 b, long long c, unsigned long d, size_t e, ssize_t f, loff_t g) { KEEP(sum += a + b + c + d + e + f + g) return sum; }
static void k_done(done_t cb, struct box *b, void (*raw)(struct box *, int)) { KEEP(cb(b, 3); raw(b, 4)) }
static struct box *k_ptr(struct box b[], int n) { KEEP(sum += b[n].w) return &b[n]; }
static const struct box *k_const(struct box *restrict b) { KEEP(b->w++) return b; }
static const char *k_str(const char *s) { KEEP(sum += s[0]) return s; }
static gfp_t k_gfp(gfp_t gfp, fmode_t mode, dev_t dev, umode_t u) { KEEP(sum += (__force u32)gfp + dev + u) return gfp; }
static __be32 k_be(__be32 v, __le16 w) { KEEP(sum += be32_to_cpu(v) + le16_to_cpu(w)) return v; }
static unsigned char k_uchar(unsigned char c, short s, unsigned short us, signed char sc) { KEEP(sum += c + s + us + sc) return c; }
static void k_void(void) KEEP(sum++)
static int k_new(struct box *new, int class, int this, int template) { KEEP(new->w = class + this + template) return 0; }
static int k_shadow(int ret_, int call, int function, int ret, int i) { KEEP(sum = ret_ + call + function + ret + i) return 0; }
static int k_u8p(u8 *p) { KEEP(sum += *p) return 0; }
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct box *b = &boxes[0][1];

	mod_timer(&chip_timer, jiffies + HZ);
	switch (command) {
	case 1: return k_typedef(argument, b, b);
	case 2: return k_enum(KIND_A, true, -3, 'c') + k_bool(argument & 1);
	case 3: return k_wide(1, 2, 3, 4, 5, 6, 7);
	case 6: return k_str("abc")[0];
	case 7: return k_gfp(GFP_KERNEL, 0, 0, 0) == GFP_KERNEL;
	case 8: return k_be(cpu_to_be32(argument), cpu_to_le16(3)) == 0;
	case 9: return k_uchar(1, 2, 3, 4);
	case 10: k_void(); return 0;
	case 11: return k_new(b, 1, 2, 3) + k_shadow(1, 2, 3, 4, 5);
	}
	return 0;
}
static int chip_open(struct inode *inode, struct file *file)
{
	k_done(done, &boxes[1][0], done);
	return 0;
}
static int chip_release(struct inode *inode, struct file *file)
{
	return k_ptr(boxes[0], 0)->w + k_const(&boxes[0][0])->w;
}
static int chip_flush(struct file *file, fl_owner_t id) { return k_u8p(boxes[0][0].mac); }
static const struct file_operations more = { .open = chip_open, .release = chip_release, .flush = chip_flush };
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
