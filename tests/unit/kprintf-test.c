// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The kernel's printf in user space. Expectations follow the kernel's own
 * Documentation/core-api/printk-formats.rst.
 */
#include <arpa/inet.h>
#include <check.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "internal.h"

static void some_function(void)
{
}

static const struct mdrv_fn fns[] = { { "some_function", some_function } };
static const struct mdrv_plan plan = { .name = "test", .nfns = 1, .fns = fns };

static const char *format(const char *fmt, ...)
{
	static char text[300];
	va_list ap;
	int len;

	memset(text, '#', sizeof(text));
	va_start(ap, fmt);
	len = mdrv_vscnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	ck_assert_int_eq(len, strlen(text));
	return text;
}

/* GCC does not know the extensions; the function above has no format attribute. */
#define EXPECT(want, ...) ck_assert_str_eq(format(__VA_ARGS__), want)

START_TEST(numbers)
{
	EXPECT("0 1 -1 4294967295", "%d %i %d %u", 0, 1, -1, -1);
	EXPECT("   42|42   |00042|+42| 42", "%5d|%-5d|%05d|%+d|% d", 42, 42, 42, 42, 42);
	EXPECT("-0042|  -42|-42  ", "%05d|%5d|%-5d", -42, -42, -42);
	EXPECT("ff|FF|0xff|0XFF|0x00ff|377|0377", "%x|%X|%#x|%#X|%#06x|%o|%#o", 255, 255, 255, 255,
	       255, 255, 255);
	EXPECT("0x0|0", "%#x|%#o", 0, 0);
	EXPECT("00042|  00042", "%.5d|%7.5d", 42, 42);
	EXPECT("-128|255|-32768|65535", "%hhd|%hhu|%hd|%hu", 128, -1, 32768, -1);
	EXPECT("18446744073709551615|-9223372036854775808|7", "%llu|%lld|%zu", ~0ull,
	       -9223372036854775807ll - 1, (size_t)7);
	EXPECT("    7|7    |", "%*d|%*d|", 5, 7, -5, 7);
	EXPECT("100%|x|  y|z  ", "%d%%|%c|%3c|%-3c", 100, 'x', 'y', 'z');
}
END_TEST

START_TEST(texts)
{
	EXPECT("abc|  abc|abc  |ab|   ab", "%s|%5s|%-5s|%.2s|%5.2s", "abc", "abc", "abc", "abc",
	       "abc");
	EXPECT("(null)|(efault)|(efault)", "%s|%s|%s", NULL, (char *)8, (char *)-14L);
	EXPECT("a|%y c", "%s|%y c", "a", 1);
	EXPECT("", "%s", "");
}
END_TEST

START_TEST(truncation)
{
	char text[8] = "#######";

	ck_assert_int_eq(mdrv_scnprintf(text, 4, "%s", "abcdef"), 3);
	ck_assert_str_eq(text, "abc");
	ck_assert_int_eq(text[4], '#');
	ck_assert_int_eq(mdrv_scnprintf(text, 1, "%d", 12345), 0);
	ck_assert_str_eq(text, "");
	text[0] = '#';
	ck_assert_int_eq(mdrv_scnprintf(text, 0, "%d", 12345), 0);
	ck_assert_int_eq(text[0], '#');
}
END_TEST

START_TEST(addresses)
{
	static const u8 mac[] = { 0x00, 0x01, 0x02, 0x0a, 0x0b, 0x0c };
	static const u8 ip[] = { 192, 0, 2, 1 };
	struct in6_addr ip6;
	struct sockaddr_in sin = { .sin_family = AF_INET, .sin_port = htons(80) };

	memcpy(&sin.sin_addr, ip, 4);
	inet_pton(AF_INET6, "2001:db8::1:0:0:1", &ip6);
	EXPECT("00:01:02:0a:0b:0c", "%pM", mac);
	EXPECT("0001020a0b0c", "%pm", mac);
	EXPECT("0c:0b:0a:02:01:00", "%pMR", mac);
	EXPECT("00-01-02-0a-0b-0c", "%pMF", mac);
	EXPECT("192.0.2.1|192.000.002.001|1.2.0.192", "%pI4|%pi4|%pI4l", ip, ip, ip);
	EXPECT("2001:0db8:0000:0000:0001:0000:0000:0001", "%pI6", &ip6);
	EXPECT("20010db8000000000001000000000001", "%pi6", &ip6);
	EXPECT("2001:db8::1:0:0:1", "%pI6c", &ip6);
	EXPECT("192.0.2.1|192.0.2.1:80", "%pIS|%pISp", &sin, &sin);
	EXPECT("(null)|(efault)", "%pM|%pI4", NULL, (void *)-22L);
	EXPECT("[  00:01:02:0a:0b:0c]", "[%19pM]", mac);
}
END_TEST

