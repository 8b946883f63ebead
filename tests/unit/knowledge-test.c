// SPDX-License-Identifier: GPL-2.0-or-later
/* The knowledge base: what loads, and every way in which a file can be wrong. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "capture.h"
#include "knowledge.h"

static struct knowledge *knowledge;
static char *path;

static void setup(void)
{
	int fd;

	knowledge = knowledge_new();
	path = g_strdup("/tmp/knowledge-test-XXXXXX");
	fd = g_mkstemp(path);
	ck_assert_int_ge(fd, 0);
	close(fd);
}

static void teardown(void)
{
	unlink(path);
	g_free(path);
	knowledge_free(knowledge);
}

static bool load(const char *text, bool is_hints)
{
	ck_assert(g_file_set_contents(path, text, -1, NULL));
	return knowledge_load(knowledge, path, is_hints);
}

START_TEST(test_function)
{
	const struct fact *fact;

	ck_assert(load("functions:\n"
		       "  take:\n"
		       "    sleeps: true\n"
		       "    acquires: thing\n"
		       "    keys: 1\n"
		       "    log: [$0, '*$1']\n"
		       "    undo: give($0, *$1)\n"
		       "    args:\n"
		       "      1: {kind: out, length: 4}\n"
		       "      result: {kind: region, length: $0, nullable: true}\n", false));
	fact = knowledge_fact(knowledge, "take");
	ck_assert_ptr_nonnull(fact);
	ck_assert(fact->sleeps);
	ck_assert_str_eq(fact->acquires, "thing");
	ck_assert_int_eq(fact->keys, 1);
	ck_assert_uint_eq(fact->log->len, 2);
	ck_assert_str_eq(fact->log->pdata[1], "*$1");
	ck_assert_int_eq(fact->format, -1);
	ck_assert_int_eq(fact->frees, -1);
	ck_assert_int_eq(fact->tail, -1);
	ck_assert_uint_eq(fact->at.line, 2);
	ck_assert_uint_eq(fact->at.column, 3);
	ck_assert_str_eq(fact_arg(fact->args, 1)->kind, "out");
	ck_assert(fact_arg(fact->args, ARG_RESULT)->nullable);
	ck_assert_ptr_null(fact_arg(fact->args, 0));
	ck_assert_ptr_null(knowledge_fact(knowledge, "give"));
}
END_TEST

START_TEST(test_region)
{
	const struct fact *fact;

	ck_assert(load("functions:\n"
		       "  grab: {lock: true, try: true, begins: [spinlock, irq_off]}\n"
		       "  drop: {ends: rcu}\n", false));
	fact = knowledge_fact(knowledge, "grab");
	ck_assert(fact->is_lock && fact->try_lock);
	ck_assert_uint_eq(fact->begins, HELD_SPINLOCK | HELD_IRQ_OFF);
	ck_assert_uint_eq(knowledge_fact(knowledge, "drop")->ends, HELD_RCU);
}
END_TEST

START_TEST(test_tail)
{
	const struct fact *fact;

	ck_assert(load("functions:\n"
		       "  make: {tail: {argument: 2, record: struct x, offset: sizeof(struct "
		       "x)}}\n",
		       false));
	fact = knowledge_fact(knowledge, "make");
	ck_assert_int_eq(fact->tail, 2);
	ck_assert_str_eq(fact->tail_record, "struct x");
	ck_assert_str_eq(fact->tail_offset, "sizeof(struct x)");
}
END_TEST

START_TEST(test_slot)
{
	const struct slot_fact *slot;

	ck_assert(load("slots:\n"
		       "  struct ops:\n"
		       "    open: {context: process, mode: undo, owner: 0, failure: -ENODEV}\n"
		       "    \"*\": {context: [softirq, hardirq], hot: true}\n", false));
	slot = knowledge_slot(knowledge, "struct ops", "open");
	ck_assert_uint_eq(slot->context, CONTEXT_PROCESS);
	ck_assert_str_eq(slot->mode, "undo");
	ck_assert_int_eq(slot->owner, 0);
	ck_assert_str_eq(slot->failure, "-ENODEV");
	ck_assert(!slot->hot);
	slot = knowledge_slot(knowledge, "struct ops", "poll");
	ck_assert_uint_eq(slot->context, CONTEXT_SOFTIRQ | CONTEXT_HARDIRQ);
	ck_assert(slot->hot);
	ck_assert_int_eq(slot->owner, -1);
	ck_assert_ptr_null(knowledge_slot(knowledge, "struct other", "poll"));
}
END_TEST

START_TEST(test_field)
{
	ck_assert(load("fields:\n"
		       "  struct dev: {addr: {kind: buffer, length: 32}}\n"
		       "  struct dev.name: {kind: string}\n", false));
	ck_assert_str_eq(knowledge_field(knowledge, "struct dev", "addr")->length, "32");
	ck_assert_str_eq(knowledge_field(knowledge, "struct dev", "name")->kind, "string");
	ck_assert(!knowledge_field(knowledge, "struct dev", "name")->is_hint);
}
END_TEST

START_TEST(test_hint)
{
	const struct hint *hint;

	ck_assert(load("functions:\n"
		       "  probe: {domain: user, failure: -1, args: {buf: {kind: buffer, length: "
		       "4}}}\n"
		       "kernel:\n"
		       "  other: {sleeps: true}\n", true));
	hint = knowledge_hint(knowledge, "probe");
	ck_assert_str_eq(hint->domain, "user");
	ck_assert_str_eq(((struct fact_arg *)hint->args->pdata[0])->name, "buf");
	ck_assert_int_eq(((struct fact_arg *)hint->args->pdata[0])->index, ARG_BY_NAME);
	ck_assert(knowledge_fact(knowledge, "other")->sleeps);
	ck_assert_ptr_null(knowledge_fact(knowledge, "probe"));
}
END_TEST

/* What a kept function of the driver acquires: a hint, and a fact for the stubs. */
START_TEST(test_effects)
{
	const struct hint *hint;

	ck_assert(load("functions:\n"
		       "  fill: {acquires: ring, scoped: true, keys: 1, log: [$0], undo: "
		       "drain($0)}\n"
		       "  drain: {releases: ring, keys: 1, log: [$0]}\n"
		       "  other: {domain: kernel}\n", true));
	hint = knowledge_hint(knowledge, "fill");
	ck_assert_ptr_nonnull(hint->effects);
	ck_assert_ptr_eq(knowledge_fact(knowledge, "fill"), hint->effects);
	ck_assert_str_eq(hint->effects->undo, "drain($0)");
	ck_assert(hint->effects->scoped);
	ck_assert_ptr_null(knowledge_hint(knowledge, "other")->effects);
	ck_assert_ptr_null(knowledge_fact(knowledge, "other"));
}
END_TEST

