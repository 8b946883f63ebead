// SPDX-License-Identifier: GPL-2.0-only
/* Fields of most kinds, user memory, a kept function called from user code. */
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/spinlock.h>
#include <linux/uaccess.h>

struct gadget {
	spinlock_t lock;
	u8 mode;
	unsigned int ready : 1;
	char name[16];
	u32 level[4];
	struct gadget *peer;
	const char *label;
};

static struct gadget gadget;
static int limit = 10;
module_param(limit, int, 0644);

static int gadget_reset(struct gadget *g, int level)
{
	unsigned long flags;

	spin_lock_irqsave(&g->lock, flags);
	g->mode = 0;
	spin_unlock_irqrestore(&g->lock, flags);
	return level;
}

static ssize_t gadget_write(struct file *file, const char __user *from, size_t count,
			    loff_t *pos)
{
	struct gadget *g = &gadget;
	u8 byte;

	if (!count || copy_from_user(&byte, from, 1))
		return -EFAULT;
	if (byte > limit)
		return -EINVAL;
	g->mode = byte;
	g->ready = 1;
	g->name[0] = byte;
	g->level[byte & 3]++;
	g->label = "written";
	if (g->peer)
		g->peer->mode = byte;
	pr_info("gadget: %u\n", byte);
	return gadget_reset(g, count);
}

static const struct file_operations gadget_fops = {
	.owner = THIS_MODULE,
	.write = gadget_write,
};

static int __init gadget_init(void)
{
	return register_chrdev(0, "gadget", &gadget_fops);
}
module_init(gadget_init);
MODULE_LICENSE("GPL");
