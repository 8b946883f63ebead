// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/cdev.h>
#include <linux/fs.h>
#include <linux/mutex.h>
#include <linux/slab.h>

struct box { int opened; struct mutex lock; struct cdev cdev; };
static struct box boxes[2];
static dev_t first;

static int box_open(struct inode *inode, struct file *file)
{
	struct box *b = container_of(inode->i_cdev, struct box, cdev);

	file->private_data = b;
	if (mutex_lock_interruptible(&b->lock))
		return -ERESTARTSYS;
	b->opened++;
	mutex_unlock(&b->lock);
	return 0;
}
static const struct file_operations box_fops = { .owner = THIS_MODULE, .open = box_open };

static int __init box_init(void)
{
	if (alloc_chrdev_region(&first, 0, 1, "box"))
		return -EBUSY;
	mutex_init(&boxes[0].lock);
	cdev_init(&boxes[0].cdev, &box_fops);
	return cdev_add(&boxes[0].cdev, first, 1);
}
module_init(box_init);
MODULE_LICENSE("GPL");
