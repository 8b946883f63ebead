// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/timer.h>

#define COPIED	8
#define CACHED	16
#define LONG	24

struct note {
	u32 text[3];
};

/* One client for each way to get memory. */
struct client {
	u32 level;
	u32 limit;
	struct note *note;
	u32 way;
};

struct large {
	struct client client;
	u32 table[6];
};

static const struct client model = { .limit = 10 };
static struct kmem_cache *cache;
static DEFINE_SPINLOCK(lock);
static u32 opens, ticks, way;

static void chip_tick(struct timer_list *timer)
{
	spin_lock(&lock);
	ticks += opens;
	spin_unlock(&lock);
}
static DEFINE_TIMER(chip_timer, chip_tick);

static struct client *chip_client(u32 how)
{
	struct large *large;

	switch (how) {
	case COPIED:
		return kmemdup(&model, sizeof(model), GFP_KERNEL);
	case CACHED:
		return kmem_cache_zalloc(cache, GFP_KERNEL);
	case LONG:
		large = kvzalloc(sizeof(*large) + how * opens, GFP_KERNEL);
		return large ? &large->client : NULL;
	default:
		return kzalloc(sizeof(struct client), GFP_KERNEL);
	}
}

/* kept: the lock is the timer's, too */
static int chip_open(struct inode *inode, struct file *file)
{
	struct client *c = chip_client(way);

	if (!c)
		return -ENOMEM;
	c->limit = 10;
	c->way = way;
	spin_lock_bh(&lock);
	opens++;
	spin_unlock_bh(&lock);
	file->private_data = c;
	return 0;
}

static int chip_close(struct inode *inode, struct file *file)
{
	struct client *c = file->private_data;

	spin_lock_bh(&lock);
	opens--;
	spin_unlock_bh(&lock);
	kfree(c->note);
	if (c->way == CACHED)
		kmem_cache_free(cache, c);
	else
		kvfree(c);
	return 0;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct client *c = file->private_data;

	if (command > c->limit)
		return -EINVAL;
	switch (command) {
	case 4:
		if (!c->note)
			c->note = kzalloc(sizeof(*c->note), GFP_KERNEL);
		if (!c->note)
			return -ENOMEM;
		c->note->text[1] = argument;
		return 0;
	case 5:
		return c->note ? c->note->text[1] : 100;
	case 6:
		return c->level;
	default:
		c->level = argument;
		return 0;
	}
}

static int way_set(const char *text, const struct kernel_param *param)
{
	return kstrtouint(text, 0, &way);
}
static const struct kernel_param_ops way_ops = { .set = way_set };
module_param_cb(way, &way_ops, NULL, 0200);

static const struct file_operations chip_fops = {
	.unlocked_ioctl = chip_ioctl, .open = chip_open, .release = chip_close,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "again", .fops = &chip_fops,
};

static int __init chip_init(void)
{
	int err;

	cache = kmem_cache_create("again", sizeof(struct client), 0, 0, NULL);
	if (!cache)
		return -ENOMEM;
	err = misc_register(&chip_misc);
	if (err)
		kmem_cache_destroy(cache);
	return err;
}
module_init(chip_init);

static void __exit chip_exit(void)
{
	misc_deregister(&chip_misc);
	kmem_cache_destroy(cache);
}
module_exit(chip_exit);
MODULE_LICENSE("GPL");
