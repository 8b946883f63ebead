// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static void worker(void) { }
static void given(void) { }

void run(void)
{
	_printk("%ps", worker);
	kfree(given);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function that is only printed is not entered; one that is passed on is
 * reject: worker: escape
 * expect: given: escape 10:.* argument 0 of kfree
 */
