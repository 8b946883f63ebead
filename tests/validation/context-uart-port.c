// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/serial_core.h>

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

static void on_set_mctrl(struct uart_port *p0, unsigned int p1)
{
}

static unsigned int on_get_divisor(struct uart_port *p0, unsigned int p1, unsigned int *p2)
{
	return 0;
}

static void on_set_divisor(struct uart_port *p0, unsigned int p1, unsigned int p2, unsigned int
	p3)
{
}

static int on_startup(struct uart_port *p0)
{
	return 0;
}

static void on_shutdown(struct uart_port *p0)
{
}

static void on_throttle(struct uart_port *p0)
{
}

static void on_unthrottle(struct uart_port *p0)
{
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

static int on_rs485_config(struct uart_port *p0, struct ktermios *p1, struct serial_rs485 *p2)
{
	return 0;
}

static int on_iso7816_config(struct uart_port *p0, struct serial_iso7816 *p1)
{
	return 0;
}

struct uart_port table = {
	.serial_in = on_serial_in,
	.serial_out = on_serial_out,
	.set_termios = on_set_termios,
	.set_ldisc = on_set_ldisc,
	.get_mctrl = on_get_mctrl,
	.set_mctrl = on_set_mctrl,
	.get_divisor = on_get_divisor,
	.set_divisor = on_set_divisor,
	.startup = on_startup,
	.shutdown = on_shutdown,
	.throttle = on_throttle,
	.unthrottle = on_unthrottle,
	.handle_irq = on_handle_irq,
	.pm = on_pm,
	.handle_break = on_handle_break,
	.rs485_config = on_rs485_config,
	.iso7816_config = on_iso7816_config,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct uart_port
 * context: on_serial_in: process atomic hardirq
 * context: on_serial_out: process atomic hardirq
 * context: on_set_termios: process atomic
 * context: on_set_ldisc: process
 * context: on_get_mctrl: atomic hardirq
 * context: on_set_mctrl: atomic hardirq
 * context: on_get_divisor: process atomic
 * context: on_set_divisor: process atomic
 * context: on_startup: process
 * context: on_shutdown: process
 * context: on_throttle: process
 * context: on_unthrottle: process
 * context: on_handle_irq: softirq hardirq
 * context: on_pm: process
 * context: on_handle_break: atomic hardirq
 * context: on_rs485_config: atomic
 * context: on_iso7816_config: atomic
 */
