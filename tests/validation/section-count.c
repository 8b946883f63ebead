// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	spinlock_t lock;
	int count, last, table[8];
	void *memory;
};
static struct thing thing;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	struct thing *t = &thing;
	unsigned int i, rounds = 10;

	if (argument < 10)
		rounds = argument;
	spin_lock_irq(&t->lock);
	for (i = 0; i < rounds; i++)
		t->count += i;
	spin_unlock_irq(&t->lock);
	if (command == 3)
		return 3;
	if (command == 4)
		return 5;
	return rounds;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: a number from the user half does not count rounds in a critical section
 * domain: control: kernel
 */
