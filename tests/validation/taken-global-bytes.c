// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/uaccess.h>
#include <linux/vmalloc.h>

static u8 *store;

static ssize_t get(struct file *file, char __user *to, size_t n, loff_t *at)
{
	return copy_to_user(to, store, n) ? -EFAULT : n;
}

static const struct file_operations operations = { .read = get };

static struct miscdevice device = { .minor = MISC_DYNAMIC_MINOR, .name = "c", .fops = &operations };

static int __init start(void)
{
	store = vzalloc(8192);
	return store ? misc_register(&device) : -ENOMEM;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: bytes behind a global pointer, of a length that nobody knows
 * domain: get: kernel
 * reason: get: uses what 'store' points at
 */
