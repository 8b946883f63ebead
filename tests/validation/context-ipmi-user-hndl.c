// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/ipmi.h>

static void on_ipmi_recv_hndl(struct ipmi_recv_msg *p0, void *p1)
{
}

static void on_ipmi_watchdog_pretimeout(void *p0)
{
}

static void on_ipmi_panic_handler(void *p0)
{
}

static void on_shutdown(void *p0)
{
}

struct ipmi_user_hndl table = {
	.ipmi_recv_hndl = on_ipmi_recv_hndl,
	.ipmi_watchdog_pretimeout = on_ipmi_watchdog_pretimeout,
	.ipmi_panic_handler = on_ipmi_panic_handler,
	.shutdown = on_shutdown,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct ipmi_user_hndl
 * context: on_ipmi_recv_hndl: process atomic softirq
 * context: on_ipmi_watchdog_pretimeout: process atomic softirq hardirq
 * context: on_ipmi_panic_handler: atomic hardirq
 * context: on_shutdown: process
 */
