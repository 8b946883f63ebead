// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int fine(void)
{
	return 1;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a file of hints that does not exist
 * check-flags: --hints no-such-hints.yaml
 * check-status: 1
 * error: no-such-hints.yaml:1:1: cannot be opened: No such file
 */
