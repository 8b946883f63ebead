// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/pm.h>
#include <linux/spinlock.h>

struct word {
	u16 first;
	u8 step : 3;
	u8 back : 1;
	s32 last;
};

static DEFINE_SPINLOCK(lock);
static struct word shown;
static int event, wakeups, asked;

static void word_tick(struct timer_list *timer)
{
	spin_lock(&lock);
	wakeups += shown.back;
	spin_unlock(&lock);
}

static DEFINE_TIMER(timer, word_tick);

/* Stay: they take the lock, which a timer does as well. */
static struct word word_swap(struct word range)
{
	struct word old;
	unsigned long flags;

	spin_lock_irqsave(&lock, flags);
	old = shown;
	shown = range;
	spin_unlock_irqrestore(&lock, flags);
	return old;
}

static pm_message_t word_event(const pm_message_t state)
{
	pm_message_t next = state;
	unsigned long flags;

	spin_lock_irqsave(&lock, flags);
	next.event |= ++asked << 8;
	spin_unlock_irqrestore(&lock, flags);
	return next;
}

static long word_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct word range = {
		.first = command, .step = argument, .back = argument >> 3, .last = -argument,
	};

	if (command == 100)
		return event;
	range = word_swap(range);
	return (range.first & 255) << 16 | range.step << 12 | range.back << 8 | (-range.last & 255);
}

static int word_suspend(struct platform_device *pdev, pm_message_t state)
{
	event = word_event(state).event;
	return 0;
}

static struct platform_driver word_driver = {
	.driver.name = "word",
	.suspend = word_suspend,
};

static const struct file_operations word_fops = {
	.owner = THIS_MODULE,
	.unlocked_ioctl = word_ioctl,
};
static struct miscdevice word_misc = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "word",
	.fops = &word_fops,
};
static struct platform_device *device;

static int __init word_init(void)
{
	int rc = platform_driver_register(&word_driver);

	if (rc)
		return rc;
	device = platform_device_register_simple("word", PLATFORM_DEVID_NONE, NULL, 0);
	if (IS_ERR(device)) {
		rc = PTR_ERR(device);
		goto err_driver;
	}
	rc = misc_register(&word_misc);
	if (rc)
		goto err_device;
	mod_timer(&timer, jiffies + HZ);
	return 0;

err_device:
	platform_device_unregister(device);
err_driver:
	platform_driver_unregister(&word_driver);
	return rc;
}
module_init(word_init);

static void __exit word_exit(void)
{
	del_timer_sync(&timer);
	misc_deregister(&word_misc);
	platform_device_unregister(device);
	platform_driver_unregister(&word_driver);
}
module_exit(word_exit);
MODULE_LICENSE("GPL");
