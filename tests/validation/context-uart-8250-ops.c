// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/serial_8250.h>

static int on_setup_irq(struct uart_8250_port *p0)
{
	return 0;
}

static void on_release_irq(struct uart_8250_port *p0)
{
}

static void on_setup_timer(struct uart_8250_port *p0)
{
}

struct uart_8250_ops table = {
	.setup_irq = on_setup_irq,
	.release_irq = on_release_irq,
	.setup_timer = on_setup_timer,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct uart_8250_ops
 * context: on_setup_irq: process
 * context: on_release_irq: process
 * context: on_setup_timer: process
 */
