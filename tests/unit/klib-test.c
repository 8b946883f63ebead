// SPDX-License-Identifier: GPL-2.0-or-later
/* Kernel library functions of user halves, against values known from the kernel. */
#include <check.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "internal.h"

/* As the kernel declares them. */
long strscpy(char *dst, const char *src, size_t size);
char *strim(char *s);
void *memchr_inv(const void *start, int c, size_t bytes);
char *strnstr(const char *s, const char *what, size_t len);
bool sysfs_streq(const char *a, const char *b);
int sysfs_emit(char *buf, const char *fmt, ...);
int sysfs_emit_at(char *buf, int at, const char *fmt, ...);
int kstrtoull(const char *s, unsigned int base, unsigned long long *res);
int kstrtoll(const char *s, unsigned int base, long long *res);
int kstrtou8(const char *s, unsigned int base, u8 *res);
int kstrtobool(const char *s, bool *res);
unsigned long long memparse(const char *s, char **end);
int hex2bin(u8 *dst, const char *src, size_t count);
bool mac_pton(const char *s, u8 *mac);
u32 crc32_le(u32 crc, const unsigned char *p, size_t len);
u32 crc32_be(u32 crc, const unsigned char *p, size_t len);
u32 __crc32c_le(u32 crc, const unsigned char *p, size_t len);
u16 crc16(u16 crc, const u8 *p, size_t len);
u16 crc_ccitt(u16 crc, const u8 *p, size_t len);
u16 crc_itu_t(u16 crc, const u8 *p, size_t len);
extern const u8 byte_rev_table[256];
extern const u8 _ctype[];
void sort(void *base, size_t num, size_t size, int (*cmp)(const void *, const void *),
	  void (*swap)(void *, void *, int));
unsigned long _find_next_bit(const unsigned long *a, unsigned long size, unsigned long start);
unsigned long _find_first_zero_bit(const unsigned long *a, unsigned long size);
unsigned long _find_last_bit(const unsigned long *a, unsigned long size);
unsigned int __sw_hweight32(u32 w);
unsigned long __sw_hweight64(u64 w);
unsigned int __bitmap_weight(const unsigned long *a, unsigned int nbits);
bool __bitmap_subset(const unsigned long *a, const unsigned long *b, unsigned int nbits);
bool __bitmap_and(unsigned long *dst, const unsigned long *a, const unsigned long *b,
		  unsigned int nbits);
unsigned long int_sqrt(unsigned long x);
unsigned long __msecs_to_jiffies(const unsigned int m);
unsigned int jiffies_to_msecs(const unsigned long j);
void __const_udelay(unsigned long xloops);
char *kasprintf(unsigned int gfp, const char *fmt, ...);
void kfree(const void *ptr);
/* Not by that name: the test itself is entitled to the C library's. */
int vsscanf(const char *buf, const char *fmt, va_list ap);
int vsnprintf(char *buf, size_t size, const char *fmt, va_list ap);

static int kscan(const char *buf, const char *fmt, ...)
{
	va_list ap;
	int got;

	va_start(ap, fmt);
	got = vsscanf(buf, fmt, ap);
	va_end(ap);
	return got;
}

static int kprint(char *buf, size_t size, const char *fmt, ...)
{
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = vsnprintf(buf, size, fmt, ap);
	va_end(ap);
	return len;
}

#define CHECKME	((const unsigned char *)"123456789")

/* Check values of the catalogue of parametrised CRC algorithms. */
START_TEST(checksums)
{
	ck_assert_uint_eq(~crc32_le(~0u, CHECKME, 9), 0xcbf43926);
	ck_assert_uint_eq(~__crc32c_le(~0u, CHECKME, 9), 0xe3069283);
	ck_assert_uint_eq(crc32_be(~0u, CHECKME, 9), 0x0376e6e7);
	ck_assert_uint_eq(crc16(0, CHECKME, 9), 0xbb3d);
	ck_assert_uint_eq(crc_ccitt(0xffff, CHECKME, 9) ^ 0xffff, 0x906e);
	ck_assert_uint_eq(crc_itu_t(0, CHECKME, 9), 0x31c3);
	for (int i = 0; i < 256; i++) {
		u8 reversed = 0;

		for (int bit = 0; bit < 8; bit++)
			reversed |= (i >> bit & 1) << (7 - bit);
		ck_assert_uint_eq(byte_rev_table[i], reversed);
	}
}
END_TEST

