// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spi/spi.h>

static size_t on_max_transfer_size(struct spi_device *p0)
{
	return 0;
}

static size_t on_max_message_size(struct spi_device *p0)
{
	return 0;
}

static int on_setup(struct spi_device *p0)
{
	return 0;
}

static int on_set_cs_timing(struct spi_device *p0)
{
	return 0;
}

static int on_transfer(struct spi_device *p0, struct spi_message *p1)
{
	return 0;
}

static void on_cleanup(struct spi_device *p0)
{
}

static bool on_can_dma(struct spi_controller *p0, struct spi_device *p1, struct spi_transfer
	*p2)
{
	return 0;
}

static int on_prepare_transfer_hardware(struct spi_controller *p0)
{
	return 0;
}

static int on_transfer_one_message(struct spi_controller *p0, struct spi_message *p1)
{
	return 0;
}

static int on_unprepare_transfer_hardware(struct spi_controller *p0)
{
	return 0;
}

static int on_prepare_message(struct spi_controller *p0, struct spi_message *p1)
{
	return 0;
}

static int on_unprepare_message(struct spi_controller *p0, struct spi_message *p1)
{
	return 0;
}

static void on_set_cs(struct spi_device *p0, bool p1)
{
}

static int on_transfer_one(struct spi_controller *p0, struct spi_device *p1, struct spi_transfer
	*p2)
{
	return 0;
}

static void on_handle_err(struct spi_controller *p0, struct spi_message *p1)
{
}

static int on_fw_translate_cs(struct spi_controller *p0, unsigned int p1)
{
	return 0;
}

struct spi_controller table = {
	.max_transfer_size = on_max_transfer_size,
	.max_message_size = on_max_message_size,
	.setup = on_setup,
	.set_cs_timing = on_set_cs_timing,
	.transfer = on_transfer,
	.cleanup = on_cleanup,
	.can_dma = on_can_dma,
	.prepare_transfer_hardware = on_prepare_transfer_hardware,
	.transfer_one_message = on_transfer_one_message,
	.unprepare_transfer_hardware = on_unprepare_transfer_hardware,
	.prepare_message = on_prepare_message,
	.unprepare_message = on_unprepare_message,
	.set_cs = on_set_cs,
	.transfer_one = on_transfer_one,
	.handle_err = on_handle_err,
	.fw_translate_cs = on_fw_translate_cs,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct spi_controller
 * context: on_max_transfer_size: process atomic
 * context: on_max_message_size: process atomic
 * context: on_setup: process
 * context: on_set_cs_timing: process
 * context: on_transfer: process atomic softirq hardirq
 * context: on_cleanup: process
 * context: on_can_dma: process
 * context: on_prepare_transfer_hardware: process
 * context: on_transfer_one_message: process
 * context: on_unprepare_transfer_hardware: process
 * context: on_prepare_message: process
 * context: on_unprepare_message: process
 * context: on_set_cs: process
 * context: on_transfer_one: process
 * context: on_handle_err: process
 * context: on_fw_translate_cs: process
 */
