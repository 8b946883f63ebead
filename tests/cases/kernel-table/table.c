// SPDX-License-Identifier: GPL-2.0-only
#include <linux/ctype.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>

static int scale = 2;
module_param(scale, int, 0644);

/* A table of the driver's that names data of the kernel's, and of what both halves have. */
struct kind {
	int number;
	const struct file_operations *files;
	const unsigned char *classes;
};

static const struct kind kinds[] = {
	{ 17, &simple_dir_operations, _ctype }, { 4, NULL, _ctype }, { 9, &simple_dir_operations },
};

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	if (argument >= ARRAY_SIZE(kinds))
		return -EINVAL;
	if (command == 5)
		return isdigit('0' + argument) ? kinds[argument].number * scale : 0;
	return kinds[argument].number;
}

static const struct file_operations chip_fops = { .unlocked_ioctl = chip_ioctl };
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "table", .fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
