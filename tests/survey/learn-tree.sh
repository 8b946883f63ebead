# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
#
# Sourced by learn.test: a kernel's source with one table of operations, each called in
# another way. A comment in each call says what is to be learnt: "is: process".
kernel=$TMP/kernel
mkdir -p "$kernel/include/fake" "$kernel/drivers/fake"
release=$(cat "$MDRV_KDIR/include/config/kernel.release")
IFS=. read -r major minor _ <<<"$release"
printf 'VERSION = %s\nPATCHLEVEL = %s\n' "$major" "$minor" >"$kernel/Makefile"
cat >"$kernel/drivers/fake/Makefile" <<-'END'
	ccflags-y += -I$(src)/../../include
	obj-y += core.o
	obj-m += part.o broken.o other.o
END
cat >"$kernel/include/fake/twin.h" <<-'END'
	struct twin_ops;
	struct twin_ops {
		int (*twin)(int);
	};
END
cat >"$kernel/include/fake/ops.h" <<-'END'
	#include <linux/mutex.h>
	#include <linux/spinlock.h>
	struct fake;
	typedef int (*fake_op)(struct fake *fake);
	/* A comment with (*comment)(int) and a string: "->spun(" */
	struct fake_ops {
		int (*held)(struct fake *fake);
		int (*after)(struct fake *fake);
		int (*one_way)(struct fake *fake);
		int (*tried)(struct fake *fake);
		int (*spun)(struct fake *fake);
		int (*under_rcu)(struct fake *fake);
		int (*irqs_off)(struct fake *fake);
		int (*preempted)(struct fake *fake);
		int (*nested)(struct fake *fake);
		int (*either)(struct fake *fake);
		int (*shown)(struct fake *fake);
		int (*helped)(struct fake *fake);
		int (*helped_both)(struct fake *fake);
		int (*exported)(struct fake *fake);
		int (*proven)(struct fake *fake);
		int (*global)(struct fake *fake);
		int (*by_macro)(struct fake *fake);
		int (*by_header)(struct fake *fake);
		int (*do_reset)(struct fake *fake);
		int (*copied)(struct fake *fake);
		int (*passed)(struct fake *fake);
		int (*pointed)(struct fake *fake);
		int (*tested)(struct fake *fake);
		int (*left_out)(struct fake *fake);
		int (*entered)(struct fake *fake);
		int (*reopened)(struct fake *fake);
		int (*circular)(struct fake *fake);
		int (*allocated)(struct fake *fake);
		int (*not_parsed)(struct fake *fake);
		int (*in_part)(struct fake *fake);
		int (*far)(struct fake *fake);
		int (*far_both)(struct fake *fake);
		int (*far_spun)(struct fake *fake);
		int (*far_inline)(struct fake *fake);
		int (*far_made)(struct fake *fake);
		int (*far_shown)(struct fake *fake);
		int (*far_stored)(struct fake *fake);
		int (*far_slot)(struct fake *fake);
		int (*far_twice)(struct fake *fake);
		int (*far_nobody)(struct fake *fake);
		int (*far_again)(struct fake *fake);
		fake_op typed;
		int (*nobody)(struct fake *fake, int (*callback)(int));
	};
	struct twin_ops {
		int (*twin)(struct fake *fake);
	};
	struct fake {
		const struct twin_ops *twins;
		const struct fake_ops *ops;
		struct mutex mutex;
		spinlock_t lock;
		int flag;
	};
	extern void fake_section_enter(struct fake *fake);
	extern int fake_run(int (*function)(struct fake *fake));
	extern int fake_far(struct fake *fake), fake_far_spun(struct fake *fake);
	int fake_far_both(struct fake *fake);
	int fake_far_inline(struct fake *fake);
	int fake_make_it(struct fake *fake);
	int fake_far_stored(struct fake *fake);
	int fake_far_slot(struct fake *fake);
	int fake_far_twice(struct fake *fake);
	int fake_far_again(struct fake *fake, int n);
	int fake_part_again(struct fake *fake, int n);
	ssize_t fake_far_show(struct device *dev, struct device_attribute *attr, char *buf);
	static inline int fake_calls(struct fake *fake)
	{
		return fake_far_inline(fake);
	}
	#define fake_makes(f, what) fake_make_##what(f)
	#define fake_by_header(f) ((f)->ops->by_header(f))
	#define fake_do(f, what) ((f)->ops->do_##what(f))
