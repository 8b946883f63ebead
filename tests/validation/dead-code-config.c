// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

static int dead(void) { return 1; }

int uses(void)
{
	if (IS_ENABLED(CONFIG_NO_SUCH_THING))
		return dead();
	return 0;
}

MODULE_LICENSE("GPL");
/*
 * check-name: what the kernel's configuration excludes is not called
 * reject: uses: call .* dead
 */
