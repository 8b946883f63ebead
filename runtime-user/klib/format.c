// SPDX-License-Identifier: GPL-2.0-or-later
/* The printf family; the formatting itself is libmdrv's. */
#include "klib.h"

/*
 * mdrv_vscnprintf() says how much fits; the kernel's vsnprintf() how much there
 * would be. A scratch area that holds any sensible line tells the two apart.
 */
#define SCRATCH	8192

int vsnprintf(char *buf, size_t size, const char *fmt, va_list ap)
{
	char scratch[SCRATCH];
	int len = mdrv_vscnprintf(scratch, sizeof(scratch), fmt, ap);

	if (size) {
		size_t copy = (size_t)len < size ? (size_t)len : size - 1;

		memcpy(buf, scratch, copy);
		buf[copy] = '\0';
	}
	return len;
}

int vscnprintf(char *buf, size_t size, const char *fmt, va_list ap)
{
	return size ? mdrv_vscnprintf(buf, size, fmt, ap) : 0;
}

int snprintf(char *buf, size_t size, const char *fmt, ...)
{
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = vsnprintf(buf, size, fmt, ap);
	va_end(ap);
	return len;
}

int scnprintf(char *buf, size_t size, const char *fmt, ...)
{
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = vscnprintf(buf, size, fmt, ap);
	va_end(ap);
	return len;
}

int vsprintf(char *buf, const char *fmt, va_list ap)
{
	return vsnprintf(buf, INT_MAX, fmt, ap);
}

int sprintf(char *buf, const char *fmt, ...)
{
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = vsnprintf(buf, INT_MAX, fmt, ap);
	va_end(ap);
	return len;
}

char *kvasprintf(unsigned int gfp, const char *fmt, va_list ap)
{
	char scratch[SCRATCH];
	int len = mdrv_vscnprintf(scratch, sizeof(scratch), fmt, ap);

	return mdrv_memdup("", 0, scratch, len + 1, gfp);
}

char *kasprintf(unsigned int gfp, const char *fmt, ...)
{
	va_list ap;
	char *str;

	va_start(ap, fmt);
	str = kvasprintf(gfp, fmt, ap);
	va_end(ap);
	return str;
}

/* What WARN() prints; where it happened follows from mdrv_warned(). */
void __warn_printk(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	mdrv_vlog(fmt, ap);
	va_end(ap);
}

/* A show operation's buffer is a page in the kernel, so it is one here. */
#define SYSFS_PAGE	4096

int sysfs_emit(char *buf, const char *fmt, ...)
{
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = vscnprintf(buf, SYSFS_PAGE, fmt, ap);
	va_end(ap);
	return len;
}

int sysfs_emit_at(char *buf, int at, const char *fmt, ...)
{
	va_list ap;
	int len;

	if (at < 0 || at >= SYSFS_PAGE)
		return 0;
	va_start(ap, fmt);
	len = vscnprintf(buf + at, SYSFS_PAGE - at, fmt, ap);
	va_end(ap);
	return len;
}
