// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/compat.h>
#include <linux/poll.h>
#include <linux/wait.h>
#include <linux/idr.h>
struct req {
	__u32 op;
	union {
		struct {
			__u32 a, b;
		} sum;
		struct {
			char name[12];
			__u8 len;
		} s;
		__u64 ptr;
	};
	__s32 out[4];
} __packed;
struct client {
	int id;
	size_t used;
	char *buf;
	struct list_head list;
	wait_queue_head_t wait;
};
static DEFINE_IDA(ids);
static LIST_HEAD(clients);
static DEFINE_MUTEX(lock);
static int total;
static int o(struct inode *i, struct file *f)
{
	struct client *c = kzalloc(sizeof(*c), GFP_KERNEL);
	if (!c)
		return -ENOMEM;
	c->id = ida_alloc(&ids, GFP_KERNEL);
	if (c->id < 0) {
		int r = c->id;
		kfree(c);
		return r;
	}
	c->buf = kmalloc(256, GFP_KERNEL);
	if (!c->buf) {
		ida_free(&ids, c->id);
		kfree(c);
		return -ENOMEM;
	}
	init_waitqueue_head(&c->wait);
	mutex_lock(&lock);
	list_add(&c->list, &clients);
	total++;
	mutex_unlock(&lock);
	f->private_data = c;
	return nonseekable_open(i, f);
}
static int rel(struct inode *i, struct file *f)
{
	struct client *c = f->private_data;
	mutex_lock(&lock);
	list_del(&c->list);
	total--;
	mutex_unlock(&lock);
	ida_free(&ids, c->id);
	kfree(c->buf);
	kfree(c);
	return 0;
}
static long io(struct file *f, unsigned int cmd, unsigned long arg)
{
	struct client *c = f->private_data;
	struct req r;
	struct req *big;
	void __user *u = (void __user *)arg;
	int i;
	switch (cmd) {
	case 1:
		if (copy_from_user(&r, u, sizeof(r)))
			return -EFAULT;
		memset(r.out, 0, sizeof(r.out));
		switch (r.op) {
		case 0:
			r.out[0] = r.sum.a + r.sum.b;
			break;
		case 1:
			for (i = 0; i < r.s.len && i < sizeof(r.s.name); i++)
				r.out[1] += r.s.name[i];
			break;
		default:
			return -EINVAL;
		}
		return copy_to_user(u, &r, sizeof(r)) ? -EFAULT : 0;
	case 2:
		big = memdup_user(u, sizeof(*big));
		if (IS_ERR(big))
			return PTR_ERR(big);
		i = big->op;
		kfree(big);
		return i & 0x7f;
	case 3: {
		char name[20];
		long n = strncpy_from_user(name, u, sizeof(name));
		if (n < 0)
			return n;
		return strlen(name);
	}
	case 4:
		return c->id + (total << 8);
	case 5:
		return clear_user(u, 4);
	default:
		return -ENOTTY;
	}
}
static ssize_t wr(struct file *f, const char __user *b, size_t n, loff_t *p)
{
	struct client *c = f->private_data;
	if (n > 256 - c->used)
		n = 256 - c->used;
	if (!n)
		return -ENOSPC;
	if (copy_from_user(c->buf + c->used, b, n))
		return -EFAULT;
	c->used += n;
	wake_up_interruptible(&c->wait);
	return n;
}
static ssize_t rd(struct file *f, char __user *b, size_t n, loff_t *p)
{
	struct client *c = f->private_data;
	if (!c->used) {
		if (f->f_flags & O_NONBLOCK)
			return -EAGAIN;
		if (wait_event_interruptible(c->wait, c->used))
			return -ERESTARTSYS;
	}
	n = min(n, c->used);
	if (copy_to_user(b, c->buf, n))
		return -EFAULT;
	memmove(c->buf, c->buf + n, c->used - n);
	c->used -= n;
	return n;
}
static __poll_t po(struct file *f, poll_table *t)
{
	struct client *c = f->private_data;
	poll_wait(f, &c->wait, t);
	return (c->used ? EPOLLIN | EPOLLRDNORM : 0) | EPOLLOUT;
}
static const struct file_operations fops = { .owner = THIS_MODULE,
					     .open = o,
					     .release = rel,
					     .unlocked_ioctl = io,
					     .compat_ioctl = compat_ptr_ioctl,
					     .write = wr,
					     .read = rd,
					     .poll = po,
					     .llseek = no_llseek };
static struct miscdevice m = {
	.minor = MISC_DYNAMIC_MINOR, .name = "clients", .fops = &fops, .mode = 0666
};
static int __init i_init(void)
{
	return misc_register(&m);
}
static void __exit i_exit(void)
{
	misc_deregister(&m);
	ida_destroy(&ids);
}
module_init(i_init);
module_exit(i_exit);
MODULE_LICENSE("GPL v2");