START_TEST(strings)
{
	char buf[8];
	char padded[] = " \t both ends \n";

	ck_assert_int_eq(strscpy(buf, "short", sizeof(buf)), 5);
	ck_assert_int_eq(strscpy(buf, "much too long", sizeof(buf)), -E2BIG);
	ck_assert_str_eq(buf, "much to");
	ck_assert_int_eq(strscpy(buf, "x", 0), -E2BIG);
	ck_assert_str_eq(strim(padded), "both ends");
	ck_assert_ptr_null(memchr_inv("aaaa", 'a', 4));
	ck_assert_str_eq(memchr_inv("aab", 'a', 3), "b");
	ck_assert_str_eq(strnstr("a needle", "needle", 8), "needle");
	ck_assert_ptr_null(strnstr("a needle", "needle", 7));
	ck_assert(sysfs_streq("on\n", "on") && sysfs_streq("on", "on\n"));
	ck_assert(!sysfs_streq("on", "on2") && !sysfs_streq("on\n\n", "on"));
}
END_TEST

START_TEST(numbers)
{
	static const struct {
		const char *text;
		unsigned int base;
		int rc;
		unsigned long long value;
	} t[] = {
		{ "0", 0, 0, 0 }, { "10", 0, 0, 10 }, { "010", 0, 0, 8 }, { "0x1F", 0, 0, 31 },
		{ "0x1f", 16, 0, 31 }, { "1f\n", 16, 0, 31 }, { "+7", 10, 0, 7 },
		{ "18446744073709551615", 10, 0, ~0ull },
		{ "18446744073709551616", 10, -ERANGE, 0 }, { "", 10, -EINVAL, 0 },
		{ " 1", 10, -EINVAL, 0 }, { "1 ", 10, -EINVAL, 0 }, { "1\n\n", 10, -EINVAL, 0 },
		{ "-1", 10, -EINVAL, 0 }, { "0x", 16, -EINVAL, 0 }, { "9", 8, -EINVAL, 0 },
	};
	unsigned long long value;
	long long svalue;
	char *end;
	bool on;
	u8 byte;

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		ck_assert_msg(kstrtoull(t[i].text, t[i].base, &value) == t[i].rc, "'%s'",
			      t[i].text);
		if (!t[i].rc)
			ck_assert_uint_eq(value, t[i].value);
	}
	ck_assert_int_eq(kstrtoll("-9223372036854775808", 10, &svalue), 0);
	ck_assert(svalue < 0 && -(svalue + 1) == 9223372036854775807ll);
	ck_assert_int_eq(kstrtoll("9223372036854775808", 10, &svalue), -ERANGE);
	ck_assert_int_eq(kstrtou8("255", 10, &byte), 0);
	ck_assert_int_eq(kstrtou8("256", 10, &byte), -ERANGE);
	ck_assert(!kstrtobool("On", &on) && on && !kstrtobool("off", &on) && !on);
	ck_assert_int_eq(kstrtobool("o", &on), -EINVAL);
	ck_assert_uint_eq(memparse("0x10k,", &end), 16 * 1024);
	ck_assert_str_eq(end, ",");
}
END_TEST

START_TEST(hexadecimal)
{
	u8 out[6];

	ck_assert_int_eq(hex2bin(out, "0aFf", 2), 0);
	ck_assert(out[0] == 0x0a && out[1] == 0xff);
	ck_assert_int_eq(hex2bin(out, "0g", 1), -EINVAL);
	ck_assert(mac_pton("00:11:22:aa:bb:cc", out) && out[5] == 0xcc);
	ck_assert(!mac_pton("00:11:22:aa:bb", out) && !mac_pton("00:11:22-aa:bb:cc", out));
}
END_TEST

