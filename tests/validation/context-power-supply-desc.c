// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/power_supply.h>

static int on_get_property(struct power_supply *p0, enum power_supply_property p1, union
	power_supply_propval *p2)
{
	return 0;
}

static int on_set_property(struct power_supply *p0, enum power_supply_property p1, const union
	power_supply_propval *p2)
{
	return 0;
}

static int on_property_is_writeable(struct power_supply *p0, enum power_supply_property p1)
{
	return 0;
}

static void on_external_power_changed(struct power_supply *p0)
{
}

static void on_set_charged(struct power_supply *p0)
{
}

struct power_supply_desc table = {
	.get_property = on_get_property,
	.set_property = on_set_property,
	.property_is_writeable = on_property_is_writeable,
	.external_power_changed = on_external_power_changed,
	.set_charged = on_set_charged,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct power_supply_desc
 * context: on_get_property: process
 * context: on_set_property: process
 * context: on_property_is_writeable: process
 * context: on_external_power_changed: process
 * context: on_set_charged: process
 */
