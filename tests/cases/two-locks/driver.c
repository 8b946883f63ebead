// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/rwsem.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>
#include <linux/wait.h>
#include <linux/workqueue.h>

struct bank {
	struct mutex lock;
	u32 sum;
};

struct vault {
	struct mutex outer, inner;
	spinlock_t level_lock, count_lock;
	struct rw_semaphore doors, cellar;
	wait_queue_head_t visitors;
	struct work_struct count, tell;
	struct timer_list morning, evening;
	struct bank banks[3];
	u32 level, counted, told, ticks;
};
static struct vault *vault;
static struct mutex alarm;
static u32 alarms;

static void vault_tell(struct work_struct *work)
{
	struct vault *vault = container_of(work, struct vault, tell);

	vault->told++;
}

/* One work waits for another. */
static void vault_count(struct work_struct *work)
{
	struct vault *vault = container_of(work, struct vault, count);

	schedule_work(&vault->tell);
	flush_work(&vault->tell);
	vault->counted = vault->told;
	wake_up(&vault->visitors);
}

static void vault_evening(struct timer_list *timer)
{
	struct vault *vault = from_timer(vault, timer, evening);

	vault->ticks++;
}

/* One timer waits for another. */
static void vault_morning(struct timer_list *timer)
{
	struct vault *vault = from_timer(vault, timer, morning);

	vault->ticks++;
	del_timer_sync(&vault->evening);
	mod_timer(&vault->evening, jiffies + 1);
}

static long vault_mutexes(struct vault *vault, u32 level)
{
	long result = -ERANGE;

	mutex_lock(&alarm);
	mutex_lock(&vault->outer);
	mutex_lock(&vault->inner);
	if (level < 1000) {
		vault->level = level;
		alarms++;
		result = alarms;
	}
	mutex_unlock(&vault->inner);
	mutex_unlock(&vault->outer);
	mutex_unlock(&alarm);
	return result;
}

static long vault_spinlocks(struct vault *vault, u32 level)
{
	u32 old;

	if (level > 1000)
		return -ERANGE;
	spin_lock_irq(&vault->level_lock);
	spin_lock(&vault->count_lock);
	old = vault->level;
	vault->level = level;
	spin_unlock(&vault->count_lock);
	spin_unlock_irq(&vault->level_lock);
	if (old == level)
		return -EALREADY;
	return old;
}

static long vault_semaphores(struct vault *vault, u32 level)
{
	long result = 0;

	down_write(&vault->doors);
	down_read(&vault->cellar);
	result = vault->level;
	if (level)
		vault->level = level;
	up_read(&vault->cellar);
	up_write(&vault->doors);
	return result;
}

static long vault_banks(struct vault *vault, u32 which)
{
	long result;

	if (which >= ARRAY_SIZE(vault->banks))
		return -ERANGE;
	mutex_lock(&vault->outer);
	mutex_lock(&vault->banks[which].lock);
	vault->banks[which].sum += which + 1;
	result = vault->banks[which].sum;
	mutex_unlock(&vault->banks[which].lock);
	mutex_unlock(&vault->outer);
	return result;
}

static long vault_works(struct vault *vault)
{
	schedule_work(&vault->count);
	flush_work(&vault->count);
	return vault->counted;
}

static long vault_timers(struct vault *vault)
{
	mod_timer(&vault->morning, jiffies + 1);
	while (vault->ticks < 2)
		schedule_timeout_uninterruptible(1);
	del_timer_sync(&vault->morning);
	del_timer_sync(&vault->evening);
	return vault->ticks >= 2;
}

static long vault_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	switch (command) {
	case 101:
		return vault_mutexes(vault, argument);
	case 102:
		return vault_spinlocks(vault, argument);
	case 103:
		return vault_semaphores(vault, argument);
	case 104:
		return vault_banks(vault, argument);
	case 105:
		return vault_works(vault);
	case 106:
		return vault_timers(vault);
	}
	return -ENOTTY;
}

static const struct file_operations vault_fops = {
	.owner = THIS_MODULE, .unlocked_ioctl = vault_ioctl,
};
static struct miscdevice vault_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "vault", .fops = &vault_fops,
};

static int vault_probe(struct platform_device *pdev)
{
	int i, error;

	vault = kzalloc(sizeof(*vault), GFP_KERNEL);
	if (!vault)
		return -ENOMEM;
	mutex_init(&alarm);
	mutex_init(&vault->outer);
	mutex_init(&vault->inner);
	spin_lock_init(&vault->level_lock);
	spin_lock_init(&vault->count_lock);
	init_rwsem(&vault->doors);
	init_rwsem(&vault->cellar);
	init_waitqueue_head(&vault->visitors);
	for (i = 0; i < ARRAY_SIZE(vault->banks); i++)
		mutex_init(&vault->banks[i].lock);
	INIT_WORK(&vault->count, vault_count);
	INIT_WORK(&vault->tell, vault_tell);
	timer_setup(&vault->morning, vault_morning, 0);
	timer_setup(&vault->evening, vault_evening, 0);
	error = misc_register(&vault_misc);
	if (error) {
		kfree(vault);
		vault = NULL;
	}
	return error;
}

static int vault_remove(struct platform_device *pdev)
{
	misc_deregister(&vault_misc);
	cancel_work_sync(&vault->count);
	cancel_work_sync(&vault->tell);
	del_timer_sync(&vault->morning);
	del_timer_sync(&vault->evening);
	kfree(vault);
	vault = NULL;
	return 0;
}

static struct platform_driver vault_driver = {
	.probe = vault_probe, .remove = vault_remove, .driver.name = "vault",
};

static struct platform_device *vault_device;

static int __init vault_start(void)
{
	int error;

	vault_device = platform_device_register_simple("vault", PLATFORM_DEVID_NONE, NULL, 0);
	if (IS_ERR(vault_device))
		return PTR_ERR(vault_device);
	error = platform_driver_register(&vault_driver);
	if (error)
		platform_device_unregister(vault_device);
	return error;
}
module_init(vault_start);

static void __exit vault_stop(void)
{
	platform_driver_unregister(&vault_driver);
	platform_device_unregister(vault_device);
}
module_exit(vault_stop);
MODULE_LICENSE("GPL");
