// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

void barriers(void)
{
	barrier();
	mb();
	wmb();
}

MODULE_LICENSE("GPL");
/*
 * check-name: barriers have no effect that another process would miss
 * reject: barriers: ^  traits
 */
