// SPDX-License-Identifier: GPL-2.0-only
%:include <linux/module.h>
#include <linux/miscdevice.h>
#include /* odd */ <linux/fs.h> // more
# /**/ include <linux/slab.h>
static u32 level;
static int chip_set(u32 v)
<%
	u32 a<:2:> = <% v, 1 %>;

	level = a<:0:>;
	return 0;
%>
#define INC <asm/io.h>
#include INC
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{ return chip_set(argument); }
static const struct file_operations chip_fops = { .unlocked_ioctl = chip_ioctl };
static struct miscdevice chip_misc = { MISC_DYNAMIC_MINOR, "chip", &chip_fops };
module_misc_device(chip_misc);
MODULE_LICENSE("GPL"); /* no newline at end */