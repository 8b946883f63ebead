// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/libata.h>

static int on_qc_defer(struct ata_queued_cmd *p0)
{
	return 0;
}

static int on_check_atapi_dma(struct ata_queued_cmd *p0)
{
	return 0;
}

static enum ata_completion_errors on_qc_prep(struct ata_queued_cmd *p0)
{
	return 0;
}

static unsigned int on_qc_issue(struct ata_queued_cmd *p0)
{
	return 0;
}

static bool on_qc_fill_rtf(struct ata_queued_cmd *p0)
{
	return 0;
}

static int on_cable_detect(struct ata_port *p0)
{
	return 0;
}

static unsigned int on_mode_filter(struct ata_device *p0, unsigned int p1)
{
	return 0;
}

static void on_set_piomode(struct ata_port *p0, struct ata_device *p1)
{
}

static void on_set_dmamode(struct ata_port *p0, struct ata_device *p1)
{
}

static int on_set_mode(struct ata_link *p0, struct ata_device **p1)
{
	return 0;
}

static unsigned int on_read_id(struct ata_device *p0, struct ata_taskfile *p1, __le16 *p2)
{
	return 0;
}

static void on_dev_config(struct ata_device *p0)
{
}

static void on_freeze(struct ata_port *p0)
{
}

static void on_thaw(struct ata_port *p0)
{
}

static int on_prereset(struct ata_link *p0, unsigned long p1)
{
	return 0;
}

static int on_softreset(struct ata_link *p0, unsigned int *p1, unsigned long p2)
{
	return 0;
}

static int on_hardreset(struct ata_link *p0, unsigned int *p1, unsigned long p2)
{
	return 0;
}

static void on_postreset(struct ata_link *p0, unsigned int *p1)
{
}

static int on_pmp_prereset(struct ata_link *p0, unsigned long p1)
{
	return 0;
}

static int on_pmp_softreset(struct ata_link *p0, unsigned int *p1, unsigned long p2)
{
	return 0;
}

static int on_pmp_hardreset(struct ata_link *p0, unsigned int *p1, unsigned long p2)
{
	return 0;
}

static void on_pmp_postreset(struct ata_link *p0, unsigned int *p1)
{
}

static void on_error_handler(struct ata_port *p0)
{
}

static void on_lost_interrupt(struct ata_port *p0)
{
}

static void on_post_internal_cmd(struct ata_queued_cmd *p0)
{
}

static void on_sched_eh(struct ata_port *p0)
{
}

static void on_end_eh(struct ata_port *p0)
{
}

static int on_scr_read(struct ata_link *p0, unsigned int p1, u32 *p2)
{
	return 0;
}

static int on_scr_write(struct ata_link *p0, unsigned int p1, u32 p2)
{
	return 0;
}

static void on_pmp_attach(struct ata_port *p0)
{
}

static void on_pmp_detach(struct ata_port *p0)
{
}

static int on_set_lpm(struct ata_link *p0, enum ata_lpm_policy p1, unsigned int p2)
{
	return 0;
}

static int on_port_suspend(struct ata_port *p0, pm_message_t p1)
{
	return 0;
}

static int on_port_resume(struct ata_port *p0)
{
	return 0;
}

static int on_port_start(struct ata_port *p0)
{
	return 0;
}

static void on_port_stop(struct ata_port *p0)
{
}

static void on_host_stop(struct ata_host *p0)
{
}

static void on_sff_dev_select(struct ata_port *p0, unsigned int p1)
{
}

static void on_sff_set_devctl(struct ata_port *p0, u8 p1)
{
}

static u8 on_sff_check_status(struct ata_port *p0)
{
	return 0;
}

static u8 on_sff_check_altstatus(struct ata_port *p0)
{
	return 0;
}

static void on_sff_tf_load(struct ata_port *p0, const struct ata_taskfile *p1)
{
}

static void on_sff_tf_read(struct ata_port *p0, struct ata_taskfile *p1)
{
}

static void on_sff_exec_command(struct ata_port *p0, const struct ata_taskfile *p1)
{
}

static unsigned int on_sff_data_xfer(struct ata_queued_cmd *p0, unsigned char *p1, unsigned int
	p2, int p3)
{
	return 0;
}

static void on_sff_irq_on(struct ata_port *p0)
{
}

static bool on_sff_irq_check(struct ata_port *p0)
{
	return 0;
}

static void on_sff_irq_clear(struct ata_port *p0)
{
}

static void on_sff_drain_fifo(struct ata_queued_cmd *p0)
{
}

static void on_bmdma_setup(struct ata_queued_cmd *p0)
{
}

static void on_bmdma_start(struct ata_queued_cmd *p0)
{
}

static void on_bmdma_stop(struct ata_queued_cmd *p0)
{
}

static u8 on_bmdma_status(struct ata_port *p0)
{
	return 0;
}

static ssize_t on_em_show(struct ata_port *p0, char *p1)
{
	return 0;
}

static ssize_t on_em_store(struct ata_port *p0, const char *p1, size_t p2)
{
	return 0;
}

static ssize_t on_sw_activity_show(struct ata_device *p0, char *p1)
{
	return 0;
}

static ssize_t on_sw_activity_store(struct ata_device *p0, enum sw_activity p1)
{
	return 0;
}

static ssize_t on_transmit_led_message(struct ata_port *p0, u32 p1, ssize_t p2)
{
	return 0;
}

static void on_phy_reset(struct ata_port *p0)
{
}

static void on_eng_timeout(struct ata_port *p0)
{
}