START_TEST(bytes)
{
	static const u8 data[] = { 0x01, 0xab, 0xff };
	static const u8 uuid[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };
	static const unsigned long bits[] = { 0x100000000000000f, 0x3 };

	EXPECT("01 ab ff", "%*ph", 3, data);
	EXPECT("01:ab:ff|01-ab-ff|01abff", "%*phC|%3phD|%*phN", 3, data, data, 3, data);
	EXPECT("00010203-0405-0607-0809-0a0b0c0d0e0f", "%pUb", uuid);
	EXPECT("03020100-0504-0706-0809-0A0B0C0D0E0F", "%pUL", uuid);
	EXPECT("0-3,60,64-65", "%*pbl", 80, bits);
	EXPECT("0003,10000000,0000000f", "%*pb", 80, bits);
	EXPECT("f", "%*pb", 4, bits);
}
END_TEST

struct resource {
	u64 start, end;
	const char *name;
	unsigned long flags;
};

START_TEST(resources)
{
	struct resource mem = { 0xfebf0000, 0xfebf00ff, "x", 0x200 | 0x2000 | 0x100000 };
	struct resource io = { 0xc000, 0xc0ff, "x", 0x100 };
	struct resource irq = { 11, 11, "x", 0x400 };
	u64 dma = 0x12345;

	EXPECT("[mem 0xfebf0000-0xfebf00ff 64bit pref]", "%pR", &mem);
	EXPECT("[mem 0xfebf0000-0xfebf00ff flags 0x102200]", "%pr", &mem);
	EXPECT("[io  0xc000-0xc0ff]|[irq 11]", "%pR|%pR", &io, &irq);
	EXPECT("0x0000000000012345", "%pad", &dma);
}
END_TEST

struct va_format {
	const char *fmt;
	va_list *va;
};

static const char *indirect(const char *fmt, ...)
{
	struct va_format vf = { .fmt = fmt };
	const char *text;
	va_list ap;

	va_start(ap, fmt);
	vf.va = &ap;
	text = format("dev: %pV|%d", &vf, 7);
	va_end(ap);
	return text;
}

START_TEST(nested_format)
{
	ck_assert_str_eq(indirect("%s=%d %pM", "a", 5, "\1\2\3\4\5\6"),
			 "dev: a=5 01:02:03:04:05:06|7");
}
END_TEST

START_TEST(pointers)
{
	char one[32], two[32];

	EXPECT("-EIO|-EPROBE_DEFER|-ENOTSUPP", "%pe|%pe|%pe", (void *)-5L, (void *)-517L,
	       (void *)-524L);
	EXPECT("some_function|some_function", "%ps|%pS", some_function, some_function);
	EXPECT("0000000000000000", "%p", NULL);
	strcpy(one, format("%p", &one));
	strcpy(two, format("%p", &two));
	ck_assert_int_eq(strlen(one), 16);
	ck_assert(!strncmp(one, "00000000", 8));
	ck_assert_str_ne(one, two);
	ck_assert_str_eq(one, format("%pK", &one));
	EXPECT("(%pd?)|(%pO?)", "%pd|%pOF", &one, &one);
}
END_TEST

static void setup(void)
{
	mdrv_self.plan = &plan;
}

int main(void)
{
	Suite *s = suite_create("kprintf");
	TCase *tc = tcase_create("formats");
	SRunner *sr;
	int failed;

	tcase_add_checked_fixture(tc, setup, NULL);
	tcase_add_test(tc, numbers);
	tcase_add_test(tc, texts);
	tcase_add_test(tc, truncation);
	tcase_add_test(tc, addresses);
	tcase_add_test(tc, bytes);
	tcase_add_test(tc, resources);
	tcase_add_test(tc, nested_format);
	tcase_add_test(tc, pointers);
	suite_add_tcase(s, tc);
	sr = srunner_create(s);
	srunner_run_all(sr, CK_ENV);
	failed = srunner_ntests_failed(sr);
	srunner_free(sr);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
