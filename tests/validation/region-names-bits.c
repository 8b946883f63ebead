// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

#define BEGIN(name) void name(int bit, unsigned long *word)
BEGIN(bit_spin_lock);
BEGIN(bit_spin_unlock);
BEGIN(__bit_spin_unlock);
int bit_spin_trylock(int bit, unsigned long *word);
void hlist_bl_lock(unsigned long *word);
void hlist_bl_unlock(unsigned long *word);
void target(int mark);

void with_bit_spin_lock(unsigned long *word)
{
	bit_spin_lock(1, word);
	target(1);
	bit_spin_unlock(1, word);
	target(2);
}

void with_bit_spin_trylock(unsigned long *word)
{
	if (bit_spin_trylock(1, word)) {
		target(1);
		__bit_spin_unlock(1, word);
	}
	target(2);
}

void with_hlist_bl_lock(unsigned long *word)
{
	hlist_bl_lock(word);
	target(1);
	hlist_bl_unlock(word);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: locks that are a bit of a word
 * expect: with_bit_spin_lock: =1\).* SURELY spinlock preempt-off
 * reject: with_bit_spin_lock: =2\).* HELD
 * expect: with_bit_spin_trylock: =1\).* SURELY spinlock preempt-off
 * reject: with_bit_spin_trylock: =2\).* HELD
 * expect: with_hlist_bl_lock: =1\).* SURELY spinlock preempt-off
 * reject: with_hlist_bl_lock: =2\).* HELD
 */
