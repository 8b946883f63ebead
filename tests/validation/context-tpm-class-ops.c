// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/tpm.h>

static bool on_req_canceled(struct tpm_chip *p0, u8 p1)
{
	return 0;
}

static int on_recv(struct tpm_chip *p0, u8 *p1, size_t p2)
{
	return 0;
}

static int on_send(struct tpm_chip *p0, u8 *p1, size_t p2)
{
	return 0;
}

static void on_cancel(struct tpm_chip *p0)
{
}

static u8 on_status(struct tpm_chip *p0)
{
	return 0;
}

static void on_update_timeouts(struct tpm_chip *p0, unsigned long *p1)
{
}

static void on_update_durations(struct tpm_chip *p0, unsigned long *p1)
{
}

static int on_go_idle(struct tpm_chip *p0)
{
	return 0;
}

static int on_cmd_ready(struct tpm_chip *p0)
{
	return 0;
}

static int on_request_locality(struct tpm_chip *p0, int p1)
{
	return 0;
}

static int on_relinquish_locality(struct tpm_chip *p0, int p1)
{
	return 0;
}

static void on_clk_enable(struct tpm_chip *p0, bool p1)
{
}

struct tpm_class_ops table = {
	.req_canceled = on_req_canceled,
	.recv = on_recv,
	.send = on_send,
	.cancel = on_cancel,
	.status = on_status,
	.update_timeouts = on_update_timeouts,
	.update_durations = on_update_durations,
	.go_idle = on_go_idle,
	.cmd_ready = on_cmd_ready,
	.request_locality = on_request_locality,
	.relinquish_locality = on_relinquish_locality,
	.clk_enable = on_clk_enable,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct tpm_class_ops
 * context: on_req_canceled: process
 * context: on_recv: process
 * context: on_send: process
 * context: on_cancel: process
 * context: on_status: process
 * context: on_update_timeouts: process
 * context: on_update_durations: process
 * context: on_go_idle: process
 * context: on_cmd_ready: process
 * context: on_request_locality: process
 * context: on_relinquish_locality: process
 * context: on_clk_enable: process
 */
