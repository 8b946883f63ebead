// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The kernel's flavour of printf, so that a driver's messages read the same from
 * either half. %p extensions are in kprintf-ptr.c.
 */
#include <string.h>
#include "internal.h"
#include "kprintf.h"

void kp_char(struct kp_out *out, char c)
{
	if (out->len < out->size)
		out->buf[out->len] = c;
	out->len++;
}

void kp_pad(struct kp_out *out, char c, int n)
{
	while (n-- > 0)
		kp_char(out, c);
}

void kp_string(struct kp_out *out, const char *s, const struct kp_spec *spec)
{
	int len;

	if ((uintptr_t)s < 4096)
		s = s ? "(efault)" : "(null)";
	else if ((uintptr_t)s >= (uintptr_t)-MDRV_ERRNO_MAX)
		s = "(efault)";
	len = spec->precision >= 0 ? strnlen(s, spec->precision) : strlen(s);
	if (!spec->left)
		kp_pad(out, ' ', spec->width - len);
	for (int i = 0; i < len; i++)
		kp_char(out, s[i]);
	if (spec->left)
		kp_pad(out, ' ', spec->width - len);
}

void kp_number(struct kp_out *out, u64 value, const struct kp_spec *spec)
{
	const char *set = spec->upper ? "0123456789ABCDEF" : "0123456789abcdef";
	char digits[24];
	char sign = 0;
	int ndigits = 0;
	int fill, zeros;
	int prefix = spec->alternate && spec->base != 10 && (value || spec->base == 16) ?
		     spec->base == 16 ? 2 : 1 : 0;

	if (spec->is_signed) {
		if ((s64)value < 0) {
			sign = '-';
			value = -value;
		} else {
			sign = spec->plus ? '+' : spec->space ? ' ' : 0;
		}
	}
	do {
		digits[ndigits++] = set[value % spec->base];
		value /= spec->base;
	} while (value);
	zeros = spec->precision - ndigits;
	fill = spec->width - (zeros > 0 ? zeros : 0) - ndigits - prefix - !!sign;
	if (spec->zero && !spec->left && fill > 0) {
		zeros = (zeros > 0 ? zeros : 0) + fill;
		fill = 0;
	}
	if (!spec->left)
		kp_pad(out, ' ', fill);
	if (sign)
		kp_char(out, sign);
	if (prefix)
		kp_char(out, '0');
	if (prefix == 2)
		kp_char(out, spec->upper ? 'X' : 'x');
	kp_pad(out, '0', zeros);
	while (ndigits)
		kp_char(out, digits[--ndigits]);
	if (spec->left)
		kp_pad(out, ' ', fill);
}

static const char *parse_flags(const char *fmt, struct kp_spec *spec)
{
	for (;; fmt++) {
		switch (*fmt) {
		case '-':
			spec->left = true;
			break;
		case '+':
			spec->plus = true;
			break;
		case ' ':
			spec->space = true;
			break;
		case '#':
			spec->alternate = true;
			break;
		case '0':
			spec->zero = true;
			break;
		default:
			return fmt;
		}
	}
}

static const char *parse_count(const char *fmt, int *count, va_list *ap)
{
	if (*fmt == '*') {
		*count = va_arg(*ap, int);
		return fmt + 1;
	}
	for (*count = 0; *fmt >= '0' && *fmt <= '9'; fmt++)
		*count = *count * 10 + *fmt - '0';
	return fmt;
}

static const char *parse_size(const char *fmt, struct kp_spec *spec)
{
	spec->size = sizeof(int);
	for (;; fmt++) {
		switch (*fmt) {
		case 'h':
			spec->size = spec->size == 2 ? 1 : 2;
			break;
		case 'l':
		case 'L':
		case 'z':
		case 'Z':
		case 't':
			spec->size = 8;
			break;
		default:
			return fmt;
		}
	}
}

static const char *parse_spec(const char *fmt, struct kp_spec *spec, va_list *ap)
{
	*spec = (struct kp_spec){ .precision = -1, .base = 10 };
	fmt = parse_flags(fmt, spec);
	fmt = parse_count(fmt, &spec->width, ap);
	if (spec->width < 0) {
		spec->left = true;
		spec->width = -spec->width;
	}
	if (*fmt == '.') {
		fmt = parse_count(fmt + 1, &spec->precision, ap);
		if (spec->precision < 0)
			spec->precision = 0;
	}
	return parse_size(fmt, spec);
}

static u64 integer(const struct kp_spec *spec, va_list *ap)
{
	s64 value = spec->size == 8 ? va_arg(*ap, s64) : va_arg(*ap, int);

	switch (spec->size) {
	case 1:
		return spec->is_signed ? (u64)(s64)(signed char)value : (u8)value;
	case 2:
		return spec->is_signed ? (u64)(s64)(short)value : (u16)value;
	case 4:
		return spec->is_signed ? (u64)(s64)(int)value : (u32)value;
	}
	return value;
}

static void character(struct kp_out *out, int c, const struct kp_spec *spec)
{
	if (!spec->left)
		kp_pad(out, ' ', spec->width - 1);
	kp_char(out, c);
	if (spec->left)
		kp_pad(out, ' ', spec->width - 1);
}

/* One conversion; returns where the format goes on, or NULL at one not known. */
static const char *conversion(struct kp_out *out, const char *fmt, struct kp_spec *spec,
			      va_list *ap)
{
	switch (*fmt) {
	case 'c':
		character(out, va_arg(*ap, int), spec);
		return fmt + 1;
	case 's':
		kp_string(out, va_arg(*ap, const char *), spec);
		return fmt + 1;
	case 'p':
		return kp_pointer(out, fmt + 1, spec, va_arg(*ap, void *));
	case '%':
		kp_char(out, '%');
		return fmt + 1;
	case 'd':
	case 'i':
		spec->is_signed = true;
		break;
	case 'u':
		break;
	case 'o':
		spec->base = 8;
		break;
	case 'X':
		spec->upper = true;
		spec->base = 16;
		break;
	case 'x':
		spec->base = 16;
		break;
	default:
		return NULL;
	}
	kp_number(out, integer(spec, ap), spec);
	return fmt + 1;
}

void kp_format(struct kp_out *out, const char *fmt, va_list *ap)
{
	while (*fmt) {
		const char *start = fmt;
		struct kp_spec spec;

		if (*fmt != '%') {
			kp_char(out, *fmt++);
			continue;
		}
		fmt = conversion(out, parse_spec(fmt + 1, &spec, ap), &spec, ap);
		if (!fmt) {
			/* As the kernel does: the rest as it stands, arguments are lost. */
			while (*start)
				kp_char(out, *start++);
			return;
		}
	}
}

int mdrv_vscnprintf(char *buf, unsigned long size, const char *fmt, __builtin_va_list ap)
{
	struct kp_out out = { .buf = buf, .size = size ? size - 1 : 0 };
	va_list copy;

	va_copy(copy, ap);
	kp_format(&out, fmt, &copy);
	va_end(copy);
	if (!size)
		return 0;
	if (out.len > out.size)
		out.len = out.size;
	buf[out.len] = '\0';
	return out.len;
}

int mdrv_scnprintf(char *buf, unsigned long size, const char *fmt, ...)
{
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = mdrv_vscnprintf(buf, size, fmt, ap);
	va_end(ap);
	return len;
}
