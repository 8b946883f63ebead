// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

struct grouped {
	int before;
	struct_group(group,
		int one;
		int two;
	);
	int after;
};

int groups(struct grouped *g)
{
	g->one = g->group.two;
	return g->after;
}

MODULE_LICENSE("GPL");
/*
 * check-name: fields of a struct_group by both of their names
 * expect: groups: access .* struct grouped...one w$
 * expect: groups: access .* struct grouped..group.two r$
 * expect: groups: access .* struct grouped.after r$
 */
