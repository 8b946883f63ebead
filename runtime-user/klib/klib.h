/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Kernel library functions for a user half, under the kernel's names and with
 * the kernel's contracts (Linux 6.1 and later). Compiled without the headers of
 * either world: a name of the kernel's may mean something else in the C library.
 */
#ifndef _KLIB_H
#define _KLIB_H

#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <limits.h>
#include <stdarg.h>

#define MDRV_USER_HALF	1
#include <mdrv/user.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int8_t s8;
typedef int16_t s16;
typedef int32_t s32;
typedef int64_t s64;
typedef long ssize_t;

#define EINVAL		22
#define ERANGE		34
#define E2BIG		7
#define KLIB_GFP	0

#define BITS_PER_LONG	64
#define BITS_TO_LONGS(n)	(((n) + BITS_PER_LONG - 1) / BITS_PER_LONG)
#define FIRST_WORD_MASK(start)	(~0UL << ((start) & (BITS_PER_LONG - 1)))
#define LAST_WORD_MASK(nbits)	(~0UL >> (-(nbits) & (BITS_PER_LONG - 1)))

/* From the C library, same meaning as in the kernel: see libc.list. */
void *memcpy(void *dst, const void *src, size_t len);
void *memmove(void *dst, const void *src, size_t len);
void *memset(void *dst, int c, size_t len);
int memcmp(const void *a, const void *b, size_t len);
size_t strlen(const char *s);
size_t strnlen(const char *s, size_t max);
char *strchr(const char *s, int c);
int strcmp(const char *a, const char *b);
int strncasecmp(const char *a, const char *b, size_t len);

/* klib's own, used across its files. */
extern const u8 _ctype[];
char *skip_spaces(const char *s);
int hex_to_bin(unsigned char ch);
unsigned long long simple_strtoull(const char *cp, char **endp, unsigned int base);
int vsnprintf(char *buf, size_t size, const char *fmt, va_list ap);

/* Classes of _ctype. */
#define _U	0x01	/* upper */
#define _L	0x02	/* lower */
#define _D	0x04	/* digit */
#define _C	0x08	/* cntrl */
#define _P	0x10	/* punct */
#define _S	0x20	/* white space (space/lf/tab) */
#define _X	0x40	/* hex digit */
#define _SP	0x80	/* hard space (0x20) */

static inline bool klib_isspace(char c)
{
	return _ctype[(u8)c] & _S;
}

static inline char klib_tolower(char c)
{
	return (_ctype[(u8)c] & _U) ? c + ('a' - 'A') : c;
}

#endif /* _KLIB_H */
