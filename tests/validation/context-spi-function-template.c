// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <scsi/scsi_transport_spi.h>

static void on_get_period(struct scsi_target *p0)
{
}

static void on_set_period(struct scsi_target *p0, int p1)
{
}

static void on_get_offset(struct scsi_target *p0)
{
}

static void on_set_offset(struct scsi_target *p0, int p1)
{
}

static void on_get_width(struct scsi_target *p0)
{
}

static void on_set_width(struct scsi_target *p0, int p1)
{
}

static void on_get_iu(struct scsi_target *p0)
{
}

static void on_set_iu(struct scsi_target *p0, int p1)
{
}

static void on_get_dt(struct scsi_target *p0)
{
}

static void on_set_dt(struct scsi_target *p0, int p1)
{
}

static void on_get_qas(struct scsi_target *p0)
{
}

static void on_set_qas(struct scsi_target *p0, int p1)
{
}

static void on_get_wr_flow(struct scsi_target *p0)
{
}

static void on_set_wr_flow(struct scsi_target *p0, int p1)
{
}

static void on_get_rd_strm(struct scsi_target *p0)
{
}

static void on_set_rd_strm(struct scsi_target *p0, int p1)
{
}

static void on_get_rti(struct scsi_target *p0)
{
}

static void on_set_rti(struct scsi_target *p0, int p1)
{
}

static void on_get_pcomp_en(struct scsi_target *p0)
{
}

static void on_set_pcomp_en(struct scsi_target *p0, int p1)
{
}

static void on_get_hold_mcs(struct scsi_target *p0)
{
}

static void on_set_hold_mcs(struct scsi_target *p0, int p1)
{
}

static void on_get_signalling(struct Scsi_Host *p0)
{
}

static void on_set_signalling(struct Scsi_Host *p0, enum spi_signal_type p1)
{
}

static int on_deny_binding(struct scsi_target *p0)
{
	return 0;
}

struct spi_function_template table = {
	.get_period = on_get_period,
	.set_period = on_set_period,
	.get_offset = on_get_offset,
	.set_offset = on_set_offset,
	.get_width = on_get_width,
	.set_width = on_set_width,
	.get_iu = on_get_iu,
	.set_iu = on_set_iu,
	.get_dt = on_get_dt,
	.set_dt = on_set_dt,
	.get_qas = on_get_qas,
	.set_qas = on_set_qas,
	.get_wr_flow = on_get_wr_flow,
	.set_wr_flow = on_set_wr_flow,
	.get_rd_strm = on_get_rd_strm,
	.set_rd_strm = on_set_rd_strm,
	.get_rti = on_get_rti,
	.set_rti = on_set_rti,
	.get_pcomp_en = on_get_pcomp_en,
	.set_pcomp_en = on_set_pcomp_en,
	.get_hold_mcs = on_get_hold_mcs,
	.set_hold_mcs = on_set_hold_mcs,
	.get_signalling = on_get_signalling,
	.set_signalling = on_set_signalling,
	.deny_binding = on_deny_binding,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct spi_function_template
 * context: on_get_period: process
 * context: on_set_period: process
 * context: on_get_offset: process
 * context: on_set_offset: process
 * context: on_get_width: process
 * context: on_set_width: process
 * context: on_get_iu: process
 * context: on_set_iu: process
 * context: on_get_dt: process
 * context: on_set_dt: process
 * context: on_get_qas: process
 * context: on_set_qas: process
 * context: on_get_wr_flow: process
 * context: on_set_wr_flow: process
 * context: on_get_rd_strm: process
 * context: on_set_rd_strm: process
 * context: on_get_rti: process
 * context: on_set_rti: process
 * context: on_get_pcomp_en: process
 * context: on_set_pcomp_en: process
 * context: on_get_hold_mcs: process
 * context: on_set_hold_mcs: process
 * context: on_get_signalling: process
 * context: on_set_signalling: process
 * context: on_deny_binding: process
 */
