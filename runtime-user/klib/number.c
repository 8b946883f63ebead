// SPDX-License-Identifier: GPL-2.0-or-later
/* Text to numbers: the strict kstrto* family and the lenient simple_strto*. */
#include "klib.h"

static const char *number_base(const char *s, unsigned int *base)
{
	bool hex = s[0] == '0' && klib_tolower(s[1]) == 'x' && hex_to_bin(s[2]) >= 0;

	if (*base == 0)
		*base = hex ? 16 : s[0] == '0' ? 8 : 10;
	return (*base == 16 && hex) ? s + 2 : s;
}

static const char *number_digits(const char *s, unsigned int base, u64 *value, bool *overflow)
{
	*value = 0;
	*overflow = false;
	for (;; s++) {
		int digit = hex_to_bin(*s);

		if (digit < 0 || digit >= (int)base)
			return s;
		if (__builtin_mul_overflow(*value, (u64)base, value) ||
		    __builtin_add_overflow(*value, (u64)digit, value))
			*overflow = true;
	}
}

static int strict_u64(const char *s, unsigned int base, u64 *res)
{
	const char *digits = number_base(s, &base);
	bool overflow;
	u64 value;

	s = number_digits(digits, base, &value, &overflow);
	if (s == digits)
		return -EINVAL;
	if (overflow)
		return -ERANGE;
	if (*s == '\n')
		s++;
	if (*s)
		return -EINVAL;
	*res = value;
	return 0;
}

int kstrtoull(const char *s, unsigned int base, unsigned long long *res)
{
	u64 value;
	int rc = strict_u64(*s == '+' ? s + 1 : s, base, &value);

	if (!rc)
		*res = value;
	return rc;
}

int kstrtoll(const char *s, unsigned int base, long long *res)
{
	bool minus = *s == '-';
	unsigned long long value;
	u64 magnitude;
	int rc;

	if (!minus) {
		rc = kstrtoull(s, base, &value);
		if (!rc && value > LLONG_MAX)
			rc = -ERANGE;
		if (!rc)
			*res = value;
		return rc;
	}
	rc = strict_u64(s + 1, base, &magnitude);
	if (!rc && magnitude > (u64)LLONG_MAX + 1)
		rc = -ERANGE;
	if (!rc)
		*res = -magnitude;
	return rc;
}

#define KSTRTO(name, type, wide, from)						\
int name(const char *s, unsigned int base, type *res)				\
{										\
	wide value;								\
	int rc = from(s, base, &value);						\
										\
	if (rc)									\
		return rc;							\
	if (value != (type)value)						\
		return -ERANGE;							\
	*res = value;								\
	return 0;								\
}

KSTRTO(_kstrtoul, unsigned long, unsigned long long, kstrtoull)
KSTRTO(_kstrtol, long, long long, kstrtoll)
KSTRTO(kstrtouint, unsigned int, unsigned long long, kstrtoull)
KSTRTO(kstrtoint, int, long long, kstrtoll)
KSTRTO(kstrtou16, u16, unsigned long long, kstrtoull)
KSTRTO(kstrtos16, s16, long long, kstrtoll)
KSTRTO(kstrtou8, u8, unsigned long long, kstrtoull)
KSTRTO(kstrtos8, s8, long long, kstrtoll)

int kstrtobool(const char *s, bool *res)
{
	char c;

	if (!s)
		return -EINVAL;
	c = klib_tolower(s[0]);
	if (c == 'o')
		c = klib_tolower(s[1]) == 'n' ? 'y' : klib_tolower(s[1]) == 'f' ? 'n' : 0;
	switch (c) {
	case 'y':
	case 't':
	case '1':
		*res = true;
		return 0;
	case 'n':
	case 'f':
	case '0':
		*res = false;
		return 0;
	}
	return -EINVAL;
}

unsigned long long simple_strtoull(const char *s, char **end, unsigned int base)
{
	bool overflow;
	u64 value;

	s = number_base(s, &base);
	s = number_digits(s, base, &value, &overflow);
	if (end)
		*end = (char *)s;
	return value;
}

unsigned long simple_strtoul(const char *s, char **end, unsigned int base)
{
	return simple_strtoull(s, end, base);
}

long long simple_strtoll(const char *s, char **end, unsigned int base)
{
	if (*s == '-')
		return -simple_strtoull(s + 1, end, base);
	return simple_strtoull(s, end, base);
}

long simple_strtol(const char *s, char **end, unsigned int base)
{
	return simple_strtoll(s, end, base);
}

unsigned long long memparse(const char *s, char **end)
{
	static const char suffixes[] = "kmgtpe";
	char *at;
	unsigned long long value = simple_strtoull(s, &at, 0);

	for (int i = 0; *at && suffixes[i]; i++) {
		if (klib_tolower(*at) == suffixes[i]) {
			value <<= 10 * (i + 1);
			at++;
			break;
		}
	}
	if (end)
		*end = at;
	return value;
}

unsigned long int_sqrt(unsigned long x)
{
	unsigned long root = 0;
	unsigned long bit;

	for (bit = 1UL << (BITS_PER_LONG - 2); bit; bit >>= 2) {
		if (x >= root + bit) {
			x -= root + bit;
			root = (root >> 1) + bit;
		} else {
			root >>= 1;
		}
	}
	return root;
}

unsigned long gcd(unsigned long a, unsigned long b)
{
	while (b) {
		unsigned long rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

unsigned long lcm(unsigned long a, unsigned long b)
{
	return a && b ? a / gcd(a, b) * b : 0;
}
