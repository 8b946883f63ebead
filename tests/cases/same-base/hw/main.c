// SPDX-License-Identifier: GPL-2.0-only
#include <linux/kernel.h>
#include <linux/errno.h>

static u32 hw_level;
long hw_set(unsigned long argument);

long hw_set(unsigned long argument)
{
	if (argument > 100)
		return -EINVAL;
	hw_level = argument;
	return hw_level;
}
