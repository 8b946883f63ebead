// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <net/devlink.h>

static int on_reload_down(struct devlink *p0, bool p1, enum devlink_reload_action p2, enum
	devlink_reload_limit p3, struct netlink_ext_ack *p4)
{
	return 0;
}

static int on_reload_up(struct devlink *p0, enum devlink_reload_action p1, enum
	devlink_reload_limit p2, u32 *p3, struct netlink_ext_ack *p4)
{
	return 0;
}

static int on_port_type_set(struct devlink_port *p0, enum devlink_port_type p1)
{
	return 0;
}

static int on_port_split(struct devlink *p0, struct devlink_port *p1, unsigned int p2, struct
	netlink_ext_ack *p3)
{
	return 0;
}

static int on_port_unsplit(struct devlink *p0, struct devlink_port *p1, struct netlink_ext_ack
	*p2)
{
	return 0;
}

static int on_sb_pool_get(struct devlink *p0, unsigned int p1, u16 p2, struct
	devlink_sb_pool_info *p3)
{
	return 0;
}

static int on_sb_pool_set(struct devlink *p0, unsigned int p1, u16 p2, u32 p3, enum
	devlink_sb_threshold_type p4, struct netlink_ext_ack *p5)
{
	return 0;
}

static int on_sb_port_pool_get(struct devlink_port *p0, unsigned int p1, u16 p2, u32 *p3)
{
	return 0;
}

static int on_sb_port_pool_set(struct devlink_port *p0, unsigned int p1, u16 p2, u32 p3, struct
	netlink_ext_ack *p4)
{
	return 0;
}

static int on_sb_tc_pool_bind_get(struct devlink_port *p0, unsigned int p1, u16 p2, enum
	devlink_sb_pool_type p3, u16 *p4, u32 *p5)
{
	return 0;
}

static int on_sb_tc_pool_bind_set(struct devlink_port *p0, unsigned int p1, u16 p2, enum
	devlink_sb_pool_type p3, u16 p4, u32 p5, struct netlink_ext_ack *p6)
{
	return 0;
}

static int on_sb_occ_snapshot(struct devlink *p0, unsigned int p1)
{
	return 0;
}

static int on_sb_occ_max_clear(struct devlink *p0, unsigned int p1)
{
	return 0;
}

static int on_sb_occ_port_pool_get(struct devlink_port *p0, unsigned int p1, u16 p2, u32 *p3,
	u32 *p4)
{
	return 0;
}

static int on_sb_occ_tc_port_bind_get(struct devlink_port *p0, unsigned int p1, u16 p2, enum
	devlink_sb_pool_type p3, u32 *p4, u32 *p5)
{
	return 0;
}

static int on_eswitch_mode_get(struct devlink *p0, u16 *p1)
{
	return 0;
}

static int on_eswitch_mode_set(struct devlink *p0, u16 p1, struct netlink_ext_ack *p2)
{
	return 0;
}

static int on_eswitch_inline_mode_get(struct devlink *p0, u8 *p1)
{
	return 0;
}

static int on_eswitch_inline_mode_set(struct devlink *p0, u8 p1, struct netlink_ext_ack *p2)
{
	return 0;
}

static int on_eswitch_encap_mode_get(struct devlink *p0, enum devlink_eswitch_encap_mode *p1)
{
	return 0;
}

static int on_eswitch_encap_mode_set(struct devlink *p0, enum devlink_eswitch_encap_mode p1,
	struct netlink_ext_ack *p2)
{
	return 0;
}

static int on_info_get(struct devlink *p0, struct devlink_info_req *p1, struct netlink_ext_ack
	*p2)
{
	return 0;
}

static int on_flash_update(struct devlink *p0, struct devlink_flash_update_params *p1, struct
	netlink_ext_ack *p2)
{
	return 0;
}

static int on_trap_init(struct devlink *p0, const struct devlink_trap *p1, void *p2)
{
	return 0;
}

static void on_trap_fini(struct devlink *p0, const struct devlink_trap *p1, void *p2)
{
}

static int on_trap_action_set(struct devlink *p0, const struct devlink_trap *p1, enum
	devlink_trap_action p2, struct netlink_ext_ack *p3)
{
	return 0;
}

static int on_trap_group_init(struct devlink *p0, const struct devlink_trap_group *p1)
{
	return 0;
}

static int on_trap_group_set(struct devlink *p0, const struct devlink_trap_group *p1, const
	struct devlink_trap_policer *p2, struct netlink_ext_ack *p3)
{
	return 0;
}

