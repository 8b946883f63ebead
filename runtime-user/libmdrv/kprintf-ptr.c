// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The kernel's %p extensions, as far as they do not look into structures that
 * only a kernel lays out. Those print the conversion itself, as the kernel does
 * for what it was built without.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include "kprintf.h"

/* What struct va_format and struct resource have been since they exist. */
struct kp_va_format {
	const char *fmt;
	va_list *va;
};

struct kp_resource {
	u64 start;
	u64 end;
	const char *name;
	unsigned long flags;
};

static const struct { unsigned long flag; const char *name; } resource_types[] = {
	{ 0x100, "io  " }, { 0x200, "mem " }, { 0x400, "irq " }, { 0x800, "dma " },
	{ 0x1000, "bus " },
};

static const struct { unsigned long flag; const char *name; } resource_flags[] = {
	{ 0x00100000, " 64bit" }, { 0x00002000, " pref" }, { 0x00200000, " window" },
	{ 0x10000000, " disabled" },
};

#define RESOURCE_UNSET	0x20000000

/* Errors that only kernels know. */
static const struct { int error; const char *name; } kernel_errors[] = {
	{ 512, "ERESTARTSYS" }, { 513, "ERESTARTNOINTR" }, { 514, "ERESTARTNOHAND" },
	{ 515, "ENOIOCTLCMD" }, { 516, "ERESTART_RESTARTBLOCK" }, { 517, "EPROBE_DEFER" },
	{ 518, "EOPENSTALE" }, { 519, "ENOPARAM" }, { 521, "EBADHANDLE" },
	{ 522, "ENOTSYNC" }, { 523, "EBADCOOKIE" }, { 524, "ENOTSUPP" }, { 525, "ETOOSMALL" },
	{ 526, "ESERVERFAULT" }, { 527, "EBADTYPE" }, { 528, "EJUKEBOX" },
	{ 529, "EIOCBQUEUED" }, { 530, "ERECALLCONFLICT" },
};

#define COUNT(array)	((int)(sizeof(array) / sizeof((array)[0])))

static const struct kp_spec plain = { .precision = -1 };

static bool alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void hex_padded(struct kp_out *out, u64 value, int width, bool prefix)
{
	const struct kp_spec spec = { .precision = -1, .base = 16, .zero = true,
				      .alternate = prefix, .width = width };

	kp_number(out, value, &spec);
}

static void decimal(struct kp_out *out, u64 value, int width)
{
	const struct kp_spec spec = { .precision = -1, .base = 10, .zero = true, .width = width };

	kp_number(out, value, &spec);
}

/* Formats into a string first, so that the field width applies to the whole. */
#define SCRATCH(out_, text_, size_)						\
	char text_[size_];							\
	struct kp_out out_ = { .buf = text_, .size = sizeof(text_) - 1 }

static void scratch_print(struct kp_out *out, struct kp_out *scratch, const struct kp_spec *spec)
{
	scratch->buf[scratch->len < scratch->size ? scratch->len : scratch->size] = '\0';
	kp_string(out, scratch->buf, spec);
}

static void hashed(struct kp_out *out, const void *ptr)
{
	u64 hash = (uintptr_t)ptr;

	if (hash && hash < (u64)-MDRV_ERRNO_MAX)
		hash = (hash >> 3) * 0x9e3779b97f4a7c15 >> 32;
	hex_padded(out, hash, 16, false);
}

static void error_name(struct kp_out *out, const void *ptr, const struct kp_spec *spec)
{
	int error = -(int)(intptr_t)ptr;
	const char *name = strerrorname_np(error);
	SCRATCH(text, buf, 40);

	for (int i = 0; i < COUNT(kernel_errors); i++) {
		if (kernel_errors[i].error == error)
			name = kernel_errors[i].name;
	}
	kp_char(&text, '-');
	if (name)
		kp_string(&text, name, &plain);
	else
		decimal(&text, error, 0);
	scratch_print(out, &text, spec);
}

static void symbol(struct kp_out *out, const void *ptr, const struct kp_spec *spec)
{
	const struct mdrv_plan *plan = mdrv_self.plan;

	for (u32 i = 0; plan && i < plan->nfns; i++) {
		if (plan->fns[i].addr == ptr) {
			kp_string(out, plan->fns[i].name, spec);
			return;
		}
	}
	hashed(out, ptr);
}

static void mac(struct kp_out *out, const char *fmt, const u8 *addr, const struct kp_spec *spec)
{
	bool reversed = fmt[1] == 'R';
	SCRATCH(text, buf, 20);

	for (int i = 0; i < 6; i++) {
		if (i && fmt[0] == 'M')
			kp_char(&text, fmt[1] == 'F' ? '-' : ':');
		hex_padded(&text, addr[reversed ? 5 - i : i], 2, false);
	}
	scratch_print(out, &text, spec);
}

