// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/platform_device.h>

struct k1 { const u8 *p; u8 *q; u8 *r; const u8 *s; };
static struct k1 *k;
static u8 name[32];
static ssize_t p_store(struct device *d, struct device_attribute *x, const char *b, size_t n) { memcpy(name, k->p, 8); return n; }
static ssize_t q_store(struct device *d, struct device_attribute *x, const char *b, size_t n) { memcpy(name, k->q, 8); return n; }
static ssize_t r_store(struct device *d, struct device_attribute *x, const char *b, size_t n) { name[0] = k->r[2]; return n; }
static ssize_t s_store(struct device *d, struct device_attribute *x, const char *b, size_t n) { name[0] = k->s[2]; return n; }
static DEVICE_ATTR_WO(p); static DEVICE_ATTR_WO(q); static DEVICE_ATTR_WO(r); static DEVICE_ATTR_WO(s);
static struct attribute *at_attrs[] = { &dev_attr_p.attr, &dev_attr_q.attr, &dev_attr_r.attr, &dev_attr_s.attr, NULL };
ATTRIBUTE_GROUPS(at);
static struct platform_driver drv = { .driver = { .name = "g2", .dev_groups = at_groups } };
static int __init g_init(void)
{
	k = kzalloc(sizeof(*k), GFP_KERNEL); k->q = kzalloc(name[0], GFP_KERNEL); k->p = kzalloc(name[0], GFP_KERNEL); k->r = k->q; k->s = k->p;
	return platform_driver_register(&drv);
}
module_init(g_init);
MODULE_LICENSE("GPL");
