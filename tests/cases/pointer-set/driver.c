// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>

struct item {
	struct item *next;
	int level;
};

struct shelf {
	struct item *last;
	struct item *items;
	int ticks;
};

static DEFINE_SPINLOCK(lock);
static struct shelf shelf;

static void shelf_tick(struct timer_list *timer)
{
	spin_lock(&lock);
	shelf.ticks++;
	spin_unlock(&lock);
}

static DEFINE_TIMER(timer, shelf_tick);

/* Stay: they take the lock, which a timer does as well. */
static int item_new(int level, struct item **made)
{
	struct item *item = kzalloc(sizeof(*item), GFP_KERNEL);

	*made = NULL;
	if (!item)
		return -ENOMEM;
	item->level = level;
	spin_lock_irq(&lock);
	item->next = shelf.items;
	shelf.items = item;
	spin_unlock_irq(&lock);
	*made = item;
	return 0;
}

/* Leaves @found as it is if there is none, and something useless if it is not wanted. */
static int item_find(int level, struct item **found)
{
	struct item *item;

	spin_lock_irq(&lock);
	for (item = shelf.items; item && item->level != level; item = item->next)
		;
	if (item && found)
		*found = level < 0 ? (struct item *)16 : item;
	spin_unlock_irq(&lock);
	return item && level >= 0 ? 0 : -ENOENT;
}

static void item_free_all(void)
{
	struct item *item;

	spin_lock_irq(&lock);
	while (shelf.items) {
		item = shelf.items;
		shelf.items = item->next;
		kfree(item);
	}
	shelf.last = NULL;
	spin_unlock_irq(&lock);
}

static long shelf_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct item *item = NULL, **place = &item;
	int rc;

	switch (command) {
	case 100:
		rc = item_new(argument, &item);
		if (!rc)
			item->level++;
		return rc ? rc : item->level;
	case 101:
		rc = item_find(argument, place);
		return rc ? rc : item->level;
	case 102:
		rc = item_find(argument, &shelf.last);
		return shelf.last ? shelf.last->level : rc;
	case 103:
		return item_find(argument, NULL);
	case 104:
		rc = item_find(100, &item);
		rc = item_find(argument, &item);
		return rc && item ? item->level : rc;
	case 105:
		return item_find(argument, &item);
	default:
		item_free_all();
		return 0;
	}
}

static const struct file_operations shelf_fops = {
	.owner = THIS_MODULE,
	.unlocked_ioctl = shelf_ioctl,
};
static struct miscdevice shelf_misc = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "pointers",
	.fops = &shelf_fops,
};

static int __init shelf_init(void)
{
	mod_timer(&timer, jiffies + HZ);
	return misc_register(&shelf_misc);
}
module_init(shelf_init);

static void __exit shelf_exit(void)
{
	misc_deregister(&shelf_misc);
	del_timer_sync(&timer);
	item_free_all();
}
module_exit(shelf_exit);
MODULE_LICENSE("GPL");
