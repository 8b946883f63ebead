/* SPDX-License-Identifier: GPL-2.0-only */
struct chip;
struct bus_ops {
	int (*request_irq)(struct chip *c);
	int (*dma_alloc_coherent)(struct chip *c);
};
struct chip {
	const struct bus_ops *ops;
	int dma_set_mask;
	u32 pci_set_power_state;
};
