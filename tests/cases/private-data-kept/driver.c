// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/slab.h>
#include <linux/timer.h>

struct client { u32 level; u32 limit; };
static DEFINE_SPINLOCK(lock);
static u32 opens, ticks;

static void chip_tick(struct timer_list *timer)
{
	spin_lock(&lock);
	ticks += opens;
	spin_unlock(&lock);
}
static DEFINE_TIMER(chip_timer, chip_tick);

/* kept: the lock is the timer's, too */
static int chip_open(struct inode *inode, struct file *file)
{
	struct client *c = kzalloc(sizeof(*c), GFP_KERNEL);

	if (!c)
		return -ENOMEM;
	c->limit = 10;
	spin_lock_bh(&lock);
	opens++;
	spin_unlock_bh(&lock);
	file->private_data = c;
	return 0;
}
static int chip_close(struct inode *inode, struct file *file)
{
	spin_lock_bh(&lock);
	opens--;
	spin_unlock_bh(&lock);
	kfree(file->private_data);
	return 0;
}
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct client *c = file->private_data;

	if (argument > c->limit)
		return -EINVAL;
	c->level = argument;
	return 0;
}
static loff_t chip_seek(struct file *file, loff_t at, int whence) { return opens; }
static const struct file_operations chip_fops = {
	.unlocked_ioctl = chip_ioctl, .llseek = chip_seek, .open = chip_open, .release = chip_close,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "chip", .fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
