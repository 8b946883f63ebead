// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/vmalloc.h>
#include <linux/uaccess.h>

#define SIZE 8192
static u8 *store;			/* written by a timer or a thread elsewhere */

static ssize_t g_read(struct file *f, char __user *to, size_t n, loff_t *pos)
{
	if (n > SIZE)
		n = SIZE;
	return copy_to_user(to, store + (SIZE - n), n) ? -EFAULT : n;
}
static const struct file_operations g_fops = { .owner = THIS_MODULE, .read = g_read };
static struct miscdevice g_misc = { .minor = MISC_DYNAMIC_MINOR, .name = "g", .fops = &g_fops };

static int __init g_init(void)
{
	store = vzalloc(SIZE);
	return store ? misc_register(&g_misc) : -ENOMEM;
}
static void __exit g_exit(void)
{
	misc_deregister(&g_misc);
	vfree(store);
}
module_init(g_init);
module_exit(g_exit);
MODULE_LICENSE("GPL");
