// SPDX-License-Identifier: GPL-2.0-only
/*
 * A character driver in the manner of the textbooks: some memory per device, a pipe,
 * attributes in sysfs, a table in /proc.  It knows nothing of being split.
 */
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include "shelf.h"

int count = 3;
module_param(count, int, 0444);
MODULE_PARM_DESC(count, "Number of devices, the last of which is a pipe");

static int capacity = 4000;
module_param(capacity, int, 0644);
MODULE_PARM_DESC(capacity, "Bytes that a device holds");

struct shelf *shelves;
static dev_t first;
static struct class *shelf_class;

static ssize_t capacity_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct shelf *shelf = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%zu\n", shelf->capacity);
}

static ssize_t capacity_store(struct device *dev, struct device_attribute *attr,
			      const char *buf, size_t len)
{
	struct shelf *shelf = dev_get_drvdata(dev);
	unsigned int value;
	int rc = kstrtouint(buf, 0, &value);

	if (rc)
		return rc;
	if (value == 0 || value > SHELF_LIMIT)
		return -ERANGE;
	if (mutex_lock_interruptible(&shelf->lock))
		return -ERESTARTSYS;
	shelf_trim(shelf);
	shelf->capacity = value;
	mutex_unlock(&shelf->lock);
	return len;
}
static DEVICE_ATTR_RW(capacity);

static ssize_t used_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct shelf *shelf = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%zu\n", shelf->used);
}
static DEVICE_ATTR_RO(used);

static struct attribute *shelf_attrs[] = {
	&dev_attr_capacity.attr,
	&dev_attr_used.attr,
	NULL
};
ATTRIBUTE_GROUPS(shelf);

static int table_show(struct seq_file *seq, void *unused)
{
	int i;

	for (i = 0; i < count; i++) {
		struct shelf *shelf = &shelves[i];

		if (mutex_lock_interruptible(&shelf->lock))
			return -ERESTARTSYS;
		seq_printf(seq, "shelf%d: %zu of %zu bytes, %d open, %llu reads, %llu writes\n",
			   i, shelf->used, shelf->capacity, shelf->openers, shelf->reads,
			   shelf->writes);
		mutex_unlock(&shelf->lock);
	}
	return 0;
}

static int shelf_set_up(struct shelf *shelf, int i)
{
	struct device *dev;
	int rc;

	mutex_init(&shelf->lock);
	init_waitqueue_head(&shelf->wait);
	shelf->capacity = capacity;
	cdev_init(&shelf->cdev, i == count - 1 ? &shelf_pipe_fops : &shelf_fops);
	shelf->cdev.owner = THIS_MODULE;
	rc = cdev_add(&shelf->cdev, first + i, 1);
	if (rc)
		return rc;
	dev = device_create_with_groups(shelf_class, NULL, first + i, shelf, shelf_groups,
					"shelf%d", i);
	if (IS_ERR(dev)) {
		cdev_del(&shelf->cdev);
		return PTR_ERR(dev);
	}
	return 0;
}

static void shelf_tear_down(struct shelf *shelf, int i)
{
	device_destroy(shelf_class, first + i);
	cdev_del(&shelf->cdev);
	shelf_trim(shelf);
}

static int __init shelf_init(void)
{
	int rc, i;

	if (count < 1 || count > 16 || capacity < 1 || capacity > SHELF_LIMIT)
		return -EINVAL;
	rc = alloc_chrdev_region(&first, 0, count, "shelf");
	if (rc)
		return rc;
	shelves = kcalloc(count, sizeof(*shelves), GFP_KERNEL);
	if (!shelves) {
		rc = -ENOMEM;
		goto err_region;
	}
	shelf_class = class_create(THIS_MODULE, "shelf");
	if (IS_ERR(shelf_class)) {
		rc = PTR_ERR(shelf_class);
		goto err_memory;
	}
	for (i = 0; i < count; i++) {
		rc = shelf_set_up(&shelves[i], i);
		if (rc)
			goto err_devices;
	}
	if (!proc_create_single("shelf", 0444, NULL, table_show)) {
		rc = -ENOMEM;
		goto err_devices;
	}
	return 0;

err_devices:
	while (i-- > 0)
		shelf_tear_down(&shelves[i], i);
	class_destroy(shelf_class);
err_memory:
	kfree(shelves);
err_region:
	unregister_chrdev_region(first, count);
	return rc;
}

static void __exit shelf_exit(void)
{
	int i;

	remove_proc_entry("shelf", NULL);
	for (i = 0; i < count; i++)
		shelf_tear_down(&shelves[i], i);
	class_destroy(shelf_class);
	kfree(shelves);
	unregister_chrdev_region(first, count);
}

module_init(shelf_init);
module_exit(shelf_exit);
MODULE_DESCRIPTION("Shelves: a character driver to be split");
MODULE_LICENSE("GPL");
