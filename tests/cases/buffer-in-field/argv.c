// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct arg { int len; u8 *bytes; char *text; };
static DEFINE_SPINLOCK(lock);

static noinline void eat(struct arg *a)		/* stays in the kernel */
{
	spin_lock_irq(&lock);
	pr_info("argv: %d bytes %*phN text %s\n", a->len, a->len, a->bytes, a->text ? a->text : "-");
	spin_unlock_irq(&lock);
}

static ssize_t eat_store(struct device *d, struct device_attribute *x, const char *b, size_t n)
{
	char copy[16] = "";
	struct arg *a = kzalloc(sizeof(*a), GFP_KERNEL);
	u8 *bytes = kmalloc(n, GFP_KERNEL);
	int i;

	if (!a || !bytes)
		return -ENOMEM;
	for (i = 0; i < n; i++)
		bytes[i] = b[i];
	a->len = n;
	a->bytes = bytes;
	if (n > 4) {
		memcpy(copy, b, 4);
		a->text = copy;
	}
	eat(a);
	kfree(a->bytes);
	kfree(a);
	return n;
}
static DEVICE_ATTR_WO(eat);
static struct attribute *argv_attrs[] = { &dev_attr_eat.attr, NULL };
ATTRIBUTE_GROUPS(argv);
static struct platform_driver drv = { .driver = { .name = "argv", .dev_groups = argv_groups } };
static int __init argv_init(void)
{
	platform_device_register_simple("argv", -1, NULL, 0);
	return platform_driver_register(&drv);
}
module_init(argv_init);
MODULE_LICENSE("GPL");
