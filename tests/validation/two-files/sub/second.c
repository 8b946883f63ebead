// SPDX-License-Identifier: GPL-2.0-only
#include "pair.h"

static int helper(struct pair *pair)
{
	return pair->right;
}

int second(struct pair *pair)
{
	return helper(pair);
}
