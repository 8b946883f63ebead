// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/blk-mq.h>

static blk_status_t on_queue_rq(struct blk_mq_hw_ctx *p0, const struct blk_mq_queue_data *p1)
{
	return 0;
}

static void on_commit_rqs(struct blk_mq_hw_ctx *p0)
{
}

static void on_queue_rqs(struct request **p0)
{
}

static int on_get_budget(struct request_queue *p0)
{
	return 0;
}

static void on_put_budget(struct request_queue *p0, int p1)
{
}

static void on_set_rq_budget_token(struct request *p0, int p1)
{
}

static int on_get_rq_budget_token(struct request *p0)
{
	return 0;
}

static enum blk_eh_timer_return on_timeout(struct request *p0)
{
	return 0;
}

static int on_poll(struct blk_mq_hw_ctx *p0, struct io_comp_batch *p1)
{
	return 0;
}

static void on_complete(struct request *p0)
{
}

static int on_init_hctx(struct blk_mq_hw_ctx *p0, void *p1, unsigned int p2)
{
	return 0;
}

static void on_exit_hctx(struct blk_mq_hw_ctx *p0, unsigned int p1)
{
}

static int on_init_request(struct blk_mq_tag_set *p0, struct request *p1, unsigned int p2,
	unsigned int p3)
{
	return 0;
}

static void on_exit_request(struct blk_mq_tag_set *p0, struct request *p1, unsigned int p2)
{
}

static void on_cleanup_rq(struct request *p0)
{
}

static bool on_busy(struct request_queue *p0)
{
	return 0;
}

static void on_map_queues(struct blk_mq_tag_set *p0)
{
}

static void on_show_rq(struct seq_file *p0, struct request *p1)
{
}

struct blk_mq_ops table = {
	.queue_rq = on_queue_rq,
	.commit_rqs = on_commit_rqs,
	.queue_rqs = on_queue_rqs,
	.get_budget = on_get_budget,
	.put_budget = on_put_budget,
	.set_rq_budget_token = on_set_rq_budget_token,
	.get_rq_budget_token = on_get_rq_budget_token,
	.timeout = on_timeout,
	.poll = on_poll,
	.complete = on_complete,
	.init_hctx = on_init_hctx,
	.exit_hctx = on_exit_hctx,
	.init_request = on_init_request,
	.exit_request = on_exit_request,
	.cleanup_rq = on_cleanup_rq,
	.busy = on_busy,
	.map_queues = on_map_queues,
	.show_rq = on_show_rq,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct blk_mq_ops
 * context: on_queue_rq: process atomic softirq
 * context: on_commit_rqs: process atomic softirq
 * context: on_queue_rqs: process atomic
 * context: on_get_budget: process atomic softirq
 * context: on_put_budget: process atomic softirq
 * context: on_set_rq_budget_token: process atomic softirq
 * context: on_get_rq_budget_token: process atomic softirq
 * context: on_timeout: process atomic
 * context: on_poll: process atomic
 * context: on_complete: process atomic softirq hardirq
 * context: on_init_hctx: process
 * context: on_exit_hctx: process
 * context: on_init_request: process
 * context: on_exit_request: process
 * context: on_cleanup_rq: process atomic softirq
 * context: on_busy: process atomic
 * context: on_map_queues: process
 * context: on_show_rq: process
 */
