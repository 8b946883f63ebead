// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/kthread.h>
#include <linux/err.h>

static int run(void *data)
{
	return 0;
}

static int __init start(void)
{
	return PTR_ERR_OR_ZERO(kthread_run(run, NULL, "x"));
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: the main function of a kernel thread runs in process context and stays
 * context: run: process
 * domain: run: kernel
 */
