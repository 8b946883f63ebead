// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/cdev.h>
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/workqueue.h>

#define DEVICES 3

struct many {
	char *text;
	size_t size;
	int number;
	struct mutex lock;
	struct cdev cdev;
	struct work_struct work;
};

static int capacity = 40;
static dev_t first;
static struct many *devices;
static struct class *class;
static struct workqueue_struct *queue;

static void many_work(struct work_struct *work)
{
	struct many *many = container_of(work, struct many, work);

	many->number += 100;
}

static int many_open(struct inode *inode, struct file *file)
{
	struct many *many = container_of(inode->i_cdev, struct many, cdev);

	file->private_data = many;
	if ((file->f_flags & O_ACCMODE) == O_WRONLY) {
		if (mutex_lock_interruptible(&many->lock))
			return -ERESTARTSYS;
		many->size = 0;
		mutex_unlock(&many->lock);
	}
	return 0;
}

static ssize_t many_read(struct file *file, char __user *buf, size_t count, loff_t *pos)
{
	struct many *many = file->private_data;

	if (mutex_lock_interruptible(&many->lock))
		return -ERESTARTSYS;
	count = simple_read_from_buffer(buf, count, pos, many->text, many->size);
	mutex_unlock(&many->lock);
	return count;
}

static ssize_t many_write(struct file *file, const char __user *buf, size_t count, loff_t *pos)
{
	struct many *many = file->private_data;
	ssize_t n;

	if (mutex_lock_interruptible(&many->lock))
		return -ERESTARTSYS;
	n = simple_write_to_buffer(many->text, capacity, pos, buf, count);
	if (n > 0)
		many->size = max_t(size_t, many->size, *pos);
	mutex_unlock(&many->lock);
	return n;
}

static loff_t many_llseek(struct file *file, loff_t offset, int whence)
{
	struct many *many = file->private_data;

	return fixed_size_llseek(file, offset, whence, many->size);
}

static long many_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct many *many = file->private_data;
	int old;

	switch (command) {
	case 100:
		return many->number;
	case 101:
		return __get_user(capacity, (int __user *)argument);
	case 102:
		return __put_user(capacity, (int __user *)argument);
	case 103:
		old = capacity;
		capacity = argument;
		return old;
	case 104:
		queue_work(queue, &many->work);
		flush_workqueue(queue);
		return many->number;
	default:
		return -ENOTTY;
	}
}

static const struct file_operations many_fops = {
	.owner = THIS_MODULE,
	.llseek = many_llseek,
	.read = many_read,
	.write = many_write,
	.unlocked_ioctl = many_ioctl,
	.open = many_open,
};

static void many_cleanup(void)
{
	int i;

	for (i = 0; devices && i < DEVICES; i++) {
		device_destroy(class, first + i);
		cdev_del(&devices[i].cdev);
		kfree(devices[i].text);
	}
	kfree(devices);
	if (queue)
		destroy_workqueue(queue);
	class_destroy(class);
	unregister_chrdev_region(first, DEVICES);
}

static int __init many_init(void)
{
	int i, ret;

	ret = alloc_chrdev_region(&first, 0, DEVICES, "many");
	if (ret)
		return ret;
	class = class_create(THIS_MODULE, "many");
	queue = alloc_workqueue("many-%s-%d", WQ_UNBOUND, 1, "queue", DEVICES);
	devices = kcalloc(DEVICES, sizeof(*devices), GFP_KERNEL);
	if (IS_ERR(class) || !queue || !devices)
		return -ENOMEM;
	for (i = 0; i < DEVICES; i++) {
		devices[i].number = i;
		devices[i].text = kzalloc(100, GFP_KERNEL);
		mutex_init(&devices[i].lock);
		INIT_WORK(&devices[i].work, many_work);
		cdev_init(&devices[i].cdev, &many_fops);
		if (!devices[i].text || cdev_add(&devices[i].cdev, first + i, 1) ||
		    IS_ERR(device_create(class, NULL, first + i, NULL, "many%d", i))) {
			many_cleanup();
			return -ENOMEM;
		}
	}
	return 0;
}
module_init(many_init);
module_exit(many_cleanup);
MODULE_LICENSE("GPL");
