// SPDX-License-Identifier: GPL-2.0-or-later
/* Bit searches, population counts and the out-of-line part of bitmap.h. */
#include "klib.h"

#define FIND(name, params, expr)						\
unsigned long name params							\
{										\
	unsigned long word, i = start / BITS_PER_LONG;				\
										\
	if (start >= size)							\
		return size;							\
	for (word = (expr) & FIRST_WORD_MASK(start); !word; word = (expr)) {	\
		if (++i * BITS_PER_LONG >= size)				\
			return size;						\
	}									\
	i = i * BITS_PER_LONG + __builtin_ctzl(word);				\
	return i < size ? i : size;						\
}

FIND(_find_next_bit, (const unsigned long *a, unsigned long size, unsigned long start), a[i])
FIND(_find_next_zero_bit, (const unsigned long *a, unsigned long size, unsigned long start), ~a[i])
FIND(_find_next_and_bit, (const unsigned long *a, const unsigned long *b, unsigned long size,
			  unsigned long start), a[i] & b[i])
FIND(_find_next_andnot_bit, (const unsigned long *a, const unsigned long *b, unsigned long size,
			     unsigned long start), a[i] & ~b[i])

unsigned long _find_first_bit(const unsigned long *a, unsigned long size)
{
	return _find_next_bit(a, size, 0);
}

unsigned long _find_first_zero_bit(const unsigned long *a, unsigned long size)
{
	return _find_next_zero_bit(a, size, 0);
}

unsigned long _find_first_and_bit(const unsigned long *a, const unsigned long *b,
				  unsigned long size)
{
	return _find_next_and_bit(a, b, size, 0);
}

unsigned long _find_last_bit(const unsigned long *a, unsigned long size)
{
	for (unsigned long i = size; i-- > 0;) {
		if (a[i / BITS_PER_LONG] >> (i % BITS_PER_LONG) & 1)
			return i;
	}
	return size;
}

/*
 * Called from inline assembly that lets them change the result register only,
 * hence the attribute; hence, too, no red zone in whoever calls them.
 */
#ifdef __x86_64__
#define HWEIGHT __attribute__((no_caller_saved_registers, target("general-regs-only")))
#else
#define HWEIGHT
#endif

HWEIGHT unsigned long __sw_hweight64(u64 w)
{
	w -= (w >> 1) & 0x5555555555555555UL;
	w = (w & 0x3333333333333333UL) + ((w >> 2) & 0x3333333333333333UL);
	w = (w + (w >> 4)) & 0x0f0f0f0f0f0f0f0fUL;
	return (w * 0x0101010101010101UL) >> 56;
}

HWEIGHT unsigned int __sw_hweight32(u32 w)
{
	w -= (w >> 1) & 0x55555555;
	w = (w & 0x33333333) + ((w >> 2) & 0x33333333);
	w = (w + (w >> 4)) & 0x0f0f0f0f;
	return (w * 0x01010101) >> 24;
}

unsigned int __sw_hweight16(unsigned int w)
{
	return __sw_hweight32(w & 0xffff);
}

unsigned int __sw_hweight8(unsigned int w)
{
	return __sw_hweight32(w & 0xff);
}

unsigned int __bitmap_weight(const unsigned long *a, unsigned int nbits)
{
	unsigned int weight = 0;
	unsigned int i;

	for (i = 0; i < nbits / BITS_PER_LONG; i++)
		weight += __sw_hweight64(a[i]);
	if (nbits % BITS_PER_LONG)
		weight += __sw_hweight64(a[i] & LAST_WORD_MASK(nbits));
	return weight;
}

#define COMBINE(name, expr)							\
void name(unsigned long *dst, const unsigned long *a, const unsigned long *b,	\
	  unsigned int nbits)							\
{										\
	for (unsigned int i = 0; i < BITS_TO_LONGS(nbits); i++)			\
		dst[i] = (expr);						\
}

COMBINE(__bitmap_or, a[i] | b[i])
COMBINE(__bitmap_xor, a[i] ^ b[i])

#define COMBINE_TELL(name, expr)						\
bool name(unsigned long *dst, const unsigned long *a, const unsigned long *b,	\
	  unsigned int nbits)							\
{										\
	unsigned long any = 0;							\
	unsigned int i;								\
										\
	for (i = 0; i < nbits / BITS_PER_LONG; i++)				\
		any |= dst[i] = (expr);						\
	if (nbits % BITS_PER_LONG)						\
		any |= dst[i] = (expr) & LAST_WORD_MASK(nbits);			\
	return any != 0;							\
}

COMBINE_TELL(__bitmap_and, a[i] & b[i])
COMBINE_TELL(__bitmap_andnot, a[i] & ~b[i])

#define COMPARE(name, expr)							\
bool name(const unsigned long *a, const unsigned long *b, unsigned int nbits)	\
{										\
	unsigned int i;								\
										\
	for (i = 0; i < nbits / BITS_PER_LONG; i++) {				\
		if (expr)							\
			return false;						\
	}									\
	return !(nbits % BITS_PER_LONG) || !((expr) & LAST_WORD_MASK(nbits));	\
}

COMPARE(__bitmap_equal, a[i] ^ b[i])
COMPARE(__bitmap_subset, a[i] & ~b[i])
static COMPARE(bitmap_disjoint, a[i] & b[i])

bool __bitmap_intersects(const unsigned long *a, const unsigned long *b, unsigned int nbits)
{
	return !bitmap_disjoint(a, b, nbits);
}

void __bitmap_complement(unsigned long *dst, const unsigned long *src, unsigned int nbits)
{
	for (unsigned int i = 0; i < BITS_TO_LONGS(nbits); i++)
		dst[i] = ~src[i];
}

void __bitmap_set(unsigned long *map, unsigned int start, int len)
{
	for (; len > 0; len--, start++)
		map[start / BITS_PER_LONG] |= 1UL << (start % BITS_PER_LONG);
}

void __bitmap_clear(unsigned long *map, unsigned int start, int len)
{
	for (; len > 0; len--, start++)
		map[start / BITS_PER_LONG] &= ~(1UL << (start % BITS_PER_LONG));
}