START_TEST(test_used)
{
	ck_assert(load("functions: {a: {sleeps: true}, b: {sleeps: true}}\nlocal: [c]\n", false));
	ck_assert_uint_eq(knowledge_facts_used(knowledge), 0);
	knowledge_fact(knowledge, "a");
	knowledge_fact(knowledge, "a");
	knowledge_fact(knowledge, "nothing");
	ck_assert_uint_eq(knowledge_facts_used(knowledge), 1);
	ck_assert(g_hash_table_contains(knowledge->local, "c"));
}
END_TEST

/* What the document says holds for its entries unless they say otherwise. */
START_TEST(test_origin)
{
	knowledge->kernel = kernel_version("6.1.0-56-amd64");
	ck_assert(load("functions:\n"
		       "  a: {sleeps: true}\n"
		       "  b: {sleeps: true, source: mm/b.c, kernel: '>=6.1'}\n"
		       "  c: {sleeps: true, kernel: '>=6.2'}\n"
		       "source: lib/a.c\n"
		       "---\n"
		       "kernel: <6.1\n"
		       "functions: {d: {sleeps: true}, e: {sleeps: true, kernel: '<6.2'}}\n"
		       "local: [f]\n"
		       "---\n"
		       "functions: {g: {sleeps: true}}\n", false));
	ck_assert_str_eq(knowledge_fact(knowledge, "a")->origin.source, "lib/a.c");
	ck_assert_str_eq(knowledge_fact(knowledge, "b")->origin.source, "mm/b.c");
	ck_assert_ptr_null(knowledge_fact(knowledge, "c"));
	ck_assert_ptr_null(knowledge_fact(knowledge, "d"));
	ck_assert_ptr_nonnull(knowledge_fact(knowledge, "e"));
	ck_assert(!g_hash_table_contains(knowledge->local, "f"));
	ck_assert_ptr_null(knowledge_fact(knowledge, "g")->origin.source);
}
END_TEST

