// SPDX-License-Identifier: GPL-2.0-or-later
/* The front end without a compiler: diagnostics, flags, include lines, Kbuild's words. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <glib/gstdio.h>

#include "capture.h"
#include "diag.h"
#include "flags.h"
#include "kbuild.h"
#include "source.h"

static struct model *model;

static void setup(void)
{
	model = model_new();
}

static void teardown(void)
{
	model_free(model);
}

START_TEST(test_located)
{
	struct location at = { "dir/f.c", 12, 3 }, file = { .file = "dir" };
	char *text;

	capture_begin();
	diag_error(&at, "bad %s", "thing");
	diag_note(&file, "look here");
	diag_warning(NULL, "beware");
	diag_verbose(1, "silent");
	text = capture_end();
	ck_assert_str_eq(text, "dir/f.c:12:3: error: bad thing\n"
			       "dir: note: look here\n"
			       "mdrv: warning: beware\n");
	ck_assert_uint_eq(diag_errors(), 1);
	g_free(text);
}
END_TEST

START_TEST(test_nearest)
{
	static const char *const words[] = { "probe", "remove", "context" };

	ck_assert_str_eq(diag_nearest("prob", words, 3), "probe");
	ck_assert_str_eq(diag_nearest("rmove", words, 3), "remove");
	ck_assert_str_eq(diag_nearest("contxet", words, 3), "context");
	ck_assert_ptr_null(diag_nearest("suspend", words, 3));
	ck_assert_ptr_null(diag_nearest("", words, 3));
	ck_assert_ptr_null(diag_nearest("probe", words, 0));
}
END_TEST

static struct source *add_source(const char *text, const char *const *flags)
{
	struct source *source = g_new0(struct source, 1);

	source->path = source->name = "/d/f.c";
	source->text = g_strdup(text);
	source->size = strlen(text);
	source->flags = g_ptr_array_new();
	for (; flags && *flags; flags++)
		g_ptr_array_add(source->flags, (gpointer)*flags);
	g_ptr_array_add(model->sources, source);
	return source;
}

START_TEST(test_flags)
{
	static const char *const gcc[] = {
		"-nostdinc", "-I/k/include", "-include", "/k/kconfig.h", "-DX=1", "-O2", "-Wall",
		"-fconserve-stack", "-mindirect-branch=thunk-extern", "-std=gnu11",
		"-funsigned-char", "-c", "-include", NULL,
	};
	static const char *const want[] = {
		"-nostdinc", "-I/k/include", "-include", "/k/kconfig.h", "-DX=1", "-std=gnu11",
		"-funsigned-char", "-fheinous-gnu-extensions", "-w",
	};
	GPtrArray *flags = flags_for_clang(add_source("", gcc), NULL, NULL);
	guint i;

	ck_assert_uint_eq(flags->len, G_N_ELEMENTS(want));
	for (i = 0; i < flags->len; i++)
		ck_assert_str_eq(flags->pdata[i], want[i]);
	g_ptr_array_unref(flags);
}
END_TEST

static const struct {
	const char *text;
	unsigned int line;
} includes[] = {
	{ "", 0 },
	{ "int x;\n", 0 },
	{ "#include <a.h>\n\n# include \"b.h\"\nint x;\n", 3 },
	{ "/*\n#include <no.h>\n*/\n#include <a.h> /* last */\nint x;\n", 4 },
	{ "#include <a.h>\n#ifdef X\n#include <b.h>\n#endif\nint x;\n", 4 },
	{ "#include <a.h>\n#if 1\n# if 2\n#include <b.h>\n# endif\nint y;\n#endif\nint x;\n", 7 },
	{ "#include <a.h>\n#ifdef X\nint y;\n#endif\n", 1 },
	{ "// #include <no.h>\n#include <a.h>\nchar *s = \"\\\n#include\";\n", 2 },
	{ "#include <a.h>\nint q = '\"';\n#include <b.h>\n", 3 },
	{ "#ifndef A\n#define A\n#include <a.h>\n", 0 },
};

START_TEST(test_last_include)
{
	struct source *source = add_source(includes[_i].text, NULL);

	model_finish(model);
	ck_assert_uint_eq(source->last_include, includes[_i].line);
}
END_TEST

/* A kernel tree whose make says in a dry run what @recipe says. */
static char *fake_kdir(const char *recipe)
{
	char *dir = g_dir_make_tmp("front-test-XXXXXX", NULL);
	char *generated = g_build_filename(dir, "include/generated", NULL);
	char *config = g_build_filename(dir, "include/config", NULL);
	const char *const files[][2] = {
		{ "Module.symvers", "" },
		{ "include/generated/autoconf.h", "" },
		{ "include/generated/utsrelease.h", "#define UTS_RELEASE \"1.2.3-test\"\n" },
		{ "Makefile", recipe },
	};
	guint i;

	ck_assert_int_eq(g_mkdir_with_parents(generated, 0700), 0);
	ck_assert_int_eq(g_mkdir_with_parents(config, 0700), 0);
	for (i = 0; i < G_N_ELEMENTS(files); i++) {
		char *path = g_build_filename(dir, files[i][0], NULL);

		ck_assert(g_file_set_contents(path, files[i][1], -1, NULL));
		g_free(path);
	}
	g_free(generated);
	g_free(config);
	return dir;
}

