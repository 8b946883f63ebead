// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/netdevice.h>

static int on_ndo_init(struct net_device *p0)
{
	return 0;
}

static void on_ndo_uninit(struct net_device *p0)
{
}

static int on_ndo_open(struct net_device *p0)
{
	return 0;
}

static int on_ndo_stop(struct net_device *p0)
{
	return 0;
}

static netdev_tx_t on_ndo_start_xmit(struct sk_buff *p0, struct net_device *p1)
{
	return 0;
}

static netdev_features_t on_ndo_features_check(struct sk_buff *p0, struct net_device *p1,
	netdev_features_t p2)
{
	return 0;
}

static u16 on_ndo_select_queue(struct net_device *p0, struct sk_buff *p1, struct net_device *p2)
{
	return 0;
}

static void on_ndo_change_rx_flags(struct net_device *p0, int p1)
{
}

static void on_ndo_set_rx_mode(struct net_device *p0)
{
}

static int on_ndo_set_mac_address(struct net_device *p0, void *p1)
{
	return 0;
}

static int on_ndo_validate_addr(struct net_device *p0)
{
	return 0;
}

static int on_ndo_do_ioctl(struct net_device *p0, struct ifreq *p1, int p2)
{
	return 0;
}

static int on_ndo_eth_ioctl(struct net_device *p0, struct ifreq *p1, int p2)
{
	return 0;
}

static int on_ndo_siocbond(struct net_device *p0, struct ifreq *p1, int p2)
{
	return 0;
}

static int on_ndo_siocwandev(struct net_device *p0, struct if_settings *p1)
{
	return 0;
}

static int on_ndo_siocdevprivate(struct net_device *p0, struct ifreq *p1, void *p2, int p3)
{
	return 0;
}

static int on_ndo_set_config(struct net_device *p0, struct ifmap *p1)
{
	return 0;
}

static int on_ndo_change_mtu(struct net_device *p0, int p1)
{
	return 0;
}

static int on_ndo_neigh_setup(struct net_device *p0, struct neigh_parms *p1)
{
	return 0;
}

static void on_ndo_tx_timeout(struct net_device *p0, unsigned int p1)
{
}

static void on_ndo_get_stats64(struct net_device *p0, struct rtnl_link_stats64 *p1)
{
}

static bool on_ndo_has_offload_stats(const struct net_device *p0, int p1)
{
	return 0;
}

static int on_ndo_get_offload_stats(int p0, const struct net_device *p1, void *p2)
{
	return 0;
}

static struct net_device_stats *on_ndo_get_stats(struct net_device *p0)
{
	return 0;
}

static int on_ndo_vlan_rx_add_vid(struct net_device *p0, __be16 p1, u16 p2)
{
	return 0;
}

static int on_ndo_vlan_rx_kill_vid(struct net_device *p0, __be16 p1, u16 p2)
{
	return 0;
}

static void on_ndo_poll_controller(struct net_device *p0)
{
}

static int on_ndo_netpoll_setup(struct net_device *p0, struct netpoll_info *p1)
{
	return 0;
}

static void on_ndo_netpoll_cleanup(struct net_device *p0)
{
}

static int on_ndo_set_vf_mac(struct net_device *p0, int p1, u8 *p2)
{
	return 0;
}

static int on_ndo_set_vf_vlan(struct net_device *p0, int p1, u16 p2, u8 p3, __be16 p4)
{
	return 0;
}

static int on_ndo_set_vf_rate(struct net_device *p0, int p1, int p2, int p3)
{
	return 0;
}

static int on_ndo_set_vf_spoofchk(struct net_device *p0, int p1, bool p2)
{
	return 0;
}

static int on_ndo_set_vf_trust(struct net_device *p0, int p1, bool p2)
{
	return 0;
}

static int on_ndo_get_vf_config(struct net_device *p0, int p1, struct ifla_vf_info *p2)
{
	return 0;
}

static int on_ndo_set_vf_link_state(struct net_device *p0, int p1, int p2)
{
	return 0;
}

static int on_ndo_get_vf_stats(struct net_device *p0, int p1, struct ifla_vf_stats *p2)
{
	return 0;
}

static int on_ndo_setup_tc(struct net_device *p0, enum tc_setup_type p1, void *p2)
{
	return 0;
}

static int on_ndo_rx_flow_steer(struct net_device *p0, const struct sk_buff *p1, u16 p2, u32 p3)
{
	return 0;
}

static struct net_device *on_ndo_get_xmit_slave(struct net_device *p0, struct sk_buff *p1,
	bool p2)
{
	return 0;
}

static netdev_features_t on_ndo_fix_features(struct net_device *p0, netdev_features_t p1)
{
	return 0;
}

static int on_ndo_set_features(struct net_device *p0, netdev_features_t p1)
{
	return 0;
}

static int on_ndo_neigh_construct(struct net_device *p0, struct neighbour *p1)
{
	return 0;
}

static void on_ndo_neigh_destroy(struct net_device *p0, struct neighbour *p1)
{
}

