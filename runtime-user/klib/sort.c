// SPDX-License-Identifier: GPL-2.0-or-later
/* Sorting and searching with the kernel's signatures. */
#include "klib.h"

/* How sort_r() is told that the comparison takes no third argument. */
struct cmp_wrapper {
	int (*cmp)(const void *a, const void *b);
};

static void swap_bytes(u8 *a, u8 *b, size_t size)
{
	while (size--) {
		u8 tmp = *a;

		*a++ = *b;
		*b++ = tmp;
	}
}

static void sift_down(u8 *base, size_t root, size_t num, size_t size,
		      int (*cmp)(const void *a, const void *b, const void *priv),
		      void (*swap)(void *a, void *b, int size, const void *priv),
		      const void *priv)
{
	for (;;) {
		size_t child = 2 * root + 1;

		if (child >= num)
			return;
		if (child + 1 < num &&
		    cmp(base + child * size, base + (child + 1) * size, priv) < 0)
			child++;
		if (cmp(base + root * size, base + child * size, priv) >= 0)
			return;
		if (swap)
			swap(base + root * size, base + child * size, size, priv);
		else
			swap_bytes(base + root * size, base + child * size, size);
		root = child;
	}
}

/* A heap sort, as in the kernel: no memory, no recursion. */
void sort_r(void *base, size_t num, size_t size,
	    int (*cmp)(const void *a, const void *b, const void *priv),
	    void (*swap)(void *a, void *b, int size, const void *priv), const void *priv)
{
	u8 *at = base;

	for (size_t i = num / 2; i--;)
		sift_down(at, i, num, size, cmp, swap, priv);
	while (num-- > 1) {
		if (swap)
			swap(at, at + num * size, size, priv);
		else
			swap_bytes(at, at + num * size, size);
		sift_down(at, 0, num, size, cmp, swap, priv);
	}
}

static int cmp_plain(const void *a, const void *b, const void *priv)
{
	const struct cmp_wrapper *wrapper = priv;

	return wrapper->cmp(a, b);
}

void sort(void *base, size_t num, size_t size, int (*cmp)(const void *a, const void *b),
	  void (*swap)(void *a, void *b, int size))
{
	const struct cmp_wrapper wrapper = { cmp };

	/* A private swap only saves time; without its state it cannot be wrapped. */
	(void)swap;
	sort_r(base, num, size, cmp_plain, NULL, &wrapper);
}

void *bsearch(const void *key, const void *base, size_t num, size_t size,
	      int (*cmp)(const void *key, const void *elt))
{
	const u8 *at = base;

	while (num) {
		const u8 *pivot = at + (num >> 1) * size;
		int rc = cmp(key, pivot);

		if (!rc)
			return (void *)pivot;
		if (rc > 0) {
			at = pivot + size;
			num--;
		}
		num >>= 1;
	}
	return NULL;
}
