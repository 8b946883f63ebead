// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	int (*never_set)(int a);
};
struct ops table;

static int open(struct inode *inode, struct file *file)
{
	return table.never_set ? table.never_set(1) : 0;
}

const struct file_operations fops = { .open = open };

MODULE_LICENSE("GPL");
/*
 * check-name: an indirect call that nothing is known about is reported
 * check-flags: --no-sections
 * expect: open: call .*slot struct ops.never_set .* UNRESOLVED
 * domain: open: kernel
 * reason: open: through struct ops.never_set, which has no known target .*open: .targets
 * ambiguity: calls through struct ops.never_set, which has no known target
 * assumption: call through struct ops.never_set has no known target: taken as one into
 * plan: indirect_calls.unresolved: ^1$
 * plan: indirect_calls.calls: ^1$
 */