static int on_ndo_fdb_add(struct ndmsg *p0, struct nlattr **p1, struct net_device *p2,
	const unsigned char *p3, u16 p4, u16 p5, struct netlink_ext_ack *p6)
{
	return 0;
}

static int on_ndo_fdb_del(struct ndmsg *p0, struct nlattr **p1, struct net_device *p2,
	const unsigned char *p3, u16 p4, struct netlink_ext_ack *p5)
{
	return 0;
}

static int on_ndo_fdb_dump(struct sk_buff *p0, struct netlink_callback *p1,
	struct net_device *p2, struct net_device *p3, int *p4)
{
	return 0;
}

static int on_ndo_bridge_setlink(struct net_device *p0, struct nlmsghdr *p1, u16 p2,
	struct netlink_ext_ack *p3)
{
	return 0;
}

static int on_ndo_bridge_getlink(struct sk_buff *p0, u32 p1, u32 p2, struct net_device *p3,
	u32 p4, int p5)
{
	return 0;
}

static int on_ndo_change_carrier(struct net_device *p0, bool p1)
{
	return 0;
}

static int on_ndo_get_phys_port_id(struct net_device *p0, struct netdev_phys_item_id *p1)
{
	return 0;
}

static int on_ndo_get_port_parent_id(struct net_device *p0, struct netdev_phys_item_id *p1)
{
	return 0;
}

static int on_ndo_get_phys_port_name(struct net_device *p0, char *p1, size_t p2)
{
	return 0;
}

static int on_ndo_set_tx_maxrate(struct net_device *p0, int p1, u32 p2)
{
	return 0;
}

static int on_ndo_get_iflink(const struct net_device *p0)
{
	return 0;
}

static int on_ndo_bpf(struct net_device *p0, struct netdev_bpf *p1)
{
	return 0;
}

static int on_ndo_xdp_xmit(struct net_device *p0, int p1, struct xdp_frame **p2, u32 p3)
{
	return 0;
}

static int on_ndo_xsk_wakeup(struct net_device *p0, u32 p1, u32 p2)
{
	return 0;
}

static struct devlink_port *on_ndo_get_devlink_port(struct net_device *p0)
{
	return 0;
}

static struct net_device *on_ndo_get_peer_dev(struct net_device *p0)
{
	return 0;
}

static int on_ndo_fill_forward_path(struct net_device_path_ctx *p0, struct net_device_path *p1)
{
	return 0;
}

static ktime_t on_ndo_get_tstamp(struct net_device *p0, const struct skb_shared_hwtstamps *p1,
	bool p2)
{
	return 0;
}

