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
	long result = 0;

	for (;;) {
		result++;
		spin_lock_irq(&t->lock);
		if (t->count > 3) {
			spin_unlock_irq(&t->lock);
			break;
		}
		if (t->last == 5) {
			spin_unlock_irq(&t->lock);
			goto failed;
		}
		spin_unlock_irq(&t->lock);
		result += 2;
	}
	if (result > 100)
		result = 100;
	if (command == 7)
		result = 8;
	return result;
failed:
	result = -EIO;
	if (command == 7)
		result--;
	return result;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: left by break and by goto
 * domain: control: user
 * domain: control_section1: kernel
 */
