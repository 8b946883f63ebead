// SPDX-License-Identifier: GPL-2.0-only
/*
 * A shelf as a pipe: what is read is gone, and who finds nothing waits.
 */
#include <linux/fs.h>
#include <linux/poll.h>
#include <linux/sched/signal.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include "shelf.h"

/* wait_until() - returns with the lock held and something to read (or room), or an error */
static int wait_until(struct shelf *shelf, struct file *file, bool room)
{
	for (;;) {
		if (mutex_lock_interruptible(&shelf->lock))
			return -ERESTARTSYS;
		if (room ? shelf->used < shelf->capacity : shelf->used > 0)
			return 0;
		mutex_unlock(&shelf->lock);
		if (file->f_flags & O_NONBLOCK)
			return -EAGAIN;
		if (wait_event_interruptible(shelf->wait, room ? shelf->used < shelf->capacity :
					     shelf->used > 0))
			return -ERESTARTSYS;
	}
}

static ssize_t pipe_read(struct file *file, char __user *buf, size_t len, loff_t *pos)
{
	struct shelf *shelf = file->private_data;
	int rc = wait_until(shelf, file, false);

	if (rc)
		return rc;
	if (len > shelf->used)
		len = shelf->used;
	if (copy_to_user(buf, shelf->data, len)) {
		mutex_unlock(&shelf->lock);
		return -EFAULT;
	}
	shelf->used -= len;
	memmove(shelf->data, shelf->data + len, shelf->used);
	shelf->reads++;
	mutex_unlock(&shelf->lock);
	wake_up_interruptible(&shelf->wait);
	return len;
}

static ssize_t pipe_write(struct file *file, const char __user *buf, size_t len, loff_t *pos)
{
	struct shelf *shelf = file->private_data;
	int rc = wait_until(shelf, file, true);

	if (rc)
		return rc;
	rc = shelf_prepare(shelf);
	if (rc)
		goto out;
	if (len > shelf->capacity - shelf->used)
		len = shelf->capacity - shelf->used;
	rc = -EFAULT;
	if (copy_from_user(shelf->data + shelf->used, buf, len))
		goto out;
	shelf->used += len;
	shelf->writes++;
	rc = len;
out:
	mutex_unlock(&shelf->lock);
	if (rc > 0)
		wake_up_interruptible(&shelf->wait);
	return rc;
}

static __poll_t pipe_poll(struct file *file, poll_table *table)
{
	struct shelf *shelf = file->private_data;
	__poll_t ready = 0;

	mutex_lock(&shelf->lock);
	poll_wait(file, &shelf->wait, table);
	if (shelf->used)
		ready |= EPOLLIN | EPOLLRDNORM;
	if (shelf->used < shelf->capacity)
		ready |= EPOLLOUT | EPOLLWRNORM;
	mutex_unlock(&shelf->lock);
	return ready;
}

const struct file_operations shelf_pipe_fops = {
	.owner = THIS_MODULE,
	.open = shelf_open,
	.release = shelf_release,
	.read = pipe_read,
	.write = pipe_write,
	.poll = pipe_poll,
	.llseek = no_llseek,
	.unlocked_ioctl = shelf_ioctl,
};
