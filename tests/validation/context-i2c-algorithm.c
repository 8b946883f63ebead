// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/i2c.h>

static int on_master_xfer(struct i2c_adapter *p0, struct i2c_msg *p1, int p2)
{
	return 0;
}

static int on_master_xfer_atomic(struct i2c_adapter *p0, struct i2c_msg *p1, int p2)
{
	return 0;
}

static int on_smbus_xfer(struct i2c_adapter *p0, u16 p1, unsigned short p2, char p3, u8 p4,
	int p5, union i2c_smbus_data *p6)
{
	return 0;
}

static int on_smbus_xfer_atomic(struct i2c_adapter *p0, u16 p1, unsigned short p2, char p3,
	u8 p4, int p5, union i2c_smbus_data *p6)
{
	return 0;
}

static u32 on_functionality(struct i2c_adapter *p0)
{
	return 0;
}

struct i2c_algorithm table = {
	.master_xfer = on_master_xfer,
	.master_xfer_atomic = on_master_xfer_atomic,
	.smbus_xfer = on_smbus_xfer,
	.smbus_xfer_atomic = on_smbus_xfer_atomic,
	.functionality = on_functionality,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct i2c_algorithm
 * context: on_master_xfer: process
 * context: on_master_xfer_atomic: atomic
 * context: on_smbus_xfer: process
 * context: on_smbus_xfer_atomic: atomic
 * context: on_functionality: process
 */
