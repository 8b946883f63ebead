// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

u32 mmio(void *p)
{
	u32 value;

	asm volatile("movl %1,%0" : "=r"(value) : "m"(*(volatile u32 *)p) : "memory");
	return value;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a volatile move is an access to mapped registers
 * expect: mmio: traits mmio$
 */
