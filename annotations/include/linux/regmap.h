/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Stands in front of the kernel's header of that name where a driver is analysed and in
 * its user half. How many bytes a register has that is read or written with others, only
 * the map knows: who asks for some asks for that first. Maps whose registers have no
 * bytes of their own (7 bits of address, 9 of value) fail.
 */
#ifndef _MDRV_OVERLAY_LINUX_REGMAP_H
#define _MDRV_OVERLAY_LINUX_REGMAP_H

#include_next <linux/regmap.h>

#ifdef CONFIG_REGMAP
static inline int mdrv_bulk_read(struct regmap *map, unsigned int reg, void *val, size_t count)
{
	return regmap_get_val_bytes(map) > 0 ? regmap_bulk_read(map, reg, val, count) : -EINVAL;
}
#define regmap_bulk_read(map, reg, val, count)	mdrv_bulk_read(map, reg, val, count)

static inline int mdrv_bulk_write(struct regmap *map, unsigned int reg, const void *val,
				  size_t count)
{
	return regmap_get_val_bytes(map) > 0 ? regmap_bulk_write(map, reg, val, count) : -EINVAL;
}
#define regmap_bulk_write(map, reg, val, count)	mdrv_bulk_write(map, reg, val, count)
#endif

#endif /* _MDRV_OVERLAY_LINUX_REGMAP_H */
