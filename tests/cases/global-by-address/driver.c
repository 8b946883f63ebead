// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/string.h>

static char name[16] = "none";
static u32 table[4];
static bool ready;
static u64 stamp;

static void chip_fill(u32 *at, u32 n, u32 value)
{
	while (n--)
		at[n] = value;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	bool *flag = &ready;

	snprintf(name, sizeof(name), "chip%lu", argument);
	chip_fill(table, 4, argument);
	*flag = true;
	memcpy(&stamp, &argument, sizeof(stamp));
	return 0;
}
static loff_t chip_seek(struct file *file, loff_t at, int whence)
{
	return (name[0] == 'c') + 10 * !!table[2] + 100 * ready + 1000 * !!stamp;
}
static const struct file_operations chip_fops = {
	.owner = THIS_MODULE, .unlocked_ioctl = chip_ioctl, .llseek = chip_seek,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "chip", .fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
