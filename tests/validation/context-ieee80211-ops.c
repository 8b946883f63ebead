// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <net/mac80211.h>

static void on_tx(struct ieee80211_hw *p0, struct ieee80211_tx_control *p1, struct sk_buff *p2)
{
}
static int on_start(struct ieee80211_hw *p0)
{
	return 0;
}
static void on_stop(struct ieee80211_hw *p0)
{
}
static int on_suspend(struct ieee80211_hw *p0, struct cfg80211_wowlan *p1)
{
	return 0;
}
static int on_resume(struct ieee80211_hw *p0)
{
	return 0;
}
static void on_set_wakeup(struct ieee80211_hw *p0, bool p1)
{
}
static int on_add_interface(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
	return 0;
}
static int on_change_interface(struct ieee80211_hw *p0, struct ieee80211_vif *p1, enum
	nl80211_iftype p2, bool p3)
{
	return 0;
}
static void on_remove_interface(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
}
static int on_config(struct ieee80211_hw *p0, u32 p1)
{
	return 0;
}
static void on_bss_info_changed(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_bss_conf *p2, u64 p3)
{
}
static void on_vif_cfg_changed(struct ieee80211_hw *p0, struct ieee80211_vif *p1, u64 p2)
{
}
static void on_link_info_changed(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_bss_conf *p2, u64 p3)
{
}
static int on_start_ap(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_bss_conf *p2)
{
	return 0;
}
static void on_stop_ap(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_bss_conf *p2)
{
}
static u64 on_prepare_multicast(struct ieee80211_hw *p0, struct netdev_hw_addr_list *p1)
{
	return 0;
}
static void on_configure_filter(struct ieee80211_hw *p0, unsigned int p1, unsigned int *p2, u64
	p3)
{
}
static void on_config_iface_filter(struct ieee80211_hw *p0, struct ieee80211_vif *p1, unsigned
	int p2, unsigned int p3)
{
}
static int on_set_tim(struct ieee80211_hw *p0, struct ieee80211_sta *p1, bool p2)
{
	return 0;
}
static int on_set_key(struct ieee80211_hw *p0, enum set_key_cmd p1, struct ieee80211_vif *p2,
	struct ieee80211_sta *p3, struct ieee80211_key_conf *p4)
{
	return 0;
}
static void on_update_tkip_key(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_key_conf *p2, struct ieee80211_sta *p3, u32 p4, u16 *p5)
{
}
static void on_set_rekey_data(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	cfg80211_gtk_rekey_data *p2)
{
}
static void on_set_default_unicast_key(struct ieee80211_hw *p0, struct ieee80211_vif *p1, int
	p2)
{
}
static int on_hw_scan(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_scan_request *p2)
{
	return 0;
}
static void on_cancel_hw_scan(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
}
static int on_sched_scan_start(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	cfg80211_sched_scan_request *p2, struct ieee80211_scan_ies *p3)
{
	return 0;
}
static int on_sched_scan_stop(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
	return 0;
}
static void on_sw_scan_start(struct ieee80211_hw *p0, struct ieee80211_vif *p1, const u8 *p2)
{
}
static void on_sw_scan_complete(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
}
static int on_get_stats(struct ieee80211_hw *p0, struct ieee80211_low_level_stats *p1)
{
	return 0;
}
static void on_get_key_seq(struct ieee80211_hw *p0, struct ieee80211_key_conf *p1, struct
	ieee80211_key_seq *p2)
{
}
static int on_set_frag_threshold(struct ieee80211_hw *p0, u32 p1)
{
	return 0;
}
static int on_set_rts_threshold(struct ieee80211_hw *p0, u32 p1)
{
	return 0;
}
static int on_sta_add(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct ieee80211_sta
	*p2)
{
	return 0;
}
static int on_sta_remove(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct ieee80211_sta
	*p2)
{
	return 0;
}
static void on_sta_notify(struct ieee80211_hw *p0, struct ieee80211_vif *p1, enum sta_notify_cmd
	p2, struct ieee80211_sta *p3)
{
}
static int on_sta_set_txpwr(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_sta *p2)
{
	return 0;
}
static int on_sta_state(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct ieee80211_sta
	*p2, enum ieee80211_sta_state p3, enum ieee80211_sta_state p4)
{
	return 0;
}
static void on_sta_pre_rcu_remove(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_sta *p2)
{
}
static void on_sta_rc_update(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_sta *p2, u32 p3)
{
}
static void on_sta_rate_tbl_update(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_sta *p2)
{
}
static void on_sta_statistics(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_sta *p2, struct station_info *p3)
{
}
static int on_conf_tx(struct ieee80211_hw *p0, struct ieee80211_vif *p1, unsigned int p2, u16
	p3, const struct ieee80211_tx_queue_params *p4)
{
	return 0;
}
static u64 on_get_tsf(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
	return 0;
}
static void on_set_tsf(struct ieee80211_hw *p0, struct ieee80211_vif *p1, u64 p2)
{
}
static void on_offset_tsf(struct ieee80211_hw *p0, struct ieee80211_vif *p1, s64 p2)
{
}
static void on_reset_tsf(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
}
static int on_tx_last_beacon(struct ieee80211_hw *p0)
{
	return 0;
}
static int on_ampdu_action(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_ampdu_params *p2)
{
	return 0;
}
static int on_get_survey(struct ieee80211_hw *p0, int p1, struct survey_info *p2)
{
	return 0;
}
static void on_rfkill_poll(struct ieee80211_hw *p0)
{
}
static void on_set_coverage_class(struct ieee80211_hw *p0, s16 p1)
{
}
static void on_flush(struct ieee80211_hw *p0, struct ieee80211_vif *p1, u32 p2, bool p3)
{
}
static void on_channel_switch(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_channel_switch *p2)
{
}
static int on_set_antenna(struct ieee80211_hw *p0, u32 p1, u32 p2)
{
	return 0;
}
static int on_get_antenna(struct ieee80211_hw *p0, u32 *p1, u32 *p2)
{
	return 0;
}
static int on_remain_on_channel(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_channel *p2, int p3, enum ieee80211_roc_type p4)
{
	return 0;
}
static int on_cancel_remain_on_channel(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
	return 0;
}
static int on_set_ringparam(struct ieee80211_hw *p0, u32 p1, u32 p2)
{
	return 0;
}
static void on_get_ringparam(struct ieee80211_hw *p0, u32 *p1, u32 *p2, u32 *p3, u32 *p4)
{
}
static bool on_tx_frames_pending(struct ieee80211_hw *p0)
{
	return 0;
}
static int on_set_bitrate_mask(struct ieee80211_hw *p0, struct ieee80211_vif *p1, const struct
	cfg80211_bitrate_mask *p2)
{
	return 0;
}
static void on_event_callback(struct ieee80211_hw *p0, struct ieee80211_vif *p1, const struct
	ieee80211_event *p2)
{
}
static void on_allow_buffered_frames(struct ieee80211_hw *p0, struct ieee80211_sta *p1, u16 p2,
	int p3, enum ieee80211_frame_release_type p4, bool p5)
{
}
static void on_release_buffered_frames(struct ieee80211_hw *p0, struct ieee80211_sta *p1, u16
	p2, int p3, enum ieee80211_frame_release_type p4, bool p5)
{
}
static int on_get_et_sset_count(struct ieee80211_hw *p0, struct ieee80211_vif *p1, int p2)
{
	return 0;
}
static void on_get_et_stats(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ethtool_stats *p2, u64 *p3)
{
}
static void on_get_et_strings(struct ieee80211_hw *p0, struct ieee80211_vif *p1, u32 p2, u8 *p3)
{
}
static void on_mgd_prepare_tx(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_prep_tx_info *p2)
{
}
static void on_mgd_complete_tx(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_prep_tx_info *p2)
{
}
static void on_mgd_protect_tdls_discover(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
}
static int on_add_chanctx(struct ieee80211_hw *p0, struct ieee80211_chanctx_conf *p1)
{
	return 0;
}
static void on_remove_chanctx(struct ieee80211_hw *p0, struct ieee80211_chanctx_conf *p1)
{
}
static void on_change_chanctx(struct ieee80211_hw *p0, struct ieee80211_chanctx_conf *p1, u32
	p2)
{
}
static int on_assign_vif_chanctx(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_bss_conf *p2, struct ieee80211_chanctx_conf *p3)
{
	return 0;
}
static void on_unassign_vif_chanctx(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_bss_conf *p2, struct ieee80211_chanctx_conf *p3)
{
}
static int on_switch_vif_chanctx(struct ieee80211_hw *p0, struct ieee80211_vif_chanctx_switch
	*p1, int p2, enum ieee80211_chanctx_switch_mode p3)
{
	return 0;
}
static void on_reconfig_complete(struct ieee80211_hw *p0, enum ieee80211_reconfig_type p1)
{
}
static void on_ipv6_addr_change(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	inet6_dev *p2)
{
}
static void on_channel_switch_beacon(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	cfg80211_chan_def *p2)
{
}
static int on_pre_channel_switch(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_channel_switch *p2)
{
	return 0;
}
static int on_post_channel_switch(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
	return 0;
}
static void on_abort_channel_switch(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
}
static void on_channel_switch_rx_beacon(struct ieee80211_hw *p0, struct ieee80211_vif *p1,
	struct ieee80211_channel_switch *p2)
{
}
static int on_join_ibss(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
	return 0;
}
static void on_leave_ibss(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
}
static u32 on_get_expected_throughput(struct ieee80211_hw *p0, struct ieee80211_sta *p1)
{
	return 0;
}
static int on_get_txpower(struct ieee80211_hw *p0, struct ieee80211_vif *p1, int *p2)
{
	return 0;
}
static int on_tdls_channel_switch(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_sta *p2, u8 p3, struct cfg80211_chan_def *p4, struct sk_buff *p5, u32 p6)
{
	return 0;
}
static void on_tdls_cancel_channel_switch(struct ieee80211_hw *p0, struct ieee80211_vif *p1,
	struct ieee80211_sta *p2)
{
}
static void on_tdls_recv_channel_switch(struct ieee80211_hw *p0, struct ieee80211_vif *p1,
	struct ieee80211_tdls_ch_sw_params *p2)
{
}
static void on_wake_tx_queue(struct ieee80211_hw *p0, struct ieee80211_txq *p1)
{
}
static void on_sync_rx_queues(struct ieee80211_hw *p0)
{
}
static int on_start_nan(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	cfg80211_nan_conf *p2)
{
	return 0;
}
static int on_stop_nan(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
	return 0;
}
static int on_nan_change_conf(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	cfg80211_nan_conf *p2, u32 p3)
{
	return 0;
}
static int on_add_nan_func(struct ieee80211_hw *p0, struct ieee80211_vif *p1, const struct
	cfg80211_nan_func *p2)
{
	return 0;
}
static void on_del_nan_func(struct ieee80211_hw *p0, struct ieee80211_vif *p1, u8 p2)
{
}
static bool on_can_aggregate_in_amsdu(struct ieee80211_hw *p0, struct sk_buff *p1, struct
	sk_buff *p2)
{
	return 0;
}
static int on_get_ftm_responder_stats(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	cfg80211_ftm_responder_stats *p2)
{
	return 0;
}
static int on_start_pmsr(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	cfg80211_pmsr_request *p2)
{
	return 0;
}
static void on_abort_pmsr(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	cfg80211_pmsr_request *p2)
{
}
static int on_set_tid_config(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_sta *p2, struct cfg80211_tid_config *p3)
{
	return 0;
}
static int on_reset_tid_config(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_sta *p2, u8 p3)
{
	return 0;
}
static void on_update_vif_offload(struct ieee80211_hw *p0, struct ieee80211_vif *p1)
{
}
static void on_sta_set_4addr(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_sta *p2, bool p3)
{
}
static int on_set_sar_specs(struct ieee80211_hw *p0, const struct cfg80211_sar_specs *p1)
{
	return 0;
}
static void on_sta_set_decap_offload(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_sta *p2, bool p3)
{
}
static void on_add_twt_setup(struct ieee80211_hw *p0, struct ieee80211_sta *p1, struct
	ieee80211_twt_setup *p2)
{
}
static void on_twt_teardown_request(struct ieee80211_hw *p0, struct ieee80211_sta *p1, u8 p2)
{
}
static int on_set_radar_background(struct ieee80211_hw *p0, struct cfg80211_chan_def *p1)
{
	return 0;
}
static int on_net_fill_forward_path(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_sta *p2, struct net_device_path_ctx *p3, struct net_device_path *p4)
{
	return 0;
}
static int on_change_vif_links(struct ieee80211_hw *p0, struct ieee80211_vif *p1, u16 p2, u16
	p3, struct ieee80211_bss_conf **p4)
{
	return 0;
}
static int on_change_sta_links(struct ieee80211_hw *p0, struct ieee80211_vif *p1, struct
	ieee80211_sta *p2, u16 p3, u16 p4)
{
	return 0;
}

