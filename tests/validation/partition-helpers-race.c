// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip {
	int count, state;
};
static struct chip chip;

static void expired(struct timer_list *timer)
{
	chip.count++;
	chip.state = 1;
}

struct timer_list timer = {
	.function = expired,
};

static int get(struct chip *c)
{
	return c->count + c->state;
}

static void set(struct chip *c, int count)
{
	c->count = count;
}

static void reset(struct chip *c)
{
	c->state = 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	set(&chip, get(&chip) - argument);
	return 0;
}

static ssize_t look(struct file *file, char __user *to, size_t size, loff_t *at)
{
	reset(&chip);
	return get(&chip);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
	.read = look,
};

MODULE_LICENSE("GPL");
/*
 * check-name: an update in parts: one helper reads, another stores what its caller made of that
 * domain: control: kernel
 * reason: control: updates struct chip.count \(by set\(\)\), which expired\(\) updates in interrupt
 * domain: look: user
 */