/* Of entries with one name, the one for this kernel counts. */
START_TEST(test_ranges)
{
	static const char text[] =
		"kernel: '>=5.4 <5.15'\n"
		"slots: {struct x: {f: {context: process}}}\n"
		"---\n"
		"kernel: '>=5.15 <6.3'\n"
		"slots: {struct x: {f: {context: atomic}}}\n"
		"---\n"
		"kernel: '>=6.3'\n"
		"slots: {struct x: {f: {context: hardirq}}}\n";
	static const struct {
		const char *release;
		unsigned int context;
	} cases[] = {
		{ "5.4.0", CONTEXT_PROCESS }, { "5.14.9-rc1", CONTEXT_PROCESS },
		{ "5.15", CONTEXT_ATOMIC }, { "6.2.16-generic", CONTEXT_ATOMIC },
		{ "6.3.0", CONTEXT_HARDIRQ }, { "6.12.3+", CONTEXT_HARDIRQ },
	};
	const struct slot_fact *slot;
	guint i;

	for (i = 0; i < G_N_ELEMENTS(cases); i++) {
		knowledge_free(knowledge);
		knowledge = knowledge_new();
		knowledge->kernel = kernel_version(cases[i].release);
		ck_assert(load(text, false));
		slot = knowledge_slot(knowledge, "struct x", "f");
		ck_assert_uint_eq(slot->context, cases[i].context);
	}
}
END_TEST

START_TEST(test_versions)
{
	struct kernel_range range;

	ck_assert_uint_eq(kernel_version("6.1.192"), KERNEL_VERSION_CODE(6, 1));
	ck_assert_uint_eq(kernel_version("6.12-rc1"), KERNEL_VERSION_CODE(6, 12));
	ck_assert_uint_eq(kernel_version("next-20240101"), 0);
	ck_assert_uint_eq(kernel_version("6"), 0);
	ck_assert_uint_eq(kernel_version("6.x"), 0);
	ck_assert_uint_eq(kernel_version("99999.1"), 0);
	ck_assert_uint_eq(kernel_version(""), 0);
	ck_assert(kernel_range_parse(">=5.15 <6.3", &range));
	ck_assert(!kernel_range_has(&range, KERNEL_VERSION_CODE(5, 14)));
	ck_assert(kernel_range_has(&range, KERNEL_VERSION_CODE(5, 15)));
	ck_assert(kernel_range_has(&range, KERNEL_VERSION_CODE(6, 2)));
	ck_assert(!kernel_range_has(&range, KERNEL_VERSION_CODE(6, 3)));
	ck_assert(kernel_range_parse(">=5.15", &range));
	ck_assert(kernel_range_has(&range, KERNEL_NEWEST));
}
END_TEST

/* What the analysis is for must be what the facts are about. */
START_TEST(test_kernel)
{
	static const struct {
		const char *release;
		const char *message;
	} cases[] = {
		{ "6.1.0-56-amd64", NULL },
		{ "5.3.18", "/kdir: error: kernel 5.3 is none that the annotations know: they "
			    "describe kernels from 5.4 to before 6.9" },
		{ "6.9.0", "--kernel-version" },
		{ "vendor", "release \"vendor\" does not begin with a version" },
	};
	g_autofree char *text = NULL;
	bool ok;

	ck_assert(load("covers: '>=5.4 <6.9'\n", false));
	knowledge->kernel = kernel_version(cases[_i].release);
	capture_begin();
	ok = knowledge_check_kernel(knowledge, "/kdir", cases[_i].release);
	text = capture_end();
	ck_assert(ok == !cases[_i].message);
	ck_assert_msg(ok || strstr(text, cases[_i].message), "%s", text);
}
END_TEST

START_TEST(test_empty)
{
	ck_assert(load("", true));
	ck_assert(load("# nothing\n", false));
}
END_TEST

