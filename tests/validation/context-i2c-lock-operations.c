// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/i2c.h>

static void on_lock_bus(struct i2c_adapter *p0, unsigned int p1)
{
}

static int on_trylock_bus(struct i2c_adapter *p0, unsigned int p1)
{
	return 0;
}

static void on_unlock_bus(struct i2c_adapter *p0, unsigned int p1)
{
}

struct i2c_lock_operations table = {
	.lock_bus = on_lock_bus,
	.trylock_bus = on_trylock_bus,
	.unlock_bus = on_unlock_bus,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct i2c_lock_operations
 * context: on_lock_bus: process
 * context: on_trylock_bus: process
 * context: on_unlock_bus: process
 */
