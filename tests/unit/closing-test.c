// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check of the plan: for each thing that it promises, a plan that holds and
 * the same plan without what makes it hold. Pointers and functions; memory and arguments
 * are in closing-memory-test.c.
 */
#include <check.h>
#include <stdlib.h>

#include "mdrv_plan.h"
#include "planned.h"

#define HOLDER	"struct holder"
#define THING	"struct thing"
#define OTHER	"struct other"

static struct function *user;	/* runs in the user half, and looks at things */

static void setup(void)
{
	planned_begin("functions:\n"
		      "  make: {route: local, alloc_size: 0}\n"
		      "  map: {args: {result: {kind: region}}}\n");
	user = planned_function("user", DOMAIN_USER);
}

/* HOLDER.name of that type, of which @user takes the value for a THING. */
static struct wire_field *taken_field(struct type *type)
{
	struct wire_field *field = planned_field(HOLDER, "priv", type);

	planned_taken(user, field, THING, 0);
	return field;
}

static void enclose(const char *inner, const char *outer)
{
	struct wire_enclosure *enclosure = model_alloc(planned.model, sizeof(*enclosure));

	enclosure->inner = planned_record(inner);
	enclosure->outer = planned_record(outer);
	g_ptr_array_add(planned.plan->enclosures, enclosure);
}

/* The kernel calls it. */
static void enter(struct function *function)
{
	partition_of(&planned.partition, function)->needs_upcall = true;
}

#define NOT_ALL "takes what struct holder.priv points at for a struct thing, " \
	"which not all of the driver takes it for"
#define AROUND "finds a struct thing around a struct other, of which the kernel half cannot " \
	"tell that it is in one"

START_TEST(a_void_pointer_has_one_record)
{
	struct wire_field *field = taken_field(planned_void_pointer());

	field->target_name = THING;
	expect_nothing();
	field->target_name = OTHER;
	expect_finding(user, NOT_ALL);
	field->target_name = "bytes";
	expect_finding(user, NOT_ALL);
	field->target_name = NULL;
	expect_finding(user, NOT_ALL);
}
END_TEST

START_TEST(a_pointer_of_another_type)
{
	struct wire_field *field = taken_field(planned_pointer(OTHER));

	expect_finding(user, "takes what struct holder.priv points at for a struct thing, "
		       "which its type does not say");
	field->target_name = THING;
	expect_nothing();
}
END_TEST

START_TEST(a_number_that_holds_a_pointer)
{
	struct wire_field *field = taken_field(planned_type(TYPE_INT, "unsigned long", NULL));

	expect_finding(user, "takes what struct holder.priv holds for a struct thing, "
		       "which not all of the driver takes it for");
	field->source->is_user = true;
	expect_nothing();
}
END_TEST

START_TEST(what_nobody_looks_behind_or_does_not_cross)
{
	struct wire_field *field = taken_field(planned_void_pointer());
	struct access *access = user->accesses->pdata[0];

	access->local = true;
	expect_nothing();
	access->local = false;
	access->global = planned_global("one", planned_record_type(THING), true);
	expect_nothing();
	access->global = NULL;
	expect_finding(user, NOT_ALL);
	field->source = NULL;
	expect_nothing();
}
END_TEST

/* What kept code does is none of the plan's business. */
START_TEST(what_kept_code_takes_a_pointer_for)
{
	struct function *kept = planned_function("kept", DOMAIN_KERNEL);
	struct wire_field *field = taken_field(planned_void_pointer());
	struct taken_as *taken = field->source->taken->pdata[0];

	taken->in = kept;
	build_call(planned.model, user, kept, 0);
	expect_nothing();
	taken = planned_around(user, OTHER, THING);
	enter(user);
	expect_finding(user, AROUND);
	taken->origin = kept;
	expect_nothing();
	taken->origin = user;
	((struct access *)user->accesses->pdata[0])->local = true;
	((struct access *)user->accesses->pdata[1])->local = true;
	expect_nothing();
}
END_TEST

START_TEST(a_record_around_what_a_field_points_at)
{
	struct wire_field *field = planned_field(HOLDER, "priv", planned_pointer(OTHER));

	planned_taken(user, field, THING, 16);
	field->pointee = planned_record(OTHER)->record;
	expect_finding(user, "takes what struct holder.priv points at for a struct thing, "
		       "which its type does not say");
	enclose(OTHER, HOLDER);
	expect_finding(user, "takes what struct holder.priv points at for a struct thing, "
		       "which its type does not say");
	enclose(OTHER, THING);
	expect_nothing();
}
END_TEST

/* A THING that @in allocates. */
static void allocate(struct function *in, struct function *make)
{
	struct call *call = build_call(planned.model, in, make, 0);

	call->assigned_record = build_record(planned.model, THING);
	((struct argument *)call->args->pdata[0])->kind = ARG_INT;
	((struct argument *)call->args->pdata[0])->value = call->assigned_record->size;
	planned_site(call, planned_record(THING));
}