/* Text, whether they are hints, and what the message has to hold. */
static const struct bad {
	const char *text;
	bool is_hints;
	const char *at;		/* line:column */
	const char *message;
} bad[] = {
	/* syntax */
	{ "functions:\n  a: [user\n", true, ":2:6:", "YAML syntax" },
	{ "functions:\n\ta: {}\n", true, ":2:1:", "YAML syntax" },
	{ "functions: {a: {domain: 'user}}\n", true, ":1:25:", "YAML syntax" },
	/* shape */
	{ "- a\n", true, ":1:1:", "expected 'key: value'" },
	{ "functions: 3\n", true, ":1:12:", "expected 'key: value'" },
	{ "functions:\n  a: user\n", true, ":2:6:", "expected 'key: value'" },
	{ "local: {a: b}\n", false, ":1:8:", "takes a list" },
	{ "local: [[a]]\n", false, ":1:9:", "a function name is expected" },
	{ "functions: {[a]: {}}\n", false, ":1:13:", "a key must be a plain word" },
	/* names */
	{ "funcions: {}\n", true, ":1:1:", "did you mean 'functions'?" },
	{ "qqqqqqqq: {}\n", true, ":1:1:", "use one of: functions, slots, fields, kernel" },
	{ "kernel: {}\n", false, ":1:9:", "takes a range" },
	{ "functions: {a: {domian: user}}\n", true, ":1:17:", "did you mean 'domain'?" },
	{ "functions: {a: {rout: local}}\n", false, ":1:17:", "did you mean 'route'?" },
	{ "functions: {a: {domain: kernal}}\n", true, ":1:25:", "did you mean 'kernel'?" },
	{ "functions: {a: {begins: [spinlok]}}\n", false, ":1:26:", "did you mean 'spinlock'?" },
	{ "slots: {struct x: {f: {context: proces}}}\n", false, ":1:33:",
	  "did you mean 'process'?" },
	{ "slots: {x: {f: {context: process}}}\n", false, ":1:9:", "write 'struct x:'" },
	/* types */
	{ "functions: {a: {sleeps: maybe}}\n", false, ":1:25:", "takes true or false" },
	{ "functions: {a: {format: first}}\n", false, ":1:25:", "takes a number" },
	{ "functions: {a: {format: -1}}\n", false, ":1:25:", "takes a number" },
	{ "functions: {a: {log: $0}}\n", false, ":1:22:", "takes a list" },
	{ "functions: {a: {why: [b]}}\n", false, ":1:22:", "takes a text" },
	{ "functions: {a: {route: [local]}}\n", false, ":1:24:", "takes a word" },
	{ "functions: {a: {args: {buf: {kind: user}}}}\n", false, ":1:24:", "is no argument" },
	{ "functions: {a: {args: {64: {kind: user}}}}\n", false, ":1:24:", "is no argument" },
	/* what belongs together */
	{ "functions: {a: {route: pinned}}\n", false, ":1:13:", "add 'why: ...'" },
	{ "functions: {a: {acquires: x}}\n", false, ":1:13:", "add 'undo', 'log' and 'keys'" },
	{ "functions: {a: {releases: x}}\n", false, ":1:13:", "add 'log' and 'keys'" },
	{ "functions: {a: {acquires: x}}\n", true, ":1:13:", "add 'undo', 'log' and 'keys'" },
	{ "functions: {a: {keys: 2, log: [$0]}}\n", false, ":1:13:", "more than 'log'" },
	{ "functions: {a: {tail: {argument: 0}}}\n", false, ":1:23:", "'tail' needs" },
	{ "functions: {a: {args: {0: {kind: buffer}}}}\n", false, ":1:27:", "add 'length: BYTES'" },
	{ "functions: {a: {args: {0: {kind: callback}}}}\n", false, ":1:27:",
	  "add 'context: process'" },
	{ "functions: {a: {args: {0: {kind: drop}}}}\n", false, ":1:27:", "add 'text: \"NULL\"'" },
	{ "slots: {struct x: {f: {hot: true}}}\n", false, ":1:20:", "has no context" },
	{ "slots: {struct x: {f: {context: process, mode: undo}}}\n", false, ":1:20:",
	  "needs 'owner: N'" },
	{ "fields: {struct x: {f: {length: 3}}}\n", false, ":1:21:", "has no kind" },
	{ "fields: {struct x: {f: {kind: buffer}}}\n", false, ":1:21:", "add 'length: BYTES'" },
	/* sources and kernels */
	{ "source: /usr/include/a.h\n", false, ":1:9:", "write 'source: include/linux/pci.h'" },
	{ "source: mm/../../a.h\n", false, ":1:9:", "by its path from the top" },
	{ "functions: {a: {source: [mm/a.c]}}\n", false, ":1:25:", "takes a file" },
	{ "kernel: 6.1\n", false, ":1:9:", "write 'kernel: \">=5.15 <6.3\"'" },
	{ "functions: {a: {kernel: '>=6.3 <5.15'}}\n", false, ":1:25:", "takes a range" },
	{ "slots: {struct x: {f: {context: process, kernel: '>=6.1.5'}}}\n", false, ":1:50:",
	  "takes a range" },
	{ "fields: {struct x: {f: {kind: skip, kernel: '<=6.1'}}}\n", false, ":1:45:",
	  "takes a range" },
	{ "covers: always\n", false, ":1:9:", "takes a range" },
	{ "covers: '>=5.4'\n---\ncovers: '>=5.4'\n", false, ":3:1:", "'covers' stands at" },
	{ "sources: mm/a.c\n", false, ":1:1:", "did you mean 'source'?" },
	{ "source: mm/a.c\n", true, ":1:1:", "unknown section 'source'" },
	{ "functions: {a: {keys: 0}}\n", false, ":1:23:", "number from 1 to 63" },
	{ "functions: {a: {format: '1'}}\n", false, ":1:25:", "takes a number" },
	{ "functions: {a: {format: 64}}\n", false, ":1:25:", "takes a number" },
	{ "functions: {a: {sleeps: 'true'}}\n", false, ":1:25:", "takes true or false" },
	{ "functions: {a: {log: []}}\n", false, ":1:22:", "has an empty list" },
	{ "slots: {struct x: {f: {context: []}}}\n", false, ":1:33:", "has an empty list" },
	{ "functions: {a: {failure: NULL}}\n", false, ":1:26:", "write 'failure: \"NULL\"'" },
	{ "functions: {a(): {}}\n", false, ":1:13:", "'a()' is no function" },
	{ "local: [a, 'b c']\n", false, ":1:12:", "'b c' is no function" },
	{ "fields: {struct x: {'f[0]': {kind: skip}}}\n", false, ":1:21:", "is no field" },
	{ "fields: {struct x y: {f: {kind: skip}}}\n", false, ":1:10:", "write 'struct NAME:'" },
	/* twice */
	{ "functions: {a: {kernel: <6.3, why: b}}\n---\nfunctions: {a: {why: c}}\n", false,
	  ":3:13:", "'a' is already described at " },
	{ "functions: {a: {kernel: <6.3}}\n---\nkernel: '>=6.2'\nfunctions: {a: {}}\n", false,
	  ":4:13:", "or part them by 'kernel:" },
	{ "functions:\n  a: {sleeps: true}\n  a: {sleeps: true}\n", false, ":3:3:",
	  "duplicate key 'a', first on line 2" },
	{ "functions: {a: {why: b, why: c}}\n", false, ":1:25:", "duplicate key 'why'" },
	{ "slots: {struct x: {f: {context: atomic}}, struct x.f: {context: atomic}}\n", false,
	  ":1:43:", "'struct x.f' is already described" },
};

