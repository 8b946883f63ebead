// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check of the plan: memory that user code allocates and frees, addresses
 * that it hands to downcalls; and what is done about a plan that does not hold.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "closing.h"
#include "partition.h"
#include "planned.h"
#include "wire.h"

#define HOLDER	"struct holder"
#define THING	"struct thing"

static const char facts[] =
	"functions:\n"
	"  make: {route: local, alloc_size: 0}\n"
	"  make_many: {route: local, alloc_size: 1, alloc_count: 0}\n"
	"  make_of: {route: local, alloc_size: 1, alloc_device: 0}\n"
	"  make_text: {route: local, alloc_text: true, alloc_device: 0}\n"
	"  make_there: {route: downcall, alloc_size: 0}\n"
	"  release: {route: local, frees: 0}\n"
	"  release_there: {route: downcall, frees: 0}\n"
	"slots:\n"
	"  struct ops:\n"
	"    open: {context: process}\n"
	"    set: {context: process}\n";

static struct function *user, *kept;

static void setup(void)
{
	planned_begin(facts);
	user = planned_function("user", DOMAIN_USER);
	kept = planned_function("kept", DOMAIN_KERNEL);
}

static struct argument *size_of(uint64_t size)
{
	struct argument *value = planned_value(ARG_INT);

	value->value = size;
	return value;
}

/* @in calls @callee(first, second) */
static struct call *call(struct function *in, const char *callee, struct argument *first,
			 struct argument *second)
{
	struct function *function = model_function(planned.model, callee);
	struct call *made;

	if (!function)
		function = build_extern(planned.model, callee, "int");
	made = build_call(planned.model, in, function, 0);
	made->args->pdata[0] = first;
	if (second)
		g_ptr_array_add(made->args, second);
	return made;
}

/* Allocating */

START_TEST(a_record_is_made_in_its_size)
{
	struct argument *size = size_of(build_record(planned.model, THING)->size);

	planned_site(call(user, "make", size, NULL), planned_record(THING));
	expect_nothing();
	size->value += 8;
	expect_finding(user, "allocates a struct thing and something behind it by make()");
	size->value -= 8;
	size->kind = ARG_PARAM;
	expect_finding(user, "allocates a struct thing and something behind it by make()");
}
END_TEST

START_TEST(bytes_are_made_in_any_size)
{
	planned_site(call(user, "make", planned_value(ARG_PARAM), NULL), NULL);
	expect_nothing();
}
END_TEST

START_TEST(many_records_in_one_piece)
{
	struct call *made = call(user, "make_many", planned_value(ARG_PARAM),
				 size_of(build_record(planned.model, THING)->size));

	expect_nothing();
	planned_site(made, planned_record(THING));
	expect_finding(user, "allocates many of struct thing in one piece by make_many()");
}
END_TEST

START_TEST(managed_memory_has_a_site)
{
	struct call *made = call(user, "make_of", planned_value(ARG_PARAM), size_of(16));

	expect_finding(user, "allocates by make_of() what nothing tells the type of");
	planned_site(made, NULL);
	expect_nothing();
	made->at.file = "other.c";
	expect_finding(user, "allocates by make_of() what nothing tells the type of");
	made->at.file = "drv.c";
	made = call(user, "make_text", planned_value(ARG_PARAM), NULL);
	expect_finding(user, "allocates by make_text() what nothing tells the type of");
	planned_site(made, NULL);
	expect_nothing();
}
END_TEST

START_TEST(what_is_not_made_by_the_user_half)
{
	struct argument *size = size_of(build_record(planned.model, THING)->size + 1);
	struct call *made = call(user, "make_there", size, NULL);

	planned_site(made, planned_record(THING));
	expect_nothing();
	made->callee = build_extern(planned.model, "make", "int");
	expect_finding(user, "allocates a struct thing and something behind it by make()");
}
END_TEST

/* holder->things = make_many(n, sizeof(struct thing)), by the kernel half, which @user uses */
static struct store *things(void)
{
	struct wire_field *field = planned_field(HOLDER, "things", planned_pointer(THING));
	struct argument *result = planned_value(ARG_CALL);

