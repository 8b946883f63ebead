// SPDX-License-Identifier: GPL-2.0-or-later
/* Contexts and partition, on models made by hand. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "builder.h"
#include "capture.h"
#include "explain.h"
#include "partition.h"

static const char facts[] =
	"functions:\n"
	"  grab: {lock: true, begins: spinlock}\n"
	"  drop: {ends: spinlock}\n"
	"  pin: {route: pinned, why: because}\n"
	"  enlist: {args: {1: {kind: callback, context: hardirq}}}\n"
	"  give_back: {releases: thing, keys: 1, log: [$0]}\n"
	"  tell: {missable: nobody listens}\n"
	"  visit: {route: downcall, args: {1: {kind: callback, context: caller}}}\n"
	"slots:\n"
	"  struct ops:\n"
	"    open: {context: process, mode: undo, owner: 0}\n"
	"    close: {context: process, mode: release, owner: 0}\n"
	"    query: {context: process, lossy: zeroes are shown}\n"
	"    set: {context: process}\n"
	"    poll: {context: softirq}\n"
	"    fast: {context: process, hot: true}\n"
	"    sleep: {context: process, pinned: user processes are frozen}\n";

static struct model *model;
static struct knowledge *knowledge;
static struct partition *partition;

static void load(const char *text, bool is_hints)
{
	g_autofree char *path = g_strdup("/tmp/partition-test-XXXXXX");
	int fd = g_mkstemp(path);

	ck_assert_int_ge(fd, 0);
	close(fd);
	ck_assert(g_file_set_contents(path, text, -1, NULL));
	ck_assert(knowledge_load(knowledge, path, is_hints));
	unlink(path);
}

static void setup(void)
{
	model = model_new();
	knowledge = knowledge_new();
	load(facts, false);
}

static void teardown(void)
{
	partition_free(partition);
	partition = NULL;
	knowledge_free(knowledge);
	model_free(model);
}

static void compute(void)
{
	partition = partition_compute(model, knowledge);
	ck_assert_ptr_nonnull(partition);
}

static void expect(struct function *function, enum domain domain, enum reason_kind kind,
		   const char *text)
{
	const struct decision *decision = partition_of(partition, function);
	const struct reason *reason;

	ck_assert_ptr_nonnull(decision);
	ck_assert_uint_ge(decision->reasons->len, 1);
	reason = decision->reasons->pdata[0];
	ck_assert_msg(decision->domain == domain && reason->kind == kind &&
		      strstr(reason->text, text), "%s: domain %d, reason %d: %s", function->name,
		      decision->domain, reason->kind, reason->text);
}

static struct function *entry(const char *name, const char *returns, const char *slot)
{
	struct function *function = build_function(model, name, returns);

	build_slot(model, function, "struct ops", slot);
	return function;
}

START_TEST(test_process_moves)
{
	struct function *open = entry("drv_open", "int", "open");
	struct function *helper = build_function(model, "helper", "void");

	build_call(model, open, helper, 0);
	compute();
	expect(open, DOMAIN_USER, REASON_MOVABLE, "struct ops.open");
	expect(helper, DOMAIN_USER, REASON_MOVABLE, "called from drv_open()");
	ck_assert(partition_of(partition, open)->needs_upcall);
	ck_assert(!partition_of(partition, helper)->needs_upcall);
}
END_TEST

START_TEST(test_critical_chain)
{
	struct function *poll = entry("drv_poll", "int", "poll");
	struct function *middle = build_function(model, "middle", "void");
	struct function *leaf = build_function(model, "leaf", "void");
	const struct reason *reason;

	build_call(model, poll, middle, 0);
	build_call(model, middle, leaf, 0);
	compute();
	expect(poll, DOMAIN_KERNEL, REASON_ROOT, "softirq context: struct ops.poll");
	expect(leaf, DOMAIN_KERNEL, REASON_REACHED, "middle() in softirq context");
	reason = partition_of(partition, leaf)->reasons->pdata[0];
	ck_assert_ptr_eq(reason->via, middle);
}
END_TEST

START_TEST(test_hot_slot)
{
	struct function *fast = entry("drv_fast", "int", "fast");

	compute();
	expect(fast, DOMAIN_KERNEL, REASON_ROOT, "data path");
}
END_TEST

START_TEST(test_lock)
{
	struct function *set = entry("drv_set", "int", "set");
	struct function *inner = build_function(model, "inner", "void");
	struct function *poll = entry("drv_poll", "int", "poll");
	struct function *grab = build_extern(model, "grab", "void");
	struct function *drop = build_extern(model, "drop", "void");
	struct argument *lock;

	lock = build_call(model, set, grab, 0)->args->pdata[0];
	lock->kind = ARG_FIELD_ADDRESS;
	lock->text = "&dev->lock";
	lock->field = build_field(model, "struct dev", "lock");
	build_call(model, set, inner, HELD_SPINLOCK);
	build_call(model, set, drop, HELD_SPINLOCK);
	*(struct argument *)build_call(model, poll, grab, 0)->args->pdata[0] = *lock;
	build_call(model, poll, drop, HELD_SPINLOCK);
	compute();
	expect(set, DOMAIN_KERNEL, REASON_TAKES_LOCK,
	       "takes &dev->lock by grab(), shared with drv_poll() in softirq context");
	expect(inner, DOMAIN_KERNEL, REASON_LOCK_HELD,
	       "called from drv_set() under grab(&dev->lock)");
	ck_assert_uint_eq(partition_of(partition, inner)->contexts, CONTEXT_ATOMIC);
}
END_TEST

/* A wrapper that returns with the lock held makes the rest of its caller atomic. */
START_TEST(test_unbalanced_wrapper)
{
	struct function *set = entry("drv_set", "int", "set");
	struct function *wrapper = build_function(model, "wrapper", "void");
	struct function *after = build_function(model, "after", "void");

	build_call(model, wrapper, build_extern(model, "grab", "void"), 0);
	wrapper->opens = HELD_SPINLOCK;
	build_call(model, set, wrapper, 0);
	build_call(model, set, after, HELD_SPINLOCK);
	compute();
	expect(after, DOMAIN_KERNEL, REASON_LOCK_HELD, "called from drv_set() under");
	expect(set, DOMAIN_KERNEL, REASON_PINNED, "wrapper() leaves a lock held");
}
END_TEST

