// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/device.h>
#include <linux/interrupt.h>
#include <linux/irq.h>

static unsigned int on_irq_startup(struct irq_data *p0)
{
	return 0;
}

static void on_irq_shutdown(struct irq_data *p0)
{
}

static void on_irq_enable(struct irq_data *p0)
{
}

static void on_irq_disable(struct irq_data *p0)
{
}

static void on_irq_ack(struct irq_data *p0)
{
}

static void on_irq_mask(struct irq_data *p0)
{
}

static void on_irq_mask_ack(struct irq_data *p0)
{
}

static void on_irq_unmask(struct irq_data *p0)
{
}

static void on_irq_eoi(struct irq_data *p0)
{
}

static int on_irq_set_affinity(struct irq_data *p0, const struct cpumask *p1, bool p2)
{
	return 0;
}

static int on_irq_retrigger(struct irq_data *p0)
{
	return 0;
}

static int on_irq_set_type(struct irq_data *p0, unsigned int p1)
{
	return 0;
}

static int on_irq_set_wake(struct irq_data *p0, unsigned int p1)
{
	return 0;
}

static void on_irq_bus_lock(struct irq_data *p0)
{
}

static void on_irq_bus_sync_unlock(struct irq_data *p0)
{
}

static void on_irq_suspend(struct irq_data *p0)
{
}

static void on_irq_resume(struct irq_data *p0)
{
}

static void on_irq_pm_shutdown(struct irq_data *p0)
{
}

static void on_irq_calc_mask(struct irq_data *p0)
{
}

static void on_irq_print_chip(struct irq_data *p0, struct seq_file *p1)
{
}

static int on_irq_request_resources(struct irq_data *p0)
{
	return 0;
}

static void on_irq_release_resources(struct irq_data *p0)
{
}

static void on_irq_compose_msi_msg(struct irq_data *p0, struct msi_msg *p1)
{
}

static void on_irq_write_msi_msg(struct irq_data *p0, struct msi_msg *p1)
{
}

static int on_irq_get_irqchip_state(struct irq_data *p0, enum irqchip_irq_state p1, bool *p2)
{
	return 0;
}

static int on_irq_set_irqchip_state(struct irq_data *p0, enum irqchip_irq_state p1, bool p2)
{
	return 0;
}

static int on_irq_set_vcpu_affinity(struct irq_data *p0, void *p1)
{
	return 0;
}

static void on_ipi_send_single(struct irq_data *p0, unsigned int p1)
{
}

static void on_ipi_send_mask(struct irq_data *p0, const struct cpumask *p1)
{
}

static int on_irq_nmi_setup(struct irq_data *p0)
{
	return 0;
}

static void on_irq_nmi_teardown(struct irq_data *p0)
{
}

struct irq_chip table = {
	.irq_startup = on_irq_startup,
	.irq_shutdown = on_irq_shutdown,
	.irq_enable = on_irq_enable,
	.irq_disable = on_irq_disable,
	.irq_ack = on_irq_ack,
	.irq_mask = on_irq_mask,
	.irq_mask_ack = on_irq_mask_ack,
	.irq_unmask = on_irq_unmask,
	.irq_eoi = on_irq_eoi,
	.irq_set_affinity = on_irq_set_affinity,
	.irq_retrigger = on_irq_retrigger,
	.irq_set_type = on_irq_set_type,
	.irq_set_wake = on_irq_set_wake,
	.irq_bus_lock = on_irq_bus_lock,
	.irq_bus_sync_unlock = on_irq_bus_sync_unlock,
	.irq_suspend = on_irq_suspend,
	.irq_resume = on_irq_resume,
	.irq_pm_shutdown = on_irq_pm_shutdown,
	.irq_calc_mask = on_irq_calc_mask,
	.irq_print_chip = on_irq_print_chip,
	.irq_request_resources = on_irq_request_resources,
	.irq_release_resources = on_irq_release_resources,
	.irq_compose_msi_msg = on_irq_compose_msi_msg,
	.irq_write_msi_msg = on_irq_write_msi_msg,
	.irq_get_irqchip_state = on_irq_get_irqchip_state,
	.irq_set_irqchip_state = on_irq_set_irqchip_state,
	.irq_set_vcpu_affinity = on_irq_set_vcpu_affinity,
	.ipi_send_single = on_ipi_send_single,
	.ipi_send_mask = on_ipi_send_mask,
	.irq_nmi_setup = on_irq_nmi_setup,
	.irq_nmi_teardown = on_irq_nmi_teardown,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct irq_chip
 * context: on_irq_startup: atomic hardirq
 * context: on_irq_shutdown: atomic hardirq
 * context: on_irq_enable: atomic hardirq
 * context: on_irq_disable: atomic hardirq
 * context: on_irq_ack: atomic hardirq
 * context: on_irq_mask: atomic hardirq
 * context: on_irq_mask_ack: atomic hardirq
 * context: on_irq_unmask: atomic hardirq
 * context: on_irq_eoi: atomic hardirq
 * context: on_irq_set_affinity: atomic hardirq
 * context: on_irq_retrigger: atomic hardirq
 * context: on_irq_set_type: atomic hardirq
 * context: on_irq_set_wake: atomic hardirq
 * context: on_irq_bus_lock: process
 * context: on_irq_bus_sync_unlock: process
 * context: on_irq_suspend: atomic hardirq
 * context: on_irq_resume: atomic hardirq
 * context: on_irq_pm_shutdown: atomic hardirq
 * context: on_irq_calc_mask: atomic hardirq
 * context: on_irq_print_chip: atomic hardirq
 * context: on_irq_request_resources: process
 * context: on_irq_release_resources: process
 * context: on_irq_compose_msi_msg: atomic hardirq
 * context: on_irq_write_msi_msg: atomic hardirq
 * context: on_irq_get_irqchip_state: atomic hardirq
 * context: on_irq_set_irqchip_state: atomic hardirq
 * context: on_irq_set_vcpu_affinity: atomic hardirq
 * context: on_ipi_send_single: atomic hardirq
 * context: on_ipi_send_mask: atomic hardirq
 * context: on_irq_nmi_setup: atomic hardirq
 * context: on_irq_nmi_teardown: atomic hardirq
 */
