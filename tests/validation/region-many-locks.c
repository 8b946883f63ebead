// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void all(spinlock_t *locks, int count)
{
	int i;

	for (i = 0; i < count; i++)
		spin_lock(&locks[i]);
	target(1);
	for (i = 0; i < count; i++)
		spin_unlock(&locks[i]);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a loop that takes locks ends, and what follows may hold them
 * expect: all: =1\).* HELD spinlock
 * reject: all: =1\).* SURELY
 */
