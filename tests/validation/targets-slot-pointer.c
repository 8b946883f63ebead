// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct protocol_ops {
	int (*detect)(int id);
};
struct protocol {
	const char *name;
	const struct protocol_ops *ops;
};
struct mouse {
	const struct protocol *protocol;
};

static int detect_a(int id) { return id; }
static int detect_b(int id) { return -id; }

static const struct protocol protocols[] = {
	{ "a", &(const struct protocol_ops){ .detect = detect_a } },
	{ "b", &(const struct protocol_ops){ detect_b } },
};

int run(struct mouse *mouse, int i)
{
	const struct protocol_ops *ops = protocols[i].ops;

	mouse->protocol = &protocols[i];
	return ops->detect(1) + mouse->protocol->ops->detect(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a table of tables, picked by number
 * expect: run: call 28:9 .*TARGETS slot:detect_a,slot:detect_b$
 * expect: run: call 28:26 .*TARGETS slot:detect_a,slot:detect_b$
 */