struct net_device_ops table = {
	.ndo_init = on_ndo_init,
	.ndo_uninit = on_ndo_uninit,
	.ndo_open = on_ndo_open,
	.ndo_stop = on_ndo_stop,
	.ndo_start_xmit = on_ndo_start_xmit,
	.ndo_features_check = on_ndo_features_check,
	.ndo_select_queue = on_ndo_select_queue,
	.ndo_change_rx_flags = on_ndo_change_rx_flags,
	.ndo_set_rx_mode = on_ndo_set_rx_mode,
	.ndo_set_mac_address = on_ndo_set_mac_address,
	.ndo_validate_addr = on_ndo_validate_addr,
	.ndo_do_ioctl = on_ndo_do_ioctl,
	.ndo_eth_ioctl = on_ndo_eth_ioctl,
	.ndo_siocbond = on_ndo_siocbond,
	.ndo_siocwandev = on_ndo_siocwandev,
	.ndo_siocdevprivate = on_ndo_siocdevprivate,
	.ndo_set_config = on_ndo_set_config,
	.ndo_change_mtu = on_ndo_change_mtu,
	.ndo_neigh_setup = on_ndo_neigh_setup,
	.ndo_tx_timeout = on_ndo_tx_timeout,
	.ndo_get_stats64 = on_ndo_get_stats64,
	.ndo_has_offload_stats = on_ndo_has_offload_stats,
	.ndo_get_offload_stats = on_ndo_get_offload_stats,
	.ndo_get_stats = on_ndo_get_stats,
	.ndo_vlan_rx_add_vid = on_ndo_vlan_rx_add_vid,
	.ndo_vlan_rx_kill_vid = on_ndo_vlan_rx_kill_vid,
	.ndo_poll_controller = on_ndo_poll_controller,
	.ndo_netpoll_setup = on_ndo_netpoll_setup,
	.ndo_netpoll_cleanup = on_ndo_netpoll_cleanup,
	.ndo_set_vf_mac = on_ndo_set_vf_mac,
	.ndo_set_vf_vlan = on_ndo_set_vf_vlan,
	.ndo_set_vf_rate = on_ndo_set_vf_rate,
	.ndo_set_vf_spoofchk = on_ndo_set_vf_spoofchk,
	.ndo_set_vf_trust = on_ndo_set_vf_trust,
	.ndo_get_vf_config = on_ndo_get_vf_config,
	.ndo_set_vf_link_state = on_ndo_set_vf_link_state,
	.ndo_get_vf_stats = on_ndo_get_vf_stats,
	.ndo_setup_tc = on_ndo_setup_tc,
	.ndo_rx_flow_steer = on_ndo_rx_flow_steer,
	.ndo_get_xmit_slave = on_ndo_get_xmit_slave,
	.ndo_fix_features = on_ndo_fix_features,
	.ndo_set_features = on_ndo_set_features,
	.ndo_neigh_construct = on_ndo_neigh_construct,
	.ndo_neigh_destroy = on_ndo_neigh_destroy,
	.ndo_fdb_add = on_ndo_fdb_add,
	.ndo_fdb_del = on_ndo_fdb_del,
	.ndo_fdb_dump = on_ndo_fdb_dump,
	.ndo_bridge_setlink = on_ndo_bridge_setlink,
	.ndo_bridge_getlink = on_ndo_bridge_getlink,
	.ndo_change_carrier = on_ndo_change_carrier,
	.ndo_get_phys_port_id = on_ndo_get_phys_port_id,
	.ndo_get_port_parent_id = on_ndo_get_port_parent_id,
	.ndo_get_phys_port_name = on_ndo_get_phys_port_name,
	.ndo_set_tx_maxrate = on_ndo_set_tx_maxrate,
	.ndo_get_iflink = on_ndo_get_iflink,
	.ndo_bpf = on_ndo_bpf,
	.ndo_xdp_xmit = on_ndo_xdp_xmit,
	.ndo_xsk_wakeup = on_ndo_xsk_wakeup,
	.ndo_get_devlink_port = on_ndo_get_devlink_port,
	.ndo_get_peer_dev = on_ndo_get_peer_dev,
	.ndo_fill_forward_path = on_ndo_fill_forward_path,
	.ndo_get_tstamp = on_ndo_get_tstamp,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct net_device_ops
 * context: on_ndo_init: process
 * context: on_ndo_uninit: process
 * context: on_ndo_open: process
 * context: on_ndo_stop: process
 * context: on_ndo_start_xmit: softirq
 * context: on_ndo_features_check: softirq
 * context: on_ndo_select_queue: softirq
 * context: on_ndo_change_rx_flags: atomic
 * context: on_ndo_set_rx_mode: atomic
 * context: on_ndo_set_mac_address: process
 * context: on_ndo_validate_addr: process
 * context: on_ndo_do_ioctl: process
 * context: on_ndo_eth_ioctl: process
 * context: on_ndo_siocbond: process
 * context: on_ndo_siocwandev: process
 * context: on_ndo_siocdevprivate: process
 * context: on_ndo_set_config: process
 * context: on_ndo_change_mtu: process
 * context: on_ndo_neigh_setup: atomic
 * context: on_ndo_tx_timeout: softirq
 * context: on_ndo_get_stats64: process atomic
 * context: on_ndo_has_offload_stats: process
 * context: on_ndo_get_offload_stats: process
 * context: on_ndo_get_stats: process atomic
 * context: on_ndo_vlan_rx_add_vid: process
 * context: on_ndo_vlan_rx_kill_vid: process
 * context: on_ndo_poll_controller: hardirq
 * context: on_ndo_netpoll_setup: process
 * context: on_ndo_netpoll_cleanup: process
 * context: on_ndo_set_vf_mac: process
 * context: on_ndo_set_vf_vlan: process
 * context: on_ndo_set_vf_rate: process
 * context: on_ndo_set_vf_spoofchk: process
 * context: on_ndo_set_vf_trust: process
 * context: on_ndo_get_vf_config: process
 * context: on_ndo_set_vf_link_state: process
 * context: on_ndo_get_vf_stats: process
 * context: on_ndo_setup_tc: process
 * context: on_ndo_rx_flow_steer: softirq
 * context: on_ndo_get_xmit_slave: atomic
 * context: on_ndo_fix_features: process
 * context: on_ndo_set_features: process
 * context: on_ndo_neigh_construct: atomic
 * context: on_ndo_neigh_destroy: atomic
 * context: on_ndo_fdb_add: process
 * context: on_ndo_fdb_del: process
 * context: on_ndo_fdb_dump: process
 * context: on_ndo_bridge_setlink: process
 * context: on_ndo_bridge_getlink: atomic
 * context: on_ndo_change_carrier: process
 * context: on_ndo_get_phys_port_id: process
 * context: on_ndo_get_port_parent_id: process
 * context: on_ndo_get_phys_port_name: process
 * context: on_ndo_set_tx_maxrate: process
 * context: on_ndo_get_iflink: atomic
 * context: on_ndo_bpf: process
 * context: on_ndo_xdp_xmit: softirq
 * context: on_ndo_xsk_wakeup: softirq
 * context: on_ndo_get_devlink_port: atomic
 * context: on_ndo_get_peer_dev: atomic
 * context: on_ndo_fill_forward_path: atomic
 * context: on_ndo_get_tstamp: softirq
 */
