// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/bsg-lib.h>
#include <scsi/scsi_host.h>
#include <scsi/scsi_transport_sas.h>

static int on_get_linkerrors(struct sas_phy *p0)
{
	return 0;
}

static int on_get_enclosure_identifier(struct sas_rphy *p0, u64 *p1)
{
	return 0;
}

static int on_get_bay_identifier(struct sas_rphy *p0)
{
	return 0;
}

static int on_phy_reset(struct sas_phy *p0, int p1)
{
	return 0;
}

static int on_phy_enable(struct sas_phy *p0, int p1)
{
	return 0;
}

static int on_phy_setup(struct sas_phy *p0)
{
	return 0;
}

static void on_phy_release(struct sas_phy *p0)
{
}

static int on_set_phy_speed(struct sas_phy *p0, struct sas_phy_linkrates *p1)
{
	return 0;
}

static void on_smp_handler(struct bsg_job *p0, struct Scsi_Host *p1, struct sas_rphy *p2)
{
}

struct sas_function_template table = {
	.get_linkerrors = on_get_linkerrors,
	.get_enclosure_identifier = on_get_enclosure_identifier,
	.get_bay_identifier = on_get_bay_identifier,
	.phy_reset = on_phy_reset,
	.phy_enable = on_phy_enable,
	.phy_setup = on_phy_setup,
	.phy_release = on_phy_release,
	.set_phy_speed = on_set_phy_speed,
	.smp_handler = on_smp_handler,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct sas_function_template
 * context: on_get_linkerrors: process
 * context: on_get_enclosure_identifier: process
 * context: on_get_bay_identifier: process
 * context: on_phy_reset: process
 * context: on_phy_enable: process
 * context: on_phy_setup: process
 * context: on_phy_release: process
 * context: on_set_phy_speed: process
 * context: on_smp_handler: process
 */