START_TEST(test_pinned_call)
{
	struct function *set = entry("drv_set", "int", "set");

	build_call(model, set, build_extern(model, "pin", "void"), 0);
	compute();
	expect(set, DOMAIN_KERNEL, REASON_PINNED, "calls pin(): because");
}
END_TEST

START_TEST(test_frozen_slot)
{
	struct function *sleep = entry("drv_sleep", "int", "sleep");

	compute();
	expect(sleep, DOMAIN_KERNEL, REASON_PINNED, "user processes are frozen");
}
END_TEST

START_TEST(test_void_needs_excuse)
{
	struct function *set = entry("drv_set", "void", "set");
	struct function *query = entry("drv_query", "void", "query");
	struct function *close = entry("drv_close", "void", "close");
	struct function *level = entry("drv_level", "unsigned int", "set");

	compute();
	expect(set, DOMAIN_KERNEL, REASON_NO_FAILURE, "struct ops.set cannot report");
	expect(level, DOMAIN_KERNEL, REASON_NO_FAILURE, "struct ops.set cannot report");
	expect(query, DOMAIN_USER, REASON_MOVABLE, "struct ops.query");
	expect(close, DOMAIN_USER, REASON_MOVABLE, "struct ops.close");
	ck_assert_uint_eq(partition->assumptions->len, 1);
	ck_assert_ptr_nonnull(strstr(((struct reason *)partition->assumptions->pdata[0])->text,
				     "zeroes are shown"));
}
END_TEST

START_TEST(test_unknown_slot_is_atomic)
{
	struct function *mystery = build_function(model, "mystery", "int");
	const struct reason *reason;

	build_slot(model, mystery, "struct other", "op");
	compute();
	expect(mystery, DOMAIN_KERNEL, REASON_AMBIGUOUS, "struct other.op");
	ck_assert_uint_eq(partition->ambiguities->len, 1);
	reason = partition->ambiguities->pdata[0];
	ck_assert_ptr_nonnull(strstr(reason->hint, "functions: {mystery: {context: process}}"));
}
END_TEST

START_TEST(test_hint_settles)
{
	struct function *mystery = build_function(model, "mystery", "int");

	build_slot(model, mystery, "struct other", "op");
	load("functions: {mystery: {context: process}}\n", true);
	compute();
	expect(mystery, DOMAIN_USER, REASON_MOVABLE, "struct other.op");
	ck_assert_uint_eq(partition->ambiguities->len, 0);
	ck_assert_uint_eq(partition->hints_used, 1);
	ck_assert_uint_eq(partition->hints_total, 1);
}
END_TEST

