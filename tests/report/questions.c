// SPDX-License-Identifier: GPL-2.0-only
/* A driver that leaves questions open: in which context, how long, whose function. */
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/uaccess.h>

struct question;

/* Of some other module: the analysis cannot know what it does. */
extern int foreign_register(int (*called)(int));
extern void foreign_fill(u16 *words, int count);
extern int foreign_mark(unsigned int bit, const unsigned int *map);
extern void foreign_keep(void *what, unsigned int size);

static u16 question_words[16];
static unsigned int question_map;

static int question_called(int event)
{
	question_map = event;
	return 0;
}

static ssize_t question_read(struct file *file, char __user *to, size_t size, loff_t *at)
{
	foreign_fill(question_words, ARRAY_SIZE(question_words));
	return 0;
}

static long question_ioctl(struct file *file, unsigned int number, unsigned long argument)
{
	return foreign_mark(number, &question_map);
}

static int question_open(struct inode *inode, struct file *file)
{
	foreign_keep(file->private_data, 8);
	return foreign_register(question_called);
}

static const struct file_operations question_operations = {
	.owner = THIS_MODULE,
	.open = question_open,
	.read = question_read,
	.unlocked_ioctl = question_ioctl,
};

static struct miscdevice question_device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "question",
	.fops = &question_operations,
};
module_misc_device(question_device);
MODULE_LICENSE("GPL");
