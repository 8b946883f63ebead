// SPDX-License-Identifier: GPL-2.0-only
/* What operations have done when they succeed, whatever way they took: see must.test. */
#include <linux/delay.h>
#include <linux/dma-mapping.h>
#include <linux/module.h>
#include <linux/pci.h>

struct thing {
	struct mutex lock;
	struct pci_dev *pdev;
	void __iomem *regs;
	int irq;
	struct thing *other;
};

static bool wanted;

/* Either it has made all of it, or it says NULL. */
static struct thing *make(struct pci_dev *pdev)
{
	struct thing *thing = kzalloc(sizeof(*thing), GFP_KERNEL);

	if (!thing)
		return NULL;
	thing->pdev = pdev;
	mutex_init(&thing->lock);
	return thing;
}

/* What it says above 0 is another's to overwrite. */
static int count(void)
{
	return wanted ? 1 : -ENOSPC;
}

static irqreturn_t interrupt(int irq, void *data)
{
	return IRQ_NONE;
}

/* Its failures are told by err, by constants, by PTR_ERR(), and by what is called last. */
static int probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct thing *thing = make(pdev);
	int err = -ENOMEM;

	if (!thing)
		return err;
	err = pci_enable_device(pdev);
	if (err)
		goto err_free;
	if (wanted)
		pci_set_master(pdev);
	err = count();
	if (err < 0)
		goto err_disable;
	err = pci_request_regions(pdev, "must");
	if (err < 0)
		goto err_disable;
	thing->regs = pci_iomap(pdev, 0, 0);
	if (!thing->regs) {
		err = -ENODEV;
		goto err_regions;
	}
	do {
		pci_set_power_state(pdev, PCI_D0);
	} while (wanted);
	while (wanted)
		pci_clear_master(pdev);
	msleep(1);
	dev_info(&pdev->dev, "it is there\n");
	pci_set_drvdata(pdev, thing);
	err = request_irq(pdev->irq, interrupt, 0, "must", thing);
	if (err)
		goto err_unmap;
	return 0;

err_unmap:
	pci_set_drvdata(pdev, NULL);
	pci_iounmap(pdev, thing->regs);
err_regions:
	pci_release_regions(pdev);
err_disable:
	pci_disable_device(pdev);
err_free:
	kfree(thing);
	return err;
}

/* Kept, since nobody would hear that it failed. */
static void remove(struct pci_dev *pdev)
{
	struct thing *thing = pci_get_drvdata(pdev);

	free_irq(pdev->irq, thing);
	pci_iounmap(pdev, thing->regs);
	pci_release_regions(pdev);
	pci_disable_device(pdev);
	kfree(thing);
}

/* What is set may be NULL, or is taken away again. */
static int probe_otherwise(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct thing *thing = kzalloc(sizeof(*thing), GFP_KERNEL);
	int err;

	pci_set_drvdata(pdev, thing);
	err = pci_enable_device(pdev);
	if (err)
		return err;
	if (wanted)
		return pci_request_regions(pdev, "must");
	return 0;
}

/* More than 0 is no error where the code says it itself. */
static int probe_one(struct pci_dev *pdev, const struct pci_device_id *id)
{
	int err = pci_enable_device(pdev);

	if (err)
		return err;
	if (wanted)
		return 1;
	pci_set_master(pdev);
	return pci_set_power_state(pdev, PCI_D0);
}

/* More than 0 is no error here: what comes after it need not be done. */
static ssize_t state_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct pci_dev *pdev = to_pci_dev(dev);
	int len = pci_enable_device(pdev);

	if (len)
		return len;
	pci_set_master(pdev);
	return 0;
}
static DEVICE_ATTR_RO(state);

static struct attribute *must_attrs[] = { &dev_attr_state.attr, NULL };
ATTRIBUTE_GROUPS(must);

static const struct pci_device_id ids[] = { { PCI_DEVICE(0x1234, 0x11e8) }, { } };

static struct pci_driver must_driver = {
	.name = "must",
	.id_table = ids,
	.probe = probe,
	.remove = remove,
	.dev_groups = must_groups,
};
module_pci_driver(must_driver);

static struct pci_driver other = { .name = "other", .id_table = ids, .probe = probe_otherwise };

static struct pci_driver one = { .name = "one", .id_table = ids, .probe = probe_one };

void *reach(void);
void *reach(void)
{
	return wanted ? &other : &one;
}

MODULE_LICENSE("GPL");
