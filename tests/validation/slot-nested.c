// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	int version;
	struct {
		void (*inner)(void);
	} nested;
};

struct device_state {
	struct ops ops;
};

static void inside(void) {}
static void deep(void) {}

const struct ops table = {
	.nested.inner = inside,
};
struct device_state states[] = {
	{ { 1, { deep } } },
};

MODULE_LICENSE("GPL");
/*
 * check-name: a function in a table inside a table
 * expect: inside: ref .* slot .inner global=table
 * expect: deep: ref .* slot .inner global=states
 */
