// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Crossings of the user half against a kernel half that is the test: arguments,
 * nesting, hand-over between threads, and what ends the daemon.
 */
#include <check.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "loopback.h"

enum { UP_SUM, UP_CALL, UP_TEXT, UP_BUFFER, UP_ALLOC, UP_ONCE, UP_PUBLISH, UP_LOCAL };
enum { DC_ECHO, DC_TEXT, DC_BUFFER };

struct thing {
	u32 value;
};

static const struct mdrv_field thing_fields[] = {
	{ .name = "thing.value", .kind = MDRV_INT, .access = MDRV_RW, .size = 4, .count = 1,
	  .stride = 4 },
};
static const struct mdrv_record thing_record = {
	.name = "struct thing", .size = sizeof(struct thing), .plain = 1,
	MDRV_HAS(thing_fields),
};
static const struct mdrv_record *const records[] = { NULL, &thing_record };
static struct thing the_global;
static const struct mdrv_global globals[] = {
	{ "the_global", &the_global, 1, sizeof(the_global) },
};
static const struct mdrv_site sites[] = { { "crossing-test.c", 77, 1 } };

static long echo(long n)
{
	struct mdrv_call call;

	mdrv_downcall_begin(&call, DC_ECHO);
	mdrv_put_int(&call, n);
	mdrv_downcall_run(&call);
	return mdrv_downcall_end(&call, mdrv_get_int(&call));
}

static int up_sum(struct mdrv_call *call)
{
	long a = mdrv_get_int(call);
	long b = mdrv_get_int(call);

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	mdrv_put_int(call, a + b);
	return 0;
}

static int up_call(struct mdrv_call *call)
{
	long n = mdrv_get_int(call);

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	n = echo(n);
	mdrv_put_int(call, n);
	return 0;
}

static int up_text(struct mdrv_call *call)
{
	const char *text = mdrv_get_str(call);
	struct mdrv_call down;
	const char *back;

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	mdrv_downcall_begin(&down, DC_TEXT);
	mdrv_put_str(&down, text);
	mdrv_put_str(&down, NULL);
	mdrv_downcall_run(&down);
	back = mdrv_get_str(&down);
	mdrv_downcall_end(&down, 0);
	mdrv_put_str(call, back);
	return 0;
}

static int up_buffer(struct mdrv_call *call)
{
	char buf[20] = "in";
	struct mdrv_call down;

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	mdrv_downcall_begin(&down, DC_BUFFER);
	mdrv_put_buf(&down, buf, 3, MDRV_RW);
	mdrv_put_buf(&down, buf, sizeof(buf), MDRV_W);
	mdrv_put_buf(&down, NULL, 5, MDRV_RW);
	mdrv_downcall_run(&down);
	mdrv_get_bufresult(&down, buf, 3);
	mdrv_get_bufresult(&down, buf + 3, sizeof(buf) - 3);
	mdrv_get_bufresult(&down, NULL, 5);
	mdrv_downcall_end(&down, 0);
	mdrv_put_int(call, !memcmp(buf, "out0123456789abcdef", 19));
	return 0;
}

static int up_alloc(struct mdrv_call *call)
{
	struct thing *thing, *local;

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	thing = mdrv_alloc("/some/where/crossing-test.c", 77, sizeof(*thing), 0xcc0);
	thing->value = 5;
	local = mdrv_alloc("/some/where/crossing-test.c", 78, sizeof(*local), 0);
	mdrv_free(local);
	mdrv_free(NULL);
	mdrv_free(thing);
	mdrv_put_int(call, 0);
	return 0;
}

static int up_once(struct mdrv_call *call)
{
	if (mdrv_upcall_enter(call))
		return -EPROTO;
	mdrv_put_int(call, mdrv_once("a/b.c", 10) + 10 * mdrv_once("b.c", 10));
	return 0;
}

static int up_publish(struct mdrv_call *call)
{
	if (mdrv_upcall_enter(call))
		return -EPROTO;
	mdrv_publish();
	the_global.value++;
	mdrv_publish();
	mdrv_publish();
	return 0;
}

static int up_local(struct mdrv_call *call)
{
	if (mdrv_upcall_enter(call))
		return -EPROTO;
	mdrv_put_ptr(call, mdrv_alloc("x.c", 1, 8, 0), 1);
	return 0;
}