START_TEST(test_callback_argument)
{
	struct function *set = entry("drv_set", "int", "set");
	struct function *handler = build_function(model, "handler", "int");
	struct function *enlist = build_extern(model, "enlist", "int");
	struct reference *reference = model_alloc(model, sizeof(*reference));

	reference->kind = REF_ARGUMENT;
	reference->target = handler;
	reference->arg = 1;
	reference->call = build_call(model, set, enlist, 0);
	g_ptr_array_add(handler->references, reference);
	compute();
	expect(handler, DOMAIN_KERNEL, REASON_ROOT, "hardirq context: callback of enlist()");
	reference->arg = 0;
	model->resolved = false;
	partition_free(partition);
	compute();
	expect(handler, DOMAIN_KERNEL, REASON_AMBIGUOUS, "callback of enlist()");
}
END_TEST

/* A callback that runs within the call runs in the context of the caller. */
START_TEST(test_callback_in_call)
{
	struct function *set = entry("drv_set", "int", "set");
	struct function *visitor = build_function(model, "visitor", "void");
	struct function *visit = build_extern(model, "visit", "void");
	struct reference *reference = model_alloc(model, sizeof(*reference));
	struct argument *argument = model_alloc(model, sizeof(*argument));

	argument->kind = ARG_FUNCTION;
	argument->text = "visitor";
	argument->function = visitor;
	argument->type = visitor->type;
	reference->kind = REF_ARGUMENT;
	reference->target = visitor;
	reference->arg = 1;
	reference->call = build_call(model, set, visit, 0);
	g_ptr_array_add(reference->call->args, argument);
	g_ptr_array_add(visitor->references, reference);
	compute();
	expect(visitor, DOMAIN_KERNEL, REASON_NO_FAILURE, "callback of visit()");
	ck_assert_uint_eq(partition_of(partition, visitor)->contexts, CONTEXT_PROCESS);
	ck_assert_uint_eq(partition->ambiguities->len, 0);
	reference->call->held = HELD_SPINLOCK;
	partition_free(partition);
	compute();
	expect(visitor, DOMAIN_KERNEL, REASON_LOCK_HELD, "drv_set()");
}
END_TEST

/* Without a user half the runtime undoes what it knows of, and no more. */
START_TEST(test_release)
{
	struct function *close = entry("drv_close", "void", "close");
	struct function *inner = build_function(model, "inner", "void");
	struct function *poll = entry("drv_poll", "int", "poll");

	build_call(model, close, build_extern(model, "give_back", "void"), 0);
	build_call(model, close, build_extern(model, "tell", "void"), 0);
	build_call(model, close, inner, 0);
	build_access(model, inner, "struct dev", "private", ACCESS_WRITE);
	compute();
	expect(close, DOMAIN_USER, REASON_MOVABLE, "struct ops.close");

	build_access(model, poll, "struct dev", "gone", ACCESS_READ);
	build_access(model, inner, "struct dev", "gone", ACCESS_WRITE);
	partition_free(partition);
	compute();
	expect(close, DOMAIN_KERNEL, REASON_NO_FAILURE, "writes struct dev.gone, which drv_poll()");
}
END_TEST

START_TEST(test_release_by_unknown)
{
	struct function *close = entry("drv_close", "void", "close");

	build_call(model, close, build_extern(model, "mystery", "void"), 0);
	compute();
	expect(close, DOMAIN_KERNEL, REASON_NO_FAILURE, "releases by mystery()");
}
END_TEST

/* The driver's own function pointers are edges of its call graph. */
START_TEST(test_own_slot)
{
	struct function *poll = entry("drv_poll", "int", "poll");
	struct function *target = build_function(model, "target", "void");
	struct call *call = build_call(model, poll, target, 0);

	build_slot(model, target, "struct own", "op");
	build_record(model, "struct own")->in_driver = true;
	call->kind = CALL_SLOT;
	call->slot = build_field(model, "struct own", "op");
	call->callee = NULL;
	compute();
	expect(target, DOMAIN_KERNEL, REASON_REACHED,
	       "drv_poll() through struct own.op in softirq context");
}
END_TEST

START_TEST(test_helper_in_both)
{
	struct function *open = entry("drv_open", "int", "open");
	struct function *poll = entry("drv_poll", "int", "poll");
	struct function *helper = build_function(model, "helper", "void");
	struct function *deeper = build_function(model, "deeper", "void");

	build_call(model, open, helper, 0);
	build_call(model, poll, helper, 0);
	build_call(model, helper, deeper, 0);
	build_access(model, helper, "struct dev", "regs", ACCESS_READ);
	compute();
	expect(helper, DOMAIN_BOTH, REASON_HELPER, "drv_open() in the user half and of drv_poll()");
	expect(deeper, DOMAIN_BOTH, REASON_HELPER, "helper()");
	ck_assert(!partition_of(partition, helper)->needs_downcall);
}
END_TEST