	result->call = call(kept, "make_many", planned_value(ARG_PARAM),
			    size_of(build_record(planned.model, THING)->size));
	result->call->assigned_record = build_record(planned.model, THING);
	build_access(planned.model, user, HOLDER, "things", ACCESS_READ);
	return planned_store(kept, field->source, result);
}

#define MANY "uses struct holder.things, for which kept() allocates many of struct thing"

START_TEST(a_field_that_leads_to_many)
{
	struct store *store = things();

	expect_finding(user, MANY);
	store->value->call->assigned_record = NULL;
	expect_nothing();
	store->value->call->assigned_record = build_record(planned.model, THING);
	store->value->call->callee = build_extern(planned.model, "make", "int");
	expect_nothing();
}
END_TEST

/* things = make_many(...); holder->things = things; */
START_TEST(a_field_that_leads_to_many_by_a_variable)
{
	struct store *store = things(), *local;
	struct argument *variable = planned_value(ARG_LOCAL);

	local = planned_store(kept, NULL, store->value);
	local->kind = STORE_LOCAL;
	local->local = variable->local = "things";
	store->value = variable;
	expect_finding(user, MANY);
	local->local = "others";
	expect_nothing();
	local->local = "things";
	local->value = planned_value(ARG_CALL);
	local->value->call = call(kept, "make", size_of(8), NULL);
	expect_nothing();
	local->value = planned_value(ARG_NULL);
	expect_nothing();
}
END_TEST

/* Freeing */

/* @user frees holder->thing, into which @in puts what a call returned. */
static struct wire_field *freed_field(struct function *in, struct function *by)
{
	struct wire_field *field = planned_field(HOLDER, "thing", planned_pointer(THING));
	struct argument *value = planned_value(ARG_FIELD), *result = planned_value(ARG_CALL);

	value->field = field->source;
	call(user, by->name, value, NULL);
	planned_store(in, field->source, result);
	return field;
}

START_TEST(memory_of_the_kernel_half)
{
	struct store *store;

	freed_field(kept, build_extern(planned.model, "release", "void"));
	expect_finding(user, "frees what struct holder.thing points at, which kept() of the "
		       "kernel half allocates");
	store = kept->stores->pdata[0];
	store->field = build_field(planned.model, HOLDER, "other");
	expect_nothing();
	store->field = build_field(planned.model, HOLDER, "thing");
	store->value->kind = ARG_NULL;
	expect_nothing();
}
END_TEST

START_TEST(memory_of_its_own)
{
	freed_field(user, build_extern(planned.model, "release", "void"));
	expect_nothing();
}
END_TEST

START_TEST(memory_that_a_downcall_frees)
{
	freed_field(kept, build_extern(planned.model, "release_there", "void"));
	expect_nothing();
}
END_TEST

START_TEST(a_string_has_copies)
{
	struct function *release = build_extern(planned.model, "release", "void");
	struct wire_field *field = freed_field(user, release);

	field->kind = WIRE_STR;
	expect_finding(user, "frees the string that struct holder.thing points at");
}
END_TEST

/* user(): release(thing), where thing is a variable or a parameter. */
START_TEST(memory_by_way_of_a_variable_or_a_caller)
{
	struct argument *value = planned_value(ARG_LOCAL), *result = planned_value(ARG_CALL);
	struct store *store = planned_store(user, NULL, planned_value(ARG_FIELD));

	store->kind = STORE_LOCAL;
	store->local = value->local = "thing";
	store->value->field = build_field(planned.model, HOLDER, "thing");
	call(user, "release", value, NULL);
	expect_nothing();
	planned_store(kept, store->value->field, result);
	expect_finding(user, "frees what kept() of the kernel half allocates");
	value->local = "other";
	expect_nothing();
	value->kind = ARG_PARAM;
	expect_nothing();
	build_call(planned.model, kept, user, 0)->args->pdata[0] = result;
	expect_finding(user, "frees what kept() of the kernel half allocates");
}
END_TEST

/* holder->thing = holder->thing */
START_TEST(memory_that_comes_from_itself)
{
	struct function *release = build_extern(planned.model, "release", "void");
	struct wire_field *field = freed_field(user, release);
	struct argument *itself = planned_value(ARG_FIELD);

	itself->field = field->source;
	planned_store(kept, field->source, itself);
	expect_nothing();
}
END_TEST

/* Handing out addresses */

