/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * I2C messages of a user half: packed one behind the other, each with its data behind it
 * (annotations/include/linux/i2c.h). Here and not in mdrv.ko, which is to load on kernels
 * that have no I2C. Needs <linux/i2c.h>.
 */
#ifndef _MDRV_I2C_H
#define _MDRV_I2C_H

#include <linux/slab.h>

#define MDRV_I2C_FLAGS	(I2C_M_RD | I2C_M_TEN | I2C_M_RECV_LEN | I2C_M_NO_RD_ACK | \
			 I2C_M_IGNORE_NAK | I2C_M_REV_DIR_ADDR | I2C_M_NOSTART | I2C_M_STOP)

struct mdrv_i2c_packed {
	__u16 addr;
	__u16 flags;
	__u16 len;
	__u16 room;
};

/* The message at @at, whose data stays where it is; bytes it takes, or 0: it is none. */
static inline size_t mdrv_i2c_message(struct i2c_msg *msg, u8 *at, size_t left)
{
	struct mdrv_i2c_packed head;
	unsigned int most;

	if (left < sizeof(head))
		return 0;
	memcpy(&head, at, sizeof(head));
	/* The device says how many bytes come, of a block at most. */
	most = head.len + (head.flags & I2C_M_RECV_LEN ? I2C_SMBUS_BLOCK_MAX : 0);
	if (left - sizeof(head) < head.room || head.room < most ||
	    (head.flags & I2C_M_RECV_LEN && !(head.flags & I2C_M_RD && head.len)))
		return 0;
	*msg = (struct i2c_msg){
		.addr = head.addr, .flags = head.flags & MDRV_I2C_FLAGS, .len = head.len,
		.buf = at + sizeof(head),
	};
	return sizeof(head) + head.room;
}

static inline bool mdrv_i2c_unpack(struct i2c_msg *msgs, int num, u8 *packed, size_t size)
{
	size_t used;
	int i;

	for (i = 0; i < num; i++) {
		used = mdrv_i2c_message(&msgs[i], packed, size);
		if (!used)
			return false;
		packed += used;
		size -= used;
	}
	return true;
}

/* How much has come. */
static inline void mdrv_i2c_lengths(const struct i2c_msg *msgs, int num)
{
	struct mdrv_i2c_packed head;
	int i;

	for (i = 0; i < num; i++) {
		memcpy(&head, msgs[i].buf - sizeof(head), sizeof(head));
		head.len = min(msgs[i].len, head.room);
		memcpy(msgs[i].buf - sizeof(head), &head, sizeof(head));
	}
}

/**
 * mdrv_i2c_transfer() - i2c_transfer() of packed messages
 * @adap:	the bus
 * @packed:	the messages; what is read is stored there
 * @size:	bytes of them
 * @num:	how many
 * Context: process; may sleep. Return: as i2c_transfer(); -EINVAL if they are not well-formed.
 */
static inline int mdrv_i2c_transfer(struct i2c_adapter *adap, void *packed, unsigned int size,
				    int num)
{
	struct i2c_msg *msgs;
	int result;

	if (num < 1 || num > size / sizeof(struct mdrv_i2c_packed))
		return -EINVAL;
	msgs = kcalloc(num, sizeof(*msgs), GFP_KERNEL);
	if (!msgs)
		return -ENOMEM;
	result = -EINVAL;
	if (mdrv_i2c_unpack(msgs, num, packed, size)) {
		result = i2c_transfer(adap, msgs, num);
		mdrv_i2c_lengths(msgs, num);
	}
	kfree(msgs);
	return result;
}

#endif /* _MDRV_I2C_H */
