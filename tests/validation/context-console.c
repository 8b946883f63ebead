// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/console.h>

static void on_write(struct console *p0, const char *p1, unsigned int p2)
{
}

static int on_read(struct console *p0, char *p1, unsigned int p2)
{
	return 0;
}

static struct tty_driver *on_device(struct console *p0, int *p1)
{
	return 0;
}

static void on_unblank(void)
{
}

static int on_setup(struct console *p0, char *p1)
{
	return 0;
}

static int on_exit(struct console *p0)
{
	return 0;
}

static int on_match(struct console *p0, char *p1, int p2, char *p3)
{
	return 0;
}

struct console table = {
	.write = on_write,
	.read = on_read,
	.device = on_device,
	.unblank = on_unblank,
	.setup = on_setup,
	.exit = on_exit,
	.match = on_match,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct console
 * context: on_write: process atomic hardirq
 * context: on_read: process
 * context: on_device: process
 * context: on_unblank: atomic hardirq
 * context: on_setup: process
 * context: on_exit: process
 * context: on_match: process
 */
