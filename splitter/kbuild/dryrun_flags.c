// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The compiler's arguments as a dry run or a compilation database tells them, with
 * paths as they are seen from anywhere, and locations the user's.
 */
#include <string.h>

#include "diag.h"
#include "dryrun.h"

/* The kernel source tree that @directory lies in, or NULL. */
char *source_root(const char *directory)
{
	char *root = g_strdup(directory), *up;

	while (strcmp(root, "/") && strcmp(root, ".")) {
		if (has_file(root, "Kconfig") && has_file(root, "MAINTAINERS") &&
		    has_file(root, "include/linux/module.h"))
			return root;
		up = g_path_get_dirname(root);
		g_free(root);
		root = up;
	}
	g_free(root);
	return NULL;
}

/*
 * $(srctree) of a dry run is the kernel build tree. Packages of headers leave out
 * what lies beside the drivers; then the driver's own kernel source has it.
 */
static char *include_in_source(const char *path, const char *root)
{
	const char *rest;

	if (!root || g_file_test(path, G_FILE_TEST_IS_DIR))
		return NULL;
	for (rest = strchr(path + 1, '/'); rest; rest = strchr(rest + 1, '/')) {
		char *found = g_build_filename(root, rest, NULL);

		if (rest[1] && g_file_test(found, G_FILE_TEST_IS_DIR))
			return found;
		g_free(found);
	}
	return NULL;
}

/* A directory for -I, as the compiler run in @kdir takes it. */
static char *real_include(const char *directory, const char *path, const char *kdir,
			  const char *root)
{
	const char *own = strstr(path, directory);
	char *plain, *found;

	if (own)	/* $(srctree)/$(src), where $(src) is absolute */
		plain = g_canonicalize_filename(own, "/");
	else if (*path != '/')
		plain = g_build_filename(kdir, path + 2 * g_str_has_prefix(path, "./"), NULL);
	else
		plain = strstr(path, "/..") ? g_canonicalize_filename(path, "/") : g_strdup(path);
	found = include_in_source(plain, root);
	if (!found)
		return plain;
	g_free(plain);
	return found;
}

static char *join(const char *prefix, char *rest)
{
	char *text = g_strconcat(prefix, rest, NULL);

	g_free(rest);
	return text;
}

static char *replace(const char *text, const char *what, const char *with)
{
	char **parts = g_strsplit(text, what, -1);
	char *result = g_strjoinv(with, parts);

	g_strfreev(parts);
	return result;
}

/* An argument as it would be in @directory itself. @run: NULL, or the dry run. */
static char *real_argument(const char *argument, const struct dryrun *run)
{
	g_autofree char *own = NULL;

	if (!run)
		return g_strdup(argument);
	own = replace(argument, run->work, run->directory);
	return replace(own, run->root, "");
}

/* Of the options that take a value, in the same word or in the next, the one of @argument. */
static const char *valued_option(const char *argument)
{
	static const char *const options[] = {
		"-I", "-D", "-U", "-include", "-imacros", "-isystem", "-iquote", "-idirafter",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(options); i++)
		if (g_str_has_prefix(argument, options[i]))
			return options[i];
	return NULL;
}

static char *real_file(const char *path, const char *kdir)
{
	return g_str_has_prefix(path, "./") ? g_build_filename(kdir, path + 2, NULL) :
					      g_strdup(path);
}

/* -I, -D and -U with their value in one word, the others in two. */
static void add_valued(GPtrArray *flags, const char *option, const char *value,
		       const char *directory, const char *kdir, const char *root)
{
	char *real;

	if (!strcmp(option, "-D") || !strcmp(option, "-U"))
		real = g_strdup(value);
	else if (!strcmp(option, "-include") || !strcmp(option, "-imacros"))
		real = real_file(value, kdir);
	else
		real = real_include(directory, value, kdir, root);
	if (strlen(option) == strlen("-I")) {
		g_ptr_array_add(flags, join(option, real));
		return;
	}
	g_ptr_array_add(flags, g_strdup(option));
	g_ptr_array_add(flags, real);
}

/* Compiler arguments with the work directory and relative paths made real. */
static GPtrArray *real_arguments(char **argv, const struct dryrun *run, const char *directory,
				 const char *kdir)
{
	static const char *const places[] = {
		"include/trace", "include", "include/trace/events",
	};
	GPtrArray *flags = g_ptr_array_new_with_free_func(g_free);
	char *root = source_root(directory);
	int i, ahead = 0;

	for (i = 1; argv[i]; i++) {
		const char *option = valued_option(argv[i]), *value = argv[i];
		g_autofree char *plain = NULL;

		if (option && argv[i][strlen(option)])
			value = argv[i] + strlen(option);
		else if (option && argv[i + 1])
			value = argv[++i];
		else
			option = NULL;
		plain = real_argument(value, run);
		if (option)
			add_valued(flags, option, plain, directory, kdir, root);
		else if (!g_str_has_prefix(plain, "-Wp,-M"))
			g_ptr_array_add(flags, real_file(plain, kdir));
	}
	/*
	 * <trace/define_trace.h> looks for a driver's header from its own directory; some
	 * drivers name "../drivers/..." as seen from include/, or "../../../drivers/...",
	 * which the kernel's build finds from any directory of that depth.
	 */
	for (i = 0; root && i < (int)G_N_ELEMENTS(places); i++) {
		g_autofree char *dir = g_build_filename(root, places[i], NULL);
		g_autofree char *given = g_strconcat("-I", dir, NULL);

		/* Named again as a system directory it would lose its place. */
		if (g_ptr_array_find_with_equal_func(flags, given, g_str_equal, NULL))
			continue;
		/* In front, where what is none of the driver's stands. */
		g_ptr_array_insert(flags, 2 * ahead, g_strdup("-idirafter"));
		g_ptr_array_insert(flags, 2 * ahead++ + 1, g_steal_pointer(&dir));
	}
	g_free(root);
	return flags;
}

GPtrArray *command_flags(const char *command, const struct dryrun *run, const char *directory,
			 const char *kdir)
{
	struct location at = { .file = directory };
	GPtrArray *flags = NULL;
	GError *error = NULL;
	char **argv;

	if (!g_shell_parse_argv(command, NULL, &argv, &error)) {
		diag_error(&at, "cannot read Kbuild's command: %s", error->message);
		g_error_free(error);
	} else {
		flags = real_arguments(argv, run, directory, kdir);
		g_strfreev(argv);
	}
	return flags;
}

GPtrArray *dryrun_flags(const struct dryrun *run, const char *object, const char *kdir)
{
	const char *command = g_hash_table_lookup(run->commands, object);
	struct location at = { .file = run->directory };

	if (command)
		return command_flags(command, run, run->directory, kdir);
	diag_error(&at, "Kbuild has no rule that compiles %s from a C file", object);
	return NULL;
}
