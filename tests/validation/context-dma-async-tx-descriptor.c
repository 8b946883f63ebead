// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/dmaengine.h>

static dma_cookie_t on_tx_submit(struct dma_async_tx_descriptor *p0)
{
	return 0;
}

static int on_desc_free(struct dma_async_tx_descriptor *p0)
{
	return 0;
}

static void on_callback(void *p0)
{
}

static void on_callback_result(void *p0, const struct dmaengine_result *p1)
{
}

struct dma_async_tx_descriptor table = {
	.tx_submit = on_tx_submit,
	.desc_free = on_desc_free,
	.callback = on_callback,
	.callback_result = on_callback_result,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct dma_async_tx_descriptor
 * context: on_tx_submit: process atomic softirq hardirq
 * context: on_desc_free: process atomic softirq hardirq
 * context: on_callback: process atomic softirq hardirq
 * context: on_callback_result: process atomic softirq hardirq
 */
