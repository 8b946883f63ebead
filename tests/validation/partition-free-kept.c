// SPDX-License-Identifier: GPL-2.0-only
#include <linux/cdev.h>
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

struct box {
	int opened;
	struct cdev cdev;
	char *kept;
	char *moved;
};

static struct box *one;

/* stays in the kernel for who asks */
static ssize_t box_write(struct file *file, const char __user *buf, size_t len, loff_t *pos)
{
	char *copy = kmalloc(len, GFP_KERNEL);

	if (!copy || current->pid == 1)
		return -ENOMEM;
	if (copy_from_user(copy, buf, len)) {
		kfree(copy);
		return -EFAULT;
	}
	one->kept = copy;
	return len;
}

static void drop_kept(struct box *box)
{
	kfree(box->kept);
	box->kept = NULL;
}

static void drop_moved(struct box *box)
{
	kfree(box->moved);
	box->moved = NULL;
}

static int box_open(struct inode *inode, struct file *file)
{
	struct box *box = container_of(inode->i_cdev, struct box, cdev);

	drop_kept(box);
	drop_moved(box);
	box->moved = kzalloc(16, GFP_KERNEL);
	return box->moved ? 0 : -ENOMEM;
}

static const struct file_operations operations = { .open = box_open, .write = box_write };

static int __init start(void)
{
	one = kzalloc(sizeof(*one), GFP_KERNEL);
	if (!one)
		return -ENOMEM;
	cdev_init(&one->cdev, &operations);
	return cdev_add(&one->cdev, 0, 1);
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: memory that the kernel half allocated is freed there
 * domain: box_open: user
 * domain: box_write: kernel
 * domain: drop_kept: kernel
 * reason: drop_kept: frees what struct box.kept points at, which box_write
 * domain: drop_moved: user
 */
