// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int level;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return level;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

static int __init start(void)
{
	return level = 1;
}
module_init(start);

static void __exit stop(void)
{
	level = 0;
}
module_exit(stop);

MODULE_LICENSE("GPL");
/*
 * check-name: init and exit stay: they are the module
 * domain: control: user
 * domain: start: kernel
 * reason: start: ^module: runs when the module is loaded
 * domain: stop: kernel
 */
