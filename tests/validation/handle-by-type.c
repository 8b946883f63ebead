// SPDX-License-Identifier: GPL-2.0-only
#include <linux/acpi.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/spinlock.h>

struct lid {
	acpi_handle handle;
	void *other;
	unsigned long long state;
};

static DEFINE_SPINLOCK(lock);

/* kept, and asked with what is the interpreter's */
static noinline int order(acpi_handle handle, unsigned long long *state)
{
	int busy;

	spin_lock_irq(&lock);
	busy = *state == 7;
	*state = 7;
	spin_unlock_irq(&lock);
	return busy || !handle ? -EBUSY : 0;
}

static noinline int guess(void *what)
{
	int none;

	spin_lock_irq(&lock);
	none = !what;
	spin_unlock_irq(&lock);
	return none;
}

static ssize_t state_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	struct lid *lid = dev_get_drvdata(dev);
	unsigned long long state = 0;

	if (order(lid->handle, &state) || order(NULL, &state))
		acpi_handle_err(lid->handle, "no state\n");
	return sysfs_emit(text, "%llu\n", state);
}
static DEVICE_ATTR_RO(state);

static ssize_t other_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	struct lid *lid = dev_get_drvdata(dev);

	return sysfs_emit(text, "%d\n", guess(lid->other));
}
static DEVICE_ATTR_RO(other);

static struct attribute *lid_attrs[] = { &dev_attr_state.attr, &dev_attr_other.attr, NULL };
ATTRIBUTE_GROUPS(lid);

static int probe(struct platform_device *pdev)
{
	struct lid *lid = devm_kzalloc(&pdev->dev, sizeof(*lid), GFP_KERNEL);

	if (!lid)
		return -ENOMEM;
	lid->handle = ACPI_HANDLE(&pdev->dev);
	platform_set_drvdata(pdev, lid);
	return 0;
}

static struct platform_driver lid_driver = {
	.probe = probe,
	.driver = { .name = "lid", .dev_groups = lid_groups },
};
module_platform_driver(lid_driver);

MODULE_LICENSE("GPL");
/*
 * check-name: a type that is the kernel's name for something crosses without a fact of the function
 * domain: state_show: user
 * domain: other_show: kernel
 * reason: other_show: void pointer of unknown meaning
 * plan: downcalls: "order"
 */
