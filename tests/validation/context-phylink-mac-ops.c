// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/phylink.h>

static void on_validate(struct phylink_config *p0, unsigned long *p1, struct phylink_link_state
	*p2)
{
}

static struct phylink_pcs *on_mac_select_pcs(struct phylink_config *p0, phy_interface_t p1)
{
	return 0;
}

static void on_mac_pcs_get_state(struct phylink_config *p0, struct phylink_link_state *p1)
{
}

static int on_mac_prepare(struct phylink_config *p0, unsigned int p1, phy_interface_t p2)
{
	return 0;
}

static void on_mac_config(struct phylink_config *p0, unsigned int p1, const struct
	phylink_link_state *p2)
{
}

static int on_mac_finish(struct phylink_config *p0, unsigned int p1, phy_interface_t p2)
{
	return 0;
}

static void on_mac_an_restart(struct phylink_config *p0)
{
}

static void on_mac_link_down(struct phylink_config *p0, unsigned int p1, phy_interface_t p2)
{
}

static void on_mac_link_up(struct phylink_config *p0, struct phy_device *p1, unsigned int p2,
	phy_interface_t p3, int p4, int p5, bool p6, bool p7)
{
}

struct phylink_mac_ops table = {
	.validate = on_validate,
	.mac_select_pcs = on_mac_select_pcs,
	.mac_pcs_get_state = on_mac_pcs_get_state,
	.mac_prepare = on_mac_prepare,
	.mac_config = on_mac_config,
	.mac_finish = on_mac_finish,
	.mac_an_restart = on_mac_an_restart,
	.mac_link_down = on_mac_link_down,
	.mac_link_up = on_mac_link_up,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct phylink_mac_ops
 * context: on_validate: process
 * context: on_mac_select_pcs: process
 * context: on_mac_pcs_get_state: process
 * context: on_mac_prepare: process
 * context: on_mac_config: process
 * context: on_mac_finish: process
 * context: on_mac_an_restart: process
 * context: on_mac_link_down: process
 * context: on_mac_link_up: process
 */
