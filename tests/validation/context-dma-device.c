// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/dmaengine.h>

static int on_device_alloc_chan_resources(struct dma_chan *p0)
{
	return 0;
}

static int on_device_router_config(struct dma_chan *p0)
{
	return 0;
}

static void on_device_free_chan_resources(struct dma_chan *p0)
{
}

static struct dma_async_tx_descriptor *on_device_prep_dma_memcpy(struct dma_chan *p0, dma_addr_t
	p1, dma_addr_t p2, size_t p3, unsigned long p4)
{
	return 0;
}

static struct dma_async_tx_descriptor *on_device_prep_dma_xor(struct dma_chan *p0, dma_addr_t
	p1, dma_addr_t *p2, unsigned int p3, size_t p4, unsigned long p5)
{
	return 0;
}

static struct dma_async_tx_descriptor *on_device_prep_dma_xor_val(struct dma_chan *p0,
	dma_addr_t *p1, unsigned int p2, size_t p3, enum sum_check_flags *p4, unsigned long p5)
{
	return 0;
}

static struct dma_async_tx_descriptor *on_device_prep_dma_pq(struct dma_chan *p0, dma_addr_t
	*p1, dma_addr_t *p2, unsigned int p3, const unsigned char *p4, size_t p5, unsigned long
	p6)
{
	return 0;
}

static struct dma_async_tx_descriptor *on_device_prep_dma_pq_val(struct dma_chan *p0, dma_addr_t
	*p1, dma_addr_t *p2, unsigned int p3, const unsigned char *p4, size_t p5, enum
	sum_check_flags *p6, unsigned long p7)
{
	return 0;
}

static struct dma_async_tx_descriptor *on_device_prep_dma_memset(struct dma_chan *p0, dma_addr_t
	p1, int p2, size_t p3, unsigned long p4)
{
	return 0;
}

static struct dma_async_tx_descriptor *on_device_prep_dma_memset_sg(struct dma_chan *p0, struct
	scatterlist *p1, unsigned int p2, int p3, unsigned long p4)
{
	return 0;
}

static struct dma_async_tx_descriptor *on_device_prep_dma_interrupt(struct dma_chan *p0,
	unsigned long p1)
{
	return 0;
}

static struct dma_async_tx_descriptor *on_device_prep_slave_sg(struct dma_chan *p0, struct
	scatterlist *p1, unsigned int p2, enum dma_transfer_direction p3, unsigned long p4, void
	*p5)
{
	return 0;
}

static struct dma_async_tx_descriptor *on_device_prep_dma_cyclic(struct dma_chan *p0, dma_addr_t
	p1, size_t p2, size_t p3, enum dma_transfer_direction p4, unsigned long p5)
{
	return 0;
}

static struct dma_async_tx_descriptor *on_device_prep_interleaved_dma(struct dma_chan *p0,
	struct dma_interleaved_template *p1, unsigned long p2)
{
	return 0;
}

static struct dma_async_tx_descriptor *on_device_prep_dma_imm_data(struct dma_chan *p0,
	dma_addr_t p1, u64 p2, unsigned long p3)
{
	return 0;
}

static void on_device_caps(struct dma_chan *p0, struct dma_slave_caps *p1)
{
}

static int on_device_config(struct dma_chan *p0, struct dma_slave_config *p1)
{
	return 0;
}

static int on_device_pause(struct dma_chan *p0)
{
	return 0;
}

static int on_device_resume(struct dma_chan *p0)
{
	return 0;
}

static int on_device_terminate_all(struct dma_chan *p0)
{
	return 0;
}

static void on_device_synchronize(struct dma_chan *p0)
{
}

static enum dma_status on_device_tx_status(struct dma_chan *p0, dma_cookie_t p1, struct
	dma_tx_state *p2)
{
	return 0;
}

static void on_device_issue_pending(struct dma_chan *p0)
{
}

static void on_device_release(struct dma_device *p0)
{
}

static void on_dbg_summary_show(struct seq_file *p0, struct dma_device *p1)
{
}

struct dma_device table = {
	.device_alloc_chan_resources = on_device_alloc_chan_resources,
	.device_router_config = on_device_router_config,
	.device_free_chan_resources = on_device_free_chan_resources,
	.device_prep_dma_memcpy = on_device_prep_dma_memcpy,
	.device_prep_dma_xor = on_device_prep_dma_xor,
	.device_prep_dma_xor_val = on_device_prep_dma_xor_val,
	.device_prep_dma_pq = on_device_prep_dma_pq,
	.device_prep_dma_pq_val = on_device_prep_dma_pq_val,
	.device_prep_dma_memset = on_device_prep_dma_memset,
	.device_prep_dma_memset_sg = on_device_prep_dma_memset_sg,
	.device_prep_dma_interrupt = on_device_prep_dma_interrupt,
	.device_prep_slave_sg = on_device_prep_slave_sg,
	.device_prep_dma_cyclic = on_device_prep_dma_cyclic,
	.device_prep_interleaved_dma = on_device_prep_interleaved_dma,
	.device_prep_dma_imm_data = on_device_prep_dma_imm_data,
	.device_caps = on_device_caps,
	.device_config = on_device_config,
	.device_pause = on_device_pause,
	.device_resume = on_device_resume,
	.device_terminate_all = on_device_terminate_all,
	.device_synchronize = on_device_synchronize,
	.device_tx_status = on_device_tx_status,
	.device_issue_pending = on_device_issue_pending,
	.device_release = on_device_release,
	.dbg_summary_show = on_dbg_summary_show,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct dma_device
 * context: on_device_alloc_chan_resources: process
 * context: on_device_router_config: process
 * context: on_device_free_chan_resources: process
 * context: on_device_prep_dma_memcpy: process atomic softirq hardirq
 * context: on_device_prep_dma_xor: process atomic softirq hardirq
 * context: on_device_prep_dma_xor_val: process atomic softirq hardirq
 * context: on_device_prep_dma_pq: process atomic softirq hardirq
 * context: on_device_prep_dma_pq_val: process atomic softirq hardirq
 * context: on_device_prep_dma_memset: process atomic softirq hardirq
 * context: on_device_prep_dma_memset_sg: process atomic softirq hardirq
 * context: on_device_prep_dma_interrupt: process atomic softirq hardirq
 * context: on_device_prep_slave_sg: process atomic softirq hardirq
 * context: on_device_prep_dma_cyclic: process atomic softirq hardirq
 * context: on_device_prep_interleaved_dma: process atomic softirq hardirq
 * context: on_device_prep_dma_imm_data: process atomic softirq hardirq
 * context: on_device_caps: process atomic
 * context: on_device_config: process atomic softirq hardirq
 * context: on_device_pause: process atomic softirq hardirq
 * context: on_device_resume: process atomic softirq hardirq
 * context: on_device_terminate_all: process atomic softirq hardirq
 * context: on_device_synchronize: process
 * context: on_device_tx_status: process atomic softirq hardirq
 * context: on_device_issue_pending: process atomic softirq hardirq
 * context: on_device_release: process
 * context: on_dbg_summary_show: process
 */
