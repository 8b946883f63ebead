// SPDX-License-Identifier: GPL-2.0-only
/* Pointers that code of the user half stores, and kept code uses: see stores.test. */
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct part {
	int value;
};

struct thing {
	spinlock_t lock;
	struct part *always;	/* is looked at before it is stored */
	struct part *cleared;	/* is set to NULL */
	struct part *copied;	/* from a field, which may be NULL */
	struct part *untested;	/* what an allocator gave, whatever that is */
	struct part *passed;	/* what callers pass; one of them NULL */
	struct part *given;	/* what callers pass; none of them NULL */
	struct part *found;	/* what a function returns that may fail */
	const char *name;
	void *area;		/* 64 bytes */
	void *some;		/* as many as the caller says */
	void *typed;
};

static struct thing thing = { .lock = __SPIN_LOCK_UNLOCKED(thing.lock) };
static struct part spare;

static void pass(struct thing *t, struct part *part)
{
	t->passed = part;
}

static void give(struct thing *t, struct part *part)
{
	t->given = part;
}

static struct part *find(struct thing *t, int value)
{
	return value ? t->always : NULL;
}

static int fill(struct thing *t, size_t size)
{
	struct part *part = kzalloc(sizeof(*part), GFP_KERNEL);
	void *area;

	if (!part)
		return -ENOMEM;
	t->always = part;
	t->cleared = part;
	t->copied = t->cleared;
	t->untested = kzalloc(sizeof(*part), GFP_KERNEL);
	t->found = find(t, size);
	t->name = "thing";
	pass(t, part);
	give(t, part);
	area = kzalloc(64, GFP_KERNEL);
	if (!area || !t->found)
		return -ENOMEM;
	t->area = area;
	t->some = kzalloc(size, GFP_KERNEL);
	t->typed = part;
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long size)
{
	int ret = fill(&thing, size);

	if (command) {
		thing.cleared = NULL;
		pass(&thing, NULL);
		give(&thing, &spare);
	}
	return ret;
}

/* Kept code uses all of it. */
static int kept(struct thing *t)
{
	int sum;

	spin_lock_irq(&t->lock);
	sum = t->always->value + t->cleared->value + t->copied->value + t->untested->value +
	      t->passed->value + t->given->value + t->found->value + *t->name +
	      *(char *)t->area + *(char *)t->some +
	      ((struct part *)t->typed)->value;
	spin_unlock_irq(&t->lock);
	return sum;
}

static int release(struct inode *inode, struct file *file)
{
	return kept(&thing) & 1;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
	.release = release,
};

MODULE_LICENSE("GPL");