START_TEST(anything_that_user_code_allocates)
{
	struct function *kept = planned_function("kept", DOMAIN_KERNEL);
	struct function *make = build_extern(planned.model, "make", "int");
	struct wire_field *field = taken_field(planned_void_pointer());

	field->follow = true;
	expect_finding(user, NOT_ALL);
	allocate(user, build_extern(planned.model, "unknown", "int"));
	expect_finding(user, NOT_ALL);
	allocate(user, make);
	expect_nothing();
	allocate(kept, make);
	expect_finding(user, NOT_ALL);
}
END_TEST

START_TEST(bytes_registers_and_mapped_memory)
{
	struct wire_field *field = taken_field(planned_void_pointer());
	struct call *call;

	field->length = "16";
	expect_nothing();
	field->length = NULL;
	field->source->is_iomem = true;
	expect_nothing();
	field->source->is_iomem = false;
	expect_finding(user, NOT_ALL);
	call = build_call(planned.model, planned_function("kept", DOMAIN_KERNEL),
			  build_extern(planned.model, "map", "int"), 0);
	call->assigned_field = field->source;
	expect_nothing();
}
END_TEST

/* @user uses the memory behind a value. */
static struct raw_flow *use(struct field *field, struct global *value)
{
	struct raw_flow *flow = model_alloc(planned.model, sizeof(*flow));

	flow->field = field;
	flow->value = value;
	flow->modes = ACCESS_READ;
	flow->in = user;
	flow->at = user->at;
	g_ptr_array_add(user->raw_flows, flow);
	return flow;
}

START_TEST(an_address_made_of_a_field)
{
	struct wire_field *field = planned_field(HOLDER, "cookie",
						 planned_type(TYPE_INT, "long", NULL));
	struct raw_flow *flow = use(field->source, NULL);

	expect_finding(user, "uses struct holder.cookie, a number, as an address");
	flow->as_user = true;
	expect_nothing();
	flow->as_user = false;
	flow->modes = 0;
	expect_nothing();
	flow->modes = ACCESS_READ;
	planned_taken(user, field, THING, 0);
	field->source->is_user = true;
	expect_nothing();
	field->source->taken = NULL;
	field->source->type = planned_pointer(THING);
	expect_nothing();
}
END_TEST

START_TEST(an_address_made_of_a_global)
{
	struct global *number = planned_global("cookie", planned_type(TYPE_INT, "long", NULL),
					       false);
	struct raw_flow *flow = use(NULL, number);

	expect_finding(user, "makes an address of 'cookie', a number");
	flow->as_user = true;
	expect_nothing();
	flow->as_user = false;
	number->in_driver = false;
	expect_nothing();
}
END_TEST

START_TEST(what_a_global_points_at)
{
	struct type *byte = planned_type(TYPE_INT, "unsigned char", NULL);
	struct type *table = planned_type(TYPE_ARRAY, "unsigned char *[4]",
					  planned_type(TYPE_POINTER, "unsigned char *", byte));
	struct raw_flow *flow = use(NULL, planned_global("table", table, true));

	expect_finding(user, "uses what 'table' points at, of a length that is not known");
	flow->as_text = true;
	expect_nothing();
	flow->as_text = false;
	flow->modes = 0;
	expect_nothing();
	flow->modes = ACCESS_WRITE;
	byte->is_const = true;
	byte->canonical = "const char";
	expect_nothing();
	byte->canonical = "const unsigned char";
	expect_finding(user, "uses what 'table' points at, of a length that is not known");
	flow->value = planned_global("own", table, false);
	expect_nothing();
}
END_TEST

START_TEST(an_address_of_a_variable_of_its_own)
{
	struct wire_field *field = planned_field(HOLDER, "thing", planned_pointer(THING));
	struct argument *value = planned_value(ARG_LOCAL_ADDRESS);

	planned_store(user, field->source, value);
	expect_finding(user, "stores the address of a variable of its own in struct holder.thing");
	field->access = MDRV_R;
	expect_nothing();
	field->access = MDRV_R | MDRV_W;
	value->kind = ARG_GLOBAL_ADDRESS;
	expect_nothing();
}
END_TEST

START_TEST(a_record_around_a_parameter)
{
	struct taken_as *taken = planned_around(user, OTHER, THING);

	enter(user);
	expect_finding(user, AROUND);
	taken->inside = true;
	expect_nothing();
	taken->inside = false;
	enclose(OTHER, THING);
	expect_nothing();
}
END_TEST

START_TEST(a_record_around_that_the_registry_knows)
{
	struct wire_record *base = planned_record(HOLDER);

	planned_around(user, OTHER, THING);
	enter(user);
	base->tail = build_record(planned.model, OTHER);
	expect_finding(user, AROUND);
	base->tail = build_record(planned.model, THING);
	expect_nothing();
	base->tail = NULL;
	planned_site(build_call(planned.model, user, user, 0), base);
	expect_finding(user, AROUND);
	allocate(user, build_extern(planned.model, "make", "int"));
	expect_nothing();
}
END_TEST

