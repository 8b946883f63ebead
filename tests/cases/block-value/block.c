// SPDX-License-Identifier: GPL-2.0-only
#include <linux/kernel.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
static void *block_here;
static void *block_get(void) { return (void *)_THIS_IP_; }
static int block_open(struct inode *inode, struct file *file)
{
	void *p = (void *)_THIS_IP_, *q;

	block_here = (void *)_THIS_IP_;
	q = ({ __label__ x; x: p; });
	file->private_data = ({ if (!q) q = p; q; });
	printk("%ps %p\n", (void *)_THIS_IP_, block_get());
	return block_here == q ? -EBUSY : 0;
}
static const struct file_operations block_fops = { .owner = THIS_MODULE, .open = block_open };
static struct miscdevice block_misc = { .minor = MISC_DYNAMIC_MINOR, .name = "block", .fops = &block_fops };
module_misc_device(block_misc);
MODULE_LICENSE("GPL");
