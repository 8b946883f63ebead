// SPDX-License-Identifier: GPL-2.0-or-later
/* What the kernel's string library has and the C library has not. */
#include "klib.h"

ssize_t strscpy(char *dst, const char *src, size_t size)
{
	size_t len;

	if (!size || size > INT_MAX)
		return -E2BIG;
	len = strnlen(src, size);
	if (len < size) {
		memcpy(dst, src, len + 1);
		return len;
	}
	memcpy(dst, src, size - 1);
	dst[size - 1] = '\0';
	return -E2BIG;
}

ssize_t strscpy_pad(char *dst, const char *src, size_t size)
{
	ssize_t len = strscpy(dst, src, size);

	if (len >= 0)
		memset(dst + len + 1, 0, size - len - 1);
	return len;
}

size_t strlcpy(char *dst, const char *src, size_t size)
{
	size_t len = strlen(src);

	if (size)
		strscpy(dst, src, size);
	return len;
}

size_t strlcat(char *dst, const char *src, size_t size)
{
	size_t used = strnlen(dst, size);

	return used + strlcpy(dst + used, src, size - used);
}

char *strnchr(const char *s, size_t count, int c)
{
	for (; count-- && *s; s++) {
		if (*s == (char)c)
			return (char *)s;
	}
	return NULL;
}

char *strnchrnul(const char *s, size_t count, int c)
{
	while (count-- && *s && *s != (char)c)
		s++;
	return (char *)s;
}

char *strnstr(const char *s, const char *what, size_t len)
{
	size_t wlen = strlen(what);

	for (; len >= wlen; s++, len--) {
		if (!memcmp(s, what, wlen))
			return (char *)s;
	}
	return NULL;
}

char *skip_spaces(const char *s)
{
	while (klib_isspace(*s))
		s++;
	return (char *)s;
}

char *strim(char *s)
{
	size_t len = strlen(s);

	while (len && klib_isspace(s[len - 1]))
		len--;
	s[len] = '\0';
	return skip_spaces(s);
}

char *strreplace(char *s, char old, char new)
{
	for (; *s; s++) {
		if (*s == old)
			*s = new;
	}
	return s;
}

void *memscan(void *addr, int c, size_t size)
{
	u8 *at = addr;

	while (size && *at != (u8)c) {
		at++;
		size--;
	}
	return at;
}

void *memchr_inv(const void *start, int c, size_t bytes)
{
	const u8 *at = start;

	for (; bytes--; at++) {
		if (*at != (u8)c)
			return (void *)at;
	}
	return NULL;
}

/* As sysfs writes them: a trailing newline does not count. */
bool sysfs_streq(const char *a, const char *b)
{
	while (*a && *a == *b) {
		a++;
		b++;
	}
	if (*a == *b)
		return true;
	if (!*a && *b == '\n' && !b[1])
		return true;
	return *a == '\n' && !a[1] && !*b;
}

int match_string(const char *const *array, size_t n, const char *string)
{
	for (size_t i = 0; i < n && array[i]; i++) {
		if (!strcmp(array[i], string))
			return i;
	}
	return -EINVAL;
}

int __sysfs_match_string(const char *const *array, size_t n, const char *str)
{
	for (size_t i = 0; i < n && array[i]; i++) {
		if (sysfs_streq(array[i], str))
			return i;
	}
	return -EINVAL;
}
