// SPDX-License-Identifier: GPL-2.0-only
#include <linux/clk.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/regulator/consumer.h>

struct chip {
	struct regulator *supply;
	int state;
};

static void chip_off(void *data)
{
	struct chip *chip = data;

	regulator_disable(chip->supply);
}

static void chip_idle(void *data)
{
	struct chip *chip = data;

	chip->state = 0;
}

static int chip_start(struct device *dev, struct chip *chip)
{
	return devm_add_action_or_reset(dev, chip_idle, chip);
}

static int chip_probe(struct platform_device *pdev)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);
	int err;

	if (!chip)
		return -ENOMEM;
	platform_set_drvdata(pdev, chip);
	chip->supply = devm_regulator_get(&pdev->dev, "vdd");
	if (IS_ERR(chip->supply))
		return PTR_ERR(chip->supply);
	err = regulator_enable(chip->supply);
	if (err)
		return err;
	err = devm_add_action_or_reset(&pdev->dev, chip_off, chip);
	return err ? err : chip_start(&pdev->dev, chip);
}

/* What a function of the kernel's releases, the kernel half would not be told of. */
static int other_probe(struct platform_device *pdev)
{
	struct clk *clock = devm_clk_get(&pdev->dev, NULL);

	if (clk_prepare_enable(clock))
		return -EIO;
	return devm_add_action(&pdev->dev, (void (*)(void *))clk_disable_unprepare, clock);
}

static void tell(void *data)
{
	pr_info("gone\n");
}

/* What the action is given may not be any pointer at all. */
static ssize_t tell_store(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t count)
{
	return devm_add_action(dev, tell, (void *)buf) ?: count;
}
static DEVICE_ATTR_WO(tell);

static ssize_t back_store(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t count)
{
	devm_release_action(dev, chip_idle, dev_get_drvdata(dev));
	return count;
}
static DEVICE_ATTR_WO(back);

static struct attribute *chip_attrs[] = {
	&dev_attr_tell.attr, &dev_attr_back.attr, NULL
};
ATTRIBUTE_GROUPS(chip);

static struct platform_driver chip_driver = {
	.probe = chip_probe,
	.driver = { .name = "chip", .dev_groups = chip_groups },
};

static struct platform_driver other_driver = {
	.probe = other_probe,
	.driver = { .name = "other" },
};

static struct platform_driver *const drivers[] = { &chip_driver, &other_driver };

static int __init chip_init(void)
{
	return platform_register_drivers(drivers, ARRAY_SIZE(drivers));
}
module_init(chip_init);

static void __exit chip_exit(void)
{
	platform_unregister_drivers(drivers, ARRAY_SIZE(drivers));
}
module_exit(chip_exit);

MODULE_LICENSE("GPL");
/*
 * check-name: who hands an action to the device core moves, the action stays
 * domain: chip_probe: user
 * domain: chip_start: user
 * domain: chip_off: kernel
 * domain: chip_idle: kernel
 * domain: other_probe: kernel
 * reason: other_probe: a function that is not the driver's
 * domain: tell_store: kernel
 * reason: tell_store: a void pointer to no record
 * domain: back_store: kernel
 * reason: back_store: runs what the device core was handed
 */
