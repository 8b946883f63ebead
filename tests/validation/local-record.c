// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct span {
	int low, high;
};

struct pair {
	struct span first;
	int more;
};

struct thing {
	spinlock_t lock;
	struct span span;
	int count;
};
static struct thing thing;

static int kept(struct span *span)
{
	int seen;

	spin_lock_irq(&thing.lock);
	thing.span = *span;
	thing.count++;
	thing.count += span->high;
	thing.count += span->low;
	seen = thing.count;
	spin_unlock_irq(&thing.lock);
	return seen;
}

static long direct(struct file *file, unsigned int command, unsigned long argument)
{
	struct span span = { .low = command };

	return kept(&span);
}

static long through(struct file *file, unsigned int command, unsigned long argument)
{
	struct span span = { .low = command }, *p = &span;

	return kept(p);
}

static long inside(struct file *file, unsigned int command, unsigned long argument)
{
	struct pair pair = { .more = command };

	return kept(&pair.first);
}

static int hand_on(struct span *span)
{
	if (!span)
		return -EIO;
	return kept(span);
}

static long handed(struct file *file, unsigned int command, unsigned long argument)
{
	struct span span = { .low = command };

	return hand_on(&span);
}

static struct span *choose(struct span *span, int which)
{
	if (which)
		return span;
	return &thing.span;
}

static long chosen(struct file *file, unsigned int command, unsigned long argument)
{
	struct span span = { .low = command };

	return kept(choose(&span, command));
}

static long either(struct file *file, unsigned int command, unsigned long argument)
{
	struct span span = { .low = command };

	return kept(command ? &span : &thing.span);
}

static long array(struct file *file, unsigned int command, unsigned long argument)
{
	struct span spans[2] = { { .low = command } };

	return kept(spans + 1);
}

/* a copy is nobody's business, and what is handed on is the driver's */
static long own(struct file *file, unsigned int command, unsigned long argument)
{
	struct span span = { .low = command }, *p = &thing.span;

	if (span.low > 4)
		return -EIO;
	return kept(p);
}

const struct file_operations one = { .unlocked_ioctl = direct };
const struct file_operations two = { .unlocked_ioctl = through };
const struct file_operations three = { .unlocked_ioctl = inside };
const struct file_operations four = { .unlocked_ioctl = handed };
const struct file_operations five = { .unlocked_ioctl = chosen };
const struct file_operations six = { .unlocked_ioctl = either };
const struct file_operations seven = { .unlocked_ioctl = array };
const struct file_operations eight = { .unlocked_ioctl = own };
MODULE_LICENSE("GPL");
/*
 * check-name: a record on the stack of the user half does not come to a kept function
 * check-flags: --no-sections
 * reason: direct: hands kept\(\) a record on its stack, by &span, .* \(at .*:38:9\)
 * domain: through: kernel
 * reason: through: hands kept\(\) a record on its stack
 * domain: inside: kernel
 * reason: handed: hands kept\(\) a record on its stack, by &span
 * domain: chosen: kernel
 * domain: either: kernel
 * domain: array: kernel
 * domain: own: user
 */
