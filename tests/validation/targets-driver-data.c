// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct device_id {
	const char *name;
	unsigned long driver_data;
};

static int setup_a(int a) { return a; }
static int setup_b(int a) { return a; }

static const struct device_id ids[] = {
	{ "a", (unsigned long)setup_a },
	{ "b", .driver_data = (unsigned long)setup_b },
};

int run(const struct device_id *id)
{
	int (*setup)(int a) = (void *)id->driver_data;

	return setup(1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function kept as a number in a table of devices
 * expect: run: call .*TARGETS variable:setup_a,variable:setup_b OUTWARD BY-TYPE
 * reject: setup_a: escape
 */
