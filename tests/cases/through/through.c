// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

/* Calls operations of the file by way of the file, where others could have put theirs. */
struct client {
	struct file *file;
	loff_t at;
	u32 gates, sum;
};

static DEFINE_SPINLOCK(lock);

/* moved: called by a section in the kernel half */
static loff_t chip_seek(struct file *file, loff_t offset, int whence)
{
	struct client *c = file->private_data;

	if (offset > 50)
		return -EINVAL;
	c->at = offset + whence;
	return 1000 + c->at;
}

/* kept: what a section calls there changes what moved code reads next */
static int chip_fasync(int fd, struct file *file, int on)
{
	struct client *c = file->private_data;

	spin_lock_irq(&lock);
	if (on)
		c->gates++;
	else
		c->gates--;
	spin_unlock_irq(&lock);
	return fd + c->gates;
}

static int chip_open(struct inode *inode, struct file *file)
{
	struct client *c = kzalloc(sizeof(*c), GFP_KERNEL);

	if (!c)
		return -ENOMEM;
	c->file = file;
	file->private_data = c;
	return 0;
}

static int chip_close(struct inode *inode, struct file *file)
{
	kfree(file->private_data);
	return 0;
}

static int chip_sum(struct client *c, int whence)
{
	loff_t at;

	at = c->file->f_op->llseek(c->file, c->sum, whence);
	if (at < 0)
		return at;
	c->sum += c->at;
	return c->sum;
}

#define GATE(c, on) (c)->file->f_op->fasync(0, (c)->file, (on))

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct client *c = file->private_data;
	int ret = -EOPNOTSUPP;

	switch (command) {
	case 4:
		return chip_sum(c, argument);
	case 5:
		if (file->f_op->fasync)
			ret = file->f_op->fasync(argument, file, 1);
		c->sum += c->gates;
		if (c->gates == 1)
			ret += GATE(c, 0);
		return c->gates ? -EBUSY : ret;
	case 6:
		return (*file->f_op->llseek)(file, argument, 0) + 1;
	case 7:
		if (file->f_op->check_flags)
			ret = file->f_op->check_flags(argument);
		return ret;
	case 8:
		return c->sum;
	}
	return -ENOTTY;
}

static const struct file_operations chip_fops = {
	.unlocked_ioctl = chip_ioctl, .open = chip_open, .release = chip_close,
	.llseek = chip_seek, .fasync = chip_fasync,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "through", .fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
