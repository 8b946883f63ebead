// SPDX-License-Identifier: GPL-2.0-only
#include <linux/kernel.h>
#include <linux/errno.h>

struct ctx { u32 count; u32 total; u32 level; };
static struct ctx second_ctx;
long second_set(unsigned long argument);
u32 second_get(void);

long second_set(unsigned long argument)
{
	second_ctx.level = argument;
	return 0;
}
u32 second_get(void) { return second_ctx.level; }
