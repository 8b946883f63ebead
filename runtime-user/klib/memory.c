// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Allocation through functions that are real ones in the kernel. Those that
 * need a call site are macros in mdrv/interpose.h; a string made here is local
 * and crosses by value.
 */
#include "klib.h"

void kfree(const void *ptr)
{
	mdrv_free(ptr);
}

void kvfree(const void *ptr)
{
	mdrv_free(ptr);
}

void vfree(const void *ptr)
{
	mdrv_free(ptr);
}

void kfree_sensitive(const void *ptr)
{
	mdrv_free(ptr);
}

char *kstrdup(const char *s, unsigned int gfp)
{
	return s ? mdrv_memdup("", 0, s, strlen(s) + 1, gfp) : NULL;
}

char *kmemdup_nul(const char *s, size_t len, unsigned int gfp)
{
	char *copy = s ? mdrv_alloc("", 0, len + 1, gfp) : NULL;

	if (copy) {
		memcpy(copy, s, len);
		copy[len] = '\0';
	}
	return copy;
}

char *kstrndup(const char *s, size_t max, unsigned int gfp)
{
	return s ? kmemdup_nul(s, strnlen(s, max), gfp) : NULL;
}

const char *kstrdup_const(const char *s, unsigned int gfp)
{
	return kstrdup(s, gfp);
}

void kfree_const(const void *ptr)
{
	mdrv_free(ptr);
}
