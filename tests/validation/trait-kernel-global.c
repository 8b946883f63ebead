// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/jiffies.h>

unsigned long now(void)
{
	return jiffies;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a global of the kernel
 * expect: now: traits kernel-global$
 * expect: now: kernel-global: uses jiffies at trait-kernel-global.c:7:9
 */
