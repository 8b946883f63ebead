// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>

enum mode { MODE_OFF, MODE_ON = 5 };
enum wide { WIDE_BIG = 0x123456789abcdefULL };
struct chip {
	u8 tag;
	s32 delta : 5;
	bool on : 1;
	enum mode mode : 3;
	u64 serial : 40;
	unsigned : 0;
	union { struct { u32 low : 12, high : 20; }; u32 word; u8 bytes[4]; };
	enum wide wide;
	u16 odd;
	u32 skew;
	struct { u8 x : 3; u8 y : 5; } cell[3];
} __packed __aligned(2);
static struct chip chip;

static int chip_set(struct chip *c, unsigned long v)
{
	c->delta = -(int)(v & 7);
	c->on = v & 1;
	c->mode = MODE_ON;
	c->serial = v;
	c->high = v;
	c->wide = WIDE_BIG;
	c->skew = v;
	c->cell[v % 3].y = v;
	return c->delta < 0 ? c->word : c->tag;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	return chip_set(&chip, argument);
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
