// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/i2c.h>

static int on_recover_bus(struct i2c_adapter *p0)
{
	return 0;
}

static int on_get_scl(struct i2c_adapter *p0)
{
	return 0;
}

static void on_set_scl(struct i2c_adapter *p0, int p1)
{
}

static int on_get_sda(struct i2c_adapter *p0)
{
	return 0;
}

static void on_set_sda(struct i2c_adapter *p0, int p1)
{
}

static int on_get_bus_free(struct i2c_adapter *p0)
{
	return 0;
}

static void on_prepare_recovery(struct i2c_adapter *p0)
{
}

static void on_unprepare_recovery(struct i2c_adapter *p0)
{
}

struct i2c_bus_recovery_info table = {
	.recover_bus = on_recover_bus,
	.get_scl = on_get_scl,
	.set_scl = on_set_scl,
	.get_sda = on_get_sda,
	.set_sda = on_set_sda,
	.get_bus_free = on_get_bus_free,
	.prepare_recovery = on_prepare_recovery,
	.unprepare_recovery = on_unprepare_recovery,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct i2c_bus_recovery_info
 * context: on_recover_bus: process
 * context: on_get_scl: process
 * context: on_set_scl: process
 * context: on_get_sda: process
 * context: on_set_sda: process
 * context: on_get_bus_free: process
 * context: on_prepare_recovery: process
 * context: on_unprepare_recovery: process
 */
