// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

extern int nothing;

MODULE_LICENSE("GPL");
/*
 * check-name: a module without functions is analysed all the same
 * plan: module: diag.empty.module|diag_empty_module
 * plan: functions: ^\[\]$
 */
