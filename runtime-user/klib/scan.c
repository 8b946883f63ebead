// SPDX-License-Identifier: GPL-2.0-or-later
/* sscanf() as far as drivers use it: %d %i %u %x %o %s %c %n %*, widths, sizes. */
#include "klib.h"

struct scan_spec {
	bool skip;
	int width;		/* 0: none */
	int size;		/* bytes of the target */
	unsigned int base;
	bool is_signed;
	char conv;
};

static const char *scan_spec(const char *fmt, struct scan_spec *spec)
{
	*spec = (struct scan_spec){ .size = sizeof(int) };
	if (*fmt == '*') {
		spec->skip = true;
		fmt++;
	}
	while (*fmt >= '0' && *fmt <= '9')
		spec->width = spec->width * 10 + *fmt++ - '0';
	for (;; fmt++) {
		if (*fmt == 'h')
			spec->size = spec->size == 2 ? 1 : 2;
		else if (*fmt == 'l' || *fmt == 'L' || *fmt == 'z' || *fmt == 'q')
			spec->size = 8;
		else
			break;
	}
	spec->conv = *fmt;
	switch (*fmt) {
	case 'd':
		spec->base = 10;
		spec->is_signed = true;
		break;
	case 'i':
		spec->is_signed = true;
		break;
	case 'u':
		spec->base = 10;
		break;
	case 'x':
	case 'X':
		spec->base = 16;
		break;
	case 'o':
		spec->base = 8;
		break;
	}
	return *fmt ? fmt + 1 : fmt;
}

/* Stops where the input does not go on as a number of that base. */
static const char *scan_number(const char *str, const struct scan_spec *spec, u64 *value)
{
	char digits[70];
	bool minus = spec->is_signed && *str == '-';
	size_t max = spec->width ? (size_t)spec->width : sizeof(digits) - 1;
	size_t len;
	char *end;

	if (minus || *str == '+') {
		str++;
		max--;
	}
	if (max > sizeof(digits) - 1)
		max = sizeof(digits) - 1;
	len = strnlen(str, max);
	memcpy(digits, str, len);
	digits[len] = '\0';
	*value = simple_strtoull(digits, &end, spec->base);
	if (end == digits)
		return NULL;
	if (minus)
		*value = -*value;
	return str + (end - digits);
}

static void scan_store(void *to, int size, u64 value)
{
	switch (size) {
	case 1:
		*(u8 *)to = value;
		break;
	case 2:
		*(u16 *)to = value;
		break;
	case 4:
		*(u32 *)to = value;
		break;
	default:
		*(u64 *)to = value;
	}
}

static const char *scan_string(const char *str, const struct scan_spec *spec, char *to)
{
	int width = spec->width ? spec->width : INT_MAX;

	str = skip_spaces(str);
	if (!*str)
		return NULL;
	while (*str && !klib_isspace(*str) && width--) {
		if (to)
			*to++ = *str;
		str++;
	}
	if (to)
		*to = '\0';
	return str;
}

static const char *scan_chars(const char *str, const struct scan_spec *spec, char *to)
{
	int width = spec->width ? spec->width : 1;

	while (width--) {
		if (!*str)
			return NULL;
		if (to)
			*to++ = *str;
		str++;
	}
	return str;
}

int vsscanf(const char *buf, const char *fmt, va_list ap)
{
	const char *str = buf;
	int got = 0;

	while (*fmt) {
		struct scan_spec spec;
		void *to;
		u64 value;

		if (klib_isspace(*fmt)) {
			fmt = skip_spaces(fmt);
			str = skip_spaces(str);
			continue;
		}
		if (*fmt != '%' || fmt[1] == '%') {
			fmt += *fmt == '%';
			if (*fmt++ != *str++)
				break;
			continue;
		}
		fmt = scan_spec(fmt + 1, &spec);
		to = spec.skip ? NULL : va_arg(ap, void *);
		if (spec.conv == 'n') {
			if (to)
				scan_store(to, spec.size, str - buf);
			continue;
		}
		if (spec.conv == 's' || spec.conv == 'c') {
			str = spec.conv == 's' ? scan_string(str, &spec, to)
					       : scan_chars(str, &spec, to);
		} else if (strchr("diuxXo", spec.conv)) {
			str = scan_number(skip_spaces(str), &spec, &value);
			if (str && to)
				scan_store(to, spec.size, value);
		} else {
			break;
		}
		if (!str)
			break;
		got += !spec.skip;
	}
	return got;
}

int sscanf(const char *buf, const char *fmt, ...)
{
	va_list ap;
	int got;

	va_start(ap, fmt);
	got = vsscanf(buf, fmt, ap);
	va_end(ap);
	return got;
}
