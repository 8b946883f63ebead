// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

typedef struct {
	u32 raw_lock;
} rwlock_t;

void _raw_read_lock(rwlock_t *lock);
void _raw_read_unlock(rwlock_t *lock);
void _raw_read_lock_bh(rwlock_t *lock);
void _raw_read_unlock_bh(rwlock_t *lock);
void _raw_read_lock_irq(rwlock_t *lock);
void _raw_read_unlock_irq(rwlock_t *lock);
void _raw_read_lock_irqsave(rwlock_t *lock);
void _raw_read_unlock_irqrestore(rwlock_t *lock);
void _raw_write_lock(rwlock_t *lock);
void _raw_write_unlock(rwlock_t *lock);
void _raw_write_lock_bh(rwlock_t *lock);
void _raw_write_unlock_bh(rwlock_t *lock);
void _raw_write_lock_irq(rwlock_t *lock);
void _raw_write_unlock_irq(rwlock_t *lock);
void _raw_write_lock_irqsave(rwlock_t *lock);
void _raw_write_unlock_irqrestore(rwlock_t *lock);
void target(int mark);

void with__raw_read_lock(rwlock_t *lock)
{
	_raw_read_lock(lock);
	target(1);
	_raw_read_unlock(lock);
	target(2);
}

void with__raw_read_lock_bh(rwlock_t *lock)
{
	_raw_read_lock_bh(lock);
	target(1);
	_raw_read_unlock_bh(lock);
	target(2);
}

void with__raw_read_lock_irq(rwlock_t *lock)
{
	_raw_read_lock_irq(lock);
	target(1);
	_raw_read_unlock_irq(lock);
	target(2);
}

void with__raw_read_lock_irqsave(rwlock_t *lock)
{
	_raw_read_lock_irqsave(lock);
	target(1);
	_raw_read_unlock_irqrestore(lock);
	target(2);
}

void with__raw_write_lock(rwlock_t *lock)
{
	_raw_write_lock(lock);
	target(1);
	_raw_write_unlock(lock);
	target(2);
}

void with__raw_write_lock_bh(rwlock_t *lock)
{
	_raw_write_lock_bh(lock);
	target(1);
	_raw_write_unlock_bh(lock);
	target(2);
}

void with__raw_write_lock_irq(rwlock_t *lock)
{
	_raw_write_lock_irq(lock);
	target(1);
	_raw_write_unlock_irq(lock);
	target(2);
}

void with__raw_write_lock_irqsave(rwlock_t *lock)
{
	_raw_write_lock_irqsave(lock);
	target(1);
	_raw_write_unlock_irqrestore(lock);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: the functions behind reader/writer locks
 * expect: with__raw_read_lock: =1\).* HELD spinlock by
 * reject: with__raw_read_lock: =2\).* HELD
 * expect: with__raw_read_lock_bh: =1\).* HELD spinlock bh-off by
 * reject: with__raw_read_lock_bh: =2\).* HELD
 * expect: with__raw_read_lock_irq: =1\).* HELD spinlock irq-off by
 * reject: with__raw_read_lock_irq: =2\).* HELD
 * expect: with__raw_read_lock_irqsave: =1\).* HELD spinlock irq-off by
 * reject: with__raw_read_lock_irqsave: =2\).* HELD
 * expect: with__raw_write_lock: =1\).* HELD spinlock by
 * reject: with__raw_write_lock: =2\).* HELD
 * expect: with__raw_write_lock_bh: =1\).* HELD spinlock bh-off by
 * reject: with__raw_write_lock_bh: =2\).* HELD
 * expect: with__raw_write_lock_irq: =1\).* HELD spinlock irq-off by
 * reject: with__raw_write_lock_irq: =2\).* HELD
 * expect: with__raw_write_lock_irqsave: =1\).* HELD spinlock irq-off by
 * reject: with__raw_write_lock_irqsave: =2\).* HELD
 */
