// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>

struct client {
	u32 level;
};

struct other {
	u32 pad;
	u32 limit;
};

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	struct client *client = file->private_data;
	struct other *other = file->private_data;

	if (command)
		other->limit = argument;
	else
		client->level = argument;
	return 0;
}

static const struct file_operations operations = {
	.unlocked_ioctl = control,
};

static struct miscdevice device = { .minor = MISC_DYNAMIC_MINOR, .name = "c", .fops = &operations };
module_misc_device(device);

MODULE_LICENSE("GPL");
/*
 * check-name: taken for two records: the kernel half cannot tell which it is
 * domain: control: kernel
 * reason: control: takes what struct file.private_data points at for a struct (client|other)
 */
