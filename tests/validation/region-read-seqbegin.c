// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/seqlock.h>

void target(int mark);

int reads(seqlock_t *lock, const int *value)
{
	unsigned int start;
	int result;

	do {
		start = read_seqbegin(lock);
		target(1);
		result = *value;
	} while (read_seqretry(lock, start));
	write_seqlock(lock);
	target(2);
	write_sequnlock(lock);
	return result;
}

MODULE_LICENSE("GPL");
/*
 * check-name: the reader of a sequence lock holds nothing, its writer does
 * reject: reads: =1\).* HELD
 * expect: reads: =2\).* SURELY spinlock
 */
