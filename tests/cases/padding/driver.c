// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/string.h>

struct point { u8 x; u32 y; u16 z; };
struct chip { u8 tag; struct point at; u64 sum; bool on; struct point row[3]; };
static struct chip chip, kept;
static struct point origin = { 1, 2, 3 }, last, table[2];

static void chip_row(struct chip *c, unsigned long v)
{
	struct point p = { .x = v, .y = v + 1, .z = v + 2 };

	c->at = p;
	c->row[v % 3] = p;
	c->row[(v + 1) % 3] = origin;
	c->sum += p.y;
	table[v & 1] = p;
	last = table[v & 1];
	last.z++;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct chip local;

	switch (command) {
	case 100:
		chip_row(&chip, argument);
		chip.on = argument & 1;
		return 0;
	case 101:
		kept = chip;
		return kept.row[argument % 3].y;
	case 102:
		memset(&chip, 0, sizeof(chip));
		return 0;
	case 103:
		local = kept;
		local.tag = argument;
		chip = local;
		return chip.sum;
	default:
		last = (struct point){ };
		return -ENOTTY;
	}
}
static loff_t chip_seek(struct file *file, loff_t at, int whence)
{
	return chip.tag + chip.at.x + 10 * chip.at.y + 100 * chip.row[0].y + 1000 * chip.row[1].z +
	       10000 * chip.row[2].x + 100000 * chip.on + 1000000 * (loff_t)chip.sum +
	       100000000 * (loff_t)last.z + 10000000000 * (loff_t)table[1].y;
}
static const struct file_operations chip_fops = {
	.owner = THIS_MODULE, .unlocked_ioctl = chip_ioctl, .llseek = chip_seek,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "chip", .fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
