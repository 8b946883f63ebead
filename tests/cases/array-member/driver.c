// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

/* Longer than the member whose address is taken, which does not come first. */
struct bank {
	u32 sum;
	struct mutex lock;
	u64 last;
};

struct vault {
	struct bank banks[3];
};
static struct vault *vault;
static struct bank halls[2];

static long bank_add(struct bank *bank, u32 what)
{
	bank->last = what;
	bank->sum += what;
	return bank->sum;
}

static long vault_bank(struct vault *vault, u32 which)
{
	long result;

	if (which >= ARRAY_SIZE(vault->banks))
		return -ERANGE;
	mutex_lock(&vault->banks[which].lock);
	result = bank_add(&vault->banks[which], which + 1);
	mutex_unlock(&vault->banks[which].lock);
	return result;
}

static long vault_hall(u32 which)
{
	long result;

	if (which >= ARRAY_SIZE(halls))
		return -ERANGE;
	mutex_lock(&halls[which].lock);
	halls[which].sum += which + 10;
	result = halls[which].sum;
	mutex_unlock(&halls[which].lock);
	return result;
}

static long vault_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	switch (command) {
	case 101:
		return vault_bank(vault, argument);
	case 102:
		return vault_hall(argument);
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
	for (i = 0; i < ARRAY_SIZE(vault->banks); i++)
		mutex_init(&vault->banks[i].lock);
	for (i = 0; i < ARRAY_SIZE(halls); i++)
		mutex_init(&halls[i].lock);
	error = misc_register(&vault_misc);
	if (error)
		kfree(vault);
	return error;
}

static int vault_remove(struct platform_device *pdev)
{
	misc_deregister(&vault_misc);
	kfree(vault);
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
