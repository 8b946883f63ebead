// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/serial_core.h>

static unsigned int on_tx_empty(struct uart_port *p0)
{
	return 0;
}

static void on_set_mctrl(struct uart_port *p0, unsigned int p1)
{
}

static unsigned int on_get_mctrl(struct uart_port *p0)
{
	return 0;
}

static void on_stop_tx(struct uart_port *p0)
{
}

static void on_start_tx(struct uart_port *p0)
{
}

static void on_throttle(struct uart_port *p0)
{
}

static void on_unthrottle(struct uart_port *p0)
{
}

static void on_send_xchar(struct uart_port *p0, char p1)
{
}

static void on_stop_rx(struct uart_port *p0)
{
}

static void on_start_rx(struct uart_port *p0)
{
}

static void on_enable_ms(struct uart_port *p0)
{
}

static void on_break_ctl(struct uart_port *p0, int p1)
{
}

static int on_startup(struct uart_port *p0)
{
	return 0;
}

static void on_shutdown(struct uart_port *p0)
{
}

static void on_flush_buffer(struct uart_port *p0)
{
}

static void on_set_termios(struct uart_port *p0, struct ktermios *p1, const struct ktermios *p2)
{
}

static void on_set_ldisc(struct uart_port *p0, struct ktermios *p1)
{
}

static void on_pm(struct uart_port *p0, unsigned int p1, unsigned int p2)
{
}

static const char *on_type(struct uart_port *p0)
{
	return 0;
}

static void on_release_port(struct uart_port *p0)
{
}

static int on_request_port(struct uart_port *p0)
{
	return 0;
}

static void on_config_port(struct uart_port *p0, int p1)
{
}

static int on_verify_port(struct uart_port *p0, struct serial_struct *p1)
{
	return 0;
}

static int on_ioctl(struct uart_port *p0, unsigned int p1, unsigned long p2)
{
	return 0;
}

struct uart_ops table = {
	.tx_empty = on_tx_empty,
	.set_mctrl = on_set_mctrl,
	.get_mctrl = on_get_mctrl,
	.stop_tx = on_stop_tx,
	.start_tx = on_start_tx,
	.throttle = on_throttle,
	.unthrottle = on_unthrottle,
	.send_xchar = on_send_xchar,
	.stop_rx = on_stop_rx,
	.start_rx = on_start_rx,
	.enable_ms = on_enable_ms,
	.break_ctl = on_break_ctl,
	.startup = on_startup,
	.shutdown = on_shutdown,
	.flush_buffer = on_flush_buffer,
	.set_termios = on_set_termios,
	.set_ldisc = on_set_ldisc,
	.pm = on_pm,
	.type = on_type,
	.release_port = on_release_port,
	.request_port = on_request_port,
	.config_port = on_config_port,
	.verify_port = on_verify_port,
	.ioctl = on_ioctl,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct uart_ops
 * context: on_tx_empty: process atomic hardirq
 * context: on_set_mctrl: atomic hardirq
 * context: on_get_mctrl: atomic hardirq
 * context: on_stop_tx: atomic softirq hardirq
 * context: on_start_tx: atomic softirq hardirq
 * context: on_throttle: process
 * context: on_unthrottle: process
 * context: on_send_xchar: process atomic
 * context: on_stop_rx: atomic hardirq
 * context: on_start_rx: atomic hardirq
 * context: on_enable_ms: atomic hardirq
 * context: on_break_ctl: process
 * context: on_startup: process
 * context: on_shutdown: process
 * context: on_flush_buffer: atomic
 * context: on_set_termios: process atomic
 * context: on_set_ldisc: process
 * context: on_pm: process
 * context: on_type: process
 * context: on_release_port: process
 * context: on_request_port: process
 * context: on_config_port: process
 * context: on_verify_port: process
 * context: on_ioctl: process
 */
