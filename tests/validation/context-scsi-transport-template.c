// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <scsi/scsi_transport.h>

static int on_user_scan(struct Scsi_Host *p0, uint p1, uint p2, u64 p3)
{
	return 0;
}

static void on_eh_strategy_handler(struct Scsi_Host *p0)
{
}

struct scsi_transport_template table = {
	.user_scan = on_user_scan,
	.eh_strategy_handler = on_eh_strategy_handler,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct scsi_transport_template
 * context: on_user_scan: process
 * context: on_eh_strategy_handler: process
 */
