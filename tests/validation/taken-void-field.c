// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>

struct client {
	u32 level;
};

#define client_of(file)	((file)->private_data)

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	struct client *client = client_of(file);

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
 * check-name: a void * field, read by a macro, is of the record that all of the driver takes it for
 * domain: control: user
 * plan: records: "struct file"[^}]*"private_data": "r pointer to struct client
 */
