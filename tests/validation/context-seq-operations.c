// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/seq_file.h>

static void *on_start(struct seq_file *p0, loff_t *p1)
{
	return 0;
}

static void on_stop(struct seq_file *p0, void *p1)
{
}

static void *on_next(struct seq_file *p0, void *p1, loff_t *p2)
{
	return 0;
}

static int on_show(struct seq_file *p0, void *p1)
{
	return 0;
}

struct seq_operations table = {
	.start = on_start,
	.stop = on_stop,
	.next = on_next,
	.show = on_show,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct seq_operations
 * context: on_start: process
 * context: on_stop: process
 * context: on_next: process
 * context: on_show: process
 */
