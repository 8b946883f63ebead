// SPDX-License-Identifier: GPL-2.0-only
#include <linux/i2c.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/slab.h>

#define WIRE_CELLS	64

struct wire {
	struct i2c_client *client;
	u8 line[8];
	u8 *far;
	struct i2c_msg kept[2];
	u8 reg;
	int done;
};

/* The bus and what is on it: a memory of 64 cells, written from the one that comes first. */
static u8 cells[WIRE_CELLS];
static u8 cell;

static void cell_message(struct i2c_msg *msg)
{
	int i = 0;

	if (!(msg->flags & I2C_M_RD) && msg->len)
		cell = msg->buf[i++] % WIRE_CELLS;
	if (msg->flags & I2C_M_RECV_LEN) {
		msg->buf[0] = 5;
		msg->len += 5;
		i = 1;
	}
	for (; i < msg->len; i++, cell = (cell + 1) % WIRE_CELLS) {
		if (msg->flags & I2C_M_RD)
			msg->buf[i] = cells[cell];
		else
			cells[cell] = msg->buf[i];
	}
}

static int wire_xfer(struct i2c_adapter *adap, struct i2c_msg *msgs, int num)
{
	int i;

	for (i = 0; i < num; i++) {
		if (msgs[i].addr != 0x2a)
			return i ? i : -ENXIO;
		cell_message(&msgs[i]);
	}
	return num;
}

static u32 wire_functionality(struct i2c_adapter *adap)
{
	return I2C_FUNC_I2C;
}

static const struct i2c_algorithm wire_algorithm = {
	.master_xfer = wire_xfer,
	.functionality = wire_functionality,
};

static struct i2c_adapter wire_adapter = {
	.owner = THIS_MODULE,
	.name = "wire",
	.algo = &wire_algorithm,
};

static int wire_write(struct wire *wire, u8 reg, u8 value)
{
	u8 data[2] = { reg, value };
	struct i2c_msg msg = { .addr = wire->client->addr, .buf = data, .len = sizeof(data) };
	int ret = i2c_transfer(wire->client->adapter, &msg, 1);

	return ret == 1 ? 0 : ret < 0 ? ret : -EIO;
}

/* Into whatever the caller has: here an array of a record, there one on the stack. */
static int wire_read(struct wire *wire, u8 reg, u8 *data, int len)
{
	struct i2c_msg msgs[2] = {
		{ .addr = wire->client->addr, .buf = &reg, .len = 1 },
		{ .addr = wire->client->addr, .flags = I2C_M_RD, .buf = data, .len = len },
	};
	int ret = i2c_transfer(wire->client->adapter, msgs, ARRAY_SIZE(msgs));

	return ret == ARRAY_SIZE(msgs) ? 0 : ret < 0 ? ret : -EIO;
}

static ssize_t cell_store(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t count)
{
	struct wire *wire = dev_get_drvdata(dev);
	unsigned int reg, value;
	int err;

	if (sscanf(buf, "%u %u", &reg, &value) != 2)
		return -EINVAL;
	err = wire_write(wire, reg, value);
	return err ? err : count;
}
static DEVICE_ATTR_WO(cell);

static ssize_t line_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct wire *wire = dev_get_drvdata(dev);
	u8 own[4];
	int err;

	err = wire_read(wire, 0, wire->line, sizeof(wire->line));
	if (!err)
		err = wire_read(wire, 8, own, sizeof(own));
	if (err)
		return err;
	wire->done++;
	return sysfs_emit(buf, "%*ph, %*ph, %d\n", 8, wire->line, 4, own, wire->done);
}
static DEVICE_ATTR_RO(line);

/* What the record holds has come back to the kernel. */
static ssize_t kernel_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct wire *wire = dev_get_drvdata(dev);
	unsigned long flags;
	int sum = 0, i;

	local_irq_save(flags);
	for (i = 0; i < 8; i++)
		sum += wire->line[i];
	local_irq_restore(flags);
	return sysfs_emit(buf, "%d\n", sum);
}
static DEVICE_ATTR_RO(kernel);

