// SPDX-License-Identifier: GPL-2.0-or-later
/* What crosses and how, on models made by hand. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "builder.h"
#include "marshal.h"
#include "mdrv_plan.h"

static const char facts[] =
	"functions:\n"
	"  copy_in: {args: {1: {kind: out, length: $0 * 4}}}\n"
	"  fill: {args: {1: {kind: buffer, length: 16}}}\n"
	"  user_copy: {args: {1: {kind: user}}}\n"
	"  say: {format: 1}\n"
	"  pin: {route: pinned, why: because}\n"
	"  here: {route: local}\n"
	"slots:\n"
	"  struct ops:\n"
	"    read: {context: process, args: {1: {kind: buffer, length: $0->len}}}\n"
	"    open: {context: process, mode: undo, owner: 0}\n"
	"    level: {context: process, failure: 7}\n"
	"local: [memcpy]\n";

static struct model *model;
static struct knowledge *knowledge;
static struct location at;
static const char *why, *hint;

static void setup(void)
{
	g_autofree char *path = g_strdup("/tmp/marshal-test-XXXXXX");
	int fd = g_mkstemp(path);

	ck_assert_int_ge(fd, 0);
	close(fd);
	ck_assert(g_file_set_contents(path, facts, -1, NULL));
	model = model_new();
	knowledge = knowledge_new();
	ck_assert(knowledge_load(knowledge, path, false));
	unlink(path);
}

static void teardown(void)
{
	knowledge_free(knowledge);
	model_free(model);
}

static struct type *type_new(enum type_kind kind, const char *spelling, struct type *elem)
{
	struct type *type = model_alloc(model, sizeof(*type));

	type->kind = kind;
	type->spelling = type->canonical = spelling;
	type->elem = elem;
	type->size = kind == TYPE_VOID ? 0 : kind == TYPE_POINTER ? 8 : 4;
	return type;
}

static struct type *const_char(void)
{
	struct type *type = type_new(TYPE_INT, "const char", NULL);

	type->is_const = type->is_char = true;
	type->size = 1;
	return type;
}

static void add_param(struct function *function, const char *name, struct type *type)
{
	struct parameter *param = model_alloc(model, sizeof(*param));

	param->name = name;
	param->type = type;
	g_ptr_array_add(function->params, param);
}

static struct crossing *down(struct function *function, const struct call *call)
{
	return marshal_downcall(model, knowledge, function, call, &why, &at, &hint);
}

static struct crossing *up(struct function *function)
{
	return marshal_upcall(model, knowledge, function, &why, &at, &hint);
}

static const struct pass *pass_of(const struct crossing *crossing, guint n)
{
	ck_assert_msg(crossing != NULL, "%s", why);
	return crossing->params->pdata[n];
}

START_TEST(a_record_pointer_is_an_object)
{
	struct crossing *crossing = down(build_extern(model, "f", "int"), NULL);

	ck_assert_int_eq(pass_of(crossing, 0)->kind, PASS_PTR);
	ck_assert_str_eq(pass_of(crossing, 0)->record_name, "struct dev");
	ck_assert_int_eq(crossing->result.kind, PASS_INT);
}
END_TEST

START_TEST(a_const_char_pointer_is_a_string)
{
	struct function *function = build_extern(model, "f", "void");

	add_param(function, "name", type_new(TYPE_POINTER, "const char *", const_char()));
	ck_assert_int_eq(pass_of(down(function, NULL), 1)->kind, PASS_STR);
}
END_TEST

START_TEST(data_of_unknown_length_is_refused_with_the_hint)
{
	struct function *function = build_function(model, "f", "int");

	add_param(function, "data", type_new(TYPE_POINTER, "u32 *",
					     type_new(TYPE_INT, "u32", NULL)));
	ck_assert_ptr_null(up(function));
	ck_assert_ptr_nonnull(strstr(why, "parameter 'data' of f() (u32 *)"));
	ck_assert_ptr_nonnull(hint);
	ck_assert_ptr_nonnull(strstr(hint, "buffer"));
	ck_assert_ptr_nonnull(strstr(hint, "length"));
}
END_TEST

START_TEST(what_has_no_wire_form_is_refused)
{
	static const enum type_kind kinds[] = { TYPE_RECORD, TYPE_FLOAT, TYPE_OTHER };

	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
		struct function *function = build_function(model, "f", "int");

		add_param(function, "x", type_new(kinds[i], "x_t", NULL));
		ck_assert_ptr_null(up(function));
		ck_assert_ptr_nonnull(strstr(why, "parameter 'x'"));
	}
}
END_TEST

START_TEST(a_pointer_to_pointers_is_refused)
{
	struct function *function = build_extern(model, "f", "int");
	struct type *inner = type_new(TYPE_POINTER, "void *", type_new(TYPE_VOID, "void", NULL));

	add_param(function, "p", type_new(TYPE_POINTER, "void **", inner));
	ck_assert_ptr_null(down(function, NULL));
}
END_TEST

START_TEST(facts_give_lengths_in_parameter_names)
{
	struct function *function = build_extern(model, "copy_in", "int");

	add_param(function, "to", type_new(TYPE_POINTER, "void *",
					   type_new(TYPE_VOID, "void", NULL)));
	ck_assert_int_eq(pass_of(down(function, NULL), 1)->kind, PASS_BUF);
	ck_assert_uint_eq(pass_of(down(function, NULL), 1)->access, MDRV_W);
	ck_assert_str_eq(pass_of(down(function, NULL), 1)->length, "dev * 4");
}
END_TEST

START_TEST(a_buffer_is_read_or_written_as_const_says)
{
	struct function *function = build_extern(model, "fill", "int");
	struct type *elem = type_new(TYPE_VOID, "const void", NULL);

	add_param(function, "from", type_new(TYPE_POINTER, "const void *", elem));
	ck_assert_uint_eq(pass_of(down(function, NULL), 1)->access, MDRV_RW);
	elem->is_const = true;
	ck_assert_uint_eq(pass_of(down(function, NULL), 1)->access, MDRV_R);
}
END_TEST

START_TEST(a_user_address_is_a_number)
{
	struct function *function = build_extern(model, "user_copy", "int");

	add_param(function, "to", type_new(TYPE_POINTER, "void *",
					   type_new(TYPE_VOID, "void", NULL)));
	ck_assert_int_eq(pass_of(down(function, NULL), 1)->kind, PASS_INT);
}
END_TEST

START_TEST(varargs_cross_only_as_formatted_text)
{
	struct function *function = build_extern(model, "f", "int");
	struct function *say = build_extern(model, "say", "int");

	function->type->variadic = true;
	ck_assert_ptr_null(down(function, NULL));
	ck_assert_ptr_nonnull(strstr(why, "variable argument list"));
	say->type->variadic = true;
	add_param(say, "format", type_new(TYPE_POINTER, "const char *", const_char()));
	ck_assert_int_eq(pass_of(down(say, NULL), 1)->kind, PASS_FORMAT);
}
END_TEST

/* The address of a local scalar passes by value; that of a field may be kept. */
START_TEST(an_address_of_one_scalar_is_a_buffer_of_one)
{
	struct function *function = build_extern(model, "f", "int");
	struct function *caller = build_function(model, "g", "int");
	struct type *pointer = type_new(TYPE_POINTER, "int *", type_new(TYPE_INT, "int", NULL));
	struct argument value = { .kind = ARG_LOCAL_ADDRESS, .text = "&x", .type = pointer };
	struct argument dev = { .kind = ARG_PARAM, .text = "dev" };
	struct call call = { .callee = function, .caller = caller, .args = model_array(model) };

	add_param(function, "value", pointer);
	g_ptr_array_add(call.args, &dev);
	g_ptr_array_add(call.args, &value);
	ck_assert_int_eq(pass_of(down(function, &call), 1)->kind, PASS_BUF);
	ck_assert_str_eq(pass_of(down(function, &call), 1)->length, "sizeof(*value)");
	value.kind = ARG_FIELD_ADDRESS;
	ck_assert_ptr_null(down(function, &call));
	value.kind = ARG_LOCAL_ADDRESS;
	function->in_header = true;
	ck_assert_ptr_null(down(function, &call));
}
END_TEST