static char *fake_driver(void)
{
	static const char *const names[] = { "one.c", "two.c", "Kbuild" };
	char *dir = g_dir_make_tmp("front-test-XXXXXX", NULL);
	guint i;

	for (i = 0; i < G_N_ELEMENTS(names); i++) {
		char *path = g_build_filename(dir, names[i], NULL);

		ck_assert(g_file_set_contents(path, "ccflags-y := -DUSER\nother := 1\n", -1, NULL));
		g_free(path);
	}
	return dir;
}

static void remove_tree(char *dir)
{
	char *argv[] = { "rm", "-rf", dir, NULL };

	ck_assert(g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
			       NULL));
	g_free(dir);
}

static bool open_driver(const char *driver)
{
	return kbuild_open(model, &(struct kbuild_request){ .driver = driver });
}

/* The list of a module's objects as different kernels print it. */
static const char *const list_forms[] = {
	"printf '%s\\n'   one.o two.o", "echo one.o two.o",
};

START_TEST(test_kbuild)
{
	char *recipe = g_strdup_printf(
		"modules:\n"
		"\tset -e; ccache gcc-9 -Wp,-MMD,$(M)/.one.o.d -I./include -Iinclude -I$(M)/own "
		"-DNAME='\"a b\"' -DMODULE -c -o $(M)/one.o $(M)/one.c ; true\n"
		"\tgcc -Wp,-MD,$(M)/.two.o.d -c -o $(M)/two.o $(M)/two.c\n"
		"\t%s | awk '!x[$$0]++ { print(\"$(M)/\"$$0) }' > $(M)/pair.mod; true\n",
		list_forms[_i]);
	char *kdir = fake_kdir(recipe), *driver = fake_driver(), *text;
	const struct source *one, *two;
	bool ok;

	capture_begin();
	ok = kbuild_check(model, kdir) && open_driver(driver);
	text = capture_end();
	ck_assert_msg(ok, "%s", text);
	ck_assert_str_eq(model->module, "pair");
	ck_assert_str_eq(model->release, "1.2.3-test");
	ck_assert_uint_eq(model->sources->len, 2);
	one = model->sources->pdata[0];
	two = model->sources->pdata[1];
	ck_assert_str_eq(one->name, "one.c");
	ck_assert_str_eq(two->name, "two.c");
	/* The compiler's name stays out, paths are real, quotes are gone. */
	ck_assert_uint_eq(two->flags->len, 0);
	for (guint i = 0; i < one->flags->len; i++) {
		const char *flag = one->flags->pdata[i];

		if (strstr(flag, "own"))
			ck_assert(g_str_has_prefix(flag + 2, driver));
		else if (g_str_has_prefix(flag, "-I"))
			ck_assert(g_str_has_prefix(flag + 2, kdir));
		if (strstr(flag, "NAME"))
			ck_assert_str_eq(flag, "-DNAME=\"a b\"");
	}
	g_free(text);
	g_free(recipe);
	remove_tree(driver);
	remove_tree(kdir);
}
END_TEST

static const struct {
	const char *recipe;
	const char *message;
} broken[] = {
	{ "modules:\n\ttrue\n", "builds no module here" },
	{ "$(error no such option)\n", "no such option" },
	{ "modules:\n\techo one.o | awk '{}' > $(M)/m.mod;\n", "no rule that compiles one.o" },
	{ "modules:\n\techo one.o | awk '{}' > $(M)/m.mod;\n"
	  "\techo two.o | awk '{}' > $(M)/n.mod;\n", "holds 2 modules" },
	{ "modules:\n\tgcc -Wp,-MMD,x -DX='a -c -o $(M)/one.o $(M)/one.c\n"
	  "\techo one.o | awk '{}' > $(M)/m.mod;\n", "cannot read Kbuild's command" },
};

START_TEST(test_kbuild_broken)
{
	char *kdir = fake_kdir(broken[_i].recipe), *driver = fake_driver(), *text;
	bool ok;

	capture_begin();
	ok = kbuild_check(model, kdir) && open_driver(driver);
	text = capture_end();
	ck_assert(!ok);
	ck_assert_msg(strstr(text, broken[_i].message) != NULL, "%s", text);
	ck_assert_ptr_nonnull(strstr(text, "error: "));
	g_free(text);
	remove_tree(driver);
	remove_tree(kdir);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("front");
	TCase *tcase = tcase_create("front");
	SRunner *runner;
	int failed;

	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, test_located);
	tcase_add_test(tcase, test_nearest);
	tcase_add_test(tcase, test_flags);
	tcase_add_loop_test(tcase, test_last_include, 0, G_N_ELEMENTS(includes));
	tcase_add_loop_test(tcase, test_kbuild, 0, G_N_ELEMENTS(list_forms));
	tcase_add_loop_test(tcase, test_kbuild_broken, 0, G_N_ELEMENTS(broken));
	tcase_set_timeout(tcase, 60);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
