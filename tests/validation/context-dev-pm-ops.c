// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/pm.h>

static int on_prepare(struct device *p0)
{
	return 0;
}

static void on_complete(struct device *p0)
{
}

static int on_suspend(struct device *p0)
{
	return 0;
}

static int on_resume(struct device *p0)
{
	return 0;
}

static int on_freeze(struct device *p0)
{
	return 0;
}

static int on_thaw(struct device *p0)
{
	return 0;
}

static int on_poweroff(struct device *p0)
{
	return 0;
}

static int on_restore(struct device *p0)
{
	return 0;
}

static int on_suspend_late(struct device *p0)
{
	return 0;
}

static int on_resume_early(struct device *p0)
{
	return 0;
}

static int on_freeze_late(struct device *p0)
{
	return 0;
}

static int on_thaw_early(struct device *p0)
{
	return 0;
}

static int on_poweroff_late(struct device *p0)
{
	return 0;
}

static int on_restore_early(struct device *p0)
{
	return 0;
}

static int on_suspend_noirq(struct device *p0)
{
	return 0;
}

static int on_resume_noirq(struct device *p0)
{
	return 0;
}

static int on_freeze_noirq(struct device *p0)
{
	return 0;
}

static int on_thaw_noirq(struct device *p0)
{
	return 0;
}

static int on_poweroff_noirq(struct device *p0)
{
	return 0;
}

static int on_restore_noirq(struct device *p0)
{
	return 0;
}

static int on_runtime_suspend(struct device *p0)
{
	return 0;
}

static int on_runtime_resume(struct device *p0)
{
	return 0;
}

static int on_runtime_idle(struct device *p0)
{
	return 0;
}

struct dev_pm_ops table = {
	.prepare = on_prepare,
	.complete = on_complete,
	.suspend = on_suspend,
	.resume = on_resume,
	.freeze = on_freeze,
	.thaw = on_thaw,
	.poweroff = on_poweroff,
	.restore = on_restore,
	.suspend_late = on_suspend_late,
	.resume_early = on_resume_early,
	.freeze_late = on_freeze_late,
	.thaw_early = on_thaw_early,
	.poweroff_late = on_poweroff_late,
	.restore_early = on_restore_early,
	.suspend_noirq = on_suspend_noirq,
	.resume_noirq = on_resume_noirq,
	.freeze_noirq = on_freeze_noirq,
	.thaw_noirq = on_thaw_noirq,
	.poweroff_noirq = on_poweroff_noirq,
	.restore_noirq = on_restore_noirq,
	.runtime_suspend = on_runtime_suspend,
	.runtime_resume = on_runtime_resume,
	.runtime_idle = on_runtime_idle,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct dev_pm_ops
 * context: on_prepare: process
 * context: on_complete: process
 * context: on_suspend: process
 * context: on_resume: process
 * context: on_freeze: process
 * context: on_thaw: process
 * context: on_poweroff: process
 * context: on_restore: process
 * context: on_suspend_late: process
 * context: on_resume_early: process
 * context: on_freeze_late: process
 * context: on_thaw_early: process
 * context: on_poweroff_late: process
 * context: on_restore_early: process
 * context: on_suspend_noirq: process
 * context: on_resume_noirq: process
 * context: on_freeze_noirq: process
 * context: on_thaw_noirq: process
 * context: on_poweroff_noirq: process
 * context: on_restore_noirq: process
 * context: on_runtime_suspend: atomic process
 * context: on_runtime_resume: atomic process
 * context: on_runtime_idle: atomic process
 */