static void ip4(struct kp_out *out, const char *fmt, const u8 *addr)
{
	bool little = fmt[2] == 'l' || fmt[2] == 'h';

	for (int i = 0; i < 4; i++) {
		if (i)
			kp_char(out, '.');
		decimal(out, addr[little ? 3 - i : i], fmt[0] == 'i' ? 3 : 0);
	}
}

static void ip6(struct kp_out *out, const char *fmt, const void *addr)
{
	const u8 *byte = addr;
	char text[INET6_ADDRSTRLEN];

	if (fmt[0] == 'I' && fmt[2] == 'c') {
		inet_ntop(AF_INET6, addr, text, sizeof(text));
		kp_string(out, text, &plain);
		return;
	}
	for (int i = 0; i < 16; i++) {
		if (i && !(i & 1) && fmt[0] == 'I')
			kp_char(out, ':');
		hex_padded(out, byte[i], 2, false);
	}
}

static void socket_address(struct kp_out *out, const char *fmt, const struct sockaddr *sa)
{
	const struct sockaddr_in6 *in6 = (const void *)sa;
	const struct sockaddr_in *in = (const void *)sa;
	bool compressed = false;
	bool port = false;

	for (fmt += 2; alphanumeric(*fmt); fmt++) {
		compressed |= *fmt == 'c';
		port |= *fmt == 'p';
	}
	if (sa->sa_family == AF_INET) {
		ip4(out, "I4", (const u8 *)&in->sin_addr);
	} else if (sa->sa_family == AF_INET6) {
		if (port)
			kp_char(out, '[');
		ip6(out, compressed ? "I6c" : "I6", &in6->sin6_addr);
		if (port)
			kp_char(out, ']');
	} else {
		kp_string(out, "(einval)", &plain);
		return;
	}
	if (port) {
		kp_char(out, ':');
		decimal(out, ntohs(in->sin_port), 0);
	}
}

static void address(struct kp_out *out, const char *fmt, const void *ptr,
		    const struct kp_spec *spec)
{
	SCRATCH(text, buf, 80);

	switch (fmt[1]) {
	case '4':
		ip4(&text, fmt, ptr);
		break;
	case '6':
		ip6(&text, fmt, ptr);
		break;
	case 'S':
		socket_address(&text, fmt, ptr);
		break;
	}
	scratch_print(out, &text, spec);
}

static void uuid(struct kp_out *out, const char *fmt, const u8 *addr, const struct kp_spec *spec)
{
	static const u8 big[16] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };
	static const u8 little[16] = { 3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15 };
	const u8 *index = (fmt[1] == 'l' || fmt[1] == 'L') ? little : big;
	struct kp_spec byte = { .precision = -1, .base = 16, .zero = true, .width = 2,
				.upper = fmt[1] == 'L' || fmt[1] == 'B' };
	SCRATCH(text, buf, 40);

	for (int i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			kp_char(&text, '-');
		kp_number(&text, addr[index[i]], &byte);
	}
	scratch_print(out, &text, spec);
}

/* Here the width is the number of bytes. */
static void hex_string(struct kp_out *out, const char *fmt, const u8 *addr,
		       const struct kp_spec *spec)
{
	char separator = fmt[1] == 'C' ? ':' : fmt[1] == 'D' ? '-' : fmt[1] == 'N' ? 0 : ' ';
	int len = spec->width ? spec->width : 1;

	for (int i = 0; i < len && i < 64; i++) {
		if (i && separator)
			kp_char(out, separator);
		hex_padded(out, addr[i], 2, false);
	}
}

static bool bit(const unsigned long *map, int n)
{
	return map[n / 64] >> (n % 64) & 1;
}

/* Here the width is the number of bits; words of 32, most significant first. */
static void bitmap(struct kp_out *out, const unsigned long *map, int nbits)
{
	int words = (nbits + 31) / 32;

	for (int i = words - 1; i >= 0; i--) {
		int bits = (i == words - 1 && nbits % 32) ? nbits % 32 : 32;
		u32 word = map[i / 2] >> (i % 2 * 32);

		if (bits < 32)
			word &= (1u << bits) - 1;
		if (i != words - 1)
			kp_char(out, ',');
		hex_padded(out, word, (bits + 3) / 4, false);
	}
}