START_TEST(bits)
{
	unsigned long map[3] = { 1ul << 5, 0, 1ul << 3 }, other[3] = { 0 }, to[3];

	ck_assert_uint_eq(_find_next_bit(map, 192, 0), 5);
	ck_assert_uint_eq(_find_next_bit(map, 192, 6), 131);
	ck_assert_uint_eq(_find_next_bit(map, 131, 6), 131);
	ck_assert_uint_eq(_find_next_bit(map, 100, 6), 100);
	ck_assert_uint_eq(_find_next_bit(map, 10, 20), 10);
	ck_assert_uint_eq(_find_last_bit(map, 192), 131);
	ck_assert_uint_eq(_find_last_bit(other, 192), 192);
	ck_assert_uint_eq(_find_first_zero_bit(map, 192), 0);
	ck_assert_uint_eq(__sw_hweight32(0xf00f00ff), 16);
	ck_assert_uint_eq(__sw_hweight64(~0ull), 64);
	ck_assert_uint_eq(__bitmap_weight(map, 132), 2);
	ck_assert_uint_eq(__bitmap_weight(map, 131), 1);
	ck_assert(__bitmap_subset(other, map, 192) && !__bitmap_subset(map, other, 6));
	ck_assert(__bitmap_subset(map, other, 5));
	ck_assert(!__bitmap_and(to, map, other, 192) && __bitmap_and(to, map, map, 192));
}
END_TEST

