// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/jiffies.h>
#include <linux/semaphore.h>

static struct chip {
	struct semaphore lock;
	unsigned long level;
} chip;

static unsigned long in_seconds(unsigned long jiffies)
{
	return jiffies / HZ;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	unsigned long begin = jiffies;

	if (down_timeout(&chip.lock, HZ))
		return -ETIME;
	chip.level = in_seconds(argument);
	up(&chip.lock);
	return time_after(begin, jiffies);
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

static int __init chip_init(void)
{
	sema_init(&chip.lock, 1);
	return misc_register(&chip_misc);
}
module_init(chip_init);

static void __exit chip_exit(void)
{
	misc_deregister(&chip_misc);
}
module_exit(chip_exit);
MODULE_LICENSE("GPL");