static int on_trap_group_action_set(struct devlink *p0, const struct devlink_trap_group *p1,
	enum devlink_trap_action p2, struct netlink_ext_ack *p3)
{
	return 0;
}

static int on_trap_drop_counter_get(struct devlink *p0, const struct devlink_trap *p1, u64 *p2)
{
	return 0;
}

static int on_trap_policer_init(struct devlink *p0, const struct devlink_trap_policer *p1)
{
	return 0;
}

static void on_trap_policer_fini(struct devlink *p0, const struct devlink_trap_policer *p1)
{
}

static int on_trap_policer_set(struct devlink *p0, const struct devlink_trap_policer *p1, u64
	p2, u64 p3, struct netlink_ext_ack *p4)
{
	return 0;
}

static int on_trap_policer_counter_get(struct devlink *p0, const struct devlink_trap_policer
	*p1, u64 *p2)
{
	return 0;
}

static int on_port_function_hw_addr_get(struct devlink_port *p0, u8 *p1, int *p2, struct
	netlink_ext_ack *p3)
{
	return 0;
}

static int on_port_function_hw_addr_set(struct devlink_port *p0, const u8 *p1, int p2, struct
	netlink_ext_ack *p3)
{
	return 0;
}

static int on_port_new(struct devlink *p0, const struct devlink_port_new_attrs *p1, struct
	netlink_ext_ack *p2, unsigned int *p3)
{
	return 0;
}

static int on_port_del(struct devlink *p0, unsigned int p1, struct netlink_ext_ack *p2)
{
	return 0;
}

static int on_port_fn_state_get(struct devlink_port *p0, enum devlink_port_fn_state *p1, enum
	devlink_port_fn_opstate *p2, struct netlink_ext_ack *p3)
{
	return 0;
}

static int on_port_fn_state_set(struct devlink_port *p0, enum devlink_port_fn_state p1, struct
	netlink_ext_ack *p2)
{
	return 0;
}

static int on_rate_leaf_tx_share_set(struct devlink_rate *p0, void *p1, u64 p2, struct
	netlink_ext_ack *p3)
{
	return 0;
}

static int on_rate_leaf_tx_max_set(struct devlink_rate *p0, void *p1, u64 p2, struct
	netlink_ext_ack *p3)
{
	return 0;
}

static int on_rate_node_tx_share_set(struct devlink_rate *p0, void *p1, u64 p2, struct
	netlink_ext_ack *p3)
{
	return 0;
}

static int on_rate_node_tx_max_set(struct devlink_rate *p0, void *p1, u64 p2, struct
	netlink_ext_ack *p3)
{
	return 0;
}

static int on_rate_node_new(struct devlink_rate *p0, void **p1, struct netlink_ext_ack *p2)
{
	return 0;
}

static int on_rate_node_del(struct devlink_rate *p0, void *p1, struct netlink_ext_ack *p2)
{
	return 0;
}

static int on_rate_leaf_parent_set(struct devlink_rate *p0, struct devlink_rate *p1, void *p2,
	void *p3, struct netlink_ext_ack *p4)
{
	return 0;
}

static int on_rate_node_parent_set(struct devlink_rate *p0, struct devlink_rate *p1, void *p2,
	void *p3, struct netlink_ext_ack *p4)
{
	return 0;
}

static bool on_selftest_check(struct devlink *p0, unsigned int p1, struct netlink_ext_ack *p2)
{
	return 0;
}

static enum devlink_selftest_status on_selftest_run(struct devlink *p0, unsigned int p1, struct
	netlink_ext_ack *p2)
{
	return 0;
}

