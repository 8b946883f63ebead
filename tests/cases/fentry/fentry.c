// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/kprobes.h>
static int __init f_init(void) { return 0; }
module_init(f_init);
MODULE_LICENSE("GPL");
