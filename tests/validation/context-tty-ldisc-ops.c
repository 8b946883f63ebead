// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/tty.h>
#include <linux/tty_ldisc.h>

static int on_open(struct tty_struct *p0)
{
	return 0;
}

static void on_close(struct tty_struct *p0)
{
}

static void on_flush_buffer(struct tty_struct *p0)
{
}

static ssize_t on_read(struct tty_struct *p0, struct file *p1, unsigned char *p2, size_t p3,
	void **p4, unsigned long p5)
{
	return 0;
}

static ssize_t on_write(struct tty_struct *p0, struct file *p1, const unsigned char *p2, size_t
	p3)
{
	return 0;
}

static int on_ioctl(struct tty_struct *p0, unsigned int p1, unsigned long p2)
{
	return 0;
}

static int on_compat_ioctl(struct tty_struct *p0, unsigned int p1, unsigned long p2)
{
	return 0;
}

static void on_set_termios(struct tty_struct *p0, const struct ktermios *p1)
{
}

static __poll_t on_poll(struct tty_struct *p0, struct file *p1, struct poll_table_struct *p2)
{
	return 0;
}

static void on_hangup(struct tty_struct *p0)
{
}

static void on_receive_buf(struct tty_struct *p0, const unsigned char *p1, const char *p2, int
	p3)
{
}

static void on_write_wakeup(struct tty_struct *p0)
{
}

static void on_dcd_change(struct tty_struct *p0, bool p1)
{
}

static int on_receive_buf2(struct tty_struct *p0, const unsigned char *p1, const char *p2, int
	p3)
{
	return 0;
}

static void on_lookahead_buf(struct tty_struct *p0, const unsigned char *p1, const unsigned char
	*p2, unsigned int p3)
{
}

struct tty_ldisc_ops table = {
	.open = on_open,
	.close = on_close,
	.flush_buffer = on_flush_buffer,
	.read = on_read,
	.write = on_write,
	.ioctl = on_ioctl,
	.compat_ioctl = on_compat_ioctl,
	.set_termios = on_set_termios,
	.poll = on_poll,
	.hangup = on_hangup,
	.receive_buf = on_receive_buf,
	.write_wakeup = on_write_wakeup,
	.dcd_change = on_dcd_change,
	.receive_buf2 = on_receive_buf2,
	.lookahead_buf = on_lookahead_buf,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct tty_ldisc_ops
 * context: on_open: process
 * context: on_close: process
 * context: on_flush_buffer: process
 * context: on_read: process
 * context: on_write: process
 * context: on_ioctl: process
 * context: on_compat_ioctl: process
 * context: on_set_termios: process
 * context: on_poll: process
 * context: on_hangup: process
 * context: on_receive_buf: process atomic softirq hardirq
 * context: on_write_wakeup: process atomic softirq hardirq
 * context: on_dcd_change: atomic softirq hardirq
 * context: on_receive_buf2: process atomic softirq hardirq
 * context: on_lookahead_buf: process atomic softirq hardirq
 */
