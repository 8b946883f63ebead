// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	void (*touch)(void);
};
static spinlock_t lock;
static int state;

static void touch_quick(void) { state++; }
static void touch_slow(void) { state--; }

static struct ops quick = { .touch = touch_quick };

static void with_lock(void (*touch)(void))
{
	spin_lock(&lock);
	touch();
	spin_unlock(&lock);
}

static int open(struct inode *inode, struct file *file)
{
	with_lock(quick.touch);
	touch_slow();
	return 0;
}

const struct file_operations fops = { .open = open };

MODULE_LICENSE("GPL");
/*
 * check-name: a callback called under a lock is in atomic context
 * expect: with_lock: call .*pointer .*HELD spinlock.*TARGETS argument:touch_quick$
 * context: touch_quick: atomic
 * context: touch_slow: process
 * reason: touch_quick: called from with_lock.. through 'touch', a parameter .* under spin_lock
 */
