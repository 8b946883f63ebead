// SPDX-License-Identifier: GPL-2.0-only
#include "other.h"

static int level;

static int helper(int x)
{
	return level = x;
}

int other(int x)
{
	return helper(x);
}
