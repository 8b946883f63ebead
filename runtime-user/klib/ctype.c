// SPDX-License-Identifier: GPL-2.0-or-later
/* Character classes and hexadecimal digits, Latin-1 as in the kernel. */
#include "klib.h"

#define R8(c)	c, c, c, c, c, c, c, c

const u8 _ctype[256] = {
	R8(_C), _C, _C | _S, _C | _S, _C | _S, _C | _S, _C | _S, _C, _C,
	R8(_C), R8(_C),
	_S | _SP, _P, _P, _P, _P, _P, _P, _P, R8(_P),
	R8(_D), _D, _D, _P, _P, _P, _P, _P, _P,
	_P, _U | _X, _U | _X, _U | _X, _U | _X, _U | _X, _U | _X, _U, R8(_U), R8(_U),
	_U, _U, _U, _P, _P, _P, _P, _P,
	_P, _L | _X, _L | _X, _L | _X, _L | _X, _L | _X, _L | _X, _L, R8(_L), R8(_L),
	_L, _L, _L, _P, _P, _P, _P, _C,
	[160] = _S | _SP, [161 ... 191] = _P, [192 ... 214] = _U, [215] = _P, [216 ... 222] = _U,
	[223 ... 246] = _L, [247] = _P, [248 ... 255] = _L,
};

const char hex_asc[] = "0123456789abcdef";
const char hex_asc_upper[] = "0123456789ABCDEF";

int hex_to_bin(unsigned char ch)
{
	if (ch >= '0' && ch <= '9')
		return ch - '0';
	ch |= 0x20;
	if (ch >= 'a' && ch <= 'f')
		return ch - 'a' + 10;
	return -1;
}

int hex2bin(u8 *dst, const char *src, size_t count)
{
	for (; count--; src += 2) {
		int hi = hex_to_bin(src[0]);
		int lo = hi < 0 ? -1 : hex_to_bin(src[1]);

		if (lo < 0)
			return -EINVAL;
		*dst++ = hi << 4 | lo;
	}
	return 0;
}

char *bin2hex(char *dst, const void *src, size_t count)
{
	const u8 *at = src;

	for (; count--; at++) {
		*dst++ = hex_asc[*at >> 4];
		*dst++ = hex_asc[*at & 15];
	}
	return dst;
}

bool mac_pton(const char *s, u8 *mac)
{
	u8 out[6];

	if (strnlen(s, 17) < 17)
		return false;
	for (int i = 0; i < 6; i++, s += 3) {
		if (hex2bin(&out[i], s, 1) || (i < 5 && s[2] != ':'))
			return false;
	}
	memcpy(mac, out, sizeof(out));
	return true;
}
