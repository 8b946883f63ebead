// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check of the plan: addresses of records, or of parts of them, that become
 * pointers to something else.
 */
#include <check.h>
#include <stdlib.h>

#include "planned.h"

#define HOLDER	"struct holder"
#define THING	"struct thing"

#define PART	"takes struct holder.part for a struct thing, which it is not to the other half"
#define WHOLE	"takes a struct holder for a struct thing, which it is not to the other half"

static struct function *user, *kept;
static struct type *number;

static void setup(void)
{
	planned_begin("functions: {}\n");
	user = planned_function("user", DOMAIN_USER);
	kept = planned_function("kept", DOMAIN_KERNEL);
	number = planned_type(TYPE_INT, "int", NULL);
	number->size = build_record(planned.model, THING)->size;
	build_record(planned.model, THING)->complete = true;
	build_record(planned.model, HOLDER)->complete = true;
	planned.model->recasts = model_array(planned.model);
}

/* In @in a HOLDER, or its member of that type, becomes a THING. */
static struct recast *recast(struct function *in, struct type *type)
{
	struct recast *recast = model_alloc(planned.model, sizeof(*recast));

	recast->around = build_record(planned.model, HOLDER);
	recast->as = build_record(planned.model, THING);
	recast->in = recast->origin = in;
	recast->at = in->at;
	if (type) {
		recast->part = build_field(planned.model, HOLDER, "part");
		recast->part->type = type;
		recast->from = type->record;
	} else {
		recast->from = recast->around;
	}
	g_ptr_array_add(planned.model->recasts, recast);
	return recast;
}

/* kept(), a downcall that returns a THING, called by user code with @value. */
static struct crossing *downcall(struct argument *value)
{
	struct crossing *crossing = planned_crossing(planned.plan->downcalls, kept);
	struct call *call = build_call(planned.model, user, kept, 0);

	call->args->pdata[0] = value;
	crossing->result.kind = PASS_PTR;
	crossing->result.pointee = build_record(planned.model, THING);
	return crossing;
}

/* A variable that points at a THING. */
static struct argument *thing(void)
{
	struct argument *value = planned_value(ARG_LOCAL);

	value->local = "thing";
	value->bare = planned_pointer(THING);
	return value;
}

START_TEST(numbers_seen_as_numbers)
{
	struct recast *taken = recast(user, number);

	expect_nothing();
	taken->part->type = planned_void_pointer();
	expect_finding(user, PART);
	taken->part->type = number;
	taken->as->size++;
	expect_finding(user, PART);
	taken->as->size--;
	expect_nothing();
	build_field(planned.model, THING, "level")->type = planned_void_pointer();
	expect_finding(user, PART);
}
END_TEST

START_TEST(a_part_without_a_name)
{
	struct recast *taken = recast(user, planned_record_type("union inner"));

	taken->from->complete = true;
	expect_nothing();
	taken->from->name = "";
	expect_finding(user, PART);
}
END_TEST

START_TEST(where_a_pointer_to_it_crosses)
{
	recast(user, number);
	planned_record(THING);
	expect_finding(user, PART);
}
END_TEST

START_TEST(where_a_pointer_to_it_is_an_argument)
{
	struct crossing *crossing;

	recast(user, number);
	crossing = downcall(thing());
	expect_finding(user, PART);
	((struct pass *)crossing->params->pdata[0])->kind = PASS_BUF;
	expect_nothing();
}
END_TEST

START_TEST(where_a_pointer_to_it_is_stored)
{
	struct field *field = build_field(planned.model, "struct other", "cookie");
	struct store *store = planned_store(user, field, thing());

	recast(user, number);
	expect_finding(user, PART);
	store->kind = STORE_LOCAL;
	expect_nothing();
}
END_TEST

START_TEST(an_inline_of_a_header)
{
	struct function *inlined = planned_inline("part_of");

	build_call(planned.model, user, inlined, 0);
	recast(inlined, planned_void_pointer());
	expect_finding(user, PART);
}
END_TEST

START_TEST(what_a_caller_hands_over)
{
	struct function *caller = planned_function("caller", DOMAIN_USER);
	struct recast *taken = recast(kept, planned_void_pointer());

	taken->origin = caller;
	expect_nothing();
	taken->origin = kept;
	taken->in = user;
	expect_finding(user, PART);
}
END_TEST

START_TEST(a_first_member)
{
	struct field *first = build_field(planned.model, HOLDER, "first");

	first->type = planned_record_type(THING);
	recast(user, NULL);
	planned_record(THING);
	expect_finding(user, WHOLE);
	planned_place(planned_record(HOLDER), "second", THING);
	expect_finding(user, WHOLE);
	planned_place(planned_record(HOLDER), "first", THING);
	expect_nothing();
}
END_TEST

START_TEST(a_private_area)
{
	struct recast *taken = recast(user, planned_type(TYPE_ARRAY, "int[]", number));

	planned_record(THING);
	expect_finding(user, PART);
	planned_record(HOLDER)->tail = taken->as;
	expect_nothing();
	taken->part->type->count = 4;
	expect_finding(user, PART);
}
END_TEST

#define RETURNED "looks at what kept() returns, which may lie in a struct holder that user code " \
	"looks at as well"

START_TEST(what_the_kernel_half_takes_for_it)
{
	struct recast *taken = recast(kept, planned_void_pointer());
	struct crossing *crossing = downcall(planned_value(ARG_NULL));

	planned_field(HOLDER, "level", number);
	expect_nothing();
	build_access(planned.model, user, THING, "level", ACCESS_READ);
	expect_finding(user, RETURNED);
	taken->part->type = planned_type(TYPE_ARRAY, "int[]", number);
	expect_nothing();
	taken->part->type = number;
	crossing->result.pointee = taken->around;
	expect_nothing();
}
END_TEST

START_TEST(what_it_takes_for_it_in_a_mere_handle)
{
	recast(kept, number);
	downcall(planned_value(ARG_NULL));
	build_access(planned.model, user, THING, "level", ACCESS_READ);
	planned_record(HOLDER);
	expect_nothing();
	planned_place(planned_record("struct other"), "inner", HOLDER);
	expect_finding(user, RETURNED);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("closing-recast");
	TCase *tests = tcase_create("recast");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_checked_fixture(tests, setup, planned_end);
	tcase_add_test(tests, numbers_seen_as_numbers);
	tcase_add_test(tests, a_part_without_a_name);
	tcase_add_test(tests, where_a_pointer_to_it_crosses);
	tcase_add_test(tests, where_a_pointer_to_it_is_an_argument);
	tcase_add_test(tests, where_a_pointer_to_it_is_stored);
	tcase_add_test(tests, an_inline_of_a_header);
	tcase_add_test(tests, what_a_caller_hands_over);
	tcase_add_test(tests, a_first_member);
	tcase_add_test(tests, a_private_area);
	tcase_add_test(tests, what_the_kernel_half_takes_for_it);
	tcase_add_test(tests, what_it_takes_for_it_in_a_mere_handle);
	suite_add_tcase(suite, tests);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