static const struct mdrv_upcall upcalls[] = {
	[UP_SUM] = { .name = "sum", .handler = up_sum },
	[UP_CALL] = { .name = "call", .handler = up_call },
	[UP_TEXT] = { .name = "text", .handler = up_text },
	[UP_BUFFER] = { .name = "buffer", .handler = up_buffer },
	[UP_ALLOC] = { .name = "alloc", .handler = up_alloc },
	[UP_ONCE] = { .name = "once", .handler = up_once },
	[UP_PUBLISH] = { .name = "publish", .handler = up_publish },
	[UP_LOCAL] = { .name = "local", .handler = up_local },
};
static const char *const downcalls[] = {
	[DC_ECHO] = "echo", [DC_TEXT] = "text",
	[DC_BUFFER] = "buffer",
};
static const struct mdrv_plan plan = {
	.name = "test", .abi = MDRV_ABI, .nrecords = 2, .nglobals = 1, .nupcalls = 8,
	.ndowncalls = 3, .nsites = 1, .records = records, .globals = globals,
	.upcalls = upcalls, .downcall_names = downcalls, .sites = sites,
};

static struct list args, news, out;

static void setup(void)
{
	loopback_start(&plan);
	loopback_serve();
}

static struct list *with_int(struct list *list, u64 value)
{
	list->len = 0;
	list_int(list, value);
	return list;
}

/* The next message must be this; its ARGS are in args, its SYNC in news. */
static void expect(u8 cmd, u32 chain, u32 func)
{
	struct mdrv_message msg = kernel_next(&args, &news);

	ck_assert_uint_eq(msg.cmd, cmd);
	ck_assert_uint_eq(msg.chain, chain);
	if (cmd == MDRV_CMD_DOWNCALL)
		ck_assert_uint_eq(msg.func, func);
	else
		ck_assert_int_eq(msg.error, 0);
}

static void expect_int(u8 cmd, u32 chain, u32 func, u64 value)
{
	expect(cmd, chain, func);
	ck_assert_uint_eq(args.len, 8);
	ck_assert_uint_eq(*(u64 *)args.data, value);
}

START_TEST(one_upcall)
{
	out.len = 0;
	list_int(&out, 40);
	list_int(&out, (u64)-38);
	kernel_upcall(1, 0, UP_SUM, &out, NULL);
	expect_int(MDRV_CMD_UPCALL, 1, 0, 2);
	ck_assert_uint_eq(news.len, 0);
}
END_TEST

START_TEST(too_few_arguments)
{
	struct mdrv_message msg;

	kernel_upcall(1, 0, UP_SUM, with_int(&out, 1), NULL);
	msg = kernel_next(NULL, NULL);
	ck_assert_int_eq(msg.error, -EPROTO);
	ck_assert_uint_eq(msg.args_len, 0);
}
END_TEST

START_TEST(nested_downcall)
{
	kernel_upcall(5, 0, UP_CALL, with_int(&out, 3), NULL);
	expect_int(MDRV_CMD_DOWNCALL, 5, DC_ECHO, 3);
	kernel_answer(5, 0, with_int(&out, 4), NULL);
	expect_int(MDRV_CMD_UPCALL, 5, 0, 4);
}
END_TEST

/* Upcall, downcall, upcall, ...: each level waits on the stack of the one above. */
START_TEST(deep_nesting)
{
	for (u32 i = 1; i <= MDRV_DEPTH_MAX; i++) {
		kernel_upcall(i, i - 1, UP_CALL, with_int(&out, i), NULL);
		expect_int(MDRV_CMD_DOWNCALL, i, DC_ECHO, i);
	}
	ck_assert_uint_eq(mdrv_self.nworkers, 0);
	for (u32 i = MDRV_DEPTH_MAX; i; i--) {
		kernel_answer(i, 0, with_int(&out, 100 + i), NULL);
		expect_int(MDRV_CMD_UPCALL, i, 0, 100 + i);
	}
}
END_TEST

/* Two kernel threads: chains that are not nested finish in any order. */
START_TEST(two_chains)
{
	for (int round = 0; round < 50; round++) {
		kernel_upcall(1, 0, UP_CALL, with_int(&out, 1), NULL);
		expect_int(MDRV_CMD_DOWNCALL, 1, DC_ECHO, 1);
		kernel_upcall(2, 0, UP_CALL, with_int(&out, 2), NULL);
		expect_int(MDRV_CMD_DOWNCALL, 2, DC_ECHO, 2);
		kernel_upcall(3, 2, UP_CALL, with_int(&out, 3), NULL);
		expect_int(MDRV_CMD_DOWNCALL, 3, DC_ECHO, 3);
		kernel_answer(1, 0, with_int(&out, 11), NULL);
		expect_int(MDRV_CMD_UPCALL, 1, 0, 11);
		kernel_answer(3, 0, with_int(&out, 13), NULL);
		expect_int(MDRV_CMD_UPCALL, 3, 0, 13);
		kernel_answer(2, 0, with_int(&out, 12), NULL);
		expect_int(MDRV_CMD_UPCALL, 2, 0, 12);
	}
	ck_assert_uint_le(mdrv_self.nworkers, 3);
}
END_TEST