/* @user calls kept(&...) */
static struct argument *handed_out(enum arg_kind kind)
{
	struct argument *value = planned_value(kind);

	planned_crossing(planned.plan->downcalls, kept);
	call(user, "kept", value, NULL);
	return value;
}

START_TEST(an_address_within_a_record)
{
	struct argument *value = handed_out(ARG_FIELD_ADDRESS);
	struct type *number = planned_type(TYPE_INT, "int", NULL);
	struct type *pointers = planned_type(TYPE_ARRAY, "void *[4]", planned_void_pointer());
	struct type *records = planned_type(TYPE_ARRAY, "struct thing[4]",
					    planned_record_type(THING));

	value->field = planned_field(HOLDER, "part", number)->source;
	expect_finding(user, "hands kept() the address of struct holder.part, which is no record "
		       "that crosses");
	value->field->type = planned_type(TYPE_ARRAY, "int[4]", number);
	expect_finding(user, "hands kept() the address of struct holder.part, which is no record "
		       "that crosses");
	value->field->type = planned_record_type(THING);
	expect_nothing();
	value->field->type = records;
	expect_nothing();
	value->field->type = pointers;
	expect_finding(user, "hands kept() the address of struct holder.part, which is no record "
		       "that crosses");
	pointers->count = 4;
	expect_nothing();
}
END_TEST

START_TEST(an_address_of_a_global)
{
	struct argument *value = handed_out(ARG_GLOBAL_ADDRESS);

	value->global = planned_global("table", planned_record_type(THING), true);
	expect_nothing();
	value->global = planned_global("made", planned_record_type(THING), false);
	expect_finding(user, "hands kept() the address of made, which is made by a macro and no "
		       "global that crosses");
	value->global->in_driver = false;
	expect_nothing();
}
END_TEST

START_TEST(an_address_that_does_not_cross_as_one)
{
	struct crossing *crossing;
	struct argument *value = handed_out(ARG_FIELD_ADDRESS);

	value->field = planned_field(HOLDER, "part", planned_type(TYPE_INT, "int", NULL))->source;
	crossing = planned.plan->downcalls->pdata[0];
	((struct pass *)crossing->params->pdata[0])->kind = PASS_BUF;
	expect_nothing();
}
END_TEST

#define STACKED "hands kept() a record on its stack, which is no object of the kernel half"

START_TEST(a_record_on_the_stack)
{
	struct argument *value = handed_out(ARG_LOCAL_ADDRESS);
	struct crossing *crossing = planned.plan->downcalls->pdata[0];

	expect_finding(user, STACKED);
	value->text = "&thing";
	expect_finding(user, "hands kept() a record on its stack, by &thing, which is no object "
		       "of the kernel half");
	((struct pass *)crossing->params->pdata[0])->kind = PASS_BUF;
	expect_nothing();
}
END_TEST

/* By a variable, a parameter, what a function returns; the one that has it is blamed. */
START_TEST(a_record_on_the_stack_by_way_of_something)
{
	struct argument *value = handed_out(ARG_LOCAL), *local = planned_value(ARG_LOCAL_ADDRESS);
	struct store *store = planned_store(user, NULL, local), *returned;
	struct function *caller = planned_function("caller", DOMAIN_USER);
	struct function *same = planned_function("same", DOMAIN_USER);

	store->kind = STORE_LOCAL;
	store->local = value->local = "thing";
	expect_finding(user, STACKED);
	value->local = "other";
	expect_nothing();
	value->kind = ARG_PARAM;
	expect_nothing();
	build_call(planned.model, caller, user, 0)->args->pdata[0] = local;
	expect_finding(caller, STACKED);

	value->kind = ARG_LOCAL;
	value->local = "thing";
	store->value = planned_value(ARG_CALL);
	store->value->call = build_call(planned.model, user, same, 0);
	store->value->call->args->pdata[0] = local;
	expect_nothing();
	returned = planned_store(same, NULL, planned_value(ARG_PARAM));
	returned->kind = STORE_RETURN;
	expect_finding(user, STACKED);
}
END_TEST

/* The fixed point */

static void expect_domain(const struct partition *partition, const struct function *function,
			  enum domain domain, const char *text)
{
	const struct decision *decision = partition_of(partition, function);
	const struct reason *reason = decision->reasons->pdata[0];

