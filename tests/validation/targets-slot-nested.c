// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct mac_ops {
	int (*setup)(void *hw);
};
struct phy_ops {
	int (*setup)(void *hw);
};
struct hw {
	struct {
		struct mac_ops ops;
	} mac;
	struct {
		struct phy_ops ops;
	} phy;
};
struct adapter {
	struct hw hw[2];
};

static int setup_mac(void *hw) { return 0; }
static int setup_phy(void *hw) { return 0; }

static const struct mac_ops mac_table = { setup_mac };
static const struct phy_ops phy_table = { setup_phy };

void identify(struct hw *hw)
{
	hw->mac.ops = mac_table;
	memcpy(&hw->phy.ops, &phy_table, sizeof(phy_table));
}

int run(struct adapter *adapter)
{
	return adapter->hw[1].mac.ops.setup(&adapter->hw[1]);
}

int run_phy(struct phy_ops *ops)
{
	struct hw *hw = container_of(ops, struct hw, phy.ops);

	return hw->phy.ops.setup(hw);
}

MODULE_LICENSE("GPL");
/*
 * check-name: tables inside records, copied there, and container_of
 * expect: run: call .*slot struct mac_ops.setup .*TARGETS slot:setup_mac$
 * expect: run_phy: call .*slot struct phy_ops.setup .*TARGETS slot:setup_phy$
 */
