// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/uaccess.h>

struct shape {
	s8 small;
	u16 half;
	s64 whole;
	void __user *next;
	const char __user *name;
};

static char text[32];
static size_t length;
static s64 sum;

static ssize_t shape_write(struct file *file, const char __user *buf, size_t count, loff_t *pos)
{
	size_t i;

	for (i = 0; i < count && i < sizeof(text); i++)
		if (get_user(text[i], buf + i))
			return -EFAULT;
	length = i;
	return i;
}

static ssize_t shape_read(struct file *file, char __user *buf, size_t count, loff_t *pos)
{
	size_t i;

	for (i = 0; i < count && i < length; i++)
		if (put_user(text[length - 1 - i], buf++))
			return -EFAULT;
	return i;
}

static long shape_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct shape __user *shape = (struct shape __user *)argument;
	int __user *p = (int __user *)argument;
	void __user *next = (void __user *)1;
	int value = 77;
	u16 half;
	s8 small;
	s64 whole;

	switch (command) {
	case 200:			/* doubled in place */
		if (get_user(value, p))
			return -EFAULT;
		return put_user(value * 2, p);
	case 201:			/* each width, signs, a pointer */
		if (__get_user(small, &shape->small) || get_user(half, &shape->half) ||
		    get_user(whole, &shape->whole) || get_user(next, &shape->next))
			return -EFAULT;
		sum = small + half + whole;
		if (__put_user(sum, &shape->whole) || put_user(small - 1, &shape->small) ||
		    put_user(next, &shape->next))
			return -EFAULT;
		return next == NULL;
	case 202:			/* what cannot be read is 0 */
		return get_user(value, p) == -EFAULT ? value : 1000;
	default:
		return -ENOTTY;
	}
}

static const struct file_operations shape_fops = {
	.owner = THIS_MODULE,
	.read = shape_read,
	.write = shape_write,
	.unlocked_ioctl = shape_ioctl,
};
static struct miscdevice shape_device = {
	.minor = MISC_DYNAMIC_MINOR, .name = "uservals", .fops = &shape_fops,
};
module_misc_device(shape_device);
MODULE_LICENSE("GPL");
