// SPDX-License-Identifier: GPL-2.0-only
/*
 * A character device that takes a command and shows what became of it. The
 * commands write and read one of each kind of field, here and in functions that
 * stay in the kernel: unsplit or split, the answers are the same.
 */
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include "crossing.h"

static int scale = 3;
module_param(scale, int, 0644);
MODULE_PARM_DESC(scale, "a factor");

static unsigned int total;

static int crossing_open(struct inode *inode, struct file *file)
{
	return 0;
}

static ssize_t crossing_read(struct file *file, char __user *to, size_t count, loff_t *pos)
{
	struct crossing *dev = &crossing;
	loff_t at = *pos;

	if (at < 0 || at >= dev->length)
		return 0;
	count = min_t(size_t, count, dev->length - at);
	if (copy_to_user(to, dev->text + at, count))
		return -EFAULT;
	*pos = at + count;
	return count;
}

static void crossing_fill(struct crossing_item *item, int seed)
{
	int i;

	item->byte = seed * 17;
	item->tiny = -seed;
	item->half = 65535 - seed;
	item->word = -100000 * seed;
	item->quad = 0x8000000000000000ULL + seed;
	item->flag = seed & 1;
	item->low = seed;
	item->high = -(seed & 3);
	item->color = seed & 1 ? CROSSING_GREEN : CROSSING_BLUE;
	snprintf(item->name, sizeof(item->name), "item %d", seed);
	for (i = 0; i < 4; i++)
		item->array[i] = seed << (8 * i);
	for (i = 0; i < 3; i++) {
		item->points[i].x = seed + i;
		item->points[i].y = -seed - i;
	}
	item->origin.x = 1000 + seed;
	item->origin.y = -1000 - seed;
	item->kind = &crossing_kinds[seed % 3];
	item->hook = seed & 1 ? crossing_double : seed & 2 ? crossing_negate : NULL;
}

static int crossing_add(struct crossing *dev, int seed)
{
	struct crossing_item *item = kzalloc(sizeof(*item), GFP_KERNEL);

	if (!item)
		return -ENOMEM;
	crossing_fill(item, seed);
	item->next = dev->list;
	dev->list = item;
	return 0;
}

static void crossing_clear(struct crossing *dev)
{
	struct crossing_item *item;

	while (dev->list) {
		item = dev->list;
		dev->list = item->next;
		if (item != &dev->first)
			kfree(item);
	}
}

static size_t crossing_print(const struct crossing_item *item, char *to, size_t size)
{
	return scnprintf(to, size, "%u %d %u %d %llu %d %u %d %d '%s' %u %u %u %u "
			 "%d,%d %d,%d %d,%d %d,%d %s %s\n",
			 item->byte, item->tiny, item->half, item->word, item->quad, item->flag,
			 item->low, item->high, item->color, item->name, item->array[0],
			 item->array[1], item->array[2], item->array[3], item->points[0].x,
			 item->points[0].y, item->points[1].x, item->points[1].y,
			 item->points[2].x, item->points[2].y, item->origin.x, item->origin.y,
			 item->kind ? item->kind->name : "none",
			 item->hook == crossing_double ? "double" :
			 item->hook == crossing_negate ? "negate" : "no hook");
}

static void crossing_show(struct crossing *dev)
{
	const struct crossing_item *item;

	for (item = dev->list; item; item = item->next)
		dev->length += crossing_print(item, dev->text + dev->length,
					      sizeof(dev->text) - dev->length);
}

static void crossing_found(struct crossing *dev, int word)
{
	const struct crossing_item *item = crossing_find(dev, word);

	if (!item)
		dev->length = scnprintf(dev->text, sizeof(dev->text), "none\n");
	else if (item == &dev->first)
		dev->length = scnprintf(dev->text, sizeof(dev->text), "the first\n");
	else
		dev->length = crossing_print(item, dev->text, sizeof(dev->text));
}

static int crossing_command(struct crossing *dev, const char *line)
{
	int value = 0;

	dev->length = 0;
	total += ++dev->commands;
	if (sscanf(line, "add %d", &value) == 1)
		return crossing_add(dev, value);
	if (sscanf(line, "find %d", &value) == 1)
		crossing_found(dev, value);
	else if (!strcmp(line, "first")) {
		crossing_fill(&dev->first, 5);
		dev->first.next = dev->list;
		dev->list = &dev->first;
	} else if (!strcmp(line, "show"))
		crossing_show(dev);
	else if (!strcmp(line, "clear"))
		crossing_clear(dev);
	else if (!strcmp(line, "flip"))
		dev->length = scnprintf(dev->text, sizeof(dev->text), "%d\n", crossing_flip(dev));
	else if (!strcmp(line, "sum"))
		dev->length = scnprintf(dev->text, sizeof(dev->text), "%llu %d\n",
					crossing_sum(dev, scale, 200), scale);
	else if (!strcmp(line, "state"))
		dev->length = scnprintf(dev->text, sizeof(dev->text), "%u %u\n", dev->commands,
					total);
	else
		dev->length = scnprintf(dev->text, sizeof(dev->text), "%d\n",
					crossing_count(dev, line));
	return 0;
}

static ssize_t crossing_write(struct file *file, const char __user *from, size_t count,
			      loff_t *pos)
{
	struct crossing *dev = &crossing;
	char line[64];
	int ret;

	if (count >= sizeof(line))
		return -EINVAL;
	if (copy_from_user(line, from, count))
		return -EFAULT;
	line[count] = '\0';
	strim(line);
	ret = mutex_lock_interruptible(&dev->mutex);
	if (ret)
		return ret;
	ret = crossing_command(dev, line);
	mutex_unlock(&dev->mutex);
	return ret ? ret : count;
}

static const struct file_operations crossing_fops = {
	.owner = THIS_MODULE,
	.open = crossing_open,
	.read = crossing_read,
	.write = crossing_write,
};

struct crossing crossing = {
	.misc = {
		.minor = MISC_DYNAMIC_MINOR,
		.name = "crossing",
		.fops = &crossing_fops,
		.mode = 0600,
	},
	.lock = __SPIN_LOCK_UNLOCKED(crossing.lock),
	.mutex = __MUTEX_INITIALIZER(crossing.mutex),
};

static int __init crossing_init(void)
{
	return misc_register(&crossing.misc);
}
module_init(crossing_init);

static void __exit crossing_exit(void)
{
	misc_deregister(&crossing.misc);
	crossing_clear(&crossing);
}
module_exit(crossing_exit);

MODULE_DESCRIPTION("Test driver: one of each kind of thing that crosses");
MODULE_LICENSE("GPL");
