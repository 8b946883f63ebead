// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/interrupt.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/skbuff.h>
#include <linux/uaccess.h>

struct card {
	spinlock_t lock;
	unsigned long cookie;
	unsigned long room;
	u64 handle;
	u32 distance;
	struct tasklet_struct tasklet;
	struct sk_buff *skb;
};

static struct card card;

static void work(unsigned long data)
{
}

/* Stays: it is entered with the lock. */
static unsigned long where(struct card *it)
{
	unsigned long at;

	spin_lock(&it->lock);
	at = (unsigned long)it;
	spin_unlock(&it->lock);
	return at;
}

static noinline void take(unsigned long at)
{
	spin_lock(&card.lock);
	card.distance = at == card.cookie && card.handle;
	spin_unlock(&card.lock);
}

/* Kept code compares with it. */
static long stores(struct file *file, unsigned int command, unsigned long argument)
{
	unsigned long cookie = (unsigned long)&card;

	card.cookie = cookie | 1;
	return 0;
}

static long stores_skb(struct file *file, unsigned int command, unsigned long argument)
{
	card.handle = (u64)(uintptr_t)card.skb;
	return 0;
}

static long passes(struct file *file, unsigned int command, unsigned long argument)
{
	take((unsigned long)&card);
	return 0;
}

static long passes_on(struct file *file, unsigned int command, unsigned long argument)
{
	tasklet_init(&card.tasklet, work, (unsigned long)&card);
	return 0;
}

static long uses_result(struct file *file, unsigned int command, unsigned long argument)
{
	struct card *it = (struct card *)where(&card);

	return it->distance;
}

static long returns(struct file *file, unsigned int command, unsigned long argument)
{
	return (long)&card;
}

static long looks_behind(struct file *file, unsigned int command, unsigned long argument)
{
	struct card *it = (struct card *)argument;

	return it->distance;
}

/* No address leaves: addresses of the process, how far apart, whether aligned. */
static long harmless(struct file *file, unsigned int command, unsigned long argument)
{
	u32 __user *to = (u32 __user *)argument;
	unsigned long from = (unsigned long)&card, end = (unsigned long)(&card + 1);

	card.distance = end - from;
	card.room = (unsigned long)&card & 7;
	return put_user(command, to);
}

static irqreturn_t interrupt(int irq, void *data)
{
	take(0);
	return where(data) ? IRQ_HANDLED : IRQ_NONE;
}

#define OPERATIONS(name) \
	const struct file_operations name##_operations = { .unlocked_ioctl = name }
OPERATIONS(stores);
OPERATIONS(stores_skb);
OPERATIONS(passes);
OPERATIONS(passes_on);
OPERATIONS(uses_result);
OPERATIONS(returns);
OPERATIONS(looks_behind);
OPERATIONS(harmless);

static int __init start(void)
{
	return request_irq(7, interrupt, 0, "number", &card);
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: an address does not cross as a number, in either direction
 * domain: stores: kernel
 * reason: stores: stores an address in .*card\.cookie, a number
 * domain: stores_skb: kernel
 * reason: stores_skb: stores an address in .*card\.handle, a number
 * domain: passes: kernel
 * reason: passes: hands take\(\) an address as a number
 * domain: passes_on: kernel
 * reason: passes_on: hands tasklet_init\(\) an address as a number
 * domain: uses_result: kernel
 * reason: uses_result: makes an address of what where\(\) returns, a number
 * domain: returns: kernel
 * reason: returns: returns an address as a number
 * domain: looks_behind: kernel
 * reason: looks_behind: looks behind 'argument', a number
 * domain: harmless: user
 */