/* What writes state that interrupts use must not have two copies. */
START_TEST(test_shared_state_not_in_both)
{
	struct function *open = entry("drv_open", "int", "open");
	struct function *poll = entry("drv_poll", "int", "poll");
	struct function *reset = build_function(model, "reset", "void");

	build_call(model, open, reset, 0);
	build_call(model, poll, reset, 0);
	build_access(model, reset, "struct dev", "head", ACCESS_WRITE);
	build_access(model, poll, "struct dev", "head", ACCESS_READ);
	compute();
	expect(reset, DOMAIN_KERNEL, REASON_REACHED, "drv_poll()");
	expect(open, DOMAIN_USER, REASON_MOVABLE, "struct ops.open");
	ck_assert(partition_of(partition, reset)->needs_downcall);
}
END_TEST

START_TEST(test_race)
{
	struct function *set = entry("drv_set", "int", "set");
	struct function *poll = entry("drv_poll", "int", "poll");

	build_access(model, set, "struct dev", "count", ACCESS_READ | ACCESS_WRITE);
	build_access(model, poll, "struct dev", "count", ACCESS_READ | ACCESS_WRITE);
	compute();
	expect(set, DOMAIN_KERNEL, REASON_PINNED, "updates struct dev.count, which drv_poll()");
}
END_TEST

START_TEST(test_kept_caller_keeps)
{
	struct function *sleep = entry("drv_sleep", "int", "sleep");
	struct function *helper = build_function(model, "helper", "void");
	struct function *other = build_function(model, "other", "int");

	build_call(model, sleep, helper, 0);
	build_call(model, sleep, other, 0);
	compute();
	expect(helper, DOMAIN_KERNEL, REASON_NO_FAILURE, "drv_sleep()");
	expect(other, DOMAIN_KERNEL, REASON_NO_FAILURE, "must work without the user half");
}
END_TEST

START_TEST(test_unreached)
{
	struct function *dead = build_function(model, "dead", "void");
	struct function *deader = build_function(model, "deader", "void");

	build_call(model, dead, deader, 0);
	compute();
	expect(dead, DOMAIN_KERNEL, REASON_UNREACHED, "nobody");
	expect(deader, DOMAIN_KERNEL, REASON_UNREACHED, "nobody");
}
END_TEST

START_TEST(test_hint_keeps)
{
	struct function *open = entry("drv_open", "int", "open");

	load("functions: {drv_open: {domain: kernel, why: just so}}\n", true);
	compute();
	expect(open, DOMAIN_KERNEL, REASON_HINT, "just so");
	ck_assert_uint_eq(partition->hints_used, 1);
}
END_TEST

/* Refused, with every link of the chain. */
START_TEST(test_hint_contradicts)
{
	struct function *poll = entry("drv_poll", "int", "poll");
	struct function *leaf = build_function(model, "leaf", "void");
	g_autofree char *text = NULL;

	build_call(model, poll, leaf, 0);
	load("functions:\n  leaf: {domain: user}\n", true);
	capture_begin();
	ck_assert_ptr_null(partition_compute(model, knowledge));
	text = capture_end();
	ck_assert_ptr_nonnull(strstr(text, ":2:3: error: "));
	ck_assert_ptr_nonnull(strstr(text, "leaf(): called from drv_poll() in softirq context"));
	ck_assert_ptr_nonnull(strstr(text, "drv_poll(): called in softirq context: struct "
					   "ops.poll"));
}
END_TEST

START_TEST(test_hint_denies_context)
{
	g_autofree char *text = NULL;

	entry("drv_poll", "int", "poll");
	load("functions:\n  drv_poll: {context: process}\n", true);
	capture_begin();
	ck_assert_ptr_null(partition_compute(model, knowledge));
	text = capture_end();
	ck_assert_ptr_nonnull(strstr(text, ":2:3: error: "));
	ck_assert_ptr_nonnull(strstr(text, "the kernel calls it in softirq context"));
}
END_TEST

START_TEST(test_hint_without_effect)
{
	g_autofree char *text = NULL;

	entry("drv_poll", "int", "poll");
	load("functions:\n  drv_poll: {domain: kernel}\n", true);
	capture_begin();
	compute();
	text = capture_end();
	ck_assert_ptr_nonnull(strstr(text, ":2:3: warning: "));
	ck_assert_uint_eq(partition->hints_used, 0);
	ck_assert_uint_eq(partition->hints_total, 1);
}
END_TEST