static void bitmap_list(struct kp_out *out, const unsigned long *map, int nbits)
{
	bool first = true;

	for (int from = 0; from < nbits; from++) {
		int to = from;

		if (!bit(map, from))
			continue;
		while (to + 1 < nbits && bit(map, to + 1))
			to++;
		if (!first)
			kp_char(out, ',');
		first = false;
		decimal(out, from, 0);
		if (to > from) {
			kp_char(out, '-');
			decimal(out, to, 0);
		}
		from = to;
	}
}

static void resource_bound(struct kp_out *out, u64 value, unsigned long type)
{
	if (type == 0x400 || type == 0x800)
		decimal(out, value, 0);
	else
		hex_padded(out, value, type == 0x100 ? 6 : type == 0x1000 ? 2 : 10, type != 0x1000);
}

static void resource(struct kp_out *out, const char *fmt, const struct kp_resource *res,
		     const struct kp_spec *spec)
{
	bool decode = fmt[0] == 'R';
	const char *name = "??? ";
	unsigned long type = 0;
	SCRATCH(text, buf, 120);

	for (int i = 0; i < COUNT(resource_types) && !type; i++) {
		if (res->flags & resource_types[i].flag) {
			type = resource_types[i].flag;
			name = resource_types[i].name;
		}
	}
	kp_char(&text, '[');
	kp_string(&text, name, &plain);
	decode = decode && type;
	if (decode && (res->flags & RESOURCE_UNSET)) {
		kp_string(&text, "size ", &plain);
		resource_bound(&text, res->end - res->start + 1, type);
	} else {
		resource_bound(&text, res->start, type);
		if (res->start != res->end) {
			kp_char(&text, '-');
			resource_bound(&text, res->end, type);
		}
	}
	for (int i = 0; decode && i < COUNT(resource_flags); i++) {
		if (res->flags & resource_flags[i].flag)
			kp_string(&text, resource_flags[i].name, &plain);
	}
	if (!decode) {
		kp_string(&text, " flags ", &plain);
		hex_padded(&text, res->flags, 0, true);
	}
	kp_char(&text, ']');
	scratch_print(out, &text, spec);
}

static void nested(struct kp_out *out, const struct kp_va_format *vf)
{
	va_list ap;

	va_copy(ap, *vf->va);
	kp_format(out, vf->fmt, &ap);
	va_end(ap);
}

static void unsupported(struct kp_out *out, char c, const struct kp_spec *spec)
{
	char text[] = "(%p-?)";

	text[3] = c;
	kp_string(out, text, spec);
}

/* Extensions that look behind the pointer. False: not one of them. */
static bool behind(struct kp_out *out, const char *fmt, const struct kp_spec *spec,
		   const void *ptr)
{
	switch (*fmt) {
	case 'M':
	case 'm':
		mac(out, fmt, ptr, spec);
		return true;
	case 'I':
	case 'i':
		if (fmt[1] != '4' && fmt[1] != '6' && fmt[1] != 'S')
			return false;
		address(out, fmt, ptr, spec);
		return true;
	case 'U':
		uuid(out, fmt, ptr, spec);
		return true;
	case 'h':
		hex_string(out, fmt, ptr, spec);
		return true;
	case 'b':
		if (fmt[1] == 'l')
			bitmap_list(out, ptr, spec->width);
		else
			bitmap(out, ptr, spec->width);
		return true;
	case 'R':
	case 'r':
		resource(out, fmt, ptr, spec);
		return true;
	case 'a':
		hex_padded(out, *(const u64 *)ptr, 18, true);
		return true;
	case 'N':
		hex_padded(out, *(const u64 *)ptr, 18, true);
		return true;
	case 'V':
		nested(out, ptr);
		return true;
	case 'd':
	case 'D':
	case 'E':
	case 'g':
	case 'G':
	case 'C':
	case 't':
	case 'O':
	case 'f':
	case '4':
		unsupported(out, *fmt, spec);
		return true;
	}
	return false;
}

const char *kp_pointer(struct kp_out *out, const char *fmt, const struct kp_spec *spec,
		       const void *ptr)
{
	bool error = (uintptr_t)ptr >= (uintptr_t)-MDRV_ERRNO_MAX;
	bool good = (uintptr_t)ptr >= 4096 && !error;

	if (*fmt == 's' || *fmt == 'S' || *fmt == 'B') {
		symbol(out, ptr, spec);
	} else if (*fmt == 'e' && error) {
		error_name(out, ptr, spec);
	} else if (!good && *fmt && strchr("MmIiUhbRraNV", *fmt)) {
		kp_string(out, ptr ? "(efault)" : "(null)", spec);
	} else if (!behind(out, fmt, spec, ptr)) {
		hashed(out, ptr);
	}
	while (alphanumeric(*fmt))
		fmt++;
	return fmt;
}
