// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/ethtool.h>

static void on_get_drvinfo(struct net_device *p0, struct ethtool_drvinfo *p1)
{
}

static int on_get_regs_len(struct net_device *p0)
{
	return 0;
}

static void on_get_regs(struct net_device *p0, struct ethtool_regs *p1, void *p2)
{
}

static void on_get_wol(struct net_device *p0, struct ethtool_wolinfo *p1)
{
}

static int on_set_wol(struct net_device *p0, struct ethtool_wolinfo *p1)
{
	return 0;
}

static u32 on_get_msglevel(struct net_device *p0)
{
	return 0;
}

static void on_set_msglevel(struct net_device *p0, u32 p1)
{
}

static int on_nway_reset(struct net_device *p0)
{
	return 0;
}

static u32 on_get_link(struct net_device *p0)
{
	return 0;
}

static int on_get_link_ext_state(struct net_device *p0, struct ethtool_link_ext_state_info *p1)
{
	return 0;
}

static int on_get_eeprom_len(struct net_device *p0)
{
	return 0;
}

static int on_get_eeprom(struct net_device *p0, struct ethtool_eeprom *p1, u8 *p2)
{
	return 0;
}

static int on_set_eeprom(struct net_device *p0, struct ethtool_eeprom *p1, u8 *p2)
{
	return 0;
}

static int on_get_coalesce(struct net_device *p0, struct ethtool_coalesce *p1,
	struct kernel_ethtool_coalesce *p2, struct netlink_ext_ack *p3)
{
	return 0;
}

static int on_set_coalesce(struct net_device *p0, struct ethtool_coalesce *p1,
	struct kernel_ethtool_coalesce *p2, struct netlink_ext_ack *p3)
{
	return 0;
}

static void on_get_ringparam(struct net_device *p0, struct ethtool_ringparam *p1,
	struct kernel_ethtool_ringparam *p2, struct netlink_ext_ack *p3)
{
}

static int on_set_ringparam(struct net_device *p0, struct ethtool_ringparam *p1,
	struct kernel_ethtool_ringparam *p2, struct netlink_ext_ack *p3)
{
	return 0;
}

static void on_get_pause_stats(struct net_device *p0, struct ethtool_pause_stats *p1)
{
}

static void on_get_pauseparam(struct net_device *p0, struct ethtool_pauseparam *p1)
{
}

static int on_set_pauseparam(struct net_device *p0, struct ethtool_pauseparam *p1)
{
	return 0;
}

static void on_self_test(struct net_device *p0, struct ethtool_test *p1, u64 *p2)
{
}

static void on_get_strings(struct net_device *p0, u32 p1, u8 *p2)
{
}

static int on_set_phys_id(struct net_device *p0, enum ethtool_phys_id_state p1)
{
	return 0;
}

static void on_get_ethtool_stats(struct net_device *p0, struct ethtool_stats *p1, u64 *p2)
{
}

static int on_begin(struct net_device *p0)
{
	return 0;
}

static void on_complete(struct net_device *p0)
{
}

static u32 on_get_priv_flags(struct net_device *p0)
{
	return 0;
}

static int on_set_priv_flags(struct net_device *p0, u32 p1)
{
	return 0;
}

static int on_get_sset_count(struct net_device *p0, int p1)
{
	return 0;
}

static int on_flash_device(struct net_device *p0, struct ethtool_flash *p1)
{
	return 0;
}

static int on_reset(struct net_device *p0, u32 *p1)
{
	return 0;
}

static void on_get_channels(struct net_device *p0, struct ethtool_channels *p1)
{
}

static int on_set_channels(struct net_device *p0, struct ethtool_channels *p1)
{
	return 0;
}

static int on_get_dump_flag(struct net_device *p0, struct ethtool_dump *p1)
{
	return 0;
}

static int on_get_dump_data(struct net_device *p0, struct ethtool_dump *p1, void *p2)
{
	return 0;
}

static int on_set_dump(struct net_device *p0, struct ethtool_dump *p1)
{
	return 0;
}

static int on_get_ts_info(struct net_device *p0, struct ethtool_ts_info *p1)
{
	return 0;
}

static int on_get_module_info(struct net_device *p0, struct ethtool_modinfo *p1)
{
	return 0;
}

static int on_get_module_eeprom(struct net_device *p0, struct ethtool_eeprom *p1, u8 *p2)
{
	return 0;
}

static int on_get_eee(struct net_device *p0, struct ethtool_eee *p1)
{
	return 0;
}

static int on_set_eee(struct net_device *p0, struct ethtool_eee *p1)
{
	return 0;
}

static int on_get_link_ksettings(struct net_device *p0, struct ethtool_link_ksettings *p1)
{
	return 0;
}

static int on_set_link_ksettings(struct net_device *p0, const struct ethtool_link_ksettings *p1)
{
	return 0;
}

