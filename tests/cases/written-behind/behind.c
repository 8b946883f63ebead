// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

#define SIZE	16

struct client {
	u8 *bytes;		/* allocated where it is opened, which moves */
	u16 *words;
	u8 *kept;		/* allocated under a lock, which stays */
	u32 sum;
};

static DEFINE_SPINLOCK(lock);

/* kept: what the user half has written is there */
static u32 chip_sum(struct client *c)
{
	u32 i, sum = 0;

	spin_lock_irq(&lock);
	for (i = 0; i < SIZE; i++)
		sum += c->bytes[i] + (c->words[i] << 8);
	if (!c->kept)
		c->kept = kzalloc(SIZE, GFP_ATOMIC);
	spin_unlock_irq(&lock);
	return sum;
}

/* kept: and the other way */
static void chip_mirror(struct client *c)
{
	u32 i;

	spin_lock_irq(&lock);
	for (i = 0; i < SIZE / 2; i++)
		swap(c->bytes[i], c->bytes[SIZE - 1 - i]);
	spin_unlock_irq(&lock);
}

static int chip_open(struct inode *inode, struct file *file)
{
	struct client *c = kzalloc(sizeof(*c), GFP_KERNEL);

	if (!c)
		return -ENOMEM;
	c->bytes = kzalloc(SIZE, GFP_KERNEL);
	c->words = kzalloc(2 * SIZE, GFP_KERNEL);
	if (!c->bytes || !c->words) {
		kfree(c->words);
		kfree(c->bytes);
		kfree(c);
		return -ENOMEM;
	}
	file->private_data = c;
	return 0;
}

static int chip_close(struct inode *inode, struct file *file)
{
	struct client *c = file->private_data;

	kfree(c->kept);
	kfree(c->words);
	kfree(c->bytes);
	kfree(c);
	return 0;
}

static void fill(u8 *to, u32 n, u8 value)
{
	while (n--)
		*to++ = value++;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct client *c = file->private_data;

	switch (command) {
	case 4:
		c->bytes[argument % SIZE] = argument;
		return 0;
	case 5:
		fill(c->bytes + 4, 6, argument);
		return 0;
	case 6:
		c->words[argument % SIZE] += argument;
		return c->words[argument % SIZE];
	case 7:
		memset(c->bytes, argument, SIZE);
		return 0;
	case 8:
		return c->bytes[argument % SIZE];
	case 9:
		chip_mirror(c);
		return c->bytes[argument % SIZE];
	case 10:
		return chip_sum(c);
	}
	return -ENOTTY;
}

/* kept with chip_kept(): the kernel half allocates it */
static ssize_t chip_write(struct file *file, const char __user *from, size_t n, loff_t *at)
{
	struct client *c = file->private_data;

	if (!c->kept)
		return -EINVAL;
	c->kept[n % SIZE] = n;
	return c->kept[(n + 1) % SIZE] + 1;
}

static const struct file_operations chip_fops = {
	.unlocked_ioctl = chip_ioctl, .write = chip_write, .open = chip_open, .release = chip_close,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "behind", .fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