START_TEST(test_bad)
{
	const struct bad *b = &bad[_i];
	g_autofree char *where = g_strconcat(path, b->at, " error: ", NULL);
	g_autofree char *text = NULL;
	bool ok;

	capture_begin();
	ok = load(b->text, b->is_hints);
	text = capture_end();
	ck_assert_msg(!ok, "accepted: %s", b->text);
	ck_assert_msg(strstr(text, where) && strstr(text, b->message),
		      "%s\nwanted %s ... %s, got: %s", b->text, where, b->message, text);
}
END_TEST

/* One error does not hide the next. */
START_TEST(test_all_errors)
{
	g_autofree char *text = NULL;

	capture_begin();
	ck_assert(!load("functions:\n  a: {rout: local}\n  b: {sleeps: 3}\n", false));
	text = capture_end();
	ck_assert_ptr_nonnull(strstr(text, ":2:7: error: "));
	ck_assert_ptr_nonnull(strstr(text, ":3:15: error: "));
}
END_TEST

START_TEST(test_two_files)
{
	g_autofree char *text = NULL;

	ck_assert(load("functions: {a: {sleeps: true}}\n", false));
	capture_begin();
	ck_assert(!load("\nfunctions: {a: {sleeps: true}}\n", false));
	text = capture_end();
	ck_assert_ptr_nonnull(strstr(text, ":2:13: error: 'a' is already described at "));
}
END_TEST

