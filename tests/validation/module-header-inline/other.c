// SPDX-License-Identifier: GPL-2.0-only
#include "other.h"

int other(int x)
{
	return twice(x);
}
