// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <net/cfg80211.h>

static int on_suspend(struct wiphy *p0, struct cfg80211_wowlan *p1)
{
	return 0;
}
static int on_resume(struct wiphy *p0)
{
	return 0;
}
static void on_set_wakeup(struct wiphy *p0, bool p1)
{
}
static struct wireless_dev *on_add_virtual_intf(struct wiphy *p0, const char *p1, unsigned char
	p2, enum nl80211_iftype p3, struct vif_params *p4)
{
	return 0;
}
static int on_del_virtual_intf(struct wiphy *p0, struct wireless_dev *p1)
{
	return 0;
}
static int on_change_virtual_intf(struct wiphy *p0, struct net_device *p1, enum nl80211_iftype
	p2, struct vif_params *p3)
{
	return 0;
}
static int on_add_intf_link(struct wiphy *p0, struct wireless_dev *p1, unsigned int p2)
{
	return 0;
}
static void on_del_intf_link(struct wiphy *p0, struct wireless_dev *p1, unsigned int p2)
{
}
static int on_add_key(struct wiphy *p0, struct net_device *p1, int p2, u8 p3, bool p4, const u8
	*p5, struct key_params *p6)
{
	return 0;
}
static int on_get_key(struct wiphy *p0, struct net_device *p1, int p2, u8 p3, bool p4, const u8
	*p5, void *p6, void (*p7)(void *, struct key_params *))
{
	return 0;
}
static int on_del_key(struct wiphy *p0, struct net_device *p1, int p2, u8 p3, bool p4, const u8
	*p5)
{
	return 0;
}
static int on_set_default_key(struct wiphy *p0, struct net_device *p1, int p2, u8 p3, bool p4,
	bool p5)
{
	return 0;
}
static int on_set_default_mgmt_key(struct wiphy *p0, struct net_device *p1, int p2, u8 p3)
{
	return 0;
}
static int on_set_default_beacon_key(struct wiphy *p0, struct net_device *p1, int p2, u8 p3)
{
	return 0;
}
static int on_start_ap(struct wiphy *p0, struct net_device *p1, struct cfg80211_ap_settings *p2)
{
	return 0;
}
static int on_change_beacon(struct wiphy *p0, struct net_device *p1, struct cfg80211_beacon_data
	*p2)
{
	return 0;
}
static int on_stop_ap(struct wiphy *p0, struct net_device *p1, unsigned int p2)
{
	return 0;
}
static int on_add_station(struct wiphy *p0, struct net_device *p1, const u8 *p2, struct
	station_parameters *p3)
{
	return 0;
}
static int on_del_station(struct wiphy *p0, struct net_device *p1, struct station_del_parameters
	*p2)
{
	return 0;
}
static int on_change_station(struct wiphy *p0, struct net_device *p1, const u8 *p2, struct
	station_parameters *p3)
{
	return 0;
}
static int on_get_station(struct wiphy *p0, struct net_device *p1, const u8 *p2, struct
	station_info *p3)
{
	return 0;
}
static int on_dump_station(struct wiphy *p0, struct net_device *p1, int p2, u8 *p3, struct
	station_info *p4)
{
	return 0;
}
static int on_add_mpath(struct wiphy *p0, struct net_device *p1, const u8 *p2, const u8 *p3)
{
	return 0;
}
static int on_del_mpath(struct wiphy *p0, struct net_device *p1, const u8 *p2)
{
	return 0;
}
static int on_change_mpath(struct wiphy *p0, struct net_device *p1, const u8 *p2, const u8 *p3)
{
	return 0;
}
static int on_get_mpath(struct wiphy *p0, struct net_device *p1, u8 *p2, u8 *p3, struct
	mpath_info *p4)
{
	return 0;
}
static int on_dump_mpath(struct wiphy *p0, struct net_device *p1, int p2, u8 *p3, u8 *p4, struct
	mpath_info *p5)
{
	return 0;
}
static int on_get_mpp(struct wiphy *p0, struct net_device *p1, u8 *p2, u8 *p3, struct mpath_info
	*p4)
{
	return 0;
}
static int on_dump_mpp(struct wiphy *p0, struct net_device *p1, int p2, u8 *p3, u8 *p4, struct
	mpath_info *p5)
{
	return 0;
}
static int on_get_mesh_config(struct wiphy *p0, struct net_device *p1, struct mesh_config *p2)
{
	return 0;
}
static int on_update_mesh_config(struct wiphy *p0, struct net_device *p1, u32 p2, const struct
	mesh_config *p3)
{
	return 0;
}
static int on_join_mesh(struct wiphy *p0, struct net_device *p1, const struct mesh_config *p2,
	const struct mesh_setup *p3)
{
	return 0;
}
static int on_leave_mesh(struct wiphy *p0, struct net_device *p1)
{
	return 0;
}
static int on_join_ocb(struct wiphy *p0, struct net_device *p1, struct ocb_setup *p2)
{
	return 0;
}
static int on_leave_ocb(struct wiphy *p0, struct net_device *p1)
{
	return 0;
}
static int on_change_bss(struct wiphy *p0, struct net_device *p1, struct bss_parameters *p2)
{
	return 0;
}
static int on_set_txq_params(struct wiphy *p0, struct net_device *p1, struct
	ieee80211_txq_params *p2)
{
	return 0;
}
static int on_libertas_set_mesh_channel(struct wiphy *p0, struct net_device *p1, struct
	ieee80211_channel *p2)
{
	return 0;
}
static int on_set_monitor_channel(struct wiphy *p0, struct cfg80211_chan_def *p1)
{
	return 0;
}
static int on_scan(struct wiphy *p0, struct cfg80211_scan_request *p1)
{
	return 0;
}
static void on_abort_scan(struct wiphy *p0, struct wireless_dev *p1)
{
}
static int on_auth(struct wiphy *p0, struct net_device *p1, struct cfg80211_auth_request *p2)
{
	return 0;
}
static int on_assoc(struct wiphy *p0, struct net_device *p1, struct cfg80211_assoc_request *p2)
{
	return 0;
}
static int on_deauth(struct wiphy *p0, struct net_device *p1, struct cfg80211_deauth_request
	*p2)
{
	return 0;
}
static int on_disassoc(struct wiphy *p0, struct net_device *p1, struct cfg80211_disassoc_request
	*p2)
{
	return 0;
}
static int on_connect(struct wiphy *p0, struct net_device *p1, struct cfg80211_connect_params
	*p2)
{
	return 0;
}
static int on_update_connect_params(struct wiphy *p0, struct net_device *p1, struct
	cfg80211_connect_params *p2, u32 p3)
{
	return 0;
}
static int on_disconnect(struct wiphy *p0, struct net_device *p1, u16 p2)
{
	return 0;
}
static int on_join_ibss(struct wiphy *p0, struct net_device *p1, struct cfg80211_ibss_params
	*p2)
{
	return 0;
}
static int on_leave_ibss(struct wiphy *p0, struct net_device *p1)
{
	return 0;
}
static int on_set_mcast_rate(struct wiphy *p0, struct net_device *p1, int *p2)
{
	return 0;
}
static int on_set_wiphy_params(struct wiphy *p0, u32 p1)
{
	return 0;
}
static int on_set_tx_power(struct wiphy *p0, struct wireless_dev *p1, enum
	nl80211_tx_power_setting p2, int p3)
{
	return 0;
}
static int on_get_tx_power(struct wiphy *p0, struct wireless_dev *p1, int *p2)
{
	return 0;
}
static void on_rfkill_poll(struct wiphy *p0)
{
}
static int on_set_bitrate_mask(struct wiphy *p0, struct net_device *p1, unsigned int p2, const
	u8 *p3, const struct cfg80211_bitrate_mask *p4)
{
	return 0;
}
static int on_dump_survey(struct wiphy *p0, struct net_device *p1, int p2, struct survey_info
	*p3)
{
	return 0;
}
static int on_set_pmksa(struct wiphy *p0, struct net_device *p1, struct cfg80211_pmksa *p2)
{
	return 0;
}
static int on_del_pmksa(struct wiphy *p0, struct net_device *p1, struct cfg80211_pmksa *p2)
{
	return 0;
}
static int on_flush_pmksa(struct wiphy *p0, struct net_device *p1)
{
	return 0;
}
static int on_remain_on_channel(struct wiphy *p0, struct wireless_dev *p1, struct
	ieee80211_channel *p2, unsigned int p3, u64 *p4)
{
	return 0;
}
static int on_cancel_remain_on_channel(struct wiphy *p0, struct wireless_dev *p1, u64 p2)
{
	return 0;
}
static int on_mgmt_tx(struct wiphy *p0, struct wireless_dev *p1, struct cfg80211_mgmt_tx_params
	*p2, u64 *p3)
{
	return 0;
}
static int on_mgmt_tx_cancel_wait(struct wiphy *p0, struct wireless_dev *p1, u64 p2)
{
	return 0;
}
static int on_set_power_mgmt(struct wiphy *p0, struct net_device *p1, bool p2, int p3)
{
	return 0;
}
static int on_set_cqm_rssi_config(struct wiphy *p0, struct net_device *p1, s32 p2, u32 p3)
{
	return 0;
}
static int on_set_cqm_rssi_range_config(struct wiphy *p0, struct net_device *p1, s32 p2, s32 p3)
{
	return 0;
}
static int on_set_cqm_txe_config(struct wiphy *p0, struct net_device *p1, u32 p2, u32 p3, u32
	p4)
{
	return 0;
}
static void on_update_mgmt_frame_registrations(struct wiphy *p0, struct wireless_dev *p1, struct
	mgmt_frame_regs *p2)
{
}
static int on_set_antenna(struct wiphy *p0, u32 p1, u32 p2)
{
	return 0;
}
static int on_get_antenna(struct wiphy *p0, u32 *p1, u32 *p2)
{
	return 0;
}
static int on_sched_scan_start(struct wiphy *p0, struct net_device *p1, struct
	cfg80211_sched_scan_request *p2)
{
	return 0;
}
static int on_sched_scan_stop(struct wiphy *p0, struct net_device *p1, u64 p2)
{
	return 0;
}
static int on_set_rekey_data(struct wiphy *p0, struct net_device *p1, struct
	cfg80211_gtk_rekey_data *p2)
{
	return 0;
}
static int on_tdls_mgmt(struct wiphy *p0, struct net_device *p1, const u8 *p2, int p3, u8 p4, u8
	p5, u16 p6, u32 p7, bool p8, const u8 *p9, size_t p10)
{
	return 0;
}
static int on_tdls_oper(struct wiphy *p0, struct net_device *p1, const u8 *p2, enum
	nl80211_tdls_operation p3)
{
	return 0;
}
static int on_probe_client(struct wiphy *p0, struct net_device *p1, const u8 *p2, u64 *p3)
{
	return 0;
}
static int on_set_noack_map(struct wiphy *p0, struct net_device *p1, u16 p2)
{
	return 0;
}
static int on_get_channel(struct wiphy *p0, struct wireless_dev *p1, unsigned int p2, struct
	cfg80211_chan_def *p3)
{
	return 0;
}
static int on_start_p2p_device(struct wiphy *p0, struct wireless_dev *p1)
{
	return 0;
}
static void on_stop_p2p_device(struct wiphy *p0, struct wireless_dev *p1)
{
}
static int on_set_mac_acl(struct wiphy *p0, struct net_device *p1, const struct
	cfg80211_acl_data *p2)
{
	return 0;
}
static int on_start_radar_detection(struct wiphy *p0, struct net_device *p1, struct
	cfg80211_chan_def *p2, u32 p3)
{
	return 0;
}
static void on_end_cac(struct wiphy *p0, struct net_device *p1)
{
}
static int on_update_ft_ies(struct wiphy *p0, struct net_device *p1, struct
	cfg80211_update_ft_ies_params *p2)
{
	return 0;
}
static int on_crit_proto_start(struct wiphy *p0, struct wireless_dev *p1, enum
	nl80211_crit_proto_id p2, u16 p3)
{
	return 0;
}
static void on_crit_proto_stop(struct wiphy *p0, struct wireless_dev *p1)
{
}
static int on_set_coalesce(struct wiphy *p0, struct cfg80211_coalesce *p1)
{
	return 0;
}
static int on_channel_switch(struct wiphy *p0, struct net_device *p1, struct
	cfg80211_csa_settings *p2)
{
	return 0;
}
static int on_set_qos_map(struct wiphy *p0, struct net_device *p1, struct cfg80211_qos_map *p2)
{
	return 0;
}
static int on_set_ap_chanwidth(struct wiphy *p0, struct net_device *p1, unsigned int p2, struct
	cfg80211_chan_def *p3)
{
	return 0;
}
static int on_add_tx_ts(struct wiphy *p0, struct net_device *p1, u8 p2, const u8 *p3, u8 p4, u16
	p5)
{
	return 0;
}
static int on_del_tx_ts(struct wiphy *p0, struct net_device *p1, u8 p2, const u8 *p3)
{
	return 0;
}
static int on_tdls_channel_switch(struct wiphy *p0, struct net_device *p1, const u8 *p2, u8 p3,
	struct cfg80211_chan_def *p4)
{
	return 0;
}
static void on_tdls_cancel_channel_switch(struct wiphy *p0, struct net_device *p1, const u8 *p2)
{
}
static int on_start_nan(struct wiphy *p0, struct wireless_dev *p1, struct cfg80211_nan_conf *p2)
{
	return 0;
}
static void on_stop_nan(struct wiphy *p0, struct wireless_dev *p1)
{
}
static int on_add_nan_func(struct wiphy *p0, struct wireless_dev *p1, struct cfg80211_nan_func
	*p2)
{
	return 0;
}
static void on_del_nan_func(struct wiphy *p0, struct wireless_dev *p1, u64 p2)
{
}
static int on_nan_change_conf(struct wiphy *p0, struct wireless_dev *p1, struct
	cfg80211_nan_conf *p2, u32 p3)
{
	return 0;
}
static int on_set_multicast_to_unicast(struct wiphy *p0, struct net_device *p1, const bool p2)
{
	return 0;
}
static int on_get_txq_stats(struct wiphy *p0, struct wireless_dev *p1, struct cfg80211_txq_stats
	*p2)
{
	return 0;
}
static int on_set_pmk(struct wiphy *p0, struct net_device *p1, const struct cfg80211_pmk_conf
	*p2)
{
	return 0;
}
static int on_del_pmk(struct wiphy *p0, struct net_device *p1, const u8 *p2)
{
	return 0;
}
static int on_external_auth(struct wiphy *p0, struct net_device *p1, struct
	cfg80211_external_auth_params *p2)
{
	return 0;
}
static int on_tx_control_port(struct wiphy *p0, struct net_device *p1, const u8 *p2, size_t p3,
	const u8 *p4, const __be16 p5, const bool p6, int p7, u64 *p8)
{
	return 0;
}
static int on_get_ftm_responder_stats(struct wiphy *p0, struct net_device *p1, struct
	cfg80211_ftm_responder_stats *p2)
{
	return 0;
}
static int on_start_pmsr(struct wiphy *p0, struct wireless_dev *p1, struct cfg80211_pmsr_request
	*p2)
{
	return 0;
}
static void on_abort_pmsr(struct wiphy *p0, struct wireless_dev *p1, struct
	cfg80211_pmsr_request *p2)
{
}
static int on_update_owe_info(struct wiphy *p0, struct net_device *p1, struct
	cfg80211_update_owe_info *p2)
{
	return 0;
}
static int on_probe_mesh_link(struct wiphy *p0, struct net_device *p1, const u8 *p2, size_t p3)
{
	return 0;
}
static int on_set_tid_config(struct wiphy *p0, struct net_device *p1, struct cfg80211_tid_config
	*p2)
{
	return 0;
}
static int on_reset_tid_config(struct wiphy *p0, struct net_device *p1, const u8 *p2, u8 p3)
{
	return 0;
}
static int on_set_sar_specs(struct wiphy *p0, struct cfg80211_sar_specs *p1)
{
	return 0;
}
static int on_color_change(struct wiphy *p0, struct net_device *p1, struct
	cfg80211_color_change_settings *p2)
{
	return 0;
}
static int on_set_fils_aad(struct wiphy *p0, struct net_device *p1, struct cfg80211_fils_aad
	*p2)
{
	return 0;
}
static int on_set_radar_background(struct wiphy *p0, struct cfg80211_chan_def *p1)
{
	return 0;
}
static int on_add_link_station(struct wiphy *p0, struct net_device *p1, struct
	link_station_parameters *p2)
{
	return 0;
}
static int on_mod_link_station(struct wiphy *p0, struct net_device *p1, struct
	link_station_parameters *p2)
{
	return 0;
}
static int on_del_link_station(struct wiphy *p0, struct net_device *p1, struct
	link_station_del_parameters *p2)
{
	return 0;
}
static int on_set_hw_timestamp(struct wiphy *p0, struct net_device *p1, struct
	cfg80211_set_hw_timestamp *p2)
{
	return 0;
}

