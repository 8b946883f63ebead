// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
static int __init a_init(void)
{
	int n = 3;

	asm("incl %0" : "+r" (*(u32 *)&n), "=c" ((u32)n));
	return 0;
}
module_init(a_init);
MODULE_LICENSE("GPL");
