// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int visit_a(int a) { return a; }
static int visit_b(int a) { return -a; }
static int visit_c(int a) { return -a; }

static int inner(int (*visit)(int a), int a)
{
	return visit(a);
}

static int walk(int (*visit)(int a), int n)
{
	return inner(visit, n);
}

int run(void)
{
	return walk(visit_a, 1) + walk(visit_b, 2) + inner(visit_c, 3);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a parameter is what the callers pass, through helpers
 * expect: inner: call .*pointer .*TARGETS argument:visit_c,argument:visit_a,argument:visit_b$
 * reject: inner: OUTWARD|BY-TYPE|UNRESOLVED
 * reject: visit_a: escape
 */
