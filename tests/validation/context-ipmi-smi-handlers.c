// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/ipmi_smi.h>

static int on_start_processing(void *p0, struct ipmi_smi *p1)
{
	return 0;
}

static void on_shutdown(void *p0)
{
}

static int on_get_smi_info(void *p0, struct ipmi_smi_info *p1)
{
	return 0;
}

static void on_sender(void *p0, struct ipmi_smi_msg *p1)
{
}

static void on_request_events(void *p0)
{
}

static void on_set_need_watch(void *p0, unsigned int p1)
{
}

static void on_flush_messages(void *p0)
{
}

static void on_set_run_to_completion(void *p0, bool p1)
{
}

static void on_poll(void *p0)
{
}

static void on_set_maintenance_mode(void *p0, bool p1)
{
}

struct ipmi_smi_handlers table = {
	.start_processing = on_start_processing,
	.shutdown = on_shutdown,
	.get_smi_info = on_get_smi_info,
	.sender = on_sender,
	.request_events = on_request_events,
	.set_need_watch = on_set_need_watch,
	.flush_messages = on_flush_messages,
	.set_run_to_completion = on_set_run_to_completion,
	.poll = on_poll,
	.set_maintenance_mode = on_set_maintenance_mode,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct ipmi_smi_handlers
 * context: on_start_processing: process
 * context: on_shutdown: process
 * context: on_get_smi_info: process
 * context: on_sender: process atomic softirq
 * context: on_request_events: process atomic softirq
 * context: on_set_need_watch: process atomic softirq
 * context: on_flush_messages: process atomic
 * context: on_set_run_to_completion: process atomic
 * context: on_poll: process atomic hardirq
 * context: on_set_maintenance_mode: process atomic
 */
