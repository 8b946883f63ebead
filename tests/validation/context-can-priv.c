// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/can/dev.h>

static int on_do_set_bittiming(struct net_device *p0)
{
	return 0;
}

static int on_do_set_data_bittiming(struct net_device *p0)
{
	return 0;
}

static int on_do_set_mode(struct net_device *p0, enum can_mode p1)
{
	return 0;
}

static int on_do_set_termination(struct net_device *p0, u16 p1)
{
	return 0;
}

static int on_do_get_state(const struct net_device *p0, enum can_state *p1)
{
	return 0;
}

static int on_do_get_berr_counter(const struct net_device *p0, struct can_berr_counter *p1)
{
	return 0;
}

static int on_do_get_auto_tdcv(const struct net_device *p0, u32 *p1)
{
	return 0;
}

struct can_priv table = {
	.do_set_bittiming = on_do_set_bittiming,
	.do_set_data_bittiming = on_do_set_data_bittiming,
	.do_set_mode = on_do_set_mode,
	.do_set_termination = on_do_set_termination,
	.do_get_state = on_do_get_state,
	.do_get_berr_counter = on_do_get_berr_counter,
	.do_get_auto_tdcv = on_do_get_auto_tdcv,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct can_priv
 * context: on_do_set_bittiming: process
 * context: on_do_set_data_bittiming: process
 * context: on_do_set_mode: process
 * context: on_do_set_termination: process
 * context: on_do_get_state: process
 * context: on_do_get_berr_counter: process softirq hardirq
 * context: on_do_get_auto_tdcv: process
 */
