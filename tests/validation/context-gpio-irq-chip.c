// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/gpio/driver.h>

static int on_child_to_parent_hwirq(struct gpio_chip *p0, unsigned int p1, unsigned int p2,
	unsigned int *p3, unsigned int *p4)
{
	return 0;
}

static int on_populate_parent_alloc_arg(struct gpio_chip *p0, union gpio_irq_fwspec *p1,
	unsigned int p2, unsigned int p3)
{
	return 0;
}

static unsigned int on_child_offset_to_irq(struct gpio_chip *p0, unsigned int p1)
{
	return 0;
}

static int on_init_hw(struct gpio_chip *p0)
{
	return 0;
}

static void on_init_valid_mask(struct gpio_chip *p0, unsigned long *p1, unsigned int p2)
{
}

static void on_irq_enable(struct irq_data *p0)
{
}

static void on_irq_disable(struct irq_data *p0)
{
}

static void on_irq_unmask(struct irq_data *p0)
{
}

static void on_irq_mask(struct irq_data *p0)
{
}

struct gpio_irq_chip table = {
	.child_to_parent_hwirq = on_child_to_parent_hwirq,
	.populate_parent_alloc_arg = on_populate_parent_alloc_arg,
	.child_offset_to_irq = on_child_offset_to_irq,
	.init_hw = on_init_hw,
	.init_valid_mask = on_init_valid_mask,
	.irq_enable = on_irq_enable,
	.irq_disable = on_irq_disable,
	.irq_unmask = on_irq_unmask,
	.irq_mask = on_irq_mask,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct gpio_irq_chip
 * context: on_child_to_parent_hwirq: process
 * context: on_populate_parent_alloc_arg: process
 * context: on_child_offset_to_irq: process
 * context: on_init_hw: process
 * context: on_init_valid_mask: process
 * context: on_irq_enable: atomic hardirq
 * context: on_irq_disable: atomic hardirq
 * context: on_irq_unmask: atomic hardirq
 * context: on_irq_mask: atomic hardirq
 */
