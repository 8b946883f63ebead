// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>
#include "no-such-header.h"

int fine;

MODULE_LICENSE("GPL");
/*
 * check-name: a header that does not exist
 * check-status: 1
 * error: diag-missing-include.c:3:10: .no-such-header.h. file not found
 */
