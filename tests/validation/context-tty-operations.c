// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/tty_driver.h>

static struct tty_struct *on_lookup(struct tty_driver *p0, struct file *p1, int p2)
{
	return 0;
}

static int on_install(struct tty_driver *p0, struct tty_struct *p1)
{
	return 0;
}

static void on_remove(struct tty_driver *p0, struct tty_struct *p1)
{
}

static int on_open(struct tty_struct *p0, struct file *p1)
{
	return 0;
}

static void on_close(struct tty_struct *p0, struct file *p1)
{
}

static void on_shutdown(struct tty_struct *p0)
{
}

static void on_cleanup(struct tty_struct *p0)
{
}

static int on_write(struct tty_struct *p0, const u8 *p1, int p2)
{
	return 0;
}

static int on_put_char(struct tty_struct *p0, unsigned char p1)
{
	return 0;
}

static void on_flush_chars(struct tty_struct *p0)
{
}

static unsigned int on_write_room(struct tty_struct *p0)
{
	return 0;
}

static unsigned int on_chars_in_buffer(struct tty_struct *p0)
{
	return 0;
}

static int on_ioctl(struct tty_struct *p0, unsigned int p1, unsigned long p2)
{
	return 0;
}

static long on_compat_ioctl(struct tty_struct *p0, unsigned int p1, unsigned long p2)
{
	return 0;
}

static void on_set_termios(struct tty_struct *p0, const struct ktermios *p1)
{
}

static void on_throttle(struct tty_struct *p0)
{
}

static void on_unthrottle(struct tty_struct *p0)
{
}

static void on_stop(struct tty_struct *p0)
{
}

static void on_start(struct tty_struct *p0)
{
}

static void on_hangup(struct tty_struct *p0)
{
}

static int on_break_ctl(struct tty_struct *p0, int p1)
{
	return 0;
}

static void on_flush_buffer(struct tty_struct *p0)
{
}

static int on_ldisc_ok(struct tty_struct *p0, int p1)
{
	return 0;
}

static void on_set_ldisc(struct tty_struct *p0)
{
}

static void on_wait_until_sent(struct tty_struct *p0, int p1)
{
}

static void on_send_xchar(struct tty_struct *p0, char p1)
{
}

static int on_tiocmget(struct tty_struct *p0)
{
	return 0;
}

static int on_tiocmset(struct tty_struct *p0, unsigned int p1, unsigned int p2)
{
	return 0;
}

static int on_resize(struct tty_struct *p0, struct winsize *p1)
{
	return 0;
}

static int on_get_icount(struct tty_struct *p0, struct serial_icounter_struct *p1)
{
	return 0;
}

static int on_get_serial(struct tty_struct *p0, struct serial_struct *p1)
{
	return 0;
}

static int on_set_serial(struct tty_struct *p0, struct serial_struct *p1)
{
	return 0;
}

static void on_show_fdinfo(struct tty_struct *p0, struct seq_file *p1)
{
}

static int on_proc_show(struct seq_file *p0, void *p1)
{
	return 0;
}

struct tty_operations table = {
	.lookup = on_lookup,
	.install = on_install,
	.remove = on_remove,
	.open = on_open,
	.close = on_close,
	.shutdown = on_shutdown,
	.cleanup = on_cleanup,
	.write = on_write,
	.put_char = on_put_char,
	.flush_chars = on_flush_chars,
	.write_room = on_write_room,
	.chars_in_buffer = on_chars_in_buffer,
	.ioctl = on_ioctl,
	.compat_ioctl = on_compat_ioctl,
	.set_termios = on_set_termios,
	.throttle = on_throttle,
	.unthrottle = on_unthrottle,
	.stop = on_stop,
	.start = on_start,
	.hangup = on_hangup,
	.break_ctl = on_break_ctl,
	.flush_buffer = on_flush_buffer,
	.ldisc_ok = on_ldisc_ok,
	.set_ldisc = on_set_ldisc,
	.wait_until_sent = on_wait_until_sent,
	.send_xchar = on_send_xchar,
	.tiocmget = on_tiocmget,
	.tiocmset = on_tiocmset,
	.resize = on_resize,
	.get_icount = on_get_icount,
	.get_serial = on_get_serial,
	.set_serial = on_set_serial,
	.show_fdinfo = on_show_fdinfo,
	.proc_show = on_proc_show,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct tty_operations
 * context: on_lookup: process
 * context: on_install: process
 * context: on_remove: process
 * context: on_open: process
 * context: on_close: process
 * context: on_shutdown: process
 * context: on_cleanup: process
 * context: on_write: process atomic softirq hardirq
 * context: on_put_char: process atomic softirq hardirq
 * context: on_flush_chars: process atomic softirq hardirq
 * context: on_write_room: process atomic softirq hardirq
 * context: on_chars_in_buffer: process atomic softirq hardirq
 * context: on_ioctl: process
 * context: on_compat_ioctl: process
 * context: on_set_termios: process
 * context: on_throttle: process
 * context: on_unthrottle: process
 * context: on_stop: atomic softirq hardirq
 * context: on_start: atomic softirq hardirq
 * context: on_hangup: process
 * context: on_break_ctl: process
 * context: on_flush_buffer: process atomic
 * context: on_ldisc_ok: process
 * context: on_set_ldisc: process
 * context: on_wait_until_sent: process
 * context: on_send_xchar: process
 * context: on_tiocmget: process
 * context: on_tiocmset: process
 * context: on_resize: process
 * context: on_get_icount: process
 * context: on_get_serial: process
 * context: on_set_serial: process
 * context: on_show_fdinfo: process
 * context: on_proc_show: process
 */
