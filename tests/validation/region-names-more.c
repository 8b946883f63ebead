// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);
int _raw_read_trylock(void *what);
void _raw_read_unlock(void *what);
int _raw_write_trylock(void *what);
void _raw_write_unlock(void *what);
void _raw_write_lock_nested(void *what);
void __write_seqlock_irqsave(void *what);
void write_sequnlock_irqrestore(void *what);
void read_seqlock_excl(void *what);
void read_sequnlock_excl(void *what);
void read_seqlock_excl_bh(void *what);
void read_sequnlock_excl_bh(void *what);
void read_seqlock_excl_irq(void *what);
void read_sequnlock_excl_irq(void *what);
void __read_seqlock_excl_irqsave(void *what);
void read_sequnlock_excl_irqrestore(void *what);
void kmap_atomic_prot(void *what);
void __kunmap_atomic(void *what);

void with_raw_read_trylock(void *what)
{
	if (!_raw_read_trylock(what))
		return;
	target(1);
	_raw_read_unlock(what);
	target(2);
}

void with_raw_write_trylock(void *what)
{
	if (!_raw_write_trylock(what))
		return;
	target(1);
	_raw_write_unlock(what);
	target(2);
}

void with_raw_write_lock_nested(void *what)
{
	_raw_write_lock_nested(what);
	target(1);
	_raw_write_unlock(what);
	target(2);
}

void with_write_seqlock_irqsave(void *what)
{
	__write_seqlock_irqsave(what);
	target(1);
	write_sequnlock_irqrestore(what);
	target(2);
}

void with_read_seqlock_excl(void *what)
{
	read_seqlock_excl(what);
	target(1);
	read_sequnlock_excl(what);
	target(2);
}

void with_read_seqlock_excl_bh(void *what)
{
	read_seqlock_excl_bh(what);
	target(1);
	read_sequnlock_excl_bh(what);
	target(2);
}

void with_read_seqlock_excl_irq(void *what)
{
	read_seqlock_excl_irq(what);
	target(1);
	read_sequnlock_excl_irq(what);
	target(2);
}

void with_read_seqlock_excl_irqsave(void *what)
{
	__read_seqlock_excl_irqsave(what);
	target(1);
	read_sequnlock_excl_irqrestore(what);
	target(2);
}

void with_kmap_atomic_prot(void *what)
{
	kmap_atomic_prot(what);
	target(1);
	__kunmap_atomic(what);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: more names of what begins and ends regions
 * expect: with_raw_read_trylock: =1\).* SURELY spinlock
 * reject: with_raw_read_trylock: =2\).* HELD
 * expect: with_raw_write_trylock: =1\).* SURELY spinlock
 * reject: with_raw_write_trylock: =2\).* HELD
 * expect: with_raw_write_lock_nested: =1\).* SURELY spinlock
 * reject: with_raw_write_lock_nested: =2\).* HELD
 * expect: with_write_seqlock_irqsave: =1\).* SURELY spinlock irq-off
 * reject: with_write_seqlock_irqsave: =2\).* HELD
 * expect: with_read_seqlock_excl: =1\).* SURELY spinlock
 * reject: with_read_seqlock_excl: =2\).* HELD
 * expect: with_read_seqlock_excl_bh: =1\).* SURELY spinlock bh-off
 * reject: with_read_seqlock_excl_bh: =2\).* HELD
 * expect: with_read_seqlock_excl_irq: =1\).* SURELY spinlock irq-off
 * reject: with_read_seqlock_excl_irq: =2\).* HELD
 * expect: with_read_seqlock_excl_irqsave: =1\).* SURELY spinlock irq-off
 * reject: with_read_seqlock_excl_irqsave: =2\).* HELD
 * expect: with_kmap_atomic_prot: =1\).* SURELY preempt-off
 * reject: with_kmap_atomic_prot: =2\).* HELD
 */
