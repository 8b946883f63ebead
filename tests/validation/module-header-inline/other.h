/* SPDX-License-Identifier: GPL-2.0-only */
static inline int twice(int x)
{
	return 2 * x;
}
int other(int x);
