// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int zero(int a) { return 0; }
static int one(int a) { return 1; }
static int two(int a) { return 2; }

static int (*const table[])(int a) = { zero, [2] = one };

struct machine {
	int state;
	int (*steps[4])(int a);
};

void init(struct machine *machine)
{
	machine->steps[machine->state] = two;
}

int run(struct machine *machine, int i)
{
	int (*const *walk)(int a) = table;
	int sum = table[i](i) + machine->steps[i](i);

	for (; *walk; walk++)
		sum += (*walk)(i);
	return sum;
}

MODULE_LICENSE("GPL");
/*
 * check-name: arrays of functions, by number and by walking along
 * expect: run: call 23:12 pointer .*TARGETS array:zero,array:one$
 * expect: run: call 23:26 .*TARGETS array:two$
 * expect: run: call 26:10 pointer .*TARGETS variable:zero,variable:one$
 */