static int on_get_fecparam(struct net_device *p0, struct ethtool_fecparam *p1)
{
	return 0;
}

static int on_set_fecparam(struct net_device *p0, struct ethtool_fecparam *p1)
{
	return 0;
}

static void on_get_eth_phy_stats(struct net_device *p0, struct ethtool_eth_phy_stats *p1)
{
}

static void on_get_eth_mac_stats(struct net_device *p0, struct ethtool_eth_mac_stats *p1)
{
}

static void on_get_eth_ctrl_stats(struct net_device *p0, struct ethtool_eth_ctrl_stats *p1)
{
}

struct ethtool_ops table = {
	.get_drvinfo = on_get_drvinfo,
	.get_regs_len = on_get_regs_len,
	.get_regs = on_get_regs,
	.get_wol = on_get_wol,
	.set_wol = on_set_wol,
	.get_msglevel = on_get_msglevel,
	.set_msglevel = on_set_msglevel,
	.nway_reset = on_nway_reset,
	.get_link = on_get_link,
	.get_link_ext_state = on_get_link_ext_state,
	.get_eeprom_len = on_get_eeprom_len,
	.get_eeprom = on_get_eeprom,
	.set_eeprom = on_set_eeprom,
	.get_coalesce = on_get_coalesce,
	.set_coalesce = on_set_coalesce,
	.get_ringparam = on_get_ringparam,
	.set_ringparam = on_set_ringparam,
	.get_pause_stats = on_get_pause_stats,
	.get_pauseparam = on_get_pauseparam,
	.set_pauseparam = on_set_pauseparam,
	.self_test = on_self_test,
	.get_strings = on_get_strings,
	.set_phys_id = on_set_phys_id,
	.get_ethtool_stats = on_get_ethtool_stats,
	.begin = on_begin,
	.complete = on_complete,
	.get_priv_flags = on_get_priv_flags,
	.set_priv_flags = on_set_priv_flags,
	.get_sset_count = on_get_sset_count,
	.flash_device = on_flash_device,
	.reset = on_reset,
	.get_channels = on_get_channels,
	.set_channels = on_set_channels,
	.get_dump_flag = on_get_dump_flag,
	.get_dump_data = on_get_dump_data,
	.set_dump = on_set_dump,
	.get_ts_info = on_get_ts_info,
	.get_module_info = on_get_module_info,
	.get_module_eeprom = on_get_module_eeprom,
	.get_eee = on_get_eee,
	.set_eee = on_set_eee,
	.get_link_ksettings = on_get_link_ksettings,
	.set_link_ksettings = on_set_link_ksettings,
	.get_fecparam = on_get_fecparam,
	.set_fecparam = on_set_fecparam,
	.get_eth_phy_stats = on_get_eth_phy_stats,
	.get_eth_mac_stats = on_get_eth_mac_stats,
	.get_eth_ctrl_stats = on_get_eth_ctrl_stats,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct ethtool_ops
 * context: on_get_drvinfo: process
 * context: on_get_regs_len: process
 * context: on_get_regs: process
 * context: on_get_wol: process
 * context: on_set_wol: process
 * context: on_get_msglevel: process
 * context: on_set_msglevel: process
 * context: on_nway_reset: process
 * context: on_get_link: process
 * context: on_get_link_ext_state: process
 * context: on_get_eeprom_len: process
 * context: on_get_eeprom: process
 * context: on_set_eeprom: process
 * context: on_get_coalesce: process
 * context: on_set_coalesce: process
 * context: on_get_ringparam: process
 * context: on_set_ringparam: process
 * context: on_get_pause_stats: process
 * context: on_get_pauseparam: process
 * context: on_set_pauseparam: process
 * context: on_self_test: process
 * context: on_get_strings: process
 * context: on_set_phys_id: process
 * context: on_get_ethtool_stats: process
 * context: on_begin: process
 * context: on_complete: process
 * context: on_get_priv_flags: process
 * context: on_set_priv_flags: process
 * context: on_get_sset_count: process
 * context: on_flash_device: process
 * context: on_reset: process
 * context: on_get_channels: process
 * context: on_set_channels: process
 * context: on_get_dump_flag: process
 * context: on_get_dump_data: process
 * context: on_set_dump: process
 * context: on_get_ts_info: process
 * context: on_get_module_info: process
 * context: on_get_module_eeprom: process
 * context: on_get_eee: process
 * context: on_set_eee: process
 * context: on_get_link_ksettings: process
 * context: on_set_link_ksettings: process
 * context: on_get_fecparam: process
 * context: on_set_fecparam: process
 * context: on_get_eth_phy_stats: process
 * context: on_get_eth_mac_stats: process
 * context: on_get_eth_ctrl_stats: process
 */
