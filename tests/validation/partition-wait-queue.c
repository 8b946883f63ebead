// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/wait.h>

static DECLARE_WAIT_QUEUE_HEAD(queue);
static int ready;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	wait_event(queue, ready);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: waiting on a condition puts an object on the stack that the kernel links to
 * domain: control: kernel
 * reason: control: ^pinned: .*wait
 */