START_TEST(strings)
{
	out.len = 0;
	list_string(&out, "to the user half");
	kernel_upcall(1, 0, UP_TEXT, &out, NULL);
	expect(MDRV_CMD_DOWNCALL, 1, DC_TEXT);
	ck_assert_uint_eq(args.len, 16 + 24 + 16);
	ck_assert_str_eq((char *)args.data + 16, "to the user half");
	ck_assert_uint_eq(((struct mdrv_ptr *)(args.data + 40))->tag, MDRV_T_NULL);
	out.len = 0;
	list_string(&out, "and back");
	kernel_answer(1, 0, &out, NULL);
	expect(MDRV_CMD_UPCALL, 1, 0);
	ck_assert_str_eq((char *)args.data + 16, "and back");
}
END_TEST

START_TEST(buffers)
{
	kernel_upcall(1, 0, UP_BUFFER, NULL, NULL);
	expect(MDRV_CMD_DOWNCALL, 1, DC_BUFFER);
	ck_assert_uint_eq(args.len, 8 + 8 + 8 + 8);
	ck_assert_uint_eq(((u64 *)args.data)[0], 3);
	ck_assert_str_eq((char *)args.data + 8, "in");
	ck_assert_uint_eq(((u64 *)args.data)[2], 20);
	ck_assert_uint_eq(((u64 *)args.data)[3], MDRV_BUF_NULL);
	out.len = 0;
	list_int(&out, 3);
	list_bytes(&out, "out", 3);
	list_int(&out, 20);
	list_bytes(&out, "0123456789abcdefghij", 20);
	list_int(&out, MDRV_BUF_NULL);
	kernel_answer(1, 0, &out, NULL);
	expect_int(MDRV_CMD_UPCALL, 1, 0, 1);
}
END_TEST

START_TEST(kernel_memory)
{
	static const struct mdrv_new what = { .kind = MDRV_O_RECORD, .record = 1 };
	static struct list new;

	kernel_upcall(1, 0, UP_ALLOC, NULL, NULL);
	expect(MDRV_CMD_DOWNCALL, 1, MDRV_DC_ALLOC);
	ck_assert_uint_eq(((u64 *)args.data)[0], sizeof(struct thing));
	ck_assert_uint_eq(((u64 *)args.data)[1], 0xcc0);
	ck_assert_uint_eq(((u64 *)args.data)[2], 1);
	new.len = out.len = 0;
	list_new(&new, 9, 1, &what);
	list_ptr(&out, MDRV_T_OBJ, 9, 1, 0, 0);
	kernel_answer(1, 0, &out, &new);
	expect(MDRV_CMD_DOWNCALL, 1, MDRV_DC_FREE);
	ck_assert_uint_eq(((struct mdrv_ptr *)args.data)->obj, 9);
	ck_assert_uint_eq(news.len, sizeof(struct mdrv_item) + 8);
	new.len = 0;
	list_item(&new, MDRV_OP_DROP, 9, 1, 0, 0, "", 0);
	kernel_answer(1, 0, NULL, &new);
	expect_int(MDRV_CMD_UPCALL, 1, 0, 0);
}
END_TEST

/* The key depends on the file's base name and the line alone. */
START_TEST(once_ever)
{
	u64 key;

	kernel_upcall(1, 0, UP_ONCE, NULL, NULL);
	expect(MDRV_CMD_DOWNCALL, 1, MDRV_DC_ONCE);
	key = *(u64 *)args.data;
	kernel_answer(1, 0, with_int(&out, 1), NULL);
	expect_int(MDRV_CMD_DOWNCALL, 1, MDRV_DC_ONCE, key);
	kernel_answer(1, 0, with_int(&out, 0), NULL);
	expect(MDRV_CMD_UPCALL, 1, 0);
	ck_assert_uint_eq(*(u64 *)args.data, 1);
}
END_TEST

START_TEST(publish_only_changes)
{
	static const struct mdrv_new what = {
		.kind = MDRV_O_RECORD, .record = MDRV_REC_GLOBAL, .global = 0,
	};
	static struct list new;

	new.len = 0;
	list_new(&new, 2, 1, &what);
	list_set_int(&new, 2, 1, 0, 0, 20);
	kernel_upcall(1, 0, UP_PUBLISH, NULL, &new);
	expect(MDRV_CMD_DOWNCALL, 1, MDRV_DC_SYNC);
	ck_assert_uint_eq(args.len, 0);
	ck_assert_uint_eq(news.len, sizeof(struct mdrv_item) + 8);
	ck_assert_uint_eq(*(u64 *)(news.data + sizeof(struct mdrv_item)), 21);
	kernel_answer(1, 0, NULL, NULL);
	expect(MDRV_CMD_UPCALL, 1, 0);
	ck_assert_uint_eq(news.len, 0);
}
END_TEST