START_TEST(a_literal_null_makes_an_argument_nullable)
{
	struct function *function = build_extern(model, "f", "int");
	struct function *caller = build_function(model, "g", "int");
	struct argument null = { .kind = ARG_NULL, .text = "NULL" };
	struct call call = { .callee = function, .caller = caller, .args = model_array(model) };

	g_ptr_array_add(call.args, &null);
	ck_assert(pass_of(down(function, &call), 0)->nullable);
	null.kind = ARG_OTHER;
	ck_assert(!pass_of(down(function, &call), 0)->nullable);
}
END_TEST

START_TEST(failure_comes_from_the_type_or_the_slot)
{
	struct function *number = build_function(model, "number", "int");
	struct function *level = build_function(model, "level", "unsigned int");

	ck_assert_str_eq(up(number)->failure, "-EIO");
	ck_assert_str_eq(up(level)->failure, "0");
	build_slot(model, level, "struct ops", "level");
	ck_assert_str_eq(up(level)->failure, "7");
}
END_TEST

START_TEST(a_pointer_result_needs_to_know_its_failure)
{
	struct function *function = build_function(model, "f", "int");

	function->type->elem = ((struct parameter *)function->params->pdata[0])->type;
	ck_assert_ptr_null(up(function));
	ck_assert_ptr_nonnull(strstr(why, "without a user half"));
}
END_TEST

