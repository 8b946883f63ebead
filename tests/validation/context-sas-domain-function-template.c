// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <scsi/libsas.h>

static void on_lldd_port_formed(struct asd_sas_phy *p0)
{
}

static void on_lldd_port_deformed(struct asd_sas_phy *p0)
{
}

static int on_lldd_dev_found(struct domain_device *p0)
{
	return 0;
}

static void on_lldd_dev_gone(struct domain_device *p0)
{
}

static int on_lldd_execute_task(struct sas_task *p0, gfp_t p1)
{
	return 0;
}

static int on_lldd_abort_task(struct sas_task *p0)
{
	return 0;
}

static int on_lldd_abort_task_set(struct domain_device *p0, u8 *p1)
{
	return 0;
}

static int on_lldd_clear_task_set(struct domain_device *p0, u8 *p1)
{
	return 0;
}

static int on_lldd_I_T_nexus_reset(struct domain_device *p0)
{
	return 0;
}

static int on_lldd_ata_check_ready(struct domain_device *p0)
{
	return 0;
}

static void on_lldd_ata_set_dmamode(struct domain_device *p0)
{
}

static int on_lldd_lu_reset(struct domain_device *p0, u8 *p1)
{
	return 0;
}

static int on_lldd_query_task(struct sas_task *p0)
{
	return 0;
}

static void on_lldd_tmf_exec_complete(struct domain_device *p0)
{
}

static void on_lldd_tmf_aborted(struct sas_task *p0)
{
}

static bool on_lldd_abort_timeout(struct sas_task *p0, void *p1)
{
	return 0;
}

static int on_lldd_clear_nexus_port(struct asd_sas_port *p0)
{
	return 0;
}

static int on_lldd_clear_nexus_ha(struct sas_ha_struct *p0)
{
	return 0;
}

static int on_lldd_control_phy(struct asd_sas_phy *p0, enum phy_func p1, void *p2)
{
	return 0;
}

static int on_lldd_write_gpio(struct sas_ha_struct *p0, u8 p1, u8 p2, u8 p3, u8 *p4)
{
	return 0;
}

struct sas_domain_function_template table = {
	.lldd_port_formed = on_lldd_port_formed,
	.lldd_port_deformed = on_lldd_port_deformed,
	.lldd_dev_found = on_lldd_dev_found,
	.lldd_dev_gone = on_lldd_dev_gone,
	.lldd_execute_task = on_lldd_execute_task,
	.lldd_abort_task = on_lldd_abort_task,
	.lldd_abort_task_set = on_lldd_abort_task_set,
	.lldd_clear_task_set = on_lldd_clear_task_set,
	.lldd_I_T_nexus_reset = on_lldd_I_T_nexus_reset,
	.lldd_ata_check_ready = on_lldd_ata_check_ready,
	.lldd_ata_set_dmamode = on_lldd_ata_set_dmamode,
	.lldd_lu_reset = on_lldd_lu_reset,
	.lldd_query_task = on_lldd_query_task,
	.lldd_tmf_exec_complete = on_lldd_tmf_exec_complete,
	.lldd_tmf_aborted = on_lldd_tmf_aborted,
	.lldd_abort_timeout = on_lldd_abort_timeout,
	.lldd_clear_nexus_port = on_lldd_clear_nexus_port,
	.lldd_clear_nexus_ha = on_lldd_clear_nexus_ha,
	.lldd_control_phy = on_lldd_control_phy,
	.lldd_write_gpio = on_lldd_write_gpio,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct sas_domain_function_template
 * context: on_lldd_port_formed: process atomic
 * context: on_lldd_port_deformed: process atomic
 * context: on_lldd_dev_found: process
 * context: on_lldd_dev_gone: process
 * context: on_lldd_execute_task: process atomic softirq
 * context: on_lldd_abort_task: process
 * context: on_lldd_abort_task_set: process
 * context: on_lldd_clear_task_set: process
 * context: on_lldd_I_T_nexus_reset: process
 * context: on_lldd_ata_check_ready: process
 * context: on_lldd_ata_set_dmamode: process
 * context: on_lldd_lu_reset: process
 * context: on_lldd_query_task: process
 * context: on_lldd_tmf_exec_complete: process
 * context: on_lldd_tmf_aborted: process
 * context: on_lldd_abort_timeout: process
 * context: on_lldd_clear_nexus_port: process
 * context: on_lldd_clear_nexus_ha: process
 * context: on_lldd_control_phy: process
 * context: on_lldd_write_gpio: process
 */
