// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip {
	struct chip *next;
	int level;
};

int chip_new(struct chip **made);
int chip_get(void **made);
int chip_all(struct chip **all);
int chip_sized(unsigned int size, struct chip **made);

static struct chip *last;

static long makes(struct file *file, unsigned int command, unsigned long argument)
{
	struct chip *chip;
	int rc = chip_new(&chip);

	return rc ? rc : chip->level;
}

static long stores(struct file *file, unsigned int command, unsigned long argument)
{
	return chip_new(&last->next);
}

static long gives_none(struct file *file, unsigned int command, unsigned long argument)
{
	return chip_new(NULL);
}

static long beside(struct file *file, unsigned int command, unsigned long argument)
{
	struct chip *chip;
	int rc = chip_new(&chip);

	return rc ? rc : chip[command].level;
}

static long untyped(struct file *file, unsigned int command, unsigned long argument)
{
	void *chip;

	return chip_get(&chip);
}

static long array(struct file *file, unsigned int command, unsigned long argument)
{
	struct chip *all[3] = { last, last, last };

	return chip_all(all);
}

static long sizes(struct file *file, unsigned int command, unsigned long argument)
{
	struct chip *chip;

	return chip_sized(command, &chip);
}

static long size(struct file *file, unsigned int command, unsigned long argument)
{
	struct chip *chip;

	return chip_sized(sizeof(*chip), &chip);
}

const struct file_operations operations[] = {
	{ .unlocked_ioctl = makes }, { .unlocked_ioctl = stores },
	{ .unlocked_ioctl = gives_none }, { .unlocked_ioctl = beside },
	{ .unlocked_ioctl = untyped }, { .unlocked_ioctl = array },
	{ .unlocked_ioctl = sizes }, { .unlocked_ioctl = size },
};

MODULE_LICENSE("GPL");
/*
 * check-name: a pointer that the callee sets crosses where a fact says so; a constant does not
 * check-flags: --hints pointer-set.yaml
 * domain: makes: user
 * domain: stores: user
 * domain: gives_none: kernel
 * reason: gives_none: parameter 'made' of chip_new\(\) .*: NULL, where nothing can be set
 * domain: beside: kernel
 * reason: beside: looks at more than one struct chip by a pointer of the kernel half's
 * domain: untyped: kernel
 * reason: untyped: sets a pointer to no record
 * domain: array: kernel
 * reason: array: a pointer to something that has no wire form
 * domain: sizes: kernel
 * reason: sizes: parameter 'size' of chip_sized\(\) .*: no constant
 * domain: size: user
 */
