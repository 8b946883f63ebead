// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/notifier.h>
#include <linux/reboot.h>
#include <linux/kthread.h>

static u32 level;
int chip_level(u32 value);

int chip_level(u32 value)
{
	level = value;
	return 0;
}
EXPORT_SYMBOL_NS_GPL(chip_level, CHIP);

static int chip_reboot(struct notifier_block *nb, unsigned long event, void *data)
{
	level = 0;
	return NOTIFY_DONE;
}
static struct notifier_block chip_nb = { .notifier_call = chip_reboot };

static int __init chip_init(void)
{
	return register_reboot_notifier(&chip_nb);
}

static void __exit chip_exit(void)
{
	unregister_reboot_notifier(&chip_nb);
}
module_init(chip_init);
module_exit(chip_exit);
MODULE_LICENSE("GPL");
MODULE_ALIAS("platform:chip");
