// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/serial_8250.h>

static int on_dl_read(struct uart_8250_port *p0)
{
	return 0;
}

static void on_dl_write(struct uart_8250_port *p0, int p1)
{
}

static void on_rs485_start_tx(struct uart_8250_port *p0)
{
}

static void on_rs485_stop_tx(struct uart_8250_port *p0)
{
}

struct uart_8250_port table = {
	.dl_read = on_dl_read,
	.dl_write = on_dl_write,
	.rs485_start_tx = on_rs485_start_tx,
	.rs485_stop_tx = on_rs485_stop_tx,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct uart_8250_port
 * context: on_dl_read: process atomic
 * context: on_dl_write: process atomic
 * context: on_rs485_start_tx: atomic hardirq
 * context: on_rs485_stop_tx: atomic softirq hardirq
 */