struct ata_port_operations table = {
	.qc_defer = on_qc_defer,
	.check_atapi_dma = on_check_atapi_dma,
	.qc_prep = on_qc_prep,
	.qc_issue = on_qc_issue,
	.qc_fill_rtf = on_qc_fill_rtf,
	.cable_detect = on_cable_detect,
	.mode_filter = on_mode_filter,
	.set_piomode = on_set_piomode,
	.set_dmamode = on_set_dmamode,
	.set_mode = on_set_mode,
	.read_id = on_read_id,
	.dev_config = on_dev_config,
	.freeze = on_freeze,
	.thaw = on_thaw,
	.prereset = on_prereset,
	.softreset = on_softreset,
	.hardreset = on_hardreset,
	.postreset = on_postreset,
	.pmp_prereset = on_pmp_prereset,
	.pmp_softreset = on_pmp_softreset,
	.pmp_hardreset = on_pmp_hardreset,
	.pmp_postreset = on_pmp_postreset,
	.error_handler = on_error_handler,
	.lost_interrupt = on_lost_interrupt,
	.post_internal_cmd = on_post_internal_cmd,
	.sched_eh = on_sched_eh,
	.end_eh = on_end_eh,
	.scr_read = on_scr_read,
	.scr_write = on_scr_write,
	.pmp_attach = on_pmp_attach,
	.pmp_detach = on_pmp_detach,
	.set_lpm = on_set_lpm,
	.port_suspend = on_port_suspend,
	.port_resume = on_port_resume,
	.port_start = on_port_start,
	.port_stop = on_port_stop,
	.host_stop = on_host_stop,
	.sff_dev_select = on_sff_dev_select,
	.sff_set_devctl = on_sff_set_devctl,
	.sff_check_status = on_sff_check_status,
	.sff_check_altstatus = on_sff_check_altstatus,
	.sff_tf_load = on_sff_tf_load,
	.sff_tf_read = on_sff_tf_read,
	.sff_exec_command = on_sff_exec_command,
	.sff_data_xfer = on_sff_data_xfer,
	.sff_irq_on = on_sff_irq_on,
	.sff_irq_check = on_sff_irq_check,
	.sff_irq_clear = on_sff_irq_clear,
	.sff_drain_fifo = on_sff_drain_fifo,
	.bmdma_setup = on_bmdma_setup,
	.bmdma_start = on_bmdma_start,
	.bmdma_stop = on_bmdma_stop,
	.bmdma_status = on_bmdma_status,
	.em_show = on_em_show,
	.em_store = on_em_store,
	.sw_activity_show = on_sw_activity_show,
	.sw_activity_store = on_sw_activity_store,
	.transmit_led_message = on_transmit_led_message,
	.phy_reset = on_phy_reset,
	.eng_timeout = on_eng_timeout,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct ata_port_operations
 * context: on_qc_defer: atomic softirq hardirq
 * context: on_check_atapi_dma: atomic softirq hardirq
 * context: on_qc_prep: atomic softirq hardirq
 * context: on_qc_issue: atomic softirq hardirq
 * context: on_qc_fill_rtf: atomic softirq hardirq
 * context: on_cable_detect: process
 * context: on_mode_filter: process
 * context: on_set_piomode: process
 * context: on_set_dmamode: process
 * context: on_set_mode: process
 * context: on_read_id: process
 * context: on_dev_config: process
 * context: on_freeze: atomic softirq hardirq
 * context: on_thaw: atomic
 * context: on_prereset: process
 * context: on_softreset: process
 * context: on_hardreset: process
 * context: on_postreset: process
 * context: on_pmp_prereset: process
 * context: on_pmp_softreset: process
 * context: on_pmp_hardreset: process
 * context: on_pmp_postreset: process
 * context: on_error_handler: process
 * context: on_lost_interrupt: atomic
 * context: on_post_internal_cmd: process
 * context: on_sched_eh: atomic softirq hardirq
 * context: on_end_eh: atomic
 * context: on_scr_read: process atomic hardirq
 * context: on_scr_write: process atomic hardirq
 * context: on_pmp_attach: process
 * context: on_pmp_detach: process
 * context: on_set_lpm: process
 * context: on_port_suspend: process
 * context: on_port_resume: process
 * context: on_port_start: process
 * context: on_port_stop: process
 * context: on_host_stop: process
 * context: on_sff_dev_select: process atomic softirq hardirq
 * context: on_sff_set_devctl: process atomic softirq hardirq
 * context: on_sff_check_status: process atomic softirq hardirq
 * context: on_sff_check_altstatus: process atomic softirq hardirq
 * context: on_sff_tf_load: process atomic softirq hardirq
 * context: on_sff_tf_read: process atomic softirq hardirq
 * context: on_sff_exec_command: process atomic softirq hardirq
 * context: on_sff_data_xfer: process atomic softirq hardirq
 * context: on_sff_irq_on: process atomic softirq hardirq
 * context: on_sff_irq_check: process atomic softirq hardirq
 * context: on_sff_irq_clear: process atomic softirq hardirq
 * context: on_sff_drain_fifo: process atomic
 * context: on_bmdma_setup: atomic softirq hardirq
 * context: on_bmdma_start: atomic softirq hardirq
 * context: on_bmdma_stop: atomic softirq hardirq
 * context: on_bmdma_status: atomic softirq hardirq
 * context: on_em_show: process
 * context: on_em_store: process
 * context: on_sw_activity_show: process
 * context: on_sw_activity_store: process
 * context: on_transmit_led_message: process atomic softirq
 * context: on_phy_reset: process
 * context: on_eng_timeout: process
 */
