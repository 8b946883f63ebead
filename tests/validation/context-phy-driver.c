// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/phy.h>

static int on_soft_reset(struct phy_device *p0)
{
	return 0;
}

static int on_config_init(struct phy_device *p0)
{
	return 0;
}

static int on_probe(struct phy_device *p0)
{
	return 0;
}

static int on_get_features(struct phy_device *p0)
{
	return 0;
}

static int on_get_rate_matching(struct phy_device *p0, phy_interface_t p1)
{
	return 0;
}

static int on_suspend(struct phy_device *p0)
{
	return 0;
}

static int on_resume(struct phy_device *p0)
{
	return 0;
}

static int on_config_aneg(struct phy_device *p0)
{
	return 0;
}

static int on_aneg_done(struct phy_device *p0)
{
	return 0;
}

static int on_read_status(struct phy_device *p0)
{
	return 0;
}

static int on_config_intr(struct phy_device *p0)
{
	return 0;
}

static irqreturn_t on_handle_interrupt(struct phy_device *p0)
{
	return 0;
}

static void on_remove(struct phy_device *p0)
{
}

static int on_match_phy_device(struct phy_device *p0)
{
	return 0;
}

static int on_set_wol(struct phy_device *p0, struct ethtool_wolinfo *p1)
{
	return 0;
}

static void on_get_wol(struct phy_device *p0, struct ethtool_wolinfo *p1)
{
}

static void on_link_change_notify(struct phy_device *p0)
{
}

static int on_read_mmd(struct phy_device *p0, int p1, u16 p2)
{
	return 0;
}

static int on_write_mmd(struct phy_device *p0, int p1, u16 p2, u16 p3)
{
	return 0;
}

static int on_read_page(struct phy_device *p0)
{
	return 0;
}

static int on_write_page(struct phy_device *p0, int p1)
{
	return 0;
}

static int on_module_info(struct phy_device *p0, struct ethtool_modinfo *p1)
{
	return 0;
}

static int on_module_eeprom(struct phy_device *p0, struct ethtool_eeprom *p1, u8 *p2)
{
	return 0;
}

static int on_cable_test_start(struct phy_device *p0)
{
	return 0;
}

static int on_cable_test_tdr_start(struct phy_device *p0, const struct phy_tdr_config *p1)
{
	return 0;
}

static int on_cable_test_get_status(struct phy_device *p0, bool *p1)
{
	return 0;
}

static int on_get_sset_count(struct phy_device *p0)
{
	return 0;
}

static void on_get_strings(struct phy_device *p0, u8 *p1)
{
}

static void on_get_stats(struct phy_device *p0, struct ethtool_stats *p1, u64 *p2)
{
}

static int on_get_tunable(struct phy_device *p0, struct ethtool_tunable *p1, void *p2)
{
	return 0;
}

static int on_set_tunable(struct phy_device *p0, struct ethtool_tunable *p1, const void *p2)
{
	return 0;
}

static int on_set_loopback(struct phy_device *p0, bool p1)
{
	return 0;
}

static int on_get_sqi(struct phy_device *p0)
{
	return 0;
}

static int on_get_sqi_max(struct phy_device *p0)
{
	return 0;
}

struct phy_driver table = {
	.soft_reset = on_soft_reset,
	.config_init = on_config_init,
	.probe = on_probe,
	.get_features = on_get_features,
	.get_rate_matching = on_get_rate_matching,
	.suspend = on_suspend,
	.resume = on_resume,
	.config_aneg = on_config_aneg,
	.aneg_done = on_aneg_done,
	.read_status = on_read_status,
	.config_intr = on_config_intr,
	.handle_interrupt = on_handle_interrupt,
	.remove = on_remove,
	.match_phy_device = on_match_phy_device,
	.set_wol = on_set_wol,
	.get_wol = on_get_wol,
	.link_change_notify = on_link_change_notify,
	.read_mmd = on_read_mmd,
	.write_mmd = on_write_mmd,
	.read_page = on_read_page,
	.write_page = on_write_page,
	.module_info = on_module_info,
	.module_eeprom = on_module_eeprom,
	.cable_test_start = on_cable_test_start,
	.cable_test_tdr_start = on_cable_test_tdr_start,
	.cable_test_get_status = on_cable_test_get_status,
	.get_sset_count = on_get_sset_count,
	.get_strings = on_get_strings,
	.get_stats = on_get_stats,
	.get_tunable = on_get_tunable,
	.set_tunable = on_set_tunable,
	.set_loopback = on_set_loopback,
	.get_sqi = on_get_sqi,
	.get_sqi_max = on_get_sqi_max,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct phy_driver
 * context: on_soft_reset: process
 * context: on_config_init: process
 * context: on_probe: process
 * context: on_get_features: process
 * context: on_get_rate_matching: process
 * context: on_suspend: process
 * context: on_resume: process
 * context: on_config_aneg: process
 * context: on_aneg_done: process
 * context: on_read_status: process
 * context: on_config_intr: process
 * context: on_handle_interrupt: process
 * context: on_remove: process
 * context: on_match_phy_device: process
 * context: on_set_wol: process
 * context: on_get_wol: process
 * context: on_link_change_notify: process
 * context: on_read_mmd: process
 * context: on_write_mmd: process
 * context: on_read_page: process
 * context: on_write_page: process
 * context: on_module_info: process
 * context: on_module_eeprom: process
 * context: on_cable_test_start: process
 * context: on_cable_test_tdr_start: process
 * context: on_cable_test_get_status: process
 * context: on_get_sset_count: process
 * context: on_get_strings: process
 * context: on_get_stats: process
 * context: on_get_tunable: process
 * context: on_set_tunable: process
 * context: on_set_loopback: process
 * context: on_get_sqi: process
 * context: on_get_sqi_max: process
 */
