// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/regmap.h>

static bool on_writeable_reg(struct device *p0, unsigned int p1)
{
	return 0;
}

static bool on_readable_reg(struct device *p0, unsigned int p1)
{
	return 0;
}

static bool on_volatile_reg(struct device *p0, unsigned int p1)
{
	return 0;
}

static bool on_precious_reg(struct device *p0, unsigned int p1)
{
	return 0;
}

static bool on_writeable_noinc_reg(struct device *p0, unsigned int p1)
{
	return 0;
}

static bool on_readable_noinc_reg(struct device *p0, unsigned int p1)
{
	return 0;
}

static int on_reg_read(void *p0, unsigned int p1, unsigned int *p2)
{
	return 0;
}

static int on_reg_write(void *p0, unsigned int p1, unsigned int p2)
{
	return 0;
}

static int on_reg_update_bits(void *p0, unsigned int p1, unsigned int p2, unsigned int p3)
{
	return 0;
}

static int on_read(void *p0, const void *p1, size_t p2, void *p3, size_t p4)
{
	return 0;
}

static int on_write(void *p0, const void *p1, size_t p2)
{
	return 0;
}

struct regmap_config table = {
	.writeable_reg = on_writeable_reg,
	.readable_reg = on_readable_reg,
	.volatile_reg = on_volatile_reg,
	.precious_reg = on_precious_reg,
	.writeable_noinc_reg = on_writeable_noinc_reg,
	.readable_noinc_reg = on_readable_noinc_reg,
	.reg_read = on_reg_read,
	.reg_write = on_reg_write,
	.reg_update_bits = on_reg_update_bits,
	.read = on_read,
	.write = on_write,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct regmap_config
 * context: on_writeable_reg: process atomic
 * context: on_readable_reg: process atomic
 * context: on_volatile_reg: process atomic
 * context: on_precious_reg: process atomic
 * context: on_writeable_noinc_reg: process atomic
 * context: on_readable_noinc_reg: process atomic
 * context: on_reg_read: process atomic
 * context: on_reg_write: process atomic
 * context: on_reg_update_bits: process atomic
 * context: on_read: process atomic
 * context: on_write: process atomic
 */
