// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct word {
	unsigned short first;
	unsigned char step : 3;
	int last;
};
struct longer {
	int first[3];
};
struct named {
	const char *name;
};
struct tag {
	unsigned long cookie;
};

struct word turn(struct word word);
int take_longer(struct longer longer);
int take_named(struct named named);
int take_tag(struct tag tag);

static long passes(struct file *file, unsigned int command, unsigned long argument)
{
	struct word word = { .first = command, .step = 2, .last = argument };

	return turn(word).last;
}

static long passes_longer(struct file *file, unsigned int command, unsigned long argument)
{
	struct longer longer = { { command } };

	return take_longer(longer);
}

static long passes_named(struct file *file, unsigned int command, unsigned long argument)
{
	struct named named = { "name" };

	return take_named(named);
}

static long passes_address(struct file *file, unsigned int command, unsigned long argument)
{
	struct tag tag = { (unsigned long)file };

	return take_tag(tag);
}

static long passes_number(struct file *file, unsigned int command, unsigned long argument)
{
	struct tag tag = { argument };

	return take_tag(tag);
}

struct driver {
	int (*suspend)(struct file *file, struct tag tag);
};

static int suspend(struct file *file, struct tag tag)
{
	return tag.cookie & 1;
}

static int looks_behind(struct file *file, struct tag tag)
{
	return *(int *)tag.cookie;
}

const struct driver drivers[] = { { .suspend = suspend }, { .suspend = looks_behind } };

const struct file_operations operations[] = {
	{ .unlocked_ioctl = passes }, { .unlocked_ioctl = passes_longer },
	{ .unlocked_ioctl = passes_named }, { .unlocked_ioctl = passes_address },
	{ .unlocked_ioctl = passes_number },
};

MODULE_LICENSE("GPL");
/*
 * check-name: a record by value crosses if it is a word of integers, none of them an address
 * check-flags: --hints record-by-value.yaml
 * domain: passes: user
 * plan: downcalls: "turn"
 * domain: passes_longer: kernel
 * reason: passes_longer: a struct passed by value that is no word of integers
 * domain: passes_named: kernel
 * reason: passes_named: a struct passed by value that is no word of integers
 * domain: passes_address: kernel
 * reason: passes_address: hands take_tag\(\) an address as a number
 * domain: passes_number: user
 * domain: looks_behind: kernel
 * reason: looks_behind: uses struct tag.cookie, a number, as an address
 * domain: suspend: user
 * plan: upcalls: "suspend"
 */
