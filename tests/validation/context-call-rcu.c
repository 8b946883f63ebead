// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/rcupdate.h>

static struct rcu_head head;

static void free_it(struct rcu_head *head)
{
}

static int __init start(void)
{
	call_rcu(&head, free_it);
	return 0;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: an RCU callback runs in softirq context
 * context: free_it: softirq
 * domain: free_it: kernel
 */
