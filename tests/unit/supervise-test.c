// SPDX-License-Identifier: GPL-2.0-or-later
/* What a supervisor reckons with: restarts, kernel events, reports of the dead. */
#include <check.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include "budget.h"
#include "crash.h"
#include "daemon.h"
#include "event.h"

START_TEST(test_budget_ends)
{
	struct budget b;

	budget_init(&b, 2, 60, 1000);
	ck_assert_int_eq(budget_next(&b), -1);
	ck_assert(budget_take(&b, 2000));
	ck_assert(budget_take(&b, 3000));
	ck_assert(!budget_take(&b, 4000));
	ck_assert_uint_eq(b.left, 0);
}
END_TEST

START_TEST(test_budget_comes_back)
{
	struct budget b;

	budget_init(&b, 5, 60, 0);
	for (int i = 0; i < 5; i++)
		ck_assert(budget_take(&b, 1000));
	ck_assert_int_eq(budget_next(&b), 61000);
	budget_settle(&b, 60999);
	ck_assert_uint_eq(b.left, 0);
	budget_settle(&b, 61000);
	ck_assert_uint_eq(b.left, 1);
	/* Quiet begins anew with each death. */
	ck_assert(budget_take(&b, 100000));
	budget_settle(&b, 159999);
	ck_assert_uint_eq(b.left, 0);
	budget_settle(&b, 100000 + 180000);
	ck_assert_uint_eq(b.left, 3);
	budget_settle(&b, INT64_C(1) << 50);
	ck_assert_uint_eq(b.left, 5);
}
END_TEST

START_TEST(test_budget_text)
{
	static const char *const bad[] = { "", "x", "-1", "5/", "5/0", "5/-1", "5x", "5/6x", "/6",
					   "5 ", "12345678", "5/12345678" };
	unsigned int most = 0, quiet = 60;

	ck_assert(budget_parse("3", &most, &quiet));
	ck_assert_uint_eq(most, 3);
	ck_assert_uint_eq(quiet, 60);
	ck_assert(budget_parse("0/7", &most, &quiet));
	ck_assert_uint_eq(most, 0);
	ck_assert_uint_eq(quiet, 7);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(!budget_parse(bad[i], &most, &quiet), "'%s'", bad[i]);
}
END_TEST

static const char death[] = "change@/module/mdrv\0ACTION=change\0DEVPATH=/module/mdrv\0"
	"SUBSYSTEM=module\0MDRV_EVENT=death\0MDRV_DRIVER=nic\0MDRV_SESSION=7\0MDRV_PID=42\0"
	"MDRV_ERROR=-110\0SEQNUM=1";

START_TEST(test_event)
{
	struct event e;

	ck_assert(event_parse(death, sizeof(death), &e));
	ck_assert_str_eq(e.what, "death");
	ck_assert_str_eq(e.driver, "nic");
	ck_assert_uint_eq(e.session, 7);
	ck_assert_int_eq(e.pid, 42);
	ck_assert_int_eq(e.error, -110);
	ck_assert(!event_parse("add@/devices/x\0ACTION=add", 25, &e));
}
END_TEST

/* Cut off anywhere, it is read no further than it goes. */
START_TEST(test_event_cut)
{
	struct event e;

	for (size_t len = 0; len < sizeof(death); len++) {
		char *copy = malloc(len ? len : 1);

		memcpy(copy, death, len);
		event_parse(copy, len, &e);
		ck_assert_int_le(strlen(e.driver), 3);
		free(copy);
	}
}
END_TEST

static void expect(struct crash *c, const char *how, const char *where)
{
	char text[160];

	crash_how(c, text, sizeof(text));
	ck_assert_str_eq(text, how);
	crash_where(c, text, sizeof(text));
	ck_assert_str_eq(text, where);
}

START_TEST(test_crash_words)
{
	struct crash c = { .status = SIGKILL };

	expect(&c, "signal 9 (Killed)", "before any upcall");
	c.status = SIGSEGV | 0x80;
	strcpy(c.upcall, "open");
	c.inside = true;
	c.upcalls = 3;
	c.error = -EPIPE;
	expect(&c, "signal 11 (Segmentation fault), core dumped", "in open()");
	c.status = SIGKILL;
	c.error = -ETIMEDOUT;
	c.inside = false;
	expect(&c, "hung", "after open()");
	c.error = 0;
	c.status = MDRV_EXIT_FAULT << 8;
	expect(&c, "exit status 4 (fault of the user half)", "after open()");
	c.error = -EPROTO;
	expect(&c, "session ended by the kernel (Protocol error)", "after open()");
}
END_TEST

/* What the dead have written is not to be believed. */
START_TEST(test_crash_page)
{
	int fd = memfd_create("last", 0);
	struct mdrv_last *last;
	struct crash c = { 0 };

	ck_assert_int_eq(ftruncate(fd, sizeof(*last)), 0);
	last = mmap(NULL, sizeof(*last), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	ck_assert_ptr_ne(last, MAP_FAILED);
	last->upcall = last->last = 3;
	last->count = 9;
	strcpy(last->name[2], "probe\n2026 forged");
	crash_recall(&c, fd);
	ck_assert_str_eq(c.upcall, "probe");
	ck_assert(c.inside);
	ck_assert_uint_eq(c.upcalls, 9);
	memset(last->name[2], 'a', sizeof(last->name[2]));
	crash_recall(&c, fd);
	ck_assert_uint_lt(strlen(c.upcall), sizeof(c.upcall));
	last->upcall = MDRV_LAST_NAMES + 1;
	crash_recall(&c, fd);
	ck_assert_str_eq(c.upcall, "");
	last->upcall = UINT32_MAX;
	crash_recall(&c, fd);
	ck_assert_str_eq(c.upcall, "");
	ck_assert_int_eq(ftruncate(fd, 4), 0);
	crash_recall(&c, fd);
	ck_assert_str_eq(c.upcall, "");
	close(fd);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("supervise");
	TCase *tcase = tcase_create("supervise");
	SRunner *runner;
	int failed;

	tcase_add_test(tcase, test_budget_ends);
	tcase_add_test(tcase, test_budget_comes_back);
	tcase_add_test(tcase, test_budget_text);
	tcase_add_test(tcase, test_event);
	tcase_add_test(tcase, test_event_cut);
	tcase_add_test(tcase, test_crash_words);
	tcase_add_test(tcase, test_crash_page);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
