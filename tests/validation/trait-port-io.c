// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

int ports(void)
{
	int value;

	asm volatile("inb %%dx, %b0" : "=a"(value) : "d"(0x60));
	return value;
}

MODULE_LICENSE("GPL");
/*
 * check-name: port I/O is privileged
 * expect: ports: traits privileged$
 */
