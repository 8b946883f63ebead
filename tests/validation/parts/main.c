// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/interrupt.h>
#include <linux/netdevice.h>
#include <linux/ethtool.h>
#include <linux/etherdevice.h>
#include "state.h"
#include "included.c"

static irqreturn_t handler(int irq, void *data)
{
	return IRQ_RETVAL(from_handler(data));
}

/* Whose private area is a struct state. */
struct net_device *make(void)
{
	return alloc_etherdev(sizeof(struct state));
}

int start(struct state *state)
{
	return request_irq(1, handler, 0, "parts", state);
}

MODULE_LICENSE("GPL");
/*
 * check-name: C files that a file includes, and plain functions of headers, are the driver's
 * context: from_handler: hardirq
 * domain: from_handler: kernel
 * context: in_slot: process
 * domain: in_slot: user
 * context: of_header: process
 * reason: of_header: called from in_slot
 * no-plan: functions: inlined
 * expect: from_handler: ^  call .* spin_lock
 */
