// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/phylink.h>

static int on_pcs_validate(struct phylink_pcs *p0, unsigned long *p1, const struct
	phylink_link_state *p2)
{
	return 0;
}

static void on_pcs_get_state(struct phylink_pcs *p0, struct phylink_link_state *p1)
{
}

static int on_pcs_config(struct phylink_pcs *p0, unsigned int p1, phy_interface_t p2, const
	unsigned long *p3, bool p4)
{
	return 0;
}

static void on_pcs_an_restart(struct phylink_pcs *p0)
{
}

static void on_pcs_link_up(struct phylink_pcs *p0, unsigned int p1, phy_interface_t p2, int p3,
	int p4)
{
}

struct phylink_pcs_ops table = {
	.pcs_validate = on_pcs_validate,
	.pcs_get_state = on_pcs_get_state,
	.pcs_config = on_pcs_config,
	.pcs_an_restart = on_pcs_an_restart,
	.pcs_link_up = on_pcs_link_up,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct phylink_pcs_ops
 * context: on_pcs_validate: process
 * context: on_pcs_get_state: process
 * context: on_pcs_config: process
 * context: on_pcs_an_restart: process
 * context: on_pcs_link_up: process
 */
