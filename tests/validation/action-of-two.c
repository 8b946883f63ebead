// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>

struct chip {
	int state;
};

struct port {
	int open;
};

static void chip_off(void *data)
{
	struct chip *chip = data;

	chip->state = 0;
}

static void port_close(void *data)
{
	struct port *port = data;

	port->open = 0;
}

static int chip_probe(struct platform_device *pdev)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);

	if (!chip)
		return -ENOMEM;
	chip->state = 1;
	platform_set_drvdata(pdev, chip);
	return devm_add_action_or_reset(&pdev->dev, chip_off, chip);
}

static ssize_t port_store(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t count)
{
	struct port *port = devm_kzalloc(dev, sizeof(*port), GFP_KERNEL);

	if (!port)
		return -ENOMEM;
	port->open = 1;
	return devm_add_action_or_reset(dev, port_close, port) ?: count;
}
static DEVICE_ATTR_WO(port);

static struct attribute *chip_attrs[] = { &dev_attr_port.attr, NULL };
ATTRIBUTE_GROUPS(chip);

static struct platform_driver chip_driver = {
	.probe = chip_probe,
	.driver = { .name = "chip", .dev_groups = chip_groups },
};
module_platform_driver(chip_driver);

MODULE_LICENSE("GPL");
/*
 * check-name: actions of two records could be given each other's: one stays
 * domain: chip_probe: user
 * domain: port_store: kernel
 * reason: port_store: hands devm_add_action_or_reset.. a struct port, and another call
 */
