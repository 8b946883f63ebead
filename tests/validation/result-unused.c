// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void *make(int mark);
void take(void *p);

void *results(void)
{
	void *raw = make(1);

	make(2);
	if (make(3))
		take(make(4));
	return raw;
}

MODULE_LICENSE("GPL");
/*
 * check-name: results that are dropped, tested, or stay untyped
 * expect: results: make .*=1\) used$
 * reject: results: make .*=2\) used
 * expect: results: make .*=3\) used$
 * expect: results: make .*=4\) used$
 */