/* The device says how many bytes come. */
static ssize_t block_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct wire *wire = dev_get_drvdata(dev);
	u8 data[1 + I2C_SMBUS_BLOCK_MAX] = { 0 };
	struct i2c_msg msg = {
		.addr = wire->client->addr, .flags = I2C_M_RD | I2C_M_RECV_LEN,
		.buf = data, .len = 1,
	};
	int ret = i2c_transfer(wire->client->adapter, &msg, 1);

	if (ret < 0)
		return ret;
	return sysfs_emit(buf, "%d %d: %*ph\n", ret, msg.len, msg.len, data);
}
static DEVICE_ATTR_RO(block);

static ssize_t nobody_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct wire *wire = dev_get_drvdata(dev);
	u8 data[2] = { 7, 7 };
	struct i2c_msg msgs[2] = {
		{ .addr = wire->client->addr, .flags = I2C_M_RD, .buf = data, .len = 1 },
		{ .addr = 0x2b, .flags = I2C_M_RD, .buf = data + 1, .len = 1 },
	};
	int second = i2c_transfer(wire->client->adapter, msgs, 2);
	int first = i2c_transfer(wire->client->adapter, &msgs[1], 1);

	return sysfs_emit(buf, "%d %d %d\n", second, first, data[1]);
}
static DEVICE_ATTR_RO(nobody);

/* Messages of a record, and a buffer that only the kernel half can fill: it stays. */
static ssize_t far_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct wire *wire = dev_get_drvdata(dev);
	int ret;

	wire->kept[0] = (struct i2c_msg){ .addr = wire->client->addr, .buf = &wire->reg, .len = 1 };
	wire->kept[1] = (struct i2c_msg){
		.addr = wire->client->addr, .flags = I2C_M_RD, .buf = wire->far, .len = 4,
	};
	ret = i2c_transfer(wire->client->adapter, wire->kept, 2);
	return ret < 0 ? ret : sysfs_emit(buf, "%d: %*ph\n", ret, 4, wire->far);
}
static DEVICE_ATTR_RO(far);

static ssize_t through_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct wire *wire = dev_get_drvdata(dev);
	struct i2c_msg msg = {
		.addr = wire->client->addr, .flags = I2C_M_RD, .buf = wire->far, .len = 2,
	};
	int ret = i2c_transfer(wire->client->adapter, &msg, 1);

	return ret < 0 ? ret : sysfs_emit(buf, "%d: %*ph\n", ret, 2, wire->far);
}
static DEVICE_ATTR_RO(through);

static struct attribute *wire_attrs[] = {
	&dev_attr_cell.attr, &dev_attr_line.attr, &dev_attr_kernel.attr, &dev_attr_block.attr,
	&dev_attr_nobody.attr, &dev_attr_far.attr, &dev_attr_through.attr, NULL
};
ATTRIBUTE_GROUPS(wire);

static int wire_probe(struct i2c_client *client)
{
	struct wire *wire = devm_kzalloc(&client->dev, sizeof(*wire), GFP_KERNEL);

	if (!wire)
		return -ENOMEM;
	wire->far = devm_kzalloc(&client->dev, 16, GFP_KERNEL);
	if (!wire->far)
		return -ENOMEM;
	wire->client = client;
	i2c_set_clientdata(client, wire);
	return wire_write(wire, 0, 0x11);
}

static const struct i2c_device_id wire_ids[] = { { "wire" }, { } };

static struct i2c_driver wire_driver = {
	.driver = { .name = "wire", .dev_groups = wire_groups },
	.probe_new = wire_probe,
	.id_table = wire_ids,
};

static struct i2c_client *client;

static int __init wire_init(void)
{
	struct i2c_board_info info = { I2C_BOARD_INFO("wire", 0x2a) };
	int err = i2c_add_adapter(&wire_adapter);

	if (err)
		return err;
	err = i2c_add_driver(&wire_driver);
	if (err)
		goto err_adapter;
	client = i2c_new_client_device(&wire_adapter, &info);
	if (!IS_ERR(client))
		return 0;
	err = PTR_ERR(client);
	i2c_del_driver(&wire_driver);
err_adapter:
	i2c_del_adapter(&wire_adapter);
	return err;
}
module_init(wire_init);

static void __exit wire_exit(void)
{
	i2c_unregister_device(client);
	i2c_del_driver(&wire_driver);
	i2c_del_adapter(&wire_adapter);
}
module_exit(wire_exit);

MODULE_LICENSE("GPL");
