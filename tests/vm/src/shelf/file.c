// SPDX-License-Identifier: GPL-2.0-only
/*
 * A shelf as a file: what is written stays until it is trimmed.
 */
#include <linux/fs.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include "shelf.h"
#include "shelf-uapi.h"

/* with the lock held */
void shelf_trim(struct shelf *shelf)
{
	kfree(shelf->data);
	shelf->data = NULL;
	shelf->used = 0;
}

/* shelf_prepare() - there is memory to write to; with the lock held */
int shelf_prepare(struct shelf *shelf)
{
	if (shelf->data)
		return 0;
	shelf->data = kzalloc(shelf->capacity, GFP_KERNEL);
	return shelf->data ? 0 : -ENOMEM;
}

int shelf_open(struct inode *inode, struct file *file)
{
	struct shelf *shelf = container_of(inode->i_cdev, struct shelf, cdev);

	file->private_data = shelf;
	if (mutex_lock_interruptible(&shelf->lock))
		return -ERESTARTSYS;
	if ((file->f_flags & O_ACCMODE) == O_WRONLY && !(file->f_flags & O_APPEND))
		shelf_trim(shelf);
	shelf->openers++;
	mutex_unlock(&shelf->lock);
	return 0;
}

int shelf_release(struct inode *inode, struct file *file)
{
	struct shelf *shelf = file->private_data;

	mutex_lock(&shelf->lock);
	shelf->openers--;
	mutex_unlock(&shelf->lock);
	return 0;
}

static ssize_t shelf_read(struct file *file, char __user *buf, size_t len, loff_t *pos)
{
	struct shelf *shelf = file->private_data;
	ssize_t rc = 0;

	if (mutex_lock_interruptible(&shelf->lock))
		return -ERESTARTSYS;
	if (*pos >= shelf->used)
		goto out;
	if (*pos + len > shelf->used)
		len = shelf->used - *pos;
	if (copy_to_user(buf, shelf->data + *pos, len)) {
		rc = -EFAULT;
		shelf->last_error = EFAULT;
		goto out;
	}
	*pos += len;
	shelf->reads++;
	rc = len;
out:
	mutex_unlock(&shelf->lock);
	return rc;
}

static ssize_t shelf_write(struct file *file, const char __user *buf, size_t len, loff_t *pos)
{
	struct shelf *shelf = file->private_data;
	ssize_t rc;

	if (mutex_lock_interruptible(&shelf->lock))
		return -ERESTARTSYS;
	rc = shelf_prepare(shelf);
	if (rc)
		goto out;
	if (file->f_flags & O_APPEND)
		*pos = shelf->used;
	rc = -ENOSPC;
	if (*pos >= shelf->capacity)
		goto out;
	if (*pos + len > shelf->capacity)
		len = shelf->capacity - *pos;
	rc = -EFAULT;
	if (copy_from_user(shelf->data + *pos, buf, len))
		goto out;
	*pos += len;
	if (shelf->used < *pos)
		shelf->used = *pos;
	shelf->writes++;
	rc = len;
out:
	if (rc < 0)
		shelf->last_error = -rc;
	mutex_unlock(&shelf->lock);
	return rc;
}

static loff_t shelf_llseek(struct file *file, loff_t offset, int whence)
{
	struct shelf *shelf = file->private_data;
	loff_t pos;

	switch (whence) {
	case SEEK_SET:
		pos = offset;
		break;
	case SEEK_CUR:
		pos = file->f_pos + offset;
		break;
	case SEEK_END:
		pos = shelf->used + offset;
		break;
	default:
		return -EINVAL;
	}
	if (pos < 0)
		return -EINVAL;
	file->f_pos = pos;
	return pos;
}

static int shelf_usage(struct shelf *shelf, struct shelf_usage __user *to)
{
	struct shelf_usage usage;

	mutex_lock(&shelf->lock);
	usage.reads = shelf->reads;
	usage.writes = shelf->writes;
	usage.used = shelf->used;
	usage.capacity = shelf->capacity;
	usage.openers = shelf->openers;
	usage.last_error = shelf->last_error;
	mutex_unlock(&shelf->lock);
	return copy_to_user(to, &usage, sizeof(usage)) ? -EFAULT : 0;
}

static int shelf_set_capacity(struct shelf *shelf, u32 capacity)
{
	if (capacity == 0 || capacity > SHELF_LIMIT)
		return -EINVAL;
	if (mutex_lock_interruptible(&shelf->lock))
		return -ERESTARTSYS;
	shelf_trim(shelf);
	shelf->capacity = capacity;
	mutex_unlock(&shelf->lock);
	return 0;
}

static long shelf_exchange(struct shelf *shelf, unsigned int tag)
{
	unsigned int old;

	if (!capable(CAP_SYS_ADMIN))
		return -EPERM;
	mutex_lock(&shelf->lock);
	old = shelf->tag;
	shelf->tag = tag & 0x7fffffff;
	mutex_unlock(&shelf->lock);
	return old;
}

long shelf_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct shelf *shelf = file->private_data;
	u32 capacity;

	if (_IOC_TYPE(cmd) != 's')
		return -ENOTTY;
	switch (cmd) {
	case SHELF_RESET:
		if (mutex_lock_interruptible(&shelf->lock))
			return -ERESTARTSYS;
		shelf_trim(shelf);
		shelf->reads = shelf->writes = 0;
		shelf->last_error = 0;
		mutex_unlock(&shelf->lock);
		return 0;
	case SHELF_USAGE:
		return shelf_usage(shelf, (void __user *)arg);
	case SHELF_CAPACITY:
		if (get_user(capacity, (u32 __user *)arg))
			return -EFAULT;
		return shelf_set_capacity(shelf, capacity);
	case SHELF_EXCHANGE:
		return shelf_exchange(shelf, arg);
	}
	return -ENOTTY;
}

const struct file_operations shelf_fops = {
	.owner = THIS_MODULE,
	.open = shelf_open,
	.release = shelf_release,
	.read = shelf_read,
	.write = shelf_write,
	.llseek = shelf_llseek,
	.unlocked_ioctl = shelf_ioctl,
};