START_TEST(slots_give_mode_owner_and_lengths)
{
	struct function *open = build_function(model, "open", "int");
	struct function *read = build_function(model, "read", "int");

	build_slot(model, open, "struct ops", "open");
	ck_assert_uint_eq(up(open)->mode, MDRV_UNDO);
	ck_assert_int_eq(up(open)->owner, 0);
	add_param(read, "to", type_new(TYPE_POINTER, "u8 *", type_new(TYPE_INT, "u8", NULL)));
	ck_assert_ptr_null(up(read));
	build_slot(model, read, "struct ops", "read");
	ck_assert_str_eq(pass_of(up(read), 1)->length, "dev->len");
}
END_TEST

static struct function *build_inline(const char *name)
{
	struct function *function = build_extern(model, name, "int");

	function->defined = function->in_header = function->is_inline = true;
	return function;
}

START_TEST(inlines_run_where_their_closure_can)
{
	struct function *pure = build_inline("pure");
	struct function *outer = build_inline("outer");
	struct function *atomic = build_inline("atomic");
	struct function *around = build_inline("around");
	struct function *calls_pinned = build_inline("calls_pinned");

	build_call(model, outer, pure, 0);
	build_call(model, outer, build_extern(model, "extern_fn", "int"), 0);
	atomic->traits = TRAIT_ATOMIC_OP;
	build_call(model, around, atomic, 0);
	build_call(model, calls_pinned, build_extern(model, "pin", "int"), 0);
	ck_assert_int_eq(marshal_route(model, knowledge, pure, &why), ROUTE_LOCAL);
	ck_assert_int_eq(marshal_route(model, knowledge, outer, &why), ROUTE_LOCAL);
	ck_assert_int_eq(marshal_route(model, knowledge, atomic, &why), ROUTE_DOWNCALL);
	ck_assert_int_eq(marshal_route(model, knowledge, around, &why), ROUTE_DOWNCALL);
	ck_assert_ptr_nonnull(strstr(why, "atomic"));
	ck_assert_int_eq(marshal_route(model, knowledge, calls_pinned, &why), ROUTE_DOWNCALL);
}
END_TEST

