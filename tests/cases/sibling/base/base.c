// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

int chip_base_limit(void);
int chip_base_limit(void)
{
	return 10;
}
EXPORT_SYMBOL_GPL(chip_base_limit);
MODULE_LICENSE("GPL");
