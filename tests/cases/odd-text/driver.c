// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
static u32 level;	
/* latin1: ιθ */
#define SET(v) \
	level = (v);\
	level++
static int chip_set(u32 v)
{
	const char *s = "ι ??/ Γ© \
 continued {";
	SET(v + s[0]); // line \
 comment goes on }
	return 0;
}
st\
atic long chip_\
ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	return chip_set(argument);
}
static const struct file_operations chip_fops = { .unlocked_ioctl = chip_ioctl };
static struct miscdevice chip_misc = { MISC_DYNAMIC_MINOR, "chip", &chip_fops };
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");