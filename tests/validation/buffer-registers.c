// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/io.h>
#include <linux/slab.h>

struct thing {
	void __iomem *registers;
	u8 *bytes;
};

static struct thing *one;

/* The device may be told before the bytes have crossed. */
static long control(struct file *file, unsigned int command, unsigned long argument)
{
	one->bytes[argument & 3] = 1;
	writel(1, one->registers);
	return 0;
}

static int open_it(struct inode *inode, struct file *file)
{
	one->bytes = kmalloc(64, GFP_KERNEL);
	one->registers = ioremap(0x1000, 64);
	return one->bytes && one->registers ? 0 : -ENOMEM;
}

const struct file_operations operations = {
	.open = open_it,
	.unlocked_ioctl = control,
};

static int __init start(void)
{
	one = kzalloc(sizeof(*one), GFP_KERNEL);
	return one ? 0 : -ENOMEM;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: memory behind a field is not written where the driver has registers
 * domain: control: kernel
 * reason: control: ^pinned: writes what struct thing.bytes points at, which the user half cannot
 */