START_TEST(a_record_around_that_the_upcall_gives)
{
	struct taken_as *taken = planned_around(user, OTHER, THING);
	struct crossing *upcall = planned_crossing(planned.plan->upcalls, user);
	struct pass *pass = upcall->params->pdata[0];

	enter(user);
	expect_finding(user, AROUND);
	pass->around = planned_record(HOLDER);
	expect_finding(user, AROUND);
	pass->around = planned_record(THING);
	expect_nothing();
	taken->param = -1;
	expect_finding(user, AROUND);
}
END_TEST

/* helper(&thing->other), called by @user. */
START_TEST(a_record_around_that_the_caller_has)
{
	struct function *helper = planned_function("helper", DOMAIN_USER);
	struct argument *passed;

	planned_around(helper, OTHER, THING);
	passed = build_call(planned.model, user, helper, 0)->args->pdata[0];
	passed->kind = ARG_FIELD_ADDRESS;
	expect_nothing();
	build_call(planned.model, planned_function("kept", DOMAIN_KERNEL), helper, 0);
	expect_nothing();
	passed->kind = ARG_LOCAL;
	expect_finding(helper, AROUND);
	passed->kind = ARG_PARAM;
	expect_nothing();
	enter(user);
	expect_finding(helper, AROUND);
}
END_TEST

START_TEST(a_private_area)
{
	planned_around(user, OTHER, THING)->behind = true;
	expect_finding(user, "takes what lies behind a struct other for a struct thing, which "
		       "nothing known to allocate one puts there");
	planned_record(HOLDER)->tail = build_record(planned.model, THING);
	expect_finding(user, "takes what lies behind a struct other for a struct thing, which "
		       "nothing known to allocate one puts there");
	planned_record(OTHER)->tail = build_record(planned.model, THING);
	expect_nothing();
}
END_TEST

START_TEST(a_function_that_a_pointer_leads_to)
{
	struct function *kept = planned_function("kept", DOMAIN_KERNEL);
	struct call *call = build_call(planned.model, user, kept, 0);
	struct target *target = model_alloc(planned.model, sizeof(*target));

	target->function = kept;
	call->targets = model_array(planned.model);
	g_ptr_array_add(call->targets, target);
	expect_nothing();
	call->kind = CALL_POINTER;
	expect_finding(user, "may call kept() through a pointer, and another file has a function "
		       "of that name");
	call->kind = CALL_SLOT;
	expect_finding(user, "may call kept() through a pointer, and another file has a function "
		       "of that name");
	g_ptr_array_add(planned.plan->functions, kept);
	expect_nothing();
}
END_TEST

/* What an inline of a header does is on those of the driver that get there. */
START_TEST(an_inline_is_on_those_that_use_it)
{
	struct function *inner = planned_inline("inner"), *outer = planned_inline("outer");
	struct function *kept = planned_function("kept", DOMAIN_KERNEL);
	struct wire_field *field = planned_field(HOLDER, "priv", planned_void_pointer());

	planned_taken(inner, field, THING, 0);
	build_call(planned.model, kept, inner, 0);
	expect_nothing();
	build_call(planned.model, outer, inner, 0);
	expect_nothing();
	build_call(planned.model, user, outer, 0);
	expect_finding(user, NOT_ALL);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("closing");
	TCase *tests = tcase_create("pointers");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_checked_fixture(tests, setup, planned_end);
	tcase_add_test(tests, a_void_pointer_has_one_record);
	tcase_add_test(tests, a_pointer_of_another_type);
	tcase_add_test(tests, a_number_that_holds_a_pointer);
	tcase_add_test(tests, what_nobody_looks_behind_or_does_not_cross);
	tcase_add_test(tests, what_kept_code_takes_a_pointer_for);
	tcase_add_test(tests, a_record_around_what_a_field_points_at);
	tcase_add_test(tests, anything_that_user_code_allocates);
	tcase_add_test(tests, bytes_registers_and_mapped_memory);
	tcase_add_test(tests, an_address_made_of_a_field);
	tcase_add_test(tests, an_address_made_of_a_global);
	tcase_add_test(tests, what_a_global_points_at);
	tcase_add_test(tests, an_address_of_a_variable_of_its_own);
	tcase_add_test(tests, a_record_around_a_parameter);
	tcase_add_test(tests, a_record_around_that_the_registry_knows);
	tcase_add_test(tests, a_record_around_that_the_upcall_gives);
	tcase_add_test(tests, a_record_around_that_the_caller_has);
	tcase_add_test(tests, a_private_area);
	tcase_add_test(tests, a_function_that_a_pointer_leads_to);
	tcase_add_test(tests, an_inline_is_on_those_that_use_it);
	suite_add_tcase(suite, tests);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