START_TEST(routes_of_externs)
{
	struct function *printer = build_extern(model, "printer", "int");

	printer->type->variadic = true;
	ck_assert_int_eq(marshal_route(model, knowledge, build_extern(model, "x", "int"), &why),
			 ROUTE_DOWNCALL);
	ck_assert_int_eq(marshal_route(model, knowledge, build_extern(model, "memcpy", "int"),
				       &why), ROUTE_LOCAL);
	ck_assert_int_eq(marshal_route(model, knowledge, build_extern(model, "here", "int"),
				       &why), ROUTE_LOCAL);
	ck_assert_int_eq(marshal_route(model, knowledge, build_extern(model, "pin", "int"),
				       &why), ROUTE_PINNED);
	ck_assert_str_eq(why, "because");
	ck_assert_int_eq(marshal_route(model, knowledge, printer, &why), ROUTE_PINNED);
}
END_TEST

START_TEST(fields_that_cannot_travel)
{
	struct function *function = build_function(model, "f", "int");
	struct access *access = build_access(model, function, "struct dev", "x", ACCESS_READ);
	struct field *field = access->path->pdata[0];
	struct type *pointer = type_new(TYPE_POINTER, "int *", type_new(TYPE_INT, "int", NULL));

	ck_assert_ptr_null(marshal_access(model, knowledge, access));
	field->type = type_new(TYPE_ARRAY, "int[]", type_new(TYPE_INT, "int", NULL));
	ck_assert_ptr_nonnull(strstr(marshal_access(model, knowledge, access), "flexible array"));
	field->type = type_new(TYPE_FLOAT, "double", NULL);
	ck_assert_ptr_nonnull(marshal_access(model, knowledge, access));
	field->type = type_new(TYPE_POINTER, "int **", pointer);
	ck_assert_ptr_nonnull(marshal_access(model, knowledge, access));
	field->type = type_new(TYPE_ARRAY, "int *[2]", pointer);
	field->type->count = 2;
	ck_assert_ptr_null(marshal_access(model, knowledge, access));
	field->type = type_new(TYPE_ARRAY, "int *[2][2]", field->type);
	field->type->count = 2;
	ck_assert_ptr_nonnull(strstr(marshal_access(model, knowledge, access),
				     "array within an array"));
	access->local = true;
	ck_assert_ptr_null(marshal_access(model, knowledge, access));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("marshal");
	TCase *tests = tcase_create("all");
	SRunner *runner;
	int failed;

	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_add_test(tests, a_record_pointer_is_an_object);
	tcase_add_test(tests, a_const_char_pointer_is_a_string);
	tcase_add_test(tests, data_of_unknown_length_is_refused_with_the_hint);
	tcase_add_test(tests, what_has_no_wire_form_is_refused);
	tcase_add_test(tests, a_pointer_to_pointers_is_refused);
	tcase_add_test(tests, facts_give_lengths_in_parameter_names);
	tcase_add_test(tests, a_buffer_is_read_or_written_as_const_says);
	tcase_add_test(tests, a_user_address_is_a_number);
	tcase_add_test(tests, varargs_cross_only_as_formatted_text);
	tcase_add_test(tests, an_address_of_one_scalar_is_a_buffer_of_one);
	tcase_add_test(tests, a_literal_null_makes_an_argument_nullable);
	tcase_add_test(tests, failure_comes_from_the_type_or_the_slot);
	tcase_add_test(tests, a_pointer_result_needs_to_know_its_failure);
	tcase_add_test(tests, slots_give_mode_owner_and_lengths);
	tcase_add_test(tests, inlines_run_where_their_closure_can);
	tcase_add_test(tests, routes_of_externs);
	tcase_add_test(tests, fields_that_cannot_travel);
	suite_add_tcase(suite, tests);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
