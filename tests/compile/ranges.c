// SPDX-License-Identifier: GPL-2.0-only
/* Numbers that code of the user half stores, and kept code indexes with: see ranges.test. */
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/spinlock.h>

enum state { IDLE, BUSY, LAST };

struct pair {
	int first;
	int second;		/* is only set to 3, but by itself */
};

struct thing {
	spinlock_t lock;
	unsigned int next;	/* 0 and 5 */
	unsigned int chosen;	/* 0 or 5, but that is beyond the tool */
	enum state state;
	bool on;
	int wrapped;		/* 1, and what is added to it */
	int given;		/* what the caller says */
	int negative;		/* -1 and 4 */
	int aimed;		/* 2, and it has its address taken */
	int twice;		/* by a macro: 1, and something else */
	int read;
	union {
		u8 byte;	/* 1: and the other one is stored over it */
		u32 word;
	};
	struct pair pair;	/* is copied whole */
};

#define BOTH(place, value) do { (place) = 1; (place) = (value); } while (0)

static struct thing thing = { .lock = __SPIN_LOCK_UNLOCKED(thing.lock) };
static int table[8];

static void add(int *to)
{
	*to += 1;
}

static long control(struct file *file, unsigned int command, unsigned long arg)
{
	struct pair pair = { .first = arg, .second = command };

	thing.chosen = command ? 5 : 0;
	if (command)
		thing.next = 5;
	thing.next = 0;
	thing.state = BUSY;
	thing.on = true;
	thing.wrapped = 1;
	thing.wrapped += command;
	thing.given = arg;
	thing.negative = -1;
	if (command)
		thing.negative = 4;
	thing.aimed = 2;
	add(&thing.aimed);
	BOTH(thing.twice, arg);
	thing.byte = 1;
	thing.word = arg;
	thing.pair.second = 3;
	thing.pair = pair;
	return thing.read;
}

static int release(struct inode *inode, struct file *file)
{
	int sum;

	spin_lock_irq(&thing.lock);
	sum = table[thing.next] + table[thing.chosen] + table[thing.state] + table[thing.on] +
	      table[thing.wrapped] + table[thing.given] + table[thing.negative] +
	      table[thing.aimed] + table[thing.twice] + table[thing.byte] +
	      table[thing.pair.second] + table[thing.pair.first];
	spin_unlock_irq(&thing.lock);
	return sum & 1;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
	.release = release,
};

MODULE_LICENSE("GPL");
