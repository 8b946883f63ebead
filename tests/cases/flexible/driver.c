// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/slab.h>
#include <linux/list.h>

struct entry { struct list_head list; u16 count; u32 values[]; };
struct old { u32 size; u8 data[0]; };
struct node { struct node *next; struct old old; };
static LIST_HEAD(entries);
static struct node *nodes;

static int chip_add(u16 count, u32 value)
{
	struct entry *e = kzalloc(struct_size(e, values, count), GFP_KERNEL);
	struct node *n = kzalloc(sizeof(*n) + count, GFP_KERNEL);

	if (!e || !n) {
		kfree(e);
		kfree(n);
		return -ENOMEM;
	}
	e->count = count;
	while (count--)
		e->values[count] = value;
	n->old.data[0] = value;
	n->next = nodes;
	nodes = n;
	list_add_tail(&e->list, &entries);
	return 0;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	return chip_add(command, argument);
}

static const struct file_operations chip_fops = {
	.owner = THIS_MODULE,
	.unlocked_ioctl = chip_ioctl,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "chip",
	.fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
