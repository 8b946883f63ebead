// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/string.h>

enum mode { MODE_OFF, MODE_ON = 5, MODE_AUTO };
union word { u32 all; u8 part[4]; };
struct slot { u16 key; s8 value; };

static enum mode mode;
static bool ready;
static u64 wide = 0x123456789abcdefULL;
static s8 small = -3;
static u8 first, second;
static union word word;
static struct slot slots[4];
static const u16 weights[4] = { 1, 20, 300, 4000 };
static const char * const names[] = { "off", "on", "auto" };
static char label[12] = "none";
static u16 grid[2][3];
static unsigned int scale = 1;
module_param(scale, uint, 0644);

static int chip_count(void)
{
	static int calls;

	return ++calls;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	mode = argument % 3 ? MODE_ON : MODE_AUTO;
	ready = !ready;
	wide += argument;
	small -= argument & 3;
	first = argument;
	second = ~argument;
	word.part[argument & 3] = argument;
	slots[argument & 3].key = argument;
	slots[argument & 3].value = -(int)(argument & 7);
	grid[argument & 1][argument % 3] = argument;
	strscpy(label, names[argument % 3], sizeof(label));
	if (command == 102)
		scale *= 2;
	return chip_count() * scale + weights[argument & 3];
}

/* kept: writes the same ones */
static loff_t chip_seek(struct file *file, loff_t at, int whence)
{
	loff_t sum = mode + ready + (wide & 0xffff) + small + first + second + word.all +
		     slots[1].key + slots[2].value + grid[1][2] + label[0] + scale;

	mode = MODE_OFF;
	wide++;
	small++;
	slots[1].key++;
	grid[1][2]++;
	return sum;
}
static const struct file_operations chip_fops = {
	.owner = THIS_MODULE, .unlocked_ioctl = chip_ioctl, .llseek = chip_seek,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "chip", .fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
