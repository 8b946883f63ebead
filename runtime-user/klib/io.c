// SPDX-License-Identifier: GPL-2.0-or-later
/* Device registers behind ioread/iowrite; the memory is mapped into the process. */
#include "klib.h"

#define READ(name, type, expr)							\
type name(const volatile void *addr)						\
{										\
	type value = *(const volatile type *)addr;				\
										\
	__asm__ volatile("" ::: "memory");					\
	return expr;								\
}

#define WRITE(name, type, expr)							\
void name(type value, volatile void *addr)					\
{										\
	mdrv_publish();								\
	__asm__ volatile("" ::: "memory");					\
	*(volatile type *)addr = expr;						\
}

#define READ_REP(name, type)							\
void name(const volatile void *addr, void *dst, unsigned long count)		\
{										\
	for (type *to = dst; count--; to++)					\
		*to = *(const volatile type *)addr;				\
}

#define WRITE_REP(name, type)							\
void name(volatile void *addr, const void *src, unsigned long count)		\
{										\
	mdrv_publish();								\
	for (const type *from = src; count--; from++)				\
		*(volatile type *)addr = *from;					\
}

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the plain accessors assume that the processor is little-endian"
#endif

READ(ioread8, u8, value)
READ(ioread16, u16, value)
READ(ioread32, u32, value)
READ(ioread16be, u16, __builtin_bswap16(value))
READ(ioread32be, u32, __builtin_bswap32(value))
WRITE(iowrite8, u8, value)
WRITE(iowrite16, u16, value)
WRITE(iowrite32, u32, value)
WRITE(iowrite16be, u16, __builtin_bswap16(value))
WRITE(iowrite32be, u32, __builtin_bswap32(value))
READ_REP(ioread8_rep, u8)
READ_REP(ioread16_rep, u16)
READ_REP(ioread32_rep, u32)
WRITE_REP(iowrite8_rep, u8)
WRITE_REP(iowrite16_rep, u16)
WRITE_REP(iowrite32_rep, u32)

/* Byte by byte at the ends, else word by word, as devices expect. */
void memcpy_fromio(void *dst, const volatile void *src, size_t len)
{
	u8 *to = dst;

	while (len) {
		size_t step = (!((uintptr_t)src & 3) && len >= 4) ? 4 : 1;
		u32 value = step == 4 ? *(const volatile u32 *)src : *(const volatile u8 *)src;

		memcpy(to, &value, step);
		to += step;
		src = (const volatile u8 *)src + step;
		len -= step;
	}
}

void memcpy_toio(volatile void *dst, const void *src, size_t len)
{
	const u8 *from = src;

	mdrv_publish();
	while (len) {
		size_t step = (!((uintptr_t)dst & 3) && len >= 4) ? 4 : 1;
		u32 value = 0;

		memcpy(&value, from, step);
		if (step == 4)
			*(volatile u32 *)dst = value;
		else
			*(volatile u8 *)dst = value;
		from += step;
		dst = (volatile u8 *)dst + step;
		len -= step;
	}
}

void memset_io(volatile void *dst, int c, size_t len)
{
	mdrv_publish();
	for (volatile u8 *at = dst; len--; at++)
		*at = c;
}
