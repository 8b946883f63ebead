// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/pci.h>

static int on_probe(struct pci_dev *p0, const struct pci_device_id *p1)
{
	return 0;
}

static void on_remove(struct pci_dev *p0)
{
}

static int on_suspend(struct pci_dev *p0, pm_message_t p1)
{
	return 0;
}

static int on_resume(struct pci_dev *p0)
{
	return 0;
}

static void on_shutdown(struct pci_dev *p0)
{
}

static int on_sriov_configure(struct pci_dev *p0, int p1)
{
	return 0;
}

static int on_sriov_set_msix_vec_count(struct pci_dev *p0, int p1)
{
	return 0;
}

static u32 on_sriov_get_vf_total_msix(struct pci_dev *p0)
{
	return 0;
}

struct pci_driver table = {
	.probe = on_probe,
	.remove = on_remove,
	.suspend = on_suspend,
	.resume = on_resume,
	.shutdown = on_shutdown,
	.sriov_configure = on_sriov_configure,
	.sriov_set_msix_vec_count = on_sriov_set_msix_vec_count,
	.sriov_get_vf_total_msix = on_sriov_get_vf_total_msix,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct pci_driver
 * context: on_probe: process
 * context: on_remove: process
 * context: on_suspend: process
 * context: on_resume: process
 * context: on_shutdown: process
 * context: on_sriov_configure: process
 * context: on_sriov_set_msix_vec_count: process
 * context: on_sriov_get_vf_total_msix: process
 */
