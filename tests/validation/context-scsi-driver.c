// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <scsi/scsi_driver.h>

static int on_resume(struct device *p0)
{
	return 0;
}

static void on_rescan(struct device *p0)
{
}

static blk_status_t on_init_command(struct scsi_cmnd *p0)
{
	return 0;
}

static void on_uninit_command(struct scsi_cmnd *p0)
{
}

static int on_done(struct scsi_cmnd *p0)
{
	return 0;
}

static int on_eh_action(struct scsi_cmnd *p0, int p1)
{
	return 0;
}

static void on_eh_reset(struct scsi_cmnd *p0)
{
}

struct scsi_driver table = {
	.resume = on_resume,
	.rescan = on_rescan,
	.init_command = on_init_command,
	.uninit_command = on_uninit_command,
	.done = on_done,
	.eh_action = on_eh_action,
	.eh_reset = on_eh_reset,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct scsi_driver
 * context: on_resume: process
 * context: on_rescan: process
 * context: on_init_command: process atomic softirq
 * context: on_uninit_command: process atomic softirq
 * context: on_done: process softirq hardirq
 * context: on_eh_action: process
 * context: on_eh_reset: process
 */
