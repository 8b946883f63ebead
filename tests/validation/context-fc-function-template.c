// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <scsi/scsi_transport_fc.h>

static void on_get_rport_dev_loss_tmo(struct fc_rport *p0)
{
}

static void on_set_rport_dev_loss_tmo(struct fc_rport *p0, u32 p1)
{
}

static void on_get_starget_node_name(struct scsi_target *p0)
{
}

static void on_get_starget_port_name(struct scsi_target *p0)
{
}

static void on_get_starget_port_id(struct scsi_target *p0)
{
}

static void on_get_host_port_id(struct Scsi_Host *p0)
{
}

static void on_get_host_port_type(struct Scsi_Host *p0)
{
}

static void on_get_host_port_state(struct Scsi_Host *p0)
{
}

static void on_get_host_active_fc4s(struct Scsi_Host *p0)
{
}

static void on_get_host_speed(struct Scsi_Host *p0)
{
}

static void on_get_host_fabric_name(struct Scsi_Host *p0)
{
}

static void on_get_host_symbolic_name(struct Scsi_Host *p0)
{
}

static void on_set_host_system_hostname(struct Scsi_Host *p0)
{
}

static struct fc_host_statistics *on_get_fc_host_stats(struct Scsi_Host *p0)
{
	return 0;
}

static void on_reset_fc_host_stats(struct Scsi_Host *p0)
{
}

static int on_issue_fc_host_lip(struct Scsi_Host *p0)
{
	return 0;
}

static void on_dev_loss_tmo_callbk(struct fc_rport *p0)
{
}

static void on_terminate_rport_io(struct fc_rport *p0)
{
}

static void on_set_vport_symbolic_name(struct fc_vport *p0)
{
}

static int on_vport_create(struct fc_vport *p0, bool p1)
{
	return 0;
}

static int on_vport_disable(struct fc_vport *p0, bool p1)
{
	return 0;
}

static int on_vport_delete(struct fc_vport *p0)
{
	return 0;
}

static int on_bsg_request(struct bsg_job *p0)
{
	return 0;
}

static int on_bsg_timeout(struct bsg_job *p0)
{
	return 0;
}

struct fc_function_template table = {
	.get_rport_dev_loss_tmo = on_get_rport_dev_loss_tmo,
	.set_rport_dev_loss_tmo = on_set_rport_dev_loss_tmo,
	.get_starget_node_name = on_get_starget_node_name,
	.get_starget_port_name = on_get_starget_port_name,
	.get_starget_port_id = on_get_starget_port_id,
	.get_host_port_id = on_get_host_port_id,
	.get_host_port_type = on_get_host_port_type,
	.get_host_port_state = on_get_host_port_state,
	.get_host_active_fc4s = on_get_host_active_fc4s,
	.get_host_speed = on_get_host_speed,
	.get_host_fabric_name = on_get_host_fabric_name,
	.get_host_symbolic_name = on_get_host_symbolic_name,
	.set_host_system_hostname = on_set_host_system_hostname,
	.get_fc_host_stats = on_get_fc_host_stats,
	.reset_fc_host_stats = on_reset_fc_host_stats,
	.issue_fc_host_lip = on_issue_fc_host_lip,
	.dev_loss_tmo_callbk = on_dev_loss_tmo_callbk,
	.terminate_rport_io = on_terminate_rport_io,
	.set_vport_symbolic_name = on_set_vport_symbolic_name,
	.vport_create = on_vport_create,
	.vport_disable = on_vport_disable,
	.vport_delete = on_vport_delete,
	.bsg_request = on_bsg_request,
	.bsg_timeout = on_bsg_timeout,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct fc_function_template
 * context: on_get_rport_dev_loss_tmo: process
 * context: on_set_rport_dev_loss_tmo: process
 * context: on_get_starget_node_name: process
 * context: on_get_starget_port_name: process
 * context: on_get_starget_port_id: process
 * context: on_get_host_port_id: process
 * context: on_get_host_port_type: process
 * context: on_get_host_port_state: process
 * context: on_get_host_active_fc4s: process
 * context: on_get_host_speed: process
 * context: on_get_host_fabric_name: process
 * context: on_get_host_symbolic_name: process
 * context: on_set_host_system_hostname: process
 * context: on_get_fc_host_stats: process
 * context: on_reset_fc_host_stats: process
 * context: on_issue_fc_host_lip: process
 * context: on_dev_loss_tmo_callbk: process
 * context: on_terminate_rport_io: process
 * context: on_set_vport_symbolic_name: process
 * context: on_vport_create: process
 * context: on_vport_disable: process
 * context: on_vport_delete: process
 * context: on_bsg_request: process atomic
 * context: on_bsg_timeout: process atomic softirq
 */
