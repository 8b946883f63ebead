// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <net/mac802154.h>

static int on_start(struct ieee802154_hw *p0)
{
	return 0;
}

static void on_stop(struct ieee802154_hw *p0)
{
}

static int on_xmit_sync(struct ieee802154_hw *p0, struct sk_buff *p1)
{
	return 0;
}

static int on_xmit_async(struct ieee802154_hw *p0, struct sk_buff *p1)
{
	return 0;
}

static int on_ed(struct ieee802154_hw *p0, u8 *p1)
{
	return 0;
}

static int on_set_channel(struct ieee802154_hw *p0, u8 p1, u8 p2)
{
	return 0;
}

static int on_set_hw_addr_filt(struct ieee802154_hw *p0, struct ieee802154_hw_addr_filt *p1,
	unsigned long p2)
{
	return 0;
}

static int on_set_txpower(struct ieee802154_hw *p0, s32 p1)
{
	return 0;
}

static int on_set_lbt(struct ieee802154_hw *p0, bool p1)
{
	return 0;
}

static int on_set_cca_mode(struct ieee802154_hw *p0, const struct wpan_phy_cca *p1)
{
	return 0;
}

static int on_set_cca_ed_level(struct ieee802154_hw *p0, s32 p1)
{
	return 0;
}

static int on_set_csma_params(struct ieee802154_hw *p0, u8 p1, u8 p2, u8 p3)
{
	return 0;
}

static int on_set_frame_retries(struct ieee802154_hw *p0, s8 p1)
{
	return 0;
}

static int on_set_promiscuous_mode(struct ieee802154_hw *p0, const bool p1)
{
	return 0;
}

struct ieee802154_ops table = {
	.start = on_start,
	.stop = on_stop,
	.xmit_sync = on_xmit_sync,
	.xmit_async = on_xmit_async,
	.ed = on_ed,
	.set_channel = on_set_channel,
	.set_hw_addr_filt = on_set_hw_addr_filt,
	.set_txpower = on_set_txpower,
	.set_lbt = on_set_lbt,
	.set_cca_mode = on_set_cca_mode,
	.set_cca_ed_level = on_set_cca_ed_level,
	.set_csma_params = on_set_csma_params,
	.set_frame_retries = on_set_frame_retries,
	.set_promiscuous_mode = on_set_promiscuous_mode,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct ieee802154_ops
 * context: on_start: process
 * context: on_stop: process
 * context: on_xmit_sync: process
 * context: on_xmit_async: process atomic softirq
 * context: on_ed: process
 * context: on_set_channel: process
 * context: on_set_hw_addr_filt: process
 * context: on_set_txpower: process
 * context: on_set_lbt: process
 * context: on_set_cca_mode: process
 * context: on_set_cca_ed_level: process
 * context: on_set_csma_params: process
 * context: on_set_frame_retries: process
 * context: on_set_promiscuous_mode: process
 */
