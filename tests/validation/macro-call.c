// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/io.h>

#define read_reg(base, reg) readl((base) + (reg))
#define call_it(x) helper(x)

static int helper(int x) { return x; }

int uses(void __iomem *base)
{
	return read_reg(base, 4) + call_it(2) + helper(3);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a call that a macro makes carries the name of the macro
 * expect: uses: call .* readl .* macro=read(l|_reg)
 * expect: uses: call .* helper .*=2\) macro=call_it
 * reject: uses: call .* helper .*=3\) macro=
 */
