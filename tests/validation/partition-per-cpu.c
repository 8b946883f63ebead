// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/percpu.h>

static DEFINE_PER_CPU(int, counter);

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	this_cpu_inc(counter);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: per-CPU data pins
 * domain: control: kernel
 * reason: control: ^pinned: uses per-CPU data
 */