START_TEST(test_missing)
{
	g_autofree char *text = NULL;

	capture_begin();
	ck_assert(!knowledge_load(knowledge, "/nonexistent/x.yaml", true));
	ck_assert(!knowledge_load_dir(knowledge, "/nonexistent"));
	text = capture_end();
	ck_assert_ptr_nonnull(strstr(text, "/nonexistent/x.yaml:1:1: error: cannot be opened"));
	ck_assert_ptr_nonnull(strstr(text, "--annotations"));
}
END_TEST

/* A directory of facts: each has a source, and one file says what they are about. */
START_TEST(test_directory)
{
	g_autofree char *dir = g_strdup("/tmp/knowledge-test-XXXXXX");
	g_autofree char *file = NULL, *text = NULL;

	ck_assert_ptr_nonnull(g_mkdtemp(dir));
	file = g_build_filename(dir, "a.yaml", NULL);
	ck_assert(g_file_set_contents(file, "functions: {a: {sleeps: true}}\n---\n"
				      "slots: {struct x: {f: {context: process, source: mm/x.c},\n"
				      "  g: {context: process}}}\n", -1, NULL));
	capture_begin();
	ck_assert(!knowledge_load_dir(knowledge, dir));
	text = capture_end();
	ck_assert_ptr_nonnull(strstr(text, "a.yaml:1:13: error: 'a' has no source"));
	ck_assert_ptr_nonnull(strstr(text, "a.yaml:4:3: error: 'struct x.g' has no source"));
	ck_assert_ptr_null(strstr(text, "struct x.f"));
	g_free(text);

	ck_assert(g_file_set_contents(file, "local: [b]\n", -1, NULL));
	capture_begin();
	ck_assert(!knowledge_load_dir(knowledge, dir));
	text = capture_end();
	ck_assert_ptr_nonnull(strstr(text, "no file here says which kernels it knows"));
	unlink(file);
	rmdir(dir);
}
END_TEST

/* The facts that ship load, and are there. */
START_TEST(test_annotations)
{
	ck_assert(knowledge_load_dir(knowledge, MDRV_ANNOTATIONS "/linux"));
	ck_assert_uint_ge(knowledge->files->len, 8);
	ck_assert_uint_eq(knowledge_slot(knowledge, "struct pci_driver", "probe")->context,
			  CONTEXT_PROCESS);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("knowledge");
	TCase *tcase = tcase_create("load");
	SRunner *runner;
	int failed;

	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, test_function);
	tcase_add_test(tcase, test_region);
	tcase_add_test(tcase, test_tail);
	tcase_add_test(tcase, test_slot);
	tcase_add_test(tcase, test_field);
	tcase_add_test(tcase, test_hint);
	tcase_add_test(tcase, test_effects);
	tcase_add_test(tcase, test_used);
	tcase_add_test(tcase, test_origin);
	tcase_add_test(tcase, test_ranges);
	tcase_add_test(tcase, test_versions);
	tcase_add_loop_test(tcase, test_kernel, 0, 4);
	tcase_add_test(tcase, test_empty);
	tcase_add_loop_test(tcase, test_bad, 0, G_N_ELEMENTS(bad));
	tcase_add_test(tcase, test_all_errors);
	tcase_add_test(tcase, test_two_files);
	tcase_add_test(tcase, test_missing);
	tcase_add_test(tcase, test_directory);
	tcase_add_test(tcase, test_annotations);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
