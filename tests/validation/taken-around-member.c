// SPDX-License-Identifier: GPL-2.0-only
#include <linux/cdev.h>
#include <linux/fs.h>
#include <linux/module.h>

struct box {
	int opened;
	struct cdev cdev;
};

static struct box *one;

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
	if (!one)
		return -ENOMEM;
	cdev_init(&one->cdev, &operations);
	return cdev_add(&one->cdev, 0, 1);
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: the record around a member that is nowhere else is found by the kernel half
 * domain: box_open: user
 * plan: records: "struct box"[^}]*"opened"
 */
