// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

unsigned long __get_free_pages(gfp_t flags, unsigned int order);

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return __get_free_pages(GFP_KERNEL, 0) != 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a call of what the knowledge base pins
 * domain: control: kernel
 * reason: control: ^pinned: calls __get_free_pages\(\): allocates pages
 */
