// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/sysfs.h>

static struct address_space *on_f_mapping(void)
{
	return 0;
}

static ssize_t on_read(struct file *p0, struct kobject *p1, struct bin_attribute *p2, char *p3,
	loff_t p4, size_t p5)
{
	return 0;
}

static ssize_t on_write(struct file *p0, struct kobject *p1, struct bin_attribute *p2, char *p3,
	loff_t p4, size_t p5)
{
	return 0;
}

static int on_mmap(struct file *p0, struct kobject *p1, struct bin_attribute *p2, struct
	vm_area_struct *p3)
{
	return 0;
}

struct bin_attribute table = {
	.f_mapping = on_f_mapping,
	.read = on_read,
	.write = on_write,
	.mmap = on_mmap,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct bin_attribute
 * context: on_f_mapping: process
 * context: on_read: process
 * context: on_write: process
 * context: on_mmap: process
 */
