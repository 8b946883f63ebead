// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/mmc/host.h>

static void on_post_req(struct mmc_host *p0, struct mmc_request *p1, int p2)
{
}

static void on_pre_req(struct mmc_host *p0, struct mmc_request *p1)
{
}

static void on_request(struct mmc_host *p0, struct mmc_request *p1)
{
}

static int on_request_atomic(struct mmc_host *p0, struct mmc_request *p1)
{
	return 0;
}

static void on_set_ios(struct mmc_host *p0, struct mmc_ios *p1)
{
}

static int on_get_ro(struct mmc_host *p0)
{
	return 0;
}

static int on_get_cd(struct mmc_host *p0)
{
	return 0;
}

static void on_enable_sdio_irq(struct mmc_host *p0, int p1)
{
}

static void on_ack_sdio_irq(struct mmc_host *p0)
{
}

static void on_init_card(struct mmc_host *p0, struct mmc_card *p1)
{
}

static int on_start_signal_voltage_switch(struct mmc_host *p0, struct mmc_ios *p1)
{
	return 0;
}

static int on_card_busy(struct mmc_host *p0)
{
	return 0;
}

static int on_execute_tuning(struct mmc_host *p0, u32 p1)
{
	return 0;
}

static int on_prepare_hs400_tuning(struct mmc_host *p0, struct mmc_ios *p1)
{
	return 0;
}

static int on_execute_hs400_tuning(struct mmc_host *p0, struct mmc_card *p1)
{
	return 0;
}

static int on_hs400_prepare_ddr(struct mmc_host *p0)
{
	return 0;
}

static void on_hs400_downgrade(struct mmc_host *p0)
{
}

static void on_hs400_complete(struct mmc_host *p0)
{
}

static void on_hs400_enhanced_strobe(struct mmc_host *p0, struct mmc_ios *p1)
{
}

static int on_select_drive_strength(struct mmc_card *p0, unsigned int p1, int p2, int p3, int
	*p4)
{
	return 0;
}

static void on_card_hw_reset(struct mmc_host *p0)
{
}

static void on_card_event(struct mmc_host *p0)
{
}

static int on_multi_io_quirk(struct mmc_card *p0, unsigned int p1, int p2)
{
	return 0;
}

static int on_init_sd_express(struct mmc_host *p0, struct mmc_ios *p1)
{
	return 0;
}

struct mmc_host_ops table = {
	.post_req = on_post_req,
	.pre_req = on_pre_req,
	.request = on_request,
	.request_atomic = on_request_atomic,
	.set_ios = on_set_ios,
	.get_ro = on_get_ro,
	.get_cd = on_get_cd,
	.enable_sdio_irq = on_enable_sdio_irq,
	.ack_sdio_irq = on_ack_sdio_irq,
	.init_card = on_init_card,
	.start_signal_voltage_switch = on_start_signal_voltage_switch,
	.card_busy = on_card_busy,
	.execute_tuning = on_execute_tuning,
	.prepare_hs400_tuning = on_prepare_hs400_tuning,
	.execute_hs400_tuning = on_execute_hs400_tuning,
	.hs400_prepare_ddr = on_hs400_prepare_ddr,
	.hs400_downgrade = on_hs400_downgrade,
	.hs400_complete = on_hs400_complete,
	.hs400_enhanced_strobe = on_hs400_enhanced_strobe,
	.select_drive_strength = on_select_drive_strength,
	.card_hw_reset = on_card_hw_reset,
	.card_event = on_card_event,
	.multi_io_quirk = on_multi_io_quirk,
	.init_sd_express = on_init_sd_express,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct mmc_host_ops
 * context: on_post_req: process atomic softirq
 * context: on_pre_req: process
 * context: on_request: process atomic softirq
 * context: on_request_atomic: atomic softirq hardirq
 * context: on_set_ios: process
 * context: on_get_ro: process
 * context: on_get_cd: process
 * context: on_enable_sdio_irq: process atomic softirq hardirq
 * context: on_ack_sdio_irq: process atomic
 * context: on_init_card: process
 * context: on_start_signal_voltage_switch: process
 * context: on_card_busy: process
 * context: on_execute_tuning: process
 * context: on_prepare_hs400_tuning: process
 * context: on_execute_hs400_tuning: process
 * context: on_hs400_prepare_ddr: process
 * context: on_hs400_downgrade: process
 * context: on_hs400_complete: process
 * context: on_hs400_enhanced_strobe: process
 * context: on_select_drive_strength: process
 * context: on_card_hw_reset: process
 * context: on_card_event: process
 * context: on_multi_io_quirk: process
 * context: on_init_sd_express: process
 */