END
cat >"$kernel/drivers/fake/part.c" <<-'END'
	#include <linux/device.h>
	#include <linux/module.h>
	#include <fake/ops.h>
	int fake_part(struct fake *fake)
	{
		mutex_lock(&fake->mutex);
		fake->ops->in_part(fake);
		fake->twins->twin(fake);
		fake_far(fake);
		fake_far_both(fake);
		fake_far_inline(fake);
		fake_make_it(fake);
		fake_far_again(fake, 3);
		mutex_unlock(&fake->mutex);
		return fake_calls(fake) + fake_makes(fake, it);
	}
	int fake_part_spun(struct fake *fake)
	{
		spin_lock(&fake->lock);
		fake_far_both(fake);
		fake_far_spun(fake);
		spin_unlock(&fake->lock);
		return 0;
	}
	int fake_part_again(struct fake *fake, int n)
	{
		return n ? fake_far_again(fake, n - 1) : 0;
	}
	int fake_part_twice(struct fake *fake)
	{
		return fake_far_twice(fake);
	}
	static struct device_attribute attribute = { .show = fake_far_show };
	const struct fake_ops part_ops = { .after = fake_far_slot };
	int (*part_stored)(struct fake *fake) = fake_far_stored;
	int fake_part_files(struct device *dev)
	{
		return device_create_file(dev, &attribute);
	}
	MODULE_LICENSE("GPL");
END
# Two steps away from part.c; and functions of its own by names of others.
cat >"$kernel/drivers/fake/other.c" <<-'END'
	#include <linux/module.h>
	#include <fake/ops.h>
	extern int fake_part_twice(struct fake *fake);
	static int fake_far_there(struct fake *fake)
	{
		return 0;
	}
	int fake_other(struct fake *fake)
	{
		mutex_lock(&fake->mutex);
		fake_part_twice(fake);
		mutex_unlock(&fake->mutex);
		spin_lock(&fake->lock);
		fake_far_there(fake);
		spin_unlock(&fake->lock);
		return 0;
	}
	MODULE_LICENSE("GPL");
END
cat >"$kernel/drivers/fake/broken.c" <<-'END'
	#include <fake/ops.h>
	int fake_broken(struct fake *fake)
	{
		return fake->ops->not_parsed(fake) +;
	}
