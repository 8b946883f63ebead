// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/irqdomain.h>

static int on_match(struct irq_domain *p0, struct device_node *p1, enum irq_domain_bus_token p2)
{
	return 0;
}

static int on_select(struct irq_domain *p0, struct irq_fwspec *p1, enum irq_domain_bus_token p2)
{
	return 0;
}

static int on_map(struct irq_domain *p0, unsigned int p1, irq_hw_number_t p2)
{
	return 0;
}

static void on_unmap(struct irq_domain *p0, unsigned int p1)
{
}

static int on_xlate(struct irq_domain *p0, struct device_node *p1, const u32 *p2, unsigned int
	p3, unsigned long *p4, unsigned int *p5)
{
	return 0;
}

static int on_alloc(struct irq_domain *p0, unsigned int p1, unsigned int p2, void *p3)
{
	return 0;
}

static void on_free(struct irq_domain *p0, unsigned int p1, unsigned int p2)
{
}

static int on_activate(struct irq_domain *p0, struct irq_data *p1, bool p2)
{
	return 0;
}

static void on_deactivate(struct irq_domain *p0, struct irq_data *p1)
{
}

static int on_translate(struct irq_domain *p0, struct irq_fwspec *p1, unsigned long *p2,
	unsigned int *p3)
{
	return 0;
}

struct irq_domain_ops table = {
	.match = on_match,
	.select = on_select,
	.map = on_map,
	.unmap = on_unmap,
	.xlate = on_xlate,
	.alloc = on_alloc,
	.free = on_free,
	.activate = on_activate,
	.deactivate = on_deactivate,
	.translate = on_translate,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct irq_domain_ops
 * context: on_match: process
 * context: on_select: process
 * context: on_map: process
 * context: on_unmap: process
 * context: on_xlate: process
 * context: on_alloc: process
 * context: on_free: process
 * context: on_activate: process atomic
 * context: on_deactivate: process atomic
 * context: on_translate: process
 */
