// SPDX-License-Identifier: GPL-2.0-or-later
/* The code generator's parts: declarations, line breaks, the output directory. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <glib/gstdio.h>

#include "builder.h"
#include "capture.h"
#include "internal.h"

static struct model *model;
static char *dir;

static void setup(void)
{
	model = model_new();
	dir = g_dir_make_tmp("codegen-test-XXXXXX", NULL);
	ck_assert_ptr_nonnull(dir);
}

static void teardown(void)
{
	const char *argv[] = { "rm", "-rf", dir, NULL };

	ck_assert(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
			       NULL, NULL, NULL));
	g_free(dir);
	model_free(model);
}

static void declares(const char *type, const char *expected)
{
	g_autofree char *text = declare(type, "x");

	ck_assert_str_eq(text, expected);
}

START_TEST(declarations_put_the_name_where_c_wants_it)
{
	declares("int", "int x");
	declares("struct dev *", "struct dev *x");
	declares("int (*)(void *, int)", "int (*x)(void *, int)");
	declares("u8[6]", "u8 x[6]");
	declares("int[2][3]", "int x[2][3]");
}
END_TEST

START_TEST(facts_name_parameters_by_number)
{
	struct function *function = build_function(model, "f", "int");
	g_autofree char *one = expand_fact("$0->len * sizeof(*$0)", function, "ret");
	g_autofree char *two = expand_fact("$r > $3", function, "ret");

	ck_assert_str_eq(one, "dev->len * sizeof(*dev)");
	ck_assert_str_eq(two, "ret > 0");
}
END_TEST

START_TEST(buffers_come_last_on_the_wire)
{
	struct pass buffer = { .kind = PASS_BUF }, number = { .kind = PASS_INT };
	struct crossing crossing = { .params = model_array(model) };
	g_autoptr(GPtrArray) order = NULL;

	g_ptr_array_add(crossing.params, &buffer);
	g_ptr_array_add(crossing.params, &number);
	order = wire_order(&crossing);
	ck_assert_uint_eq(order->len, 2);
	ck_assert_ptr_eq(order->pdata[0], &number);
	ck_assert_ptr_eq(order->pdata[1], &buffer);
}
END_TEST

static unsigned int columns(const char *line, gsize length)
{
	unsigned int column = 0;

	for (gsize i = 0; i < length; i++)
		column += line[i] == '\t' ? 8 - column % 8 : 1;
	return column;
}

START_TEST(long_lines_break_after_commas)
{
	GString *text = g_string_new("\tcall(");

	for (int i = 0; i < 40; i++)
		g_string_append_printf(text, "%sargument%d", i ? ", " : "", i);
	g_string_append(text, ");\n");
	wrap(text);
	for (const char *line = text->str; *line; line = strchr(line, '\n') + 1) {
		gsize length = strcspn(line, "\n");

		ck_assert_uint_le(columns(line, length), 100);
		ck_assert_int_eq(line[0], '\t');
	}
	ck_assert_ptr_nonnull(strstr(text->str, "argument39);\n"));
	g_string_free(text, TRUE);
}
END_TEST

START_TEST(strings_and_directives_are_not_broken)
{
	g_autofree char *words = g_strnfill(120, 'a');
	g_autofree char *string = g_strdup_printf("\tf(\"a, b, %s, c\");\n", words);
	g_autofree char *directive = g_strdup_printf("#define X a, %s\n", words);
	GString *text = g_string_new(string);

	wrap(text);
	ck_assert_str_eq(text->str, string);
	g_string_assign(text, directive);
	wrap(text);
	ck_assert_str_eq(text->str, directive);
	g_string_free(text, TRUE);
}
END_TEST

static char *read_back(const char *path)
{
	g_autofree char *full = g_build_filename(dir, path, NULL);
	char *text = NULL;

	g_file_get_contents(full, &text, NULL, NULL);
	return text;
}

static guint entries(void)
{
	GDir *open = g_dir_open(dir, 0, NULL);
	guint count = 0;

	while (g_dir_read_name(open))
		count++;
	g_dir_close(open);
	return count;
}

static bool write_out(const char *out, bool force, const char *plan)
{
	struct tree *tree = tree_open(out, force);

	if (!tree)
		return false;
	tree_add(tree, "plan.json", g_string_new(plan));
	tree_add(tree, "a/b.c", g_string_new("text"));
	return tree_commit(tree);
}

START_TEST(the_output_appears_when_complete)
{
	g_autofree char *out = g_build_filename(dir, "out", NULL);
	struct tree *tree = tree_open(out, false);
	g_autofree char *text = NULL;

	ck_assert_ptr_nonnull(tree);
	tree_add(tree, "a/b.c", g_string_new("text"));
	ck_assert(!g_file_test(out, G_FILE_TEST_EXISTS));
	ck_assert(tree_commit(tree));
	text = read_back("out/a/b.c");
	ck_assert_str_eq(text, "text");
	ck_assert_uint_eq(entries(), 1);
}
END_TEST

START_TEST(an_aborted_output_leaves_nothing)
{
	g_autofree char *out = g_build_filename(dir, "out", NULL);
	struct tree *tree = tree_open(out, false);

	tree_add(tree, "a/b.c", g_string_new("text"));
	tree_abort(tree);
	ck_assert_uint_eq(entries(), 0);
}
END_TEST

/* A file where a directory is wanted: the same path as any failing write. */
START_TEST(a_failed_write_leaves_nothing)
{
	g_autofree char *out = g_build_filename(dir, "out", NULL);
	struct tree *tree = tree_open(out, false);
	g_autofree char *said = NULL;

	capture_begin();
	tree_add(tree, "a", g_string_new("text"));
	tree_add(tree, "a/b.c", g_string_new("text"));
	ck_assert(!tree_commit(tree));
	said = capture_end();
	ck_assert_ptr_nonnull(strstr(said, "out/a/b.c: error: "));
	ck_assert_uint_eq(entries(), 0);
}
END_TEST

START_TEST(only_our_own_output_is_replaced)
{
	g_autofree char *out = g_build_filename(dir, "out", NULL);
	g_autofree char *said = NULL, *text = NULL;

	ck_assert(write_out(out, false, "{ \"generator\": \"mdrv 0\" }"));
	capture_begin();
	ck_assert(!write_out(out, false, "{ }"));
	said = capture_end();
	ck_assert_ptr_nonnull(strstr(said, "use --force"));
	ck_assert(write_out(out, true, "{ \"generator\": \"other\" }"));
	text = read_back("out/plan.json");
	ck_assert_str_eq(text, "{ \"generator\": \"other\" }");
	g_free(g_steal_pointer(&said));
	capture_begin();
	ck_assert(!write_out(out, true, "{ }"));
	said = capture_end();
	ck_assert_ptr_nonnull(strstr(said, "not written by mdrv"));
	ck_assert_uint_eq(entries(), 1);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("codegen");
	TCase *tests = tcase_create("all");
	SRunner *runner;
	int failed;

	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_add_test(tests, declarations_put_the_name_where_c_wants_it);
	tcase_add_test(tests, facts_name_parameters_by_number);
	tcase_add_test(tests, buffers_come_last_on_the_wire);
	tcase_add_test(tests, long_lines_break_after_commas);
	tcase_add_test(tests, strings_and_directives_are_not_broken);
	tcase_add_test(tests, the_output_appears_when_complete);
	tcase_add_test(tests, an_aborted_output_leaves_nothing);
	tcase_add_test(tests, a_failed_write_leaves_nothing);
	tcase_add_test(tests, only_our_own_output_is_replaced);
	suite_add_tcase(suite, tests);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
