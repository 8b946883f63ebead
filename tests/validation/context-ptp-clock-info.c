// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/ptp_clock_kernel.h>

static int on_adjfine(struct ptp_clock_info *p0, long p1)
{
	return 0;
}

static int on_adjfreq(struct ptp_clock_info *p0, s32 p1)
{
	return 0;
}

static int on_adjphase(struct ptp_clock_info *p0, s32 p1)
{
	return 0;
}

static int on_adjtime(struct ptp_clock_info *p0, s64 p1)
{
	return 0;
}

static int on_gettime64(struct ptp_clock_info *p0, struct timespec64 *p1)
{
	return 0;
}

static int on_gettimex64(struct ptp_clock_info *p0, struct timespec64 *p1, struct
	ptp_system_timestamp *p2)
{
	return 0;
}

static int on_getcrosststamp(struct ptp_clock_info *p0, struct system_device_crosststamp *p1)
{
	return 0;
}

static int on_settime64(struct ptp_clock_info *p0, const struct timespec64 *p1)
{
	return 0;
}

static int on_getcycles64(struct ptp_clock_info *p0, struct timespec64 *p1)
{
	return 0;
}

static int on_getcyclesx64(struct ptp_clock_info *p0, struct timespec64 *p1, struct
	ptp_system_timestamp *p2)
{
	return 0;
}

static int on_getcrosscycles(struct ptp_clock_info *p0, struct system_device_crosststamp *p1)
{
	return 0;
}

static int on_enable(struct ptp_clock_info *p0, struct ptp_clock_request *p1, int p2)
{
	return 0;
}

static int on_verify(struct ptp_clock_info *p0, unsigned int p1, enum ptp_pin_function p2,
	unsigned int p3)
{
	return 0;
}

static long on_do_aux_work(struct ptp_clock_info *p0)
{
	return 0;
}

struct ptp_clock_info table = {
	.adjfine = on_adjfine,
	.adjfreq = on_adjfreq,
	.adjphase = on_adjphase,
	.adjtime = on_adjtime,
	.gettime64 = on_gettime64,
	.gettimex64 = on_gettimex64,
	.getcrosststamp = on_getcrosststamp,
	.settime64 = on_settime64,
	.getcycles64 = on_getcycles64,
	.getcyclesx64 = on_getcyclesx64,
	.getcrosscycles = on_getcrosscycles,
	.enable = on_enable,
	.verify = on_verify,
	.do_aux_work = on_do_aux_work,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct ptp_clock_info
 * context: on_adjfine: process
 * context: on_adjfreq: process
 * context: on_adjphase: process
 * context: on_adjtime: process
 * context: on_gettime64: process
 * context: on_gettimex64: process
 * context: on_getcrosststamp: process
 * context: on_settime64: process
 * context: on_getcycles64: process
 * context: on_getcyclesx64: process
 * context: on_getcrosscycles: process
 * context: on_enable: process
 * context: on_verify: process
 * context: on_do_aux_work: process
 */