START_TEST(local_memory_stays)
{
	struct mdrv_message msg;

	kernel_upcall(1, 0, UP_LOCAL, NULL, NULL);
	msg = kernel_next(NULL, NULL);
	ck_assert_int_eq(msg.error, -EFAULT);
}
END_TEST

START_TEST(ends_well)
{
	kernel_detach(0);
	pause();
}
END_TEST

START_TEST(ends_badly)
{
	kernel_detach(-EPROTO);
	pause();
}
END_TEST

START_TEST(refused_downcall)
{
	kernel_upcall(1, 0, UP_CALL, with_int(&out, 1), NULL);
	expect_int(MDRV_CMD_DOWNCALL, 1, DC_ECHO, 1);
	kernel_answer(1, -EACCES, NULL, NULL);
	pause();
}
END_TEST

START_TEST(no_such_upcall)
{
	kernel_upcall(1, 0, 8, NULL, NULL);
	pause();
}
END_TEST

START_TEST(answer_to_nobody)
{
	kernel_answer(7, 0, NULL, NULL);
	pause();
}
END_TEST

START_TEST(trap)
{
	mdrv_trap("that");
}
END_TEST

START_TEST(fault_kill)
{
	setenv("MDRV_FAULT", "echo:kill:2", 1);
	mdrv_fault_init();
	for (int i = 0; i < 2; i++) {
		kernel_upcall(1, 0, UP_CALL, with_int(&out, 3), NULL);
		expect_int(MDRV_CMD_DOWNCALL, 1, DC_ECHO, 3);
		kernel_answer(1, 0, with_int(&out, 4), NULL);
		if (!i)
			expect_int(MDRV_CMD_UPCALL, 1, 0, 4);
	}
	pause();
}
END_TEST

START_TEST(fault_lie)
{
	setenv("MDRV_FAULT", "sum:lie", 1);
	mdrv_fault_init();
	out.len = 0;
	list_int(&out, 1);
	list_int(&out, 2);
	kernel_upcall(1, 0, UP_SUM, &out, NULL);
	expect(MDRV_CMD_UPCALL, 1, 0);
	ck_assert_uint_gt(((struct mdrv_item *)news.data)->obj, MDRV_OBJECTS_MAX);
	expect_int(MDRV_CMD_UPCALL, 1, 0, 3);
}
END_TEST

START_TEST(fault_nonsense)
{
	setenv("MDRV_FAULT", "sum:explode", 1);
	mdrv_fault_init();
}
END_TEST

int main(void)
{
	Suite *s = suite_create("crossing");
	TCase *tc = tcase_create("crossings");
	SRunner *sr;
	int failed;

	tcase_add_checked_fixture(tc, setup, NULL);
	tcase_add_test(tc, one_upcall);
	tcase_add_test(tc, too_few_arguments);
	tcase_add_test(tc, nested_downcall);
	tcase_add_test(tc, deep_nesting);
	tcase_add_test(tc, two_chains);
	tcase_add_test(tc, strings);
	tcase_add_test(tc, buffers);
	tcase_add_test(tc, kernel_memory);
	tcase_add_test(tc, once_ever);
	tcase_add_test(tc, publish_only_changes);
	tcase_add_test(tc, local_memory_stays);
	tcase_add_exit_test(tc, ends_well, MDRV_EXIT_OK);
	tcase_add_exit_test(tc, ends_badly, MDRV_EXIT_LOST);
	tcase_add_exit_test(tc, refused_downcall, MDRV_EXIT_FAULT);
	tcase_add_exit_test(tc, no_such_upcall, MDRV_EXIT_FAULT);
	tcase_add_exit_test(tc, answer_to_nobody, MDRV_EXIT_FAULT);
	tcase_add_exit_test(tc, trap, MDRV_EXIT_FAULT);
	tcase_add_test_raise_signal(tc, fault_kill, SIGKILL);
	tcase_add_test(tc, fault_lie);
	tcase_add_exit_test(tc, fault_nonsense, MDRV_EXIT_USAGE);
	suite_add_tcase(s, tc);
	sr = srunner_create(s);
	srunner_run_all(sr, CK_ENV);
	failed = srunner_ntests_failed(sr);
	srunner_free(sr);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