static int compare(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

START_TEST(sorting)
{
	int v[101];

	for (int i = 0; i < 101; i++)
		v[i] = (i * 37) % 101;
	sort(v, 101, sizeof(v[0]), compare, NULL);
	for (int i = 0; i < 101; i++)
		ck_assert_int_eq(v[i], i);
	sort(v, 0, sizeof(v[0]), compare, NULL);
	for (unsigned long x = 0; x < 5000; x++) {
		unsigned long root = int_sqrt(x);

		ck_assert(root * root <= x && (root + 1) * (root + 1) > x);
	}
}
END_TEST

START_TEST(scanning)
{
	int a, b, n = 0;
	u8 small;
	char word[10], two[2];

	ck_assert_int_eq(kscan("12:-3 0x1f", "%d:%i%x%n", &a, &b, &n, &n), 3);
	ck_assert_int_eq(a, 12);
	ck_assert_int_eq(b, -3);
	ck_assert_int_eq(kscan("ab cd", "%s %2c", word, two), 2);
	ck_assert_str_eq(word, "ab");
	ck_assert(two[0] == 'c' && two[1] == 'd');
	ck_assert_int_eq(kscan("1234", "%2d%hhx", &a, &small), 2);
	ck_assert_int_eq(a, 12);
	ck_assert_uint_eq(small, 0x34);
	ck_assert_int_eq(kscan("5 6", "%*d%d", &a), 1);
	ck_assert_int_eq(a, 6);
	ck_assert_int_eq(kscan("x", "%d", &a), 0);
	ck_assert_int_eq(kscan("1,2", "%d;%d", &a, &b), 1);
}
END_TEST

START_TEST(printing)
{
	char buf[8];
	char *text;

	ck_assert_int_eq(kprint(buf, sizeof(buf), "%pM", "\1\2\3\4\5\6"), 17);
	ck_assert_str_eq(buf, "01:02:0");
	text = kasprintf(0, "%d-%s", 5, "x");
	ck_assert_str_eq(text, "5-x");
	kfree(text);
}
END_TEST

START_TEST(showing)
{
	char page[4096 + 1] = "";

	page[4096] = '!';
	ck_assert_int_eq(sysfs_emit(page, "%d\n", 42), 3);
	ck_assert_int_eq(sysfs_emit_at(page, 3, "%s", "more"), 4);
	ck_assert_str_eq(page, "42\nmore");
	ck_assert_int_eq(sysfs_emit_at(page, 4094, "%s", "long"), 1);
	ck_assert_int_eq(sysfs_emit_at(page, 4096, "x"), 0);
	ck_assert_int_eq(sysfs_emit_at(page, -1, "x"), 0);
	ck_assert_int_eq(page[4095], 0);
	ck_assert_int_eq(page[4096], '!');
}
END_TEST

START_TEST(times)
{
	u64 start;

	ck_assert_uint_eq(__msecs_to_jiffies(1000), 250);
	ck_assert_uint_eq(__msecs_to_jiffies(1), 1);
	ck_assert_uint_eq(__msecs_to_jiffies(0), 0);
	ck_assert_uint_eq(jiffies_to_msecs(250), 1000);
	ck_assert_uint_ge(*mdrv_jiffies(), 1000);
	ck_assert_uint_lt(*mdrv_jiffies(), 1000 + 250 * 10);
	start = mdrv_ktime_ns();
	__const_udelay(200 * 0x10c7);
	ck_assert_uint_ge(mdrv_ktime_ns() - start, 200000);
}
END_TEST

extern volatile unsigned long jiffies;

/* Does the variable change within so many milliseconds? */
static bool advances(u64 ms)
{
	u64 end = mdrv_ktime_ns() + ms * 1000000;
	unsigned long start = jiffies;

	while (jiffies == start && mdrv_ktime_ns() < end)
		;
	return jiffies != start;
}

START_TEST(ticks)
{
	mdrv_self.busy = 1;
	mdrv_clock_mirror();
	ck_assert(!advances(50));
	mdrv_jiffies_tick();
	ck_assert(advances(3000));
	/* Nobody is woken while no upcall runs; the next one starts the clock again. */
	mdrv_self.busy = 0;
	advances(100);
	advances(100);
	ck_assert(!advances(50));
	mdrv_self.busy = 1;
	mdrv_clock_mirror();
	ck_assert(advances(3000));
	mdrv_self.busy = 0;
}
END_TEST

START_TEST(classes)
{
	static const char space[] = " \t\n\v\f\r\xa0";

	for (int c = 1; c < 256; c++)
		ck_assert_int_eq(!!(_ctype[c] & 0x20), !!strchr(space, c));
	for (int c = 0; c < 128; c++) {
		ck_assert_int_eq(!!(_ctype[c] & 0x04), c >= '0' && c <= '9');
		ck_assert_int_eq(!!(_ctype[c] & 0x44), !!strchr("0123456789abcdefABCDEF", c) && c);
		ck_assert_int_eq(!!(_ctype[c] & 0x08), c < 32 || c == 127);
	}
}
END_TEST

static void setup(void)
{
	static const struct mdrv_plan plan = { .name = "test" };

	mdrv_self.plan = &plan;
	mdrv_clock_set(250, 1000, mdrv_ktime_ns());
}

int main(void)
{
	Suite *s = suite_create("klib");
	TCase *tc = tcase_create("functions");
	SRunner *sr;
	int failed;

	tcase_add_checked_fixture(tc, setup, NULL);
	tcase_add_test(tc, checksums);
	tcase_add_test(tc, strings);
	tcase_add_test(tc, numbers);
	tcase_add_test(tc, hexadecimal);
	tcase_add_test(tc, bits);
	tcase_add_test(tc, sorting);
	tcase_add_test(tc, scanning);
	tcase_add_test(tc, printing);
	tcase_add_test(tc, showing);
	tcase_add_test(tc, times);
	tcase_add_test(tc, ticks);
	tcase_add_test(tc, classes);
	suite_add_tcase(s, tc);
	sr = srunner_create(s);
	srunner_run_all(sr, CK_ENV);
	failed = srunner_ntests_failed(sr);
	srunner_free(sr);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
