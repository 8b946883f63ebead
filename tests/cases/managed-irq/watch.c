// SPDX-License-Identifier: GPL-2.0-only
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

/* QEMU's edu device: what is written to one register is an interrupt, to another ends it. */
#define WATCH_STATUS	0x24
#define WATCH_RAISE	0x60
#define WATCH_ACK	0x64

struct watch {
	struct device *dev;
	void __iomem *regs;
	unsigned int irq;
	u32 raised;		/* by now */
	u32 quiet;		/* while the interrupt was disabled */
};

enum { PLATFORM = 0, PCI = 2, THREADED = 1 };
static int how;
module_param(how, int, 0644);
MODULE_PARM_DESC(how, "which driver has the device, and whether the interrupt has a thread");

static struct pci_dev *lender;
static struct platform_device *device;

static irqreturn_t watch_interrupt(int irq, void *data)
{
	struct watch *watch = data;
	u32 status = readl(watch->regs + WATCH_STATUS);

	if (!status)
		return IRQ_NONE;
	writel(status, watch->regs + WATCH_ACK);
	watch->raised++;
	return how & THREADED ? IRQ_WAKE_THREAD : IRQ_HANDLED;
}

static irqreturn_t watch_thread(int irq, void *data)
{
	struct watch *watch = data;

	watch->raised += 100;
	return IRQ_HANDLED;
}

static ssize_t raise_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct watch *watch = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%u %u\n", watch->raised, watch->quiet);
}

/* 0: raised at once; 1, 2: while it is disabled, in one way or the other. */
static ssize_t raise_store(struct device *dev, struct device_attribute *attr, const char *buf,
			   size_t count)
{
	struct watch *watch = dev_get_drvdata(dev);
	u32 value, before = watch->raised;
	int err = kstrtou32(buf, 0, &value);

	if (err)
		return err;
	if (value == 1)
		disable_irq(watch->irq);
	if (value == 2)
		disable_irq_nosync(watch->irq);
	writel(1, watch->regs + WATCH_RAISE);
	readl(watch->regs + WATCH_STATUS);
	if (value)
		watch->quiet += watch->raised - before;
	if (value)
		enable_irq(watch->irq);
	return count;
}
static DEVICE_ATTR_RW(raise);

static struct attribute *watch_attrs[] = {
	&dev_attr_raise.attr, NULL
};
ATTRIBUTE_GROUPS(watch);

static int watch_start(struct watch *watch)
{
	if (how & THREADED)
		return devm_request_threaded_irq(watch->dev, watch->irq, watch_interrupt,
						 watch_thread, IRQF_SHARED, "watch", watch);
	return devm_request_irq(watch->dev, watch->irq, watch_interrupt, IRQF_SHARED, "watch",
				watch);
}

static struct watch *watch_new(struct device *dev)
{
	struct watch *watch = devm_kzalloc(dev, sizeof(*watch), GFP_KERNEL);

	if (watch)
		watch->dev = dev;
	return watch;
}

static int watch_probe(struct platform_device *pdev)
{
	struct watch *watch;
	int irq;

	if (how & PCI)
		return -ENODEV;
	watch = watch_new(&pdev->dev);
	if (!watch)
		return -ENOMEM;
	platform_set_drvdata(pdev, watch);
	watch->regs = devm_platform_ioremap_resource(pdev, 0);
	if (IS_ERR(watch->regs))
		return PTR_ERR(watch->regs);
	irq = platform_get_irq(pdev, 0);
	if (irq < 0)
		return irq;
	watch->irq = irq;
	return watch_start(watch);
}

static struct platform_driver watch_driver = {
	.probe = watch_probe,
	.driver = { .name = "watch", .dev_groups = watch_groups },
};

static int watch_pci_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct watch *watch;
	int err;

	if (!(how & PCI))
		return -ENODEV;
	watch = watch_new(&pdev->dev);
	if (!watch)
		return -ENOMEM;
	pci_set_drvdata(pdev, watch);
	err = pcim_enable_device(pdev);
	if (err)
		return err;
	err = pcim_iomap_regions(pdev, BIT(0), "watch");
	if (err)
		return err;
	watch->regs = pcim_iomap_table(pdev)[0];
	watch->irq = pdev->irq;
	return watch_start(watch);
}

static const struct pci_device_id watch_ids[] = {
	{ PCI_DEVICE(0x1234, 0x11e8) }, { }
};

static struct pci_driver watch_pci_driver = {
	.name = "watch-pci",
	.id_table = watch_ids,
	.probe = watch_pci_probe,
	.dev_groups = watch_groups,
};

/* The device, as a platform device that has what the other one has. */
static int watch_lend(void)
{
	struct resource res[2] = { { .flags = IORESOURCE_MEM }, { .flags = IORESOURCE_IRQ } };

	lender = pci_get_device(0x1234, 0x11e8, NULL);
	if (!lender)
		return -ENODEV;
	if (pci_enable_device(lender))
		goto err_put;
	res[0].start = pci_resource_start(lender, 0);
	res[0].end = pci_resource_end(lender, 0);
	res[1].start = lender->irq;
	res[1].end = lender->irq;
	device = platform_device_register_simple("watch", -1, res, 2);
	if (!IS_ERR(device))
		return 0;
	pci_disable_device(lender);
err_put:
	pci_dev_put(lender);
	return -ENODEV;
}

static int __init watch_init(void)
{
	int err = platform_driver_register(&watch_driver);

	if (err)
		return err;
	err = pci_register_driver(&watch_pci_driver);
	if (err)
		goto err_platform;
	err = watch_lend();
	if (!err)
		return 0;
	pci_unregister_driver(&watch_pci_driver);
err_platform:
	platform_driver_unregister(&watch_driver);
	return err;
}
module_init(watch_init);

static void __exit watch_exit(void)
{
	platform_device_unregister(device);
	pci_unregister_driver(&watch_pci_driver);
	platform_driver_unregister(&watch_driver);
	pci_disable_device(lender);
	pci_dev_put(lender);
}
module_exit(watch_exit);

MODULE_LICENSE("GPL");
