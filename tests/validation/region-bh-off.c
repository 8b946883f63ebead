// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/bottom_half.h>

void target(int mark);

void quiet(void)
{
	local_bh_disable();
	target(1);
	local_bh_enable();
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: bottom halves disabled
 * expect: quiet: =1\).* HELD bh-off
 * reject: quiet: =2\).* HELD
 */