struct devlink_ops table = {
	.reload_down = on_reload_down,
	.reload_up = on_reload_up,
	.port_type_set = on_port_type_set,
	.port_split = on_port_split,
	.port_unsplit = on_port_unsplit,
	.sb_pool_get = on_sb_pool_get,
	.sb_pool_set = on_sb_pool_set,
	.sb_port_pool_get = on_sb_port_pool_get,
	.sb_port_pool_set = on_sb_port_pool_set,
	.sb_tc_pool_bind_get = on_sb_tc_pool_bind_get,
	.sb_tc_pool_bind_set = on_sb_tc_pool_bind_set,
	.sb_occ_snapshot = on_sb_occ_snapshot,
	.sb_occ_max_clear = on_sb_occ_max_clear,
	.sb_occ_port_pool_get = on_sb_occ_port_pool_get,
	.sb_occ_tc_port_bind_get = on_sb_occ_tc_port_bind_get,
	.eswitch_mode_get = on_eswitch_mode_get,
	.eswitch_mode_set = on_eswitch_mode_set,
	.eswitch_inline_mode_get = on_eswitch_inline_mode_get,
	.eswitch_inline_mode_set = on_eswitch_inline_mode_set,
	.eswitch_encap_mode_get = on_eswitch_encap_mode_get,
	.eswitch_encap_mode_set = on_eswitch_encap_mode_set,
	.info_get = on_info_get,
	.flash_update = on_flash_update,
	.trap_init = on_trap_init,
	.trap_fini = on_trap_fini,
	.trap_action_set = on_trap_action_set,
	.trap_group_init = on_trap_group_init,
	.trap_group_set = on_trap_group_set,
	.trap_group_action_set = on_trap_group_action_set,
	.trap_drop_counter_get = on_trap_drop_counter_get,
	.trap_policer_init = on_trap_policer_init,
	.trap_policer_fini = on_trap_policer_fini,
	.trap_policer_set = on_trap_policer_set,
	.trap_policer_counter_get = on_trap_policer_counter_get,
	.port_function_hw_addr_get = on_port_function_hw_addr_get,
	.port_function_hw_addr_set = on_port_function_hw_addr_set,
	.port_new = on_port_new,
	.port_del = on_port_del,
	.port_fn_state_get = on_port_fn_state_get,
	.port_fn_state_set = on_port_fn_state_set,
	.rate_leaf_tx_share_set = on_rate_leaf_tx_share_set,
	.rate_leaf_tx_max_set = on_rate_leaf_tx_max_set,
	.rate_node_tx_share_set = on_rate_node_tx_share_set,
	.rate_node_tx_max_set = on_rate_node_tx_max_set,
	.rate_node_new = on_rate_node_new,
	.rate_node_del = on_rate_node_del,
	.rate_leaf_parent_set = on_rate_leaf_parent_set,
	.rate_node_parent_set = on_rate_node_parent_set,
	.selftest_check = on_selftest_check,
	.selftest_run = on_selftest_run,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct devlink_ops
 * context: on_reload_down: process
 * context: on_reload_up: process
 * context: on_port_type_set: process
 * context: on_port_split: process
 * context: on_port_unsplit: process
 * context: on_sb_pool_get: process
 * context: on_sb_pool_set: process
 * context: on_sb_port_pool_get: process
 * context: on_sb_port_pool_set: process
 * context: on_sb_tc_pool_bind_get: process
 * context: on_sb_tc_pool_bind_set: process
 * context: on_sb_occ_snapshot: process
 * context: on_sb_occ_max_clear: process
 * context: on_sb_occ_port_pool_get: process
 * context: on_sb_occ_tc_port_bind_get: process
 * context: on_eswitch_mode_get: process
 * context: on_eswitch_mode_set: process
 * context: on_eswitch_inline_mode_get: process
 * context: on_eswitch_inline_mode_set: process
 * context: on_eswitch_encap_mode_get: process
 * context: on_eswitch_encap_mode_set: process
 * context: on_info_get: process
 * context: on_flash_update: process
 * context: on_trap_init: process
 * context: on_trap_fini: process
 * context: on_trap_action_set: process
 * context: on_trap_group_init: process
 * context: on_trap_group_set: process
 * context: on_trap_group_action_set: process
 * context: on_trap_drop_counter_get: process
 * context: on_trap_policer_init: process
 * context: on_trap_policer_fini: process
 * context: on_trap_policer_set: process
 * context: on_trap_policer_counter_get: process
 * context: on_port_function_hw_addr_get: process
 * context: on_port_function_hw_addr_set: process
 * context: on_port_new: process
 * context: on_port_del: process
 * context: on_port_fn_state_get: process
 * context: on_port_fn_state_set: process
 * context: on_rate_leaf_tx_share_set: process
 * context: on_rate_leaf_tx_max_set: process
 * context: on_rate_node_tx_share_set: process
 * context: on_rate_node_tx_max_set: process
 * context: on_rate_node_new: process
 * context: on_rate_node_del: process
 * context: on_rate_leaf_parent_set: process
 * context: on_rate_node_parent_set: process
 * context: on_selftest_check: process
 * context: on_selftest_run: process
 */
