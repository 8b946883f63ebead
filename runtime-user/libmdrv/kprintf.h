/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Between the two files of the kernel-flavoured formatter. */
#ifndef _LIBMDRV_KPRINTF_H
#define _LIBMDRV_KPRINTF_H

#include "internal.h"

/* Counts on beyond @size, as snprintf does; the caller terminates. */
struct kp_out {
	char *buf;
	size_t size;
	size_t len;
};

struct kp_spec {
	bool left, plus, space, alternate, zero, upper, is_signed;
	int width;
	int precision;		/* -1: none */
	int size;		/* of an integer, in bytes */
	unsigned int base;
};

void kp_char(struct kp_out *out, char c);
void kp_pad(struct kp_out *out, char c, int n);
void kp_string(struct kp_out *out, const char *s, const struct kp_spec *spec);
void kp_number(struct kp_out *out, u64 value, const struct kp_spec *spec);
void kp_format(struct kp_out *out, const char *fmt, va_list *ap);
/* @fmt is behind the p; returns where it goes on. */
const char *kp_pointer(struct kp_out *out, const char *fmt, const struct kp_spec *spec,
		       const void *ptr);

#endif /* _LIBMDRV_KPRINTF_H */
