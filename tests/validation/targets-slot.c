// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip {
	int (*reset)(struct chip *chip);
	int (*stop)(struct chip *chip);
};

static int reset_old(struct chip *chip) { return 0; }
static int reset_new(struct chip *chip) { return 1; }
static int stop(struct chip *chip) { return 0; }

static const struct chip old = { .reset = reset_old, .stop = stop };

void choose(struct chip *chip)
{
	*chip = old;
	chip->reset = reset_new;
}

int run(struct chip *chip)
{
	return chip->reset(chip);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a call through a field reaches what tables and assignments put there
 * expect: run: call .*slot struct chip.reset .*TARGETS slot:reset_(new|old),slot:reset_(old|new)$
 * reject: run: stop|OUTWARD|BY-TYPE
 * reject: reset_old: escape
 * reject: stop: escape
 */
