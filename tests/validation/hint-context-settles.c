// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void keep(void (*callback)(void));

static int level;

static void later(void)
{
	level++;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	keep(later);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a hint says in which context an unknown callback runs
 * check-flags: --hints hint-context-settles.yaml
 * context: later: softirq
 * reason: later: ^root: called in softirq context
 * no-ambiguity: later
 */
