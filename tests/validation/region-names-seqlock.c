// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

typedef struct {
	u32 sequence;
} seqlock_t;

void write_seqlock(seqlock_t *lock);
void write_sequnlock(seqlock_t *lock);
void write_seqlock_bh(seqlock_t *lock);
void write_sequnlock_bh(seqlock_t *lock);
void write_seqlock_irq(seqlock_t *lock);
void write_sequnlock_irq(seqlock_t *lock);
void u64_stats_update_begin(seqlock_t *lock);
void u64_stats_update_end(seqlock_t *lock);
void u64_stats_update_begin_irqsave(seqlock_t *lock);
void u64_stats_update_end_irqrestore(seqlock_t *lock);
void target(int mark);

void with_write_seqlock(seqlock_t *lock)
{
	write_seqlock(lock);
	target(1);
	write_sequnlock(lock);
	target(2);
}

void with_write_seqlock_bh(seqlock_t *lock)
{
	write_seqlock_bh(lock);
	target(1);
	write_sequnlock_bh(lock);
	target(2);
}

void with_write_seqlock_irq(seqlock_t *lock)
{
	write_seqlock_irq(lock);
	target(1);
	write_sequnlock_irq(lock);
	target(2);
}

void with_u64_stats_update_begin(seqlock_t *lock)
{
	u64_stats_update_begin(lock);
	target(1);
	u64_stats_update_end(lock);
	target(2);
}

void with_u64_stats_update_begin_irqsave(seqlock_t *lock)
{
	u64_stats_update_begin_irqsave(lock);
	target(1);
	u64_stats_update_end_irqrestore(lock);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: writers of sequence locks, and of counters behind them
 * expect: with_write_seqlock: =1\).* HELD spinlock by
 * reject: with_write_seqlock: =2\).* HELD
 * expect: with_write_seqlock_bh: =1\).* HELD spinlock bh-off by
 * reject: with_write_seqlock_bh: =2\).* HELD
 * expect: with_write_seqlock_irq: =1\).* HELD spinlock irq-off by
 * reject: with_write_seqlock_irq: =2\).* HELD
 * expect: with_u64_stats_update_begin: =1\).* HELD preempt-off by
 * reject: with_u64_stats_update_begin: =2\).* HELD
 * expect: with_u64_stats_update_begin_irqsave: =1\).* HELD irq-off by
 * reject: with_u64_stats_update_begin_irqsave: =2\).* HELD
 */
