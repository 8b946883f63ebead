// SPDX-License-Identifier: GPL-2.0-only
#include "own.h"
#include <linux/module.h>
int b_set(u32 v) { return own_next() + own_bump(&own, v) + own_static(&own) + own_entry(2); }
int b_more(void) { return own_call(&own); }
MODULE_IMPORT_NS(CHIP);
EXPORT_SYMBOL_NS_GPL(b_more, CHIP);
