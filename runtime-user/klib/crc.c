// SPDX-License-Identifier: GPL-2.0-or-later
/* Checksums and bit reversal, bit by bit: management code computes few of them. */
#include "klib.h"

#define B2(n)	n, n + 2 * 64, n + 1 * 64, n + 3 * 64
#define B4(n)	B2(n), B2(n + 2 * 16), B2(n + 1 * 16), B2(n + 3 * 16)
#define B6(n)	B4(n), B4(n + 2 * 4), B4(n + 1 * 4), B4(n + 3 * 4)

const u8 byte_rev_table[256] = { B6(0), B6(2), B6(1), B6(3) };

static u32 crc_le(u32 crc, const u8 *p, size_t len, u32 poly)
{
	while (len--) {
		crc ^= *p++;
		for (int i = 0; i < 8; i++)
			crc = (crc >> 1) ^ ((crc & 1) ? poly : 0);
	}
	return crc;
}

u32 crc32_le(u32 crc, const unsigned char *p, size_t len)
{
	return crc_le(crc, p, len, 0xedb88320);
}

u32 __crc32c_le(u32 crc, const unsigned char *p, size_t len)
{
	return crc_le(crc, p, len, 0x82f63b78);
}

u32 crc32_be(u32 crc, const unsigned char *p, size_t len)
{
	while (len--) {
		crc ^= (u32)*p++ << 24;
		for (int i = 0; i < 8; i++)
			crc = (crc << 1) ^ ((crc & 0x80000000) ? 0x04c11db7 : 0);
	}
	return crc;
}

u16 crc16(u16 crc, const u8 *p, size_t len)
{
	return crc_le(crc, p, len, 0xa001);
}

u16 crc_ccitt(u16 crc, const u8 *p, size_t len)
{
	return crc_le(crc, p, len, 0x8408);
}

u16 crc_itu_t(u16 crc, const u8 *p, size_t len)
{
	while (len--) {
		crc ^= (u16)(*p++ << 8);
		for (int i = 0; i < 8; i++)
			crc = (crc << 1) ^ ((crc & 0x8000) ? 0x1021 : 0);
	}
	return crc;
}
