// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>
#include "include-first.h"

int used(struct first *f)
{
	return f->second->level;
}

MODULE_LICENSE("GPL");
/*
 * check-name: headers that include each other, with guards, are read once each
 * expect: used: access .* struct second.level r$
 * no-error: .
 */
