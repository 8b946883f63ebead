// SPDX-License-Identifier: GPL-2.0-only
#include <linux/cdev.h>
#include <linux/fs.h>
#include <linux/module.h>

struct box {
	struct cdev cdev;
	int opened;
};

struct crate {
	struct cdev cdev;
};

static struct box *one;
static struct crate *two;

static int box_open(struct inode *inode, struct file *file)
{
	struct box *box = container_of(inode->i_cdev, struct box, cdev);

	box->opened++;
	return 0;
}

static const struct file_operations operations = { .open = box_open };

static int __init start(void)
{
	one = kzalloc(sizeof(*one), GFP_KERNEL);
	two = kzalloc(sizeof(*two), GFP_KERNEL);
	if (!one || !two)
		return -ENOMEM;
	cdev_init(&two->cdev, &operations);
	cdev_init(&one->cdev, &operations);
	return cdev_add(&one->cdev, 0, 1);
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: a first member, at the address of the record around it, is not taken for that record
 * domain: box_open: kernel
 * reason: box_open: finds a struct box around a struct cdev
 */
