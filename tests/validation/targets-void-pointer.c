// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct record {
	void *last;
	unsigned long cookie;
};

static void traced(void) { }
static void hidden(int a) { }
static void lost(int a) { }

static void note(struct record *record, void *what)
{
	record->last = what;
}

void trace(struct record *record, void **where)
{
	note(record, traced);
	_printk("last %ps", record->last);
	record->cookie = (unsigned long)hidden;
	*where = lost;
}

void run(struct record *record)
{
	unsigned long cookie = record->cookie;

	((void (*)(int a))cookie)(1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: functions kept as void pointers and numbers
 * reject: traced: escape
 * reject: hidden: escape
 * expect: lost: escape
 * expect: run: call .*TARGETS variable:hidden,type:lost OUTWARD BY-TYPE$
 */
