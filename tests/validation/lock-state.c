// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>
#include <linux/rcupdate.h>
#include <linux/interrupt.h>

struct thing {
	spinlock_t lock;
	spinlock_t other;
	int value;
};

void target(struct thing *t, int mark);

void plain(struct thing *t)
{
	target(t, 100);
	spin_lock(&t->lock);
	target(t, 101);
	spin_unlock(&t->lock);
	target(t, 102);
}

void nested(struct thing *t)
{
	unsigned long flags;

	spin_lock_irqsave(&t->lock, flags);
	spin_lock(&t->other);
	spin_unlock(&t->other);
	target(t, 110);
	spin_unlock_irqrestore(&t->lock, flags);
	target(t, 111);
}

void early_return(struct thing *t)
{
	spin_lock_bh(&t->lock);
	if (!t->value) {
		spin_unlock_bh(&t->lock);
		target(t, 120);
		return;
	}
	target(t, 121);
	spin_unlock_bh(&t->lock);
}

void try_it(struct thing *t)
{
	if (!spin_trylock(&t->lock)) {
		target(t, 130);
		return;
	}
	target(t, 131);
	spin_unlock(&t->lock);
}

void may_hold(struct thing *t)
{
	if (t->value)
		spin_lock(&t->lock);
	target(t, 140);
	if (t->value)
		spin_unlock(&t->lock);
}

static void take(struct thing *t)
{
	spin_lock(&t->lock);
}

static void leave(struct thing *t)
{
	spin_unlock(&t->lock);
}

void by_helpers(struct thing *t)
{
	take(t);
	target(t, 150);
	leave(t);
	target(t, 151);
}

void other_regions(struct thing *t)
{
	unsigned long flags;

	rcu_read_lock();
	target(t, 160);
	rcu_read_unlock();
	local_irq_save(flags);
	target(t, 161);
	local_irq_restore(flags);
	local_bh_disable();
	target(t, 162);
	local_bh_enable();
	target(t, 163);
}

void dropped(struct thing *t)
{
	spin_unlock(&t->lock);
	target(t, 170);
	spin_lock(&t->lock);
	target(t, 171);
}

void loop(struct thing *t)
{
	int i;

	for (i = 0; i < 3; i++) {
		spin_lock(&t->lock);
		target(t, 180);
		spin_unlock(&t->lock);
		target(t, 181);
	}
}

#define LOCKED(t, expression) do {	\
	spin_lock(&(t)->lock);		\
	expression;			\
	spin_unlock(&(t)->lock);	\
} while (0)

void by_macro(struct thing *t)
{
	LOCKED(t, target(t, 190));
	target(t, 191);
}

void through_pointer(struct thing *t, void (*call)(struct thing *t))
{
	spin_lock(&t->lock);
	call(t);
	spin_unlock(&t->lock);
	call(t);
}

void no_preemption(struct thing *t)
{
	preempt_disable();
	target(t, 200);
	preempt_enable();
	target(t, 201);
	get_cpu();
	target(t, 202);
	put_cpu();
}

MODULE_LICENSE("GPL");
/*
 * check-name: what is held at each call
 * reject: plain: =100\).* HELD
 * expect: plain: =101\).* HELD spinlock by spin_lock\(&t->lock\) at lock-state.c:18:2
 * reject: plain: =102\).* HELD
 * expect: nested: =110\).* HELD spinlock irq-off by spin_lock_irqsave\(&t->lock, flags\)
 * reject: nested: =111\).* HELD
 * reject: early_return: =120\).* HELD
 * expect: early_return: =121\).* HELD spinlock bh-off
 * reject: try_it: =130\).* HELD
 * expect: try_it: =131\).* HELD spinlock
 * expect: may_hold: =140\).* HELD spinlock
 * expect: by_helpers: =150\).* HELD spinlock by take\(t\)
 * reject: by_helpers: =151\).* HELD
 * expect: other_regions: =160\).* HELD rcu
 * expect: other_regions: =161\).* HELD irq-off
 * expect: other_regions: =162\).* HELD bh-off
 * reject: other_regions: =163\).* HELD
 * reject: dropped: =17[01]\).* HELD
 * expect: loop: =180\).* HELD spinlock
 * reject: loop: =181\).* HELD
 * expect: by_macro: target.*=190\).* HELD spinlock
 * reject: by_macro: =191\).* HELD
 * expect: through_pointer: call 136:2 pointer .* HELD spinlock
 * reject: through_pointer: call 138:2 pointer .* HELD
 * expect: no_preemption: =200\).* HELD preempt-off
 * reject: no_preemption: =201\).* HELD
 * expect: no_preemption: =202\).* HELD preempt-off by get_cpu\(\)
 */
