// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/bit_spinlock.h>
#include <linux/list_bl.h>

void target(int mark);

void in_a_bit(unsigned long *word, struct hlist_bl_head *head)
{
	bit_spin_lock(3, word);
	target(1);
	bit_spin_unlock(3, word);
	target(2);
	hlist_bl_lock(head);
	target(3);
	hlist_bl_unlock(head);
	target(4);
}

MODULE_LICENSE("GPL");
/*
 * check-name: bit locks of the kernel's headers
 * expect: in_a_bit: =1\).* SURELY spinlock preempt-off
 * reject: in_a_bit: =2\).* HELD
 * expect: in_a_bit: =3\).* SURELY spinlock preempt-off
 * reject: in_a_bit: =4\).* HELD
 */
