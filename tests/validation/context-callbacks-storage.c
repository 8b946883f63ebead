// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

/* With as many parameters as the real ones have; only the callbacks are typed. */
void ata_host_activate(long p0, long p1, int (*p2)(void *), long p3, long p4);
void pcmcia_request_irq(long p0, int (*p1)(void *));
void pcmcia_loop_config(long p0, int (*p1)(void *), long p2);
void pcmcia_loop_tuple(long p0, long p1, int (*p2)(void *), long p3);
void __dma_request_channel(long p0, int (*p1)(void *), long p2, long p3);

static int ata_host_activate_2(void *data)
{
	return 0;
}

static int pcmcia_request_irq_1(void *data)
{
	return 0;
}

static int pcmcia_loop_config_1(void *data)
{
	return 0;
}

static int pcmcia_loop_tuple_2(void *data)
{
	return 0;
}

static int dma_request_channel_1(void *data)
{
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	ata_host_activate(0, 0, ata_host_activate_2, 0, 0);
	pcmcia_request_irq(0, pcmcia_request_irq_1);
	pcmcia_loop_config(0, pcmcia_loop_config_1, 0);
	pcmcia_loop_tuple(0, 0, pcmcia_loop_tuple_2, 0);
	__dma_request_channel(0, dma_request_channel_1, 0, 0);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: callbacks: ATA and PCMCIA interrupts, PCMCIA tuples, DMA channels
 * context: ata_host_activate_2: hardirq
 * context: pcmcia_request_irq_1: hardirq
 * context: pcmcia_loop_config_1: process
 * context: pcmcia_loop_tuple_2: process
 * context: dma_request_channel_1: process
 */
