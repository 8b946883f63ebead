// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

#include "ops.h"

static int reset(int a)
{
	return -a;
}

static int start(int a)
{
	return a - 1;
}

static int stop(int a)
{
	return 0;
}

static int (*local)(int a) = stop;

const struct shared_ops second_ops = { .reset = reset, .start = start };

int call_second(const struct shared_ops *ops)
{
	return ops->reset(1) + local(2);
}