	ck_assert_msg(decision->domain == domain && strstr(reason->text, text), "%s: %d: %s",
		      function->name, decision->domain, reason->text);
}

static struct function *operation(const char *name, const char *slot)
{
	struct function *function = build_function(planned.model, name, "int");
	struct source *source = g_new0(struct source, 1);

	source->path = source->name = "drv.c";
	source->flags = g_ptr_array_new();
	g_ptr_array_add(planned.model->sources, source);
	build_slot(planned.model, function, "struct ops", slot);
	return function;
}

/* @in takes holder.cookie for an address. */
static void take_for_address(struct function *in)
{
	struct raw_flow *flow = model_alloc(planned.model, sizeof(*flow));

	flow->field = build_field(planned.model, HOLDER, "cookie");
	flow->modes = ACCESS_READ;
	flow->in = in;
	flow->at = in->at;
	build_access(planned.model, in, HOLDER, "cookie", ACCESS_READ);
	g_ptr_array_add(in->raw_flows, flow);
}

/* Only the operation that cannot be served stays; the plan is made anew without it. */
START_TEST(what_does_not_hold_stays_in_the_kernel)
{
	struct function *open = operation("drv_open", "open");
	struct function *set = operation("drv_set", "set");
	struct partition *partition;
	struct plan *plan = NULL;

	take_for_address(open);
	partition = closing_compute(planned.model, planned.knowledge, &plan);
	ck_assert_ptr_nonnull(partition);
	ck_assert_ptr_nonnull(plan);
	expect_domain(partition, open, DOMAIN_KERNEL, "uses struct holder.cookie, a number, as an "
		      "address");
	expect_domain(partition, set, DOMAIN_USER, "struct ops.set");
	ck_assert_uint_eq(plan->upcalls->len, 1);
	ck_assert_ptr_eq(((struct crossing *)plan->upcalls->pdata[0])->function, set);
	plan_free(plan);
	partition_free(partition);
}
END_TEST

START_TEST(a_plan_that_holds_is_made_once)
{
	struct function *open = operation("drv_open", "open");
	struct partition *partition;
	struct plan *plan = NULL;

	build_access(planned.model, open, HOLDER, "cookie", ACCESS_READ);
	partition = closing_compute(planned.model, planned.knowledge, &plan);
	ck_assert_ptr_nonnull(plan);
	ck_assert_uint_eq(planned.model->kept->len, 0);
	expect_domain(partition, open, DOMAIN_USER, "struct ops.open");
	plan_free(plan);
	partition_free(partition);
}
END_TEST

static void add_memory(TCase *tests)
{
	tcase_add_test(tests, a_record_is_made_in_its_size);
	tcase_add_test(tests, bytes_are_made_in_any_size);
	tcase_add_test(tests, many_records_in_one_piece);
	tcase_add_test(tests, managed_memory_has_a_site);
	tcase_add_test(tests, what_is_not_made_by_the_user_half);
	tcase_add_test(tests, a_field_that_leads_to_many);
	tcase_add_test(tests, a_field_that_leads_to_many_by_a_variable);
	tcase_add_test(tests, memory_of_the_kernel_half);
	tcase_add_test(tests, memory_of_its_own);
	tcase_add_test(tests, memory_that_a_downcall_frees);
	tcase_add_test(tests, a_string_has_copies);
	tcase_add_test(tests, memory_by_way_of_a_variable_or_a_caller);
	tcase_add_test(tests, memory_that_comes_from_itself);
}

int main(void)
{
	Suite *suite = suite_create("closing-memory");
	TCase *tests = tcase_create("memory");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_checked_fixture(tests, setup, planned_end);
	add_memory(tests);
	tcase_add_test(tests, an_address_within_a_record);
	tcase_add_test(tests, an_address_of_a_global);
	tcase_add_test(tests, an_address_that_does_not_cross_as_one);
	tcase_add_test(tests, a_record_on_the_stack);
	tcase_add_test(tests, a_record_on_the_stack_by_way_of_something);
	tcase_add_test(tests, what_does_not_hold_stays_in_the_kernel);
	tcase_add_test(tests, a_plan_that_holds_is_made_once);
	suite_add_tcase(suite, tests);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
