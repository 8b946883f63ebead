// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/pci.h>

static pci_ers_result_t on_error_detected(struct pci_dev *p0, pci_channel_state_t p1)
{
	return 0;
}

static pci_ers_result_t on_mmio_enabled(struct pci_dev *p0)
{
	return 0;
}

static pci_ers_result_t on_slot_reset(struct pci_dev *p0)
{
	return 0;
}

static void on_reset_prepare(struct pci_dev *p0)
{
}

static void on_reset_done(struct pci_dev *p0)
{
}

static void on_resume(struct pci_dev *p0)
{
}

struct pci_error_handlers table = {
	.error_detected = on_error_detected,
	.mmio_enabled = on_mmio_enabled,
	.slot_reset = on_slot_reset,
	.reset_prepare = on_reset_prepare,
	.reset_done = on_reset_done,
	.resume = on_resume,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct pci_error_handlers
 * context: on_error_detected: process
 * context: on_mmio_enabled: process
 * context: on_slot_reset: process
 * context: on_reset_prepare: process
 * context: on_reset_done: process
 * context: on_resume: process
 */