END
cat >"$kernel/drivers/fake/core.c" <<-'END'
	#include <linux/device.h>
	#include <linux/module.h>
	#include <linux/slab.h>
	#include <fake/ops.h>

	#define call(f, op) ((f)->ops->op ? (f)->ops->op(f) : 0)

	int fake_locks(struct fake *fake)
	{
		unsigned long flags;

		spin_lock(&fake->lock);
		fake->ops->spun(fake);			/* is: atomic */
		spin_unlock(&fake->lock);
		rcu_read_lock();
		fake->ops->under_rcu(fake);		/* is: atomic */
		rcu_read_unlock();
		local_irq_save(flags);
		fake->ops->irqs_off(fake);		/* is: atomic */
		local_irq_restore(flags);
		preempt_disable();
		fake->ops->preempted(fake);		/* is: atomic */
		preempt_enable();
		if (fake->flag) {
			mutex_lock(&fake->mutex);
			mutex_unlock(&fake->mutex);
		}
		fake->ops->one_way(fake);		/* is: unknown */
		if (mutex_trylock(&fake->mutex))
			fake->ops->tried(fake);		/* is: unknown */
		fake->ops->exported(fake);		/* is: unknown */
		mutex_lock(&fake->mutex);
		fake->ops->held(fake);			/* is: process */
		call(fake, by_macro);			/* is: process */
		fake_by_header(fake);			/* is: unknown */
		fake_do(fake, reset);			/* is: unknown */
		if (fake->ops->tested)
			fake->ops->tested(fake);	/* is: process */
		fake->ops->either(fake);		/* is: atomic */
		fake->ops->not_parsed(fake);		/* is: unknown */
	#ifdef CONFIG_OF_ANOTHER_KERNEL
		fake->ops->left_out(fake);
	#endif
		fake->ops->left_out(fake);		/* is: unknown */
		mutex_unlock(&fake->mutex);
		fake->ops->after(fake);			/* is: process */
		spin_lock(&fake->lock);
		fake->ops->nested(fake);		/* is: atomic */
		fake->ops->either(fake);
		spin_unlock(&fake->lock);
		fake_section_enter(fake);
		fake->ops->entered(fake);		/* is: unknown */
		return 0;
	}
	EXPORT_SYMBOL(fake_locks);

	int fake_global(struct fake *fake)
	{
		return fake->ops->global(fake);		/* is: unknown */
	}

	int fake_allocates(struct fake *fake)
	{
		void *p = kmalloc(16, GFP_KERNEL);

		kfree(p);
		return fake->ops->allocated(fake);	/* is: process */
	}

	int fake_far(struct fake *fake)
	{
		return fake->ops->far(fake);		/* is: process */
	}
	EXPORT_SYMBOL(fake_far);

	int fake_far_both(struct fake *fake)
	{
		return fake->ops->far_both(fake);	/* is: unknown */
	}

	int fake_far_spun(struct fake *fake)
	{
		return fake->ops->far_spun(fake);	/* is: unknown */
	}

	int fake_far_inline(struct fake *fake)
	{
		return fake->ops->far_inline(fake);	/* is: unknown */
	}

	int fake_make_it(struct fake *fake)
	{
		return fake->ops->far_made(fake);	/* is: unknown */
	}

	ssize_t fake_far_show(struct device *dev, struct device_attribute *attr, char *buf)
	{
		struct fake *fake = dev_get_drvdata(dev);

		return fake->ops->far_shown(fake);	/* is: process */
	}

	int fake_far_stored(struct fake *fake)
	{
		return fake->ops->far_stored(fake);	/* is: unknown */
	}

	/* An operation in another file, called as all of that name are. */
	int fake_far_slot(struct fake *fake)
	{
		return fake->ops->far_slot(fake);	/* is: process */
	}

	int fake_far_twice(struct fake *fake)
	{
		return fake->ops->far_twice(fake);	/* is: process */
	}

	int fake_far_nobody(struct fake *fake)
	{
		return fake->ops->far_nobody(fake);	/* is: unknown */
	}

	int fake_far_again(struct fake *fake, int n)
	{
		return fake->ops->far_again(fake) + fake_part_again(fake, n);	/* is: unknown */
	}

	/* A static function whose name another file has as well. */
	int fake_far_there(struct fake *fake)
	{
		mutex_lock(&fake->mutex);
		fake->ops->typed(fake);			/* is: process */
		mutex_unlock(&fake->mutex);
		return 0;
	}

	int fake_copies(struct fake *fake)
	{
		int (*function)(struct fake *fake) = fake->ops->copied;
		int (*const *pointer)(struct fake *fake) = &fake->ops->pointed;

		mutex_lock(&fake->mutex);
		fake->ops->copied(fake);		/* is: unknown */
		fake->ops->passed(fake);		/* is: unknown */
		fake->ops->pointed(fake);		/* is: unknown */
		mutex_unlock(&fake->mutex);
		return fake_run(fake->ops->passed) + (*pointer)(fake) + function(fake);
	}

	/* Called under the lock, which it drops: what it sleeps in is not the caller's. */
	static void fake_drops(struct fake *fake)
	{
		spin_unlock(&fake->lock);
		mutex_lock(&fake->mutex);
		mutex_unlock(&fake->mutex);
		spin_lock(&fake->lock);
		fake->ops->reopened(fake);		/* not: process */
	}

	int fake_drop(struct fake *fake)
	{
		spin_lock(&fake->lock);
		fake_drops(fake);
		spin_unlock(&fake->lock);
		return 0;
	}

	static int fake_circle(struct fake *fake, int n);

	static int fake_circle_back(struct fake *fake, int n)
	{
		return n ? fake_circle(fake, n - 1) : 0;
	}

	static __attribute__((used)) int fake_circle(struct fake *fake, int n)
	{
		return fake->ops->circular(fake) + fake_circle_back(fake, n);	/* is: unknown */
	}

	static int fake_helper(struct fake *fake)
	{
		return fake->ops->helped(fake);		/* is: process */
	}

	static int fake_helper_both(struct fake *fake)
	{
		return fake->ops->helped_both(fake);	/* is: unknown */
	}

	static int fake_proven(struct fake *fake)
	{
		return fake->ops->proven(fake);		/* is: process */
	}

	int fake_proof(struct fake *fake)
	{
		mutex_lock(&fake->mutex);
		fake_proven(fake);
		mutex_unlock(&fake->mutex);
		spin_lock(&fake->lock);
		fake_helper_both(fake);
		spin_unlock(&fake->lock);
		return 0;
	}
	EXPORT_SYMBOL(fake_proof);

	static ssize_t value_show(struct device *dev, struct device_attribute *attr, char *buf)
	{
		struct fake *fake = dev_get_drvdata(dev);

		fake_helper_both(fake);
		return fake->ops->shown(fake) + fake_helper(fake);	/* is: process */
	}
	DEVICE_ATTR_RO(value);
END