struct ieee80211_ops table = {
	.tx = on_tx,
	.start = on_start,
	.stop = on_stop,
	.suspend = on_suspend,
	.resume = on_resume,
	.set_wakeup = on_set_wakeup,
	.add_interface = on_add_interface,
	.change_interface = on_change_interface,
	.remove_interface = on_remove_interface,
	.config = on_config,
	.bss_info_changed = on_bss_info_changed,
	.vif_cfg_changed = on_vif_cfg_changed,
	.link_info_changed = on_link_info_changed,
	.start_ap = on_start_ap,
	.stop_ap = on_stop_ap,
	.prepare_multicast = on_prepare_multicast,
	.configure_filter = on_configure_filter,
	.config_iface_filter = on_config_iface_filter,
	.set_tim = on_set_tim,
	.set_key = on_set_key,
	.update_tkip_key = on_update_tkip_key,
	.set_rekey_data = on_set_rekey_data,
	.set_default_unicast_key = on_set_default_unicast_key,
	.hw_scan = on_hw_scan,
	.cancel_hw_scan = on_cancel_hw_scan,
	.sched_scan_start = on_sched_scan_start,
	.sched_scan_stop = on_sched_scan_stop,
	.sw_scan_start = on_sw_scan_start,
	.sw_scan_complete = on_sw_scan_complete,
	.get_stats = on_get_stats,
	.get_key_seq = on_get_key_seq,
	.set_frag_threshold = on_set_frag_threshold,
	.set_rts_threshold = on_set_rts_threshold,
	.sta_add = on_sta_add,
	.sta_remove = on_sta_remove,
	.sta_notify = on_sta_notify,
	.sta_set_txpwr = on_sta_set_txpwr,
	.sta_state = on_sta_state,
	.sta_pre_rcu_remove = on_sta_pre_rcu_remove,
	.sta_rc_update = on_sta_rc_update,
	.sta_rate_tbl_update = on_sta_rate_tbl_update,
	.sta_statistics = on_sta_statistics,
	.conf_tx = on_conf_tx,
	.get_tsf = on_get_tsf,
	.set_tsf = on_set_tsf,
	.offset_tsf = on_offset_tsf,
	.reset_tsf = on_reset_tsf,
	.tx_last_beacon = on_tx_last_beacon,
	.ampdu_action = on_ampdu_action,
	.get_survey = on_get_survey,
	.rfkill_poll = on_rfkill_poll,
	.set_coverage_class = on_set_coverage_class,
	.flush = on_flush,
	.channel_switch = on_channel_switch,
	.set_antenna = on_set_antenna,
	.get_antenna = on_get_antenna,
	.remain_on_channel = on_remain_on_channel,
	.cancel_remain_on_channel = on_cancel_remain_on_channel,
	.set_ringparam = on_set_ringparam,
	.get_ringparam = on_get_ringparam,
	.tx_frames_pending = on_tx_frames_pending,
	.set_bitrate_mask = on_set_bitrate_mask,
	.event_callback = on_event_callback,
	.allow_buffered_frames = on_allow_buffered_frames,
	.release_buffered_frames = on_release_buffered_frames,
	.get_et_sset_count = on_get_et_sset_count,
	.get_et_stats = on_get_et_stats,
	.get_et_strings = on_get_et_strings,
	.mgd_prepare_tx = on_mgd_prepare_tx,
	.mgd_complete_tx = on_mgd_complete_tx,
	.mgd_protect_tdls_discover = on_mgd_protect_tdls_discover,
	.add_chanctx = on_add_chanctx,
	.remove_chanctx = on_remove_chanctx,
	.change_chanctx = on_change_chanctx,
	.assign_vif_chanctx = on_assign_vif_chanctx,
	.unassign_vif_chanctx = on_unassign_vif_chanctx,
	.switch_vif_chanctx = on_switch_vif_chanctx,
	.reconfig_complete = on_reconfig_complete,
	.ipv6_addr_change = on_ipv6_addr_change,
	.channel_switch_beacon = on_channel_switch_beacon,
	.pre_channel_switch = on_pre_channel_switch,
	.post_channel_switch = on_post_channel_switch,
	.abort_channel_switch = on_abort_channel_switch,
	.channel_switch_rx_beacon = on_channel_switch_rx_beacon,
	.join_ibss = on_join_ibss,
	.leave_ibss = on_leave_ibss,
	.get_expected_throughput = on_get_expected_throughput,
	.get_txpower = on_get_txpower,
	.tdls_channel_switch = on_tdls_channel_switch,
	.tdls_cancel_channel_switch = on_tdls_cancel_channel_switch,
	.tdls_recv_channel_switch = on_tdls_recv_channel_switch,
	.wake_tx_queue = on_wake_tx_queue,
	.sync_rx_queues = on_sync_rx_queues,
	.start_nan = on_start_nan,
	.stop_nan = on_stop_nan,
	.nan_change_conf = on_nan_change_conf,
	.add_nan_func = on_add_nan_func,
	.del_nan_func = on_del_nan_func,
	.can_aggregate_in_amsdu = on_can_aggregate_in_amsdu,
	.get_ftm_responder_stats = on_get_ftm_responder_stats,
	.start_pmsr = on_start_pmsr,
	.abort_pmsr = on_abort_pmsr,
	.set_tid_config = on_set_tid_config,
	.reset_tid_config = on_reset_tid_config,
	.update_vif_offload = on_update_vif_offload,
	.sta_set_4addr = on_sta_set_4addr,
	.set_sar_specs = on_set_sar_specs,
	.sta_set_decap_offload = on_sta_set_decap_offload,
	.add_twt_setup = on_add_twt_setup,
	.twt_teardown_request = on_twt_teardown_request,
	.set_radar_background = on_set_radar_background,
	.net_fill_forward_path = on_net_fill_forward_path,
	.change_vif_links = on_change_vif_links,
	.change_sta_links = on_change_sta_links,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct ieee80211_ops
 * context: on_tx: process atomic softirq
 * context: on_start: process
 * context: on_stop: process
 * context: on_suspend: process
 * context: on_resume: process
 * context: on_set_wakeup: process
 * context: on_add_interface: process
 * context: on_change_interface: process
 * context: on_remove_interface: process
 * context: on_config: process
 * context: on_bss_info_changed: process
 * context: on_vif_cfg_changed: process
 * context: on_link_info_changed: process
 * context: on_start_ap: process
 * context: on_stop_ap: process
 * context: on_prepare_multicast: atomic
 * context: on_configure_filter: process
 * context: on_config_iface_filter: process
 * context: on_set_tim: atomic softirq
 * context: on_set_key: process
 * context: on_update_tkip_key: atomic softirq
 * context: on_set_rekey_data: process
 * context: on_set_default_unicast_key: process
 * context: on_hw_scan: process
 * context: on_cancel_hw_scan: process
 * context: on_sched_scan_start: process
 * context: on_sched_scan_stop: process
 * context: on_sw_scan_start: process
 * context: on_sw_scan_complete: process
 * context: on_get_stats: process
 * context: on_get_key_seq: process atomic
 * context: on_set_frag_threshold: process
 * context: on_set_rts_threshold: process
 * context: on_sta_add: process
 * context: on_sta_remove: process
 * context: on_sta_notify: atomic softirq
 * context: on_sta_set_txpwr: process
 * context: on_sta_state: process
 * context: on_sta_pre_rcu_remove: process
 * context: on_sta_rc_update: process atomic softirq
 * context: on_sta_rate_tbl_update: process atomic softirq
 * context: on_sta_statistics: process
 * context: on_conf_tx: process
 * context: on_get_tsf: process
 * context: on_set_tsf: process
 * context: on_offset_tsf: process
 * context: on_reset_tsf: process
 * context: on_tx_last_beacon: process
 * context: on_ampdu_action: process
 * context: on_get_survey: process
 * context: on_rfkill_poll: process
 * context: on_set_coverage_class: process
 * context: on_flush: process
 * context: on_channel_switch: process
 * context: on_set_antenna: process
 * context: on_get_antenna: process
 * context: on_remain_on_channel: process
 * context: on_cancel_remain_on_channel: process
 * context: on_set_ringparam: process
 * context: on_get_ringparam: process
 * context: on_tx_frames_pending: process
 * context: on_set_bitrate_mask: process
 * context: on_event_callback: process atomic softirq
 * context: on_allow_buffered_frames: atomic softirq
 * context: on_release_buffered_frames: atomic softirq
 * context: on_get_et_sset_count: process
 * context: on_get_et_stats: process
 * context: on_get_et_strings: process
 * context: on_mgd_prepare_tx: process
 * context: on_mgd_complete_tx: process
 * context: on_mgd_protect_tdls_discover: process
 * context: on_add_chanctx: process
 * context: on_remove_chanctx: process
 * context: on_change_chanctx: process
 * context: on_assign_vif_chanctx: process
 * context: on_unassign_vif_chanctx: process
 * context: on_switch_vif_chanctx: process
 * context: on_reconfig_complete: process
 * context: on_ipv6_addr_change: process atomic softirq
 * context: on_channel_switch_beacon: process
 * context: on_pre_channel_switch: process
 * context: on_post_channel_switch: process
 * context: on_abort_channel_switch: process
 * context: on_channel_switch_rx_beacon: process
 * context: on_join_ibss: process
 * context: on_leave_ibss: process
 * context: on_get_expected_throughput: process atomic softirq
 * context: on_get_txpower: process
 * context: on_tdls_channel_switch: process
 * context: on_tdls_cancel_channel_switch: process
 * context: on_tdls_recv_channel_switch: process
 * context: on_wake_tx_queue: process atomic softirq
 * context: on_sync_rx_queues: process
 * context: on_start_nan: process
 * context: on_stop_nan: process
 * context: on_nan_change_conf: process
 * context: on_add_nan_func: process
 * context: on_del_nan_func: process
 * context: on_can_aggregate_in_amsdu: atomic softirq
 * context: on_get_ftm_responder_stats: process
 * context: on_start_pmsr: process
 * context: on_abort_pmsr: process
 * context: on_set_tid_config: process
 * context: on_reset_tid_config: process
 * context: on_update_vif_offload: process
 * context: on_sta_set_4addr: process
 * context: on_set_sar_specs: process
 * context: on_sta_set_decap_offload: process
 * context: on_add_twt_setup: process
 * context: on_twt_teardown_request: process
 * context: on_set_radar_background: process
 * context: on_net_fill_forward_path: process atomic softirq
 * context: on_change_vif_links: process
 * context: on_change_sta_links: process
 */
