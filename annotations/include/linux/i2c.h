/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Stands in front of the kernel's header of that name where a driver is analysed and in
 * its user half. Messages point at buffers of their own, which no downcall can follow: they
 * cross packed one behind the other, as <mdrv/i2c.h> says, and what was read comes back.
 */
#ifndef _MDRV_OVERLAY_LINUX_I2C_H
#define _MDRV_OVERLAY_LINUX_I2C_H

#include_next <linux/i2c.h>

#define MDRV_I2C_BYTES	(32 * 1024)	/* of one transfer; a frame of the user half holds them */

/* A message, with its data behind it. */
struct mdrv_i2c_packed {
	__u16 addr;
	__u16 flags;
	__u16 len;
	__u16 room;	/* bytes of data here; more than @len if the device says how many come */
};

int mdrv_i2c_transfer(struct i2c_adapter *adap, void *packed, unsigned int size, int num);

static inline unsigned int mdrv_i2c_room(const struct i2c_msg *msg)
{
	return msg->len + (msg->flags & I2C_M_RECV_LEN ? I2C_SMBUS_BLOCK_MAX : 0);
}

static inline void mdrv_i2c_pack(u8 *at, const struct i2c_msg *msgs, int num)
{
	int i;

	for (i = 0; i < num; i++) {
		struct mdrv_i2c_packed head = {
			.addr = msgs[i].addr, .flags = msgs[i].flags, .len = msgs[i].len,
			.room = mdrv_i2c_room(&msgs[i]),
		};

		memcpy(at, &head, sizeof(head));
		at += sizeof(head);
		memset(at, 0, head.room);
		memcpy(at, msgs[i].buf, msgs[i].len);
		at += head.room;
	}
}

static inline void mdrv_i2c_unpack(const u8 *at, struct i2c_msg *msgs, int num)
{
	int i;

	for (i = 0; i < num; i++) {
		struct mdrv_i2c_packed head;

		memcpy(&head, at, sizeof(head));
		at += sizeof(head);
		if (msgs[i].flags & I2C_M_RD) {
			msgs[i].len = head.len;
			memcpy(msgs[i].buf, at, head.len);
		}
		at += head.room;
	}
}

static inline int mdrv_i2c_packed_transfer(struct i2c_adapter *adap, struct i2c_msg *msgs, int num)
{
	unsigned int size = 0;
	u8 *packed;
	int i, result;

	for (i = 0; i < num && size <= MDRV_I2C_BYTES; i++)
		size += sizeof(struct mdrv_i2c_packed) + mdrv_i2c_room(&msgs[i]);
	if (num < 1 || size > MDRV_I2C_BYTES)
		return num < 1 ? -EINVAL : -EMSGSIZE;
	packed = __builtin_alloca(size);
	mdrv_i2c_pack(packed, msgs, num);
	result = mdrv_i2c_transfer(adap, packed, size, num);
	mdrv_i2c_unpack(packed, msgs, num);
	return result;
}
#define i2c_transfer(adap, msgs, num)	mdrv_i2c_packed_transfer(adap, msgs, num)

#endif /* _MDRV_OVERLAY_LINUX_I2C_H */
