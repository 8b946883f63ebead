// SPDX-License-Identifier: GPL-2.0-only
#include <linux/kernel.h>
#include <linux/errno.h>

static int debug;
long third_set(unsigned long argument);
long third_set(unsigned long argument)
{
	debug = argument;
	return debug;
}
