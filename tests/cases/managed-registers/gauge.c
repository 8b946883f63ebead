// SPDX-License-Identifier: GPL-2.0-only
#include <linux/init.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

/* QEMU's edu device: one register says who it is, the next one answers with the inverse. */
#define GAUGE_ID	0x00
#define GAUGE_LIVE	0x04
#define GAUGE_SIZE	0x80

struct gauge {
	struct device *dev;
	void __iomem *regs;
	u32 id;
};

static int how;
module_param(how, int, 0644);
MODULE_PARM_DESC(how, "by which function the registers are mapped");

static struct pci_dev *lender;
static struct platform_device *device;

/* After remove, and before the registers are unmapped. */
static void gauge_close(void *data)
{
	struct gauge *gauge = data;

	writel(0x600d, gauge->regs + GAUGE_LIVE);
	pr_info("gauge: closed %08x\n", readl(gauge->regs + GAUGE_LIVE));
}

static ssize_t live_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct gauge *gauge = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%08x %08x\n", gauge->id, readl(gauge->regs + GAUGE_LIVE));
}

static ssize_t live_store(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t count)
{
	struct gauge *gauge = dev_get_drvdata(dev);
	u32 value;
	int err = kstrtou32(buf, 0, &value);

	if (err)
		return err;
	writel(value, gauge->regs + GAUGE_LIVE);
	return count;
}
static DEVICE_ATTR_RW(live);

static struct attribute *gauge_attrs[] = {
	&dev_attr_live.attr, NULL
};
ATTRIBUTE_GROUPS(gauge);

static int gauge_start(struct gauge *gauge)
{
	gauge->id = readl(gauge->regs + GAUGE_ID);
	writel(1, gauge->regs + GAUGE_LIVE);
	return devm_add_action_or_reset(gauge->dev, gauge_close, gauge);
}

static int gauge_map(struct platform_device *pdev, struct gauge *gauge)
{
	struct resource *res = platform_get_resource(pdev, IORESOURCE_MEM, 0);

	if (!res)
		return -ENODEV;
	switch (how) {
	case 0:
		gauge->regs = devm_platform_ioremap_resource(pdev, 0);
		break;
	case 1:
		gauge->regs = devm_platform_ioremap_resource_byname(pdev, "registers");
		break;
	case 2:
		gauge->regs = devm_ioremap_resource(&pdev->dev, res);
		break;
	case 3:
		gauge->regs = devm_ioremap(&pdev->dev, res->start, resource_size(res));
		return gauge->regs ? 0 : -ENOMEM;
	case 6:
		res = NULL;
		gauge->regs = devm_platform_get_and_ioremap_resource(pdev, 0, &res);
		if (!IS_ERR(gauge->regs) && !res->end)
			return -EINVAL;
		break;
	default:
		return -ENODEV;
	}
	return PTR_ERR_OR_ZERO(gauge->regs);
}

static int gauge_probe(struct platform_device *pdev)
{
	struct gauge *gauge = devm_kzalloc(&pdev->dev, sizeof(*gauge), GFP_KERNEL);
	int err;

	if (!gauge)
		return -ENOMEM;
	gauge->dev = &pdev->dev;
	platform_set_drvdata(pdev, gauge);
	err = gauge_map(pdev, gauge);
	return err ? err : gauge_start(gauge);
}

static struct platform_driver gauge_driver = {
	.probe = gauge_probe,
	.driver = { .name = "gauge", .dev_groups = gauge_groups },
};

static int gauge_pci_map(struct pci_dev *pdev, struct gauge *gauge)
{
	int err;

	switch (how) {
	case 4:
		err = pcim_iomap_regions(pdev, BIT(0), "gauge");
		if (err)
			return err;
		gauge->regs = pcim_iomap_table(pdev)[0];
		return 0;
	case 5:
		gauge->regs = pcim_iomap(pdev, 0, GAUGE_SIZE);
		return gauge->regs ? 0 : -ENOMEM;
	default:
		return -ENODEV;
	}
}

static int gauge_pci_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct gauge *gauge = devm_kzalloc(&pdev->dev, sizeof(*gauge), GFP_KERNEL);
	int err;

	if (!gauge)
		return -ENOMEM;
	gauge->dev = &pdev->dev;
	pci_set_drvdata(pdev, gauge);
	err = pcim_enable_device(pdev);
	if (!err)
		err = gauge_pci_map(pdev, gauge);
	return err ? err : gauge_start(gauge);
}

static const struct pci_device_id gauge_ids[] = {
	{ PCI_DEVICE(0x1234, 0x11e8) }, { }
};

static struct pci_driver gauge_pci_driver = {
	.name = "gauge-pci",
	.id_table = gauge_ids,
	.probe = gauge_pci_probe,
	.dev_groups = gauge_groups,
};

static int gauge_lend(void)
{
	struct resource res = { .name = "registers", .flags = IORESOURCE_MEM };

	lender = pci_get_device(0x1234, 0x11e8, NULL);
	if (!lender)
		return -ENODEV;
	res.start = pci_resource_start(lender, 0);
	res.end = pci_resource_end(lender, 0);
	device = platform_device_register_simple("gauge", -1, &res, 1);
	if (!IS_ERR(device))
		return 0;
	pci_dev_put(lender);
	return PTR_ERR(device);
}

static int __init gauge_init(void)
{
	int err = platform_driver_register(&gauge_driver);

	if (err)
		return err;
	err = pci_register_driver(&gauge_pci_driver);
	if (err)
		goto err_platform;
	err = gauge_lend();
	if (!err)
		return 0;
	pci_unregister_driver(&gauge_pci_driver);
err_platform:
	platform_driver_unregister(&gauge_driver);
	return err;
}
module_init(gauge_init);

static void __exit gauge_exit(void)
{
	platform_device_unregister(device);
	pci_dev_put(lender);
	pci_unregister_driver(&gauge_pci_driver);
	platform_driver_unregister(&gauge_driver);
}
module_exit(gauge_exit);

MODULE_LICENSE("GPL");
