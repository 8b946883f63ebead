// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/io.h>

static void __iomem *registers;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return readl(registers);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: reading a mapped register does not pin
 * domain: control: user
 */
