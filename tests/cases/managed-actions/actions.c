// SPDX-License-Identifier: GPL-2.0-only
#include <linux/init.h>
#include <linux/ioport.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

#define FIRST	0x5f00
#define SECOND	0x5f10
#define OWN	0x5f20

struct tag {
	char text[8];
};

struct box {
	struct device *dev;
	struct tag *tag;
	int first;
	int second;
	int own;
};

static struct platform_device *device;

/* Runs last. */
static void box_put(void *data)
{
	struct box *box = data;
	bool held = !request_region(box->own, 8, "actions test");

	if (!held)
		release_region(box->own, 8);
	pr_info("actions: put %s, own range %s\n", box->tag->text, held ? "held" : "free");
	release_region(box->first, 8);
	kfree(box->tag);
}

static void box_close(void *data)
{
	struct box *box = data;

	pr_info("actions: close %s\n", box->tag->text);
	release_region(box->second, 8);
}

static ssize_t state_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct box *box = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%s %x %x %x\n", box->tag->text, box->first, box->second, box->own);
}
static DEVICE_ATTR_RO(state);

static struct attribute *box_attrs[] = {
	&dev_attr_state.attr, NULL
};
ATTRIBUTE_GROUPS(box);

static int box_ranges(struct box *box)
{
	int err;

	if (!request_region(FIRST, 8, "actions first"))
		return -EBUSY;
	box->first = FIRST;
	box->tag = kzalloc(sizeof(*box->tag), GFP_KERNEL);
	if (!box->tag) {
		release_region(FIRST, 8);
		return -ENOMEM;
	}
	strscpy(box->tag->text, "box", sizeof(box->tag->text));
	if (!request_region(OWN, 8, "actions own")) {
		release_region(FIRST, 8);
		kfree(box->tag);
		return -EBUSY;
	}
	box->own = OWN;
	err = devm_add_action_or_reset(box->dev, box_put, box);
	if (err)
		goto err_own;
	err = -EBUSY;
	if (!request_region(SECOND, 8, "actions second"))
		goto err_own;
	box->second = SECOND;
	err = devm_add_action(box->dev, box_close, box);
	if (!err)
		return 0;
	release_region(SECOND, 8);
err_own:
	release_region(OWN, 8);
	return err;
}

static int box_probe(struct platform_device *pdev)
{
	struct box *box = devm_kzalloc(&pdev->dev, sizeof(*box), GFP_KERNEL);

	if (!box)
		return -ENOMEM;
	box->dev = &pdev->dev;
	platform_set_drvdata(pdev, box);
	return box_ranges(box);
}

static int box_remove(struct platform_device *pdev)
{
	struct box *box = platform_get_drvdata(pdev);

	release_region(box->own, 8);
	return 0;
}

static struct platform_driver box_driver = {
	.probe = box_probe,
	.remove = box_remove,
	.driver = { .name = "actions", .dev_groups = box_groups },
};

static int __init box_init(void)
{
	int err = platform_driver_register(&box_driver);

	if (err)
		return err;
	device = platform_device_register_simple("actions", -1, NULL, 0);
	if (!IS_ERR(device))
		return 0;
	platform_driver_unregister(&box_driver);
	return PTR_ERR(device);
}
module_init(box_init);

static void __exit box_exit(void)
{
	platform_device_unregister(device);
	platform_driver_unregister(&box_driver);
}
module_exit(box_exit);

MODULE_LICENSE("GPL");
