/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Stands in front of the kernel's header of that name where a driver is analysed and in
 * its user half. The table of mapped BARs is the kernel's; here each caller has one of its
 * own, in its frame, with what the kernel says is mapped.
 */
#ifndef _MDRV_OVERLAY_LINUX_PCI_H
#define _MDRV_OVERLAY_LINUX_PCI_H

#include_next <linux/pci.h>

#ifdef CONFIG_PCI
void __iomem *mdrv_pcim_bar(struct pci_dev *pdev, int bar);

static inline void __iomem *const *mdrv_iomap_table(struct pci_dev *pdev, void __iomem **table)
{
	int bar;

	for (bar = 0; bar < PCI_STD_NUM_BARS; bar++)
		table[bar] = mdrv_pcim_bar(pdev, bar);
	return table;
}
#define pcim_iomap_table(pdev) \
	mdrv_iomap_table(pdev, __builtin_alloca(PCI_STD_NUM_BARS * sizeof(void __iomem *)))
#endif

#endif /* _MDRV_OVERLAY_LINUX_PCI_H */
