/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef PAIR_H
#define PAIR_H

struct pair {
	int left;
	int right;
};

int second(struct pair *pair);

static inline int sum(const struct pair *pair)
{
	return pair->left + pair->right;
}

#endif
