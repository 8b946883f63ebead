// SPDX-License-Identifier: GPL-2.0-only
#include <linux/kernel.h>
#include <linux/errno.h>

static int debug;
long second_set(unsigned long argument);
long second_set(unsigned long argument)
{
	debug = argument;
	return debug;
}