struct cfg80211_ops table = {
	.suspend = on_suspend,
	.resume = on_resume,
	.set_wakeup = on_set_wakeup,
	.add_virtual_intf = on_add_virtual_intf,
	.del_virtual_intf = on_del_virtual_intf,
	.change_virtual_intf = on_change_virtual_intf,
	.add_intf_link = on_add_intf_link,
	.del_intf_link = on_del_intf_link,
	.add_key = on_add_key,
	.get_key = on_get_key,
	.del_key = on_del_key,
	.set_default_key = on_set_default_key,
	.set_default_mgmt_key = on_set_default_mgmt_key,
	.set_default_beacon_key = on_set_default_beacon_key,
	.start_ap = on_start_ap,
	.change_beacon = on_change_beacon,
	.stop_ap = on_stop_ap,
	.add_station = on_add_station,
	.del_station = on_del_station,
	.change_station = on_change_station,
	.get_station = on_get_station,
	.dump_station = on_dump_station,
	.add_mpath = on_add_mpath,
	.del_mpath = on_del_mpath,
	.change_mpath = on_change_mpath,
	.get_mpath = on_get_mpath,
	.dump_mpath = on_dump_mpath,
	.get_mpp = on_get_mpp,
	.dump_mpp = on_dump_mpp,
	.get_mesh_config = on_get_mesh_config,
	.update_mesh_config = on_update_mesh_config,
	.join_mesh = on_join_mesh,
	.leave_mesh = on_leave_mesh,
	.join_ocb = on_join_ocb,
	.leave_ocb = on_leave_ocb,
	.change_bss = on_change_bss,
	.set_txq_params = on_set_txq_params,
	.libertas_set_mesh_channel = on_libertas_set_mesh_channel,
	.set_monitor_channel = on_set_monitor_channel,
	.scan = on_scan,
	.abort_scan = on_abort_scan,
	.auth = on_auth,
	.assoc = on_assoc,
	.deauth = on_deauth,
	.disassoc = on_disassoc,
	.connect = on_connect,
	.update_connect_params = on_update_connect_params,
	.disconnect = on_disconnect,
	.join_ibss = on_join_ibss,
	.leave_ibss = on_leave_ibss,
	.set_mcast_rate = on_set_mcast_rate,
	.set_wiphy_params = on_set_wiphy_params,
	.set_tx_power = on_set_tx_power,
	.get_tx_power = on_get_tx_power,
	.rfkill_poll = on_rfkill_poll,
	.set_bitrate_mask = on_set_bitrate_mask,
	.dump_survey = on_dump_survey,
	.set_pmksa = on_set_pmksa,
	.del_pmksa = on_del_pmksa,
	.flush_pmksa = on_flush_pmksa,
	.remain_on_channel = on_remain_on_channel,
	.cancel_remain_on_channel = on_cancel_remain_on_channel,
	.mgmt_tx = on_mgmt_tx,
	.mgmt_tx_cancel_wait = on_mgmt_tx_cancel_wait,
	.set_power_mgmt = on_set_power_mgmt,
	.set_cqm_rssi_config = on_set_cqm_rssi_config,
	.set_cqm_rssi_range_config = on_set_cqm_rssi_range_config,
	.set_cqm_txe_config = on_set_cqm_txe_config,
	.update_mgmt_frame_registrations = on_update_mgmt_frame_registrations,
	.set_antenna = on_set_antenna,
	.get_antenna = on_get_antenna,
	.sched_scan_start = on_sched_scan_start,
	.sched_scan_stop = on_sched_scan_stop,
	.set_rekey_data = on_set_rekey_data,
	.tdls_mgmt = on_tdls_mgmt,
	.tdls_oper = on_tdls_oper,
	.probe_client = on_probe_client,
	.set_noack_map = on_set_noack_map,
	.get_channel = on_get_channel,
	.start_p2p_device = on_start_p2p_device,
	.stop_p2p_device = on_stop_p2p_device,
	.set_mac_acl = on_set_mac_acl,
	.start_radar_detection = on_start_radar_detection,
	.end_cac = on_end_cac,
	.update_ft_ies = on_update_ft_ies,
	.crit_proto_start = on_crit_proto_start,
	.crit_proto_stop = on_crit_proto_stop,
	.set_coalesce = on_set_coalesce,
	.channel_switch = on_channel_switch,
	.set_qos_map = on_set_qos_map,
	.set_ap_chanwidth = on_set_ap_chanwidth,
	.add_tx_ts = on_add_tx_ts,
	.del_tx_ts = on_del_tx_ts,
	.tdls_channel_switch = on_tdls_channel_switch,
	.tdls_cancel_channel_switch = on_tdls_cancel_channel_switch,
	.start_nan = on_start_nan,
	.stop_nan = on_stop_nan,
	.add_nan_func = on_add_nan_func,
	.del_nan_func = on_del_nan_func,
	.nan_change_conf = on_nan_change_conf,
	.set_multicast_to_unicast = on_set_multicast_to_unicast,
	.get_txq_stats = on_get_txq_stats,
	.set_pmk = on_set_pmk,
	.del_pmk = on_del_pmk,
	.external_auth = on_external_auth,
	.tx_control_port = on_tx_control_port,
	.get_ftm_responder_stats = on_get_ftm_responder_stats,
	.start_pmsr = on_start_pmsr,
	.abort_pmsr = on_abort_pmsr,
	.update_owe_info = on_update_owe_info,
	.probe_mesh_link = on_probe_mesh_link,
	.set_tid_config = on_set_tid_config,
	.reset_tid_config = on_reset_tid_config,
	.set_sar_specs = on_set_sar_specs,
	.color_change = on_color_change,
	.set_fils_aad = on_set_fils_aad,
	.set_radar_background = on_set_radar_background,
	.add_link_station = on_add_link_station,
	.mod_link_station = on_mod_link_station,
	.del_link_station = on_del_link_station,
	.set_hw_timestamp = on_set_hw_timestamp,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct cfg80211_ops
 * context: on_suspend: process
 * context: on_resume: process
 * context: on_set_wakeup: process
 * context: on_add_virtual_intf: process
 * context: on_del_virtual_intf: process
 * context: on_change_virtual_intf: process
 * context: on_add_intf_link: process
 * context: on_del_intf_link: process
 * context: on_add_key: process
 * context: on_get_key: process
 * context: on_del_key: process
 * context: on_set_default_key: process
 * context: on_set_default_mgmt_key: process
 * context: on_set_default_beacon_key: process
 * context: on_start_ap: process
 * context: on_change_beacon: process
 * context: on_stop_ap: process
 * context: on_add_station: process
 * context: on_del_station: process
 * context: on_change_station: process
 * context: on_get_station: process
 * context: on_dump_station: process
 * context: on_add_mpath: process
 * context: on_del_mpath: process
 * context: on_change_mpath: process
 * context: on_get_mpath: process
 * context: on_dump_mpath: process
 * context: on_get_mpp: process
 * context: on_dump_mpp: process
 * context: on_get_mesh_config: process
 * context: on_update_mesh_config: process
 * context: on_join_mesh: process
 * context: on_leave_mesh: process
 * context: on_join_ocb: process
 * context: on_leave_ocb: process
 * context: on_change_bss: process
 * context: on_set_txq_params: process
 * context: on_libertas_set_mesh_channel: process
 * context: on_set_monitor_channel: process
 * context: on_scan: process
 * context: on_abort_scan: process
 * context: on_auth: process
 * context: on_assoc: process
 * context: on_deauth: process
 * context: on_disassoc: process
 * context: on_connect: process
 * context: on_update_connect_params: process
 * context: on_disconnect: process
 * context: on_join_ibss: process
 * context: on_leave_ibss: process
 * context: on_set_mcast_rate: process
 * context: on_set_wiphy_params: process
 * context: on_set_tx_power: process
 * context: on_get_tx_power: process
 * context: on_rfkill_poll: process
 * context: on_set_bitrate_mask: process
 * context: on_dump_survey: process
 * context: on_set_pmksa: process
 * context: on_del_pmksa: process
 * context: on_flush_pmksa: process
 * context: on_remain_on_channel: process
 * context: on_cancel_remain_on_channel: process
 * context: on_mgmt_tx: process
 * context: on_mgmt_tx_cancel_wait: process
 * context: on_set_power_mgmt: process
 * context: on_set_cqm_rssi_config: process
 * context: on_set_cqm_rssi_range_config: process
 * context: on_set_cqm_txe_config: process
 * context: on_update_mgmt_frame_registrations: process
 * context: on_set_antenna: process
 * context: on_get_antenna: process
 * context: on_sched_scan_start: process
 * context: on_sched_scan_stop: process
 * context: on_set_rekey_data: process
 * context: on_tdls_mgmt: process
 * context: on_tdls_oper: process
 * context: on_probe_client: process
 * context: on_set_noack_map: process
 * context: on_get_channel: process
 * context: on_start_p2p_device: process
 * context: on_stop_p2p_device: process
 * context: on_set_mac_acl: process
 * context: on_start_radar_detection: process
 * context: on_end_cac: process
 * context: on_update_ft_ies: process
 * context: on_crit_proto_start: process
 * context: on_crit_proto_stop: process
 * context: on_set_coalesce: process
 * context: on_channel_switch: process
 * context: on_set_qos_map: process
 * context: on_set_ap_chanwidth: process
 * context: on_add_tx_ts: process
 * context: on_del_tx_ts: process
 * context: on_tdls_channel_switch: process
 * context: on_tdls_cancel_channel_switch: process
 * context: on_start_nan: process
 * context: on_stop_nan: process
 * context: on_add_nan_func: process
 * context: on_del_nan_func: process
 * context: on_nan_change_conf: process
 * context: on_set_multicast_to_unicast: process
 * context: on_get_txq_stats: process
 * context: on_set_pmk: process
 * context: on_del_pmk: process
 * context: on_external_auth: process
 * context: on_tx_control_port: process
 * context: on_get_ftm_responder_stats: process
 * context: on_start_pmsr: process
 * context: on_abort_pmsr: process
 * context: on_update_owe_info: process
 * context: on_probe_mesh_link: process
 * context: on_set_tid_config: process
 * context: on_reset_tid_config: process
 * context: on_set_sar_specs: process
 * context: on_color_change: process
 * context: on_set_fils_aad: process
 * context: on_set_radar_background: process
 * context: on_add_link_station: process
 * context: on_mod_link_station: process
 * context: on_del_link_station: process
 * context: on_set_hw_timestamp: process
 */
