// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <scsi/scsi_host.h>

static int on_queuecommand(struct Scsi_Host *p0, struct scsi_cmnd *p1)
{
	return 0;
}

static void on_commit_rqs(struct Scsi_Host *p0, u16 p1)
{
}

static const char *on_info(struct Scsi_Host *p0)
{
	return 0;
}

static int on_ioctl(struct scsi_device *p0, unsigned int p1, void *p2)
{
	return 0;
}

static int on_compat_ioctl(struct scsi_device *p0, unsigned int p1, void *p2)
{
	return 0;
}

static int on_init_cmd_priv(struct Scsi_Host *p0, struct scsi_cmnd *p1)
{
	return 0;
}

static int on_exit_cmd_priv(struct Scsi_Host *p0, struct scsi_cmnd *p1)
{
	return 0;
}

static int on_eh_abort_handler(struct scsi_cmnd *p0)
{
	return 0;
}

static int on_eh_device_reset_handler(struct scsi_cmnd *p0)
{
	return 0;
}

static int on_eh_target_reset_handler(struct scsi_cmnd *p0)
{
	return 0;
}

static int on_eh_bus_reset_handler(struct scsi_cmnd *p0)
{
	return 0;
}

static int on_eh_host_reset_handler(struct scsi_cmnd *p0)
{
	return 0;
}

static int on_slave_alloc(struct scsi_device *p0)
{
	return 0;
}

static int on_slave_configure(struct scsi_device *p0)
{
	return 0;
}

static void on_slave_destroy(struct scsi_device *p0)
{
}

static int on_target_alloc(struct scsi_target *p0)
{
	return 0;
}

static void on_target_destroy(struct scsi_target *p0)
{
}

static int on_scan_finished(struct Scsi_Host *p0, unsigned long p1)
{
	return 0;
}

static void on_scan_start(struct Scsi_Host *p0)
{
}

static int on_change_queue_depth(struct scsi_device *p0, int p1)
{
	return 0;
}

static void on_map_queues(struct Scsi_Host *p0)
{
}

static int on_mq_poll(struct Scsi_Host *p0, unsigned int p1)
{
	return 0;
}

static bool on_dma_need_drain(struct request *p0)
{
	return 0;
}

static int on_bios_param(struct scsi_device *p0, struct block_device *p1, sector_t p2, int *p3)
{
	return 0;
}

static void on_unlock_native_capacity(struct scsi_device *p0)
{
}

static int on_show_info(struct seq_file *p0, struct Scsi_Host *p1)
{
	return 0;
}

static int on_write_info(struct Scsi_Host *p0, char *p1, int p2)
{
	return 0;
}

static enum blk_eh_timer_return on_eh_timed_out(struct scsi_cmnd *p0)
{
	return 0;
}

static bool on_eh_should_retry_cmd(struct scsi_cmnd *p0)
{
	return 0;
}

static int on_host_reset(struct Scsi_Host *p0, int p1)
{
	return 0;
}

struct scsi_host_template table = {
	.queuecommand = on_queuecommand,
	.commit_rqs = on_commit_rqs,
	.info = on_info,
	.ioctl = on_ioctl,
	.compat_ioctl = on_compat_ioctl,
	.init_cmd_priv = on_init_cmd_priv,
	.exit_cmd_priv = on_exit_cmd_priv,
	.eh_abort_handler = on_eh_abort_handler,
	.eh_device_reset_handler = on_eh_device_reset_handler,
	.eh_target_reset_handler = on_eh_target_reset_handler,
	.eh_bus_reset_handler = on_eh_bus_reset_handler,
	.eh_host_reset_handler = on_eh_host_reset_handler,
	.slave_alloc = on_slave_alloc,
	.slave_configure = on_slave_configure,
	.slave_destroy = on_slave_destroy,
	.target_alloc = on_target_alloc,
	.target_destroy = on_target_destroy,
	.scan_finished = on_scan_finished,
	.scan_start = on_scan_start,
	.change_queue_depth = on_change_queue_depth,
	.map_queues = on_map_queues,
	.mq_poll = on_mq_poll,
	.dma_need_drain = on_dma_need_drain,
	.bios_param = on_bios_param,
	.unlock_native_capacity = on_unlock_native_capacity,
	.show_info = on_show_info,
	.write_info = on_write_info,
	.eh_timed_out = on_eh_timed_out,
	.eh_should_retry_cmd = on_eh_should_retry_cmd,
	.host_reset = on_host_reset,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct scsi_host_template
 * context: on_queuecommand: process atomic softirq
 * context: on_commit_rqs: process atomic softirq
 * context: on_info: process
 * context: on_ioctl: process
 * context: on_compat_ioctl: process
 * context: on_init_cmd_priv: process
 * context: on_exit_cmd_priv: process
 * context: on_eh_abort_handler: process
 * context: on_eh_device_reset_handler: process
 * context: on_eh_target_reset_handler: process
 * context: on_eh_bus_reset_handler: process
 * context: on_eh_host_reset_handler: process
 * context: on_slave_alloc: process
 * context: on_slave_configure: process
 * context: on_slave_destroy: process
 * context: on_target_alloc: process
 * context: on_target_destroy: process
 * context: on_scan_finished: process
 * context: on_scan_start: process
 * context: on_change_queue_depth: process
 * context: on_map_queues: process
 * context: on_mq_poll: process atomic
 * context: on_dma_need_drain: process atomic softirq
 * context: on_bios_param: process
 * context: on_unlock_native_capacity: process
 * context: on_show_info: process
 * context: on_write_info: process
 * context: on_eh_timed_out: process atomic
 * context: on_eh_should_retry_cmd: process softirq
 * context: on_host_reset: process
 */