/* Hints that name what is not there. */
static const struct wrong {
	const char *hints;
	const char *message;
} wrong[] = {
	{ "functions:\n  drv_opne: {domain: user}\n", ":2:3: error: function 'drv_opne' does "
						      "not exist; did you mean 'drv_open'?" },
	{ "functions:\n  grab: {domain: user}\n", ":2:3: error: function 'grab' does not exist; " },
	{ "functions:\n  drv_open:\n    args:\n      de: {kind: opaque}\n", ":4:7: error: "
									    "parameter 'de' "
									    "does not exist; "
									    "did you mean 'dev'?" },
	{ "functions:\n  drv_open:\n    args:\n      3: {kind: opaque}\n", ":4:7: error: "
									   "'drv_open' has 1 "
									   "parameters" },
	{ "fields:\n  struct dev:\n    hea: {kind: opaque}\n", ":3:5: error: field 'hea' does "
							       "not exist; did you mean 'head'?" },
	{ "fields:\n  struct dve.head: {kind: opaque}\n", ":2:3: error: record 'struct dve' "
							  "does not exist; did you mean 'struct "
							  "dev'?" },
	{ "slots:\n  struct ops:\n    ope: {context: process}\n", ":3:5: error: field 'ope' "
								  "does not exist; did you mean "
								  "'open'?" },
};

START_TEST(test_wrong_names)
{
	g_autofree char *text = NULL;

	entry("drv_open", "int", "open");
	build_extern(model, "grab", "void");
	build_field(model, "struct dev", "head");
	load(wrong[_i].hints, true);
	capture_begin();
	ck_assert(!knowledge_check(knowledge, model));
	text = capture_end();
	ck_assert_msg(strstr(text, wrong[_i].message), "wanted %s, got %s", wrong[_i].message,
		      text);
}
END_TEST

START_TEST(test_names_resolved)
{
	const struct hint *hint;

	entry("drv_open", "int", "open");
	load("functions: {drv_open: {args: {dev: {kind: opaque}}}}\n", true);
	ck_assert(knowledge_check(knowledge, model));
	hint = knowledge_hint(knowledge, "drv_open");
	ck_assert_ptr_nonnull(fact_arg(hint->args, 0));
}
END_TEST

START_TEST(test_explain)
{
	struct function *poll = entry("drv_poll", "int", "poll");
	g_autofree char *text = NULL;
	g_autofree char *errors = NULL;
	size_t size;
	FILE *to = open_memstream(&text, &size);

	build_call(model, poll, build_function(model, "leaf", "void"), 0);
	compute();
	ck_assert(explain_name(to, partition, NULL, "leaf"));
	fflush(to);
	ck_assert_ptr_nonnull(strstr(text, "function leaf: kernel half"));
	ck_assert_ptr_nonnull(strstr(text, "entered in softirq context\n    called by drv_poll()"));
	ck_assert_ptr_nonnull(strstr(text, "<- drv_poll: called in softirq context"));
	capture_begin();
	ck_assert(!explain_name(to, partition, NULL, "leef"));
	errors = capture_end();
	ck_assert_ptr_nonnull(strstr(errors, "did you mean 'leaf'?"));
	fclose(to);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("partition");
	TCase *tcase = tcase_create("partition");
	SRunner *runner;
	int failed;

	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, test_process_moves);
	tcase_add_test(tcase, test_critical_chain);
	tcase_add_test(tcase, test_hot_slot);
	tcase_add_test(tcase, test_lock);
	tcase_add_test(tcase, test_unbalanced_wrapper);
	tcase_add_test(tcase, test_pinned_call);
	tcase_add_test(tcase, test_frozen_slot);
	tcase_add_test(tcase, test_void_needs_excuse);
	tcase_add_test(tcase, test_unknown_slot_is_atomic);
	tcase_add_test(tcase, test_hint_settles);
	tcase_add_test(tcase, test_callback_argument);
	tcase_add_test(tcase, test_callback_in_call);
	tcase_add_test(tcase, test_release);
	tcase_add_test(tcase, test_release_by_unknown);
	tcase_add_test(tcase, test_own_slot);
	tcase_add_test(tcase, test_helper_in_both);
	tcase_add_test(tcase, test_shared_state_not_in_both);
	tcase_add_test(tcase, test_race);
	tcase_add_test(tcase, test_kept_caller_keeps);
	tcase_add_test(tcase, test_unreached);
	tcase_add_test(tcase, test_hint_keeps);
	tcase_add_test(tcase, test_hint_contradicts);
	tcase_add_test(tcase, test_hint_denies_context);
	tcase_add_test(tcase, test_hint_without_effect);
	tcase_add_loop_test(tcase, test_wrong_names, 0, G_N_ELEMENTS(wrong));
	tcase_add_test(tcase, test_names_resolved);
	tcase_add_test(tcase, test_explain);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
