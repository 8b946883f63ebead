// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/serial_8250.h>

static unsigned int on_serial_in(struct uart_port *p0, int p1)
{
	return 0;
}

static void on_serial_out(struct uart_port *p0, int p1, int p2)
{
}

static void on_set_termios(struct uart_port *p0, struct ktermios *p1, const struct ktermios *p2)
{
}

static void on_set_ldisc(struct uart_port *p0, struct ktermios *p1)
{
}

static unsigned int on_get_mctrl(struct uart_port *p0)
{
	return 0;
}

static int on_handle_irq(struct uart_port *p0)
{
	return 0;
}

static void on_pm(struct uart_port *p0, unsigned int p1, unsigned int p2)
{
}

static void on_handle_break(struct uart_port *p0)
{
}

struct plat_serial8250_port table = {
	.serial_in = on_serial_in,
	.serial_out = on_serial_out,
	.set_termios = on_set_termios,
	.set_ldisc = on_set_ldisc,
	.get_mctrl = on_get_mctrl,
	.handle_irq = on_handle_irq,
	.pm = on_pm,
	.handle_break = on_handle_break,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct plat_serial8250_port
 * context: on_serial_in: process atomic hardirq
 * context: on_serial_out: process atomic hardirq
 * context: on_set_termios: process atomic
 * context: on_set_ldisc: process
 * context: on_get_mctrl: atomic hardirq
 * context: on_handle_irq: softirq hardirq
 * context: on_pm: process
 * context: on_handle_break: atomic hardirq
 */
