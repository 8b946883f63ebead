// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/dma-mapping.h>
#include <linux/fs.h>
#include <linux/slab.h>

struct thing {
	u8 *bytes;
	dma_addr_t address;
};

static struct thing *one;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	one->bytes[argument & 63] = 1;
	return one->bytes[0];
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

int start(struct device *dev)
{
	one = kzalloc(sizeof(*one), GFP_KERNEL);
	if (one)
		one->bytes = dma_alloc_coherent(dev, 64, &one->address, GFP_KERNEL);
	return 0;
}

MODULE_LICENSE("GPL");
/*
 * check-name: DMA memory is mapped into both halves: the user half reads and writes it
 * domain: control: user
 * no-ambiguity: .
 */
