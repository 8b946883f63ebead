// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What Kbuild says in a dry run on a directory of symbolic links, so that nothing
 * is ever written beside the driver and objects of earlier builds do not hide files.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <glib/gstdio.h>

#include "diag.h"
#include "dryrun.h"

enum { MAX_DEPTH = 8 };

void dryrun_free(struct dryrun *run)
{
	g_hash_table_unref(run->modules);
	g_hash_table_unref(run->commands);
	g_free(run->problem);
	g_free(run->work);
}

void remove_tree(const char *path)
{
	const char *name;
	GDir *dir;

	if (!g_file_test(path, G_FILE_TEST_IS_SYMLINK) && (dir = g_dir_open(path, 0, NULL))) {
		while ((name = g_dir_read_name(dir))) {
			char *entry = g_build_filename(path, name, NULL);

			remove_tree(entry);
			g_free(entry);
		}
		g_dir_close(dir);
	}
	g_remove(path);
}

bool has_file(const char *dir, const char *name)
{
	char *path = g_build_filename(dir, name, NULL);
	bool found = g_file_test(path, G_FILE_TEST_EXISTS);

	g_free(path);
	return found;
}

bool has_kbuild(const char *dir)
{
	return has_file(dir, "Kbuild") || has_file(dir, "Makefile");
}

/* Left by builds; Kbuild must not see them, or it thinks the work is done. */
static bool is_artifact(const char *name)
{
	return name[0] == '.' || g_str_has_suffix(name, ".o") || g_str_has_suffix(name, ".ko") ||
	       g_str_has_suffix(name, ".mod") || g_str_has_suffix(name, ".mod.c") ||
	       !strcmp(name, "modules.order") || !strcmp(name, "Module.symvers");
}

/* @own: leave out directories with a Kbuild of their own. */
static bool link_tree(const char *from, const char *to, int depth, bool own)
{
	const char *name;
	bool ok = true;
	GDir *dir;

	dir = g_dir_open(from, 0, NULL);
	if (!dir)
		return depth > 0;	/* an unreadable subdirectory is none of ours */
	while (ok && (name = g_dir_read_name(dir))) {
		char *source = g_build_filename(from, name, NULL);
		char *target = g_build_filename(to, name, NULL);

		if (is_artifact(name))
			;
		else if (!g_file_test(source, G_FILE_TEST_IS_DIR))
			ok = !symlink(source, target);
		else if (depth < MAX_DEPTH && !(own && has_kbuild(source)))
			ok = !g_mkdir(target, 0700) && link_tree(source, target, depth + 1, own);
		g_free(source);
		g_free(target);
	}
	g_dir_close(dir);
	return ok;
}

/* The objects of the module whose list of objects goes to WORK/@stem.mod. */
static void add_objects(struct dryrun *run, const char *stem, const char *list)
{
	char **objects = g_strsplit_set(list, " \t", -1);
	char *dir = g_path_get_dirname(stem);
	GPtrArray *paths = g_ptr_array_new();
	guint i;

	for (i = 0; objects[i]; i++) {
		if (*objects[i] && strcmp(dir, "."))
			g_ptr_array_add(paths, g_build_filename(dir, objects[i], NULL));
		else if (*objects[i])
			g_ptr_array_add(paths, g_strdup(objects[i]));
	}
	g_ptr_array_add(paths, NULL);
	g_hash_table_replace(run->modules, g_strdup(stem), g_ptr_array_steal(paths, NULL));
	g_ptr_array_unref(paths);
	g_strfreev(objects);
	g_free(dir);
}

/* "printf '%s\n' a.o b.o | awk ... > WORK/name.mod": the objects of a module. */
static void scan_modules(struct dryrun *run, char **lines)
{
	GRegex *regex = g_regex_new("(?:printf '%s\\\\n'|echo)\\s+([^|;']+?)\\s*\\|\\s*awk "
				    "[^;]*?> (\\S+)\\.mod(?=[;\\s])", 0, 0, NULL);
	size_t prefix = strlen(run->work) + 1;
	guint i;

	for (i = 0; lines[i]; i++) {
		GMatchInfo *match;

		/* A tree has hundreds of thousands of lines: spare them the expression. */
		if (!strstr(lines[i], ".mod;") || !strstr(lines[i], "awk "))
			continue;
		if (g_regex_match(regex, lines[i], 0, &match)) {
			char *list = g_match_info_fetch(match, 1);
			char *stem = g_match_info_fetch(match, 2);

			if (strlen(stem) > prefix)
				add_objects(run, stem + prefix, list);
			g_free(stem);
			g_free(list);
		}
		g_match_info_free(match);
	}
	g_regex_unref(regex);
}

/* "...; gcc -Wp,-MMD,x.d FLAGS -c -o WORK/x.o WORK/x.c": the flags of an object. */
static void scan_commands(struct dryrun *run, char **lines)
{
	size_t prefix = strlen(run->work) + 1;
	guint i;

	for (i = 0; lines[i]; i++) {
		char *begin = strstr(lines[i], " -Wp,-M");
		char *end = begin ? strstr(begin, " -c -o ") : NULL;
		char *object;

		if (!end)
			continue;
		while (begin > lines[i] && begin[-1] != ';')
			begin--;
		object = g_strndup(end + 7, strcspn(end + 7, " ;"));
		if (g_str_has_prefix(object, run->work))
			g_hash_table_replace(run->commands, g_strdup(object + prefix),
					     g_strndup(begin, end - begin));
		g_free(object);
	}
}

/* make's complaint in the user's terms: not its follow-up errors, nor modpost's. */
static char *read_complaint(const char *text, const char *work)
{
	char **lines = g_strsplit(text, "\n", -1);
	char *prefix = g_strconcat(work, "/", NULL);
	char *result = NULL;
	guint i;

	for (i = 0; lines[i]; i++) {
		char **parts;

		if (!*lines[i] || strstr(lines[i], "] Error ") || strstr(lines[i], "modules.order"))
			continue;
		parts = g_strsplit(lines[i], prefix, -1);
		g_free(result);
		result = g_strjoinv("", parts);
		g_strfreev(parts);
	}
	g_free(prefix);
	g_strfreev(lines);
	return result ? result : g_strdup("");
}

/* Ask Kbuild what it would do. Its exit status says nothing: modpost misses its input. */
static bool dryrun_make(struct dryrun *run, const char *kdir)
{
	char *module = g_strdup_printf("M=%s", run->work);
	const char *users = g_getenv("KCFLAGS");
	/* Kbuild puts these between the kernel's own flags and those of the driver. */
	char *mark = g_strdup_printf("KCFLAGS=%s %s", users ? users : "", OWN_FLAGS);
	char *argv[] = { "make", "-nk", "-C", (char *)kdir, module, mark, "modules", NULL };
	char **environment = g_get_environ();
	char *out = NULL, *err = NULL;
	GError *error = NULL;
	bool ok;

	environment = g_environ_setenv(environment, "LC_ALL", "C", TRUE);
	environment = g_environ_unsetenv(environment, "MAKEFLAGS");
	environment = g_environ_unsetenv(environment, "MFLAGS");
	environment = g_environ_unsetenv(environment, "MAKELEVEL");
	environment = g_environ_unsetenv(environment, "KBUILD_VERBOSE");
	ok = g_spawn_sync(NULL, argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err,
			  NULL, &error);
	if (ok) {
		char **lines = g_strsplit(out, "\n", -1);

		scan_modules(run, lines);
		scan_commands(run, lines);
		g_strfreev(lines);
		run->problem = read_complaint(err, run->work);
	} else {
		diag_error(NULL, "cannot run make: %s", error->message);
		g_error_free(error);
	}
	g_strfreev(environment);
	g_free(mark);
	g_free(module);
	g_free(out);
	g_free(err);
	return ok;
}

/* Where TMPDIR says, unless that has a character that make cannot have in a path. */
static char *work_directory(void)
{
	GError *error = NULL;
	char *work;

	if (strpbrk(g_get_tmp_dir(), " \t:#$%'\"\\"))
		work = g_mkdtemp(g_strdup("/tmp/mdrv-XXXXXX"));
	else
		work = g_dir_make_tmp("mdrv-XXXXXX", &error);
	if (!work)
		diag_error(NULL, "cannot make a work directory: %s",
			   error ? error->message : g_strerror(errno));
	g_clear_error(&error);
	return work;
}

bool dryrun_do(struct dryrun *run, const char *dir, enum scope scope, const char *file,
	       const char *kdir)
{
	bool ok;

	run->modules = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					     (GDestroyNotify)g_strfreev);
	run->commands = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	run->problem = NULL;
	run->work = work_directory();
	if (!run->work)
		return false;
	if (scope == SCOPE_FILE) {
		char *source = g_build_filename(dir, file, NULL);
		char *target = g_build_filename(run->work, file, NULL);
		char *kbuild = g_build_filename(run->work, "Kbuild", NULL);
		char *text = g_strdup_printf("obj-m := %.*s.o\n", (int)strlen(file) - 2, file);

		ok = !symlink(source, target) && g_file_set_contents(kbuild, text, -1, NULL);
		g_free(text);
		g_free(kbuild);
		g_free(target);
		g_free(source);
	} else {
		ok = link_tree(dir, run->work, 0, scope == SCOPE_OWN);
	}
	if (!ok)
		diag_error(NULL, "cannot fill the work directory %s: %s", run->work,
			   g_strerror(errno));
	ok = ok && dryrun_make(run, kdir);
	remove_tree(run->work);
	return ok;
}


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
		plain = g_strdup(own);
	else if (*path != '/')
		plain = g_build_filename(kdir, path + 2 * g_str_has_prefix(path, "./"), NULL);
	else
		plain = g_strdup(path);
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

/* Compiler arguments with the work directory and relative paths made real. */
static GPtrArray *real_arguments(char **argv, const char *work, const char *directory,
				 const char *kdir)
{
	static const char *const places[] = {
		"include/trace", "include", "include/trace/events",
	};
	GPtrArray *flags = g_ptr_array_new_with_free_func(g_free);
	char *root = source_root(directory);
	int i;

	for (i = 1; argv[i]; i++) {
		bool apart = !strcmp(argv[i], "-I") && argv[i + 1];
		char *argument = apart ? g_strconcat("-I", argv[++i], NULL) : g_strdup(argv[i]);
		char **parts = g_strsplit(argument, work, -1);
		char *plain = g_strjoinv(directory, parts);

		g_free(argument);
		if (g_str_has_prefix(plain, "-Wp,-M"))
			;
		else if (g_str_has_prefix(plain, "-I") && plain[2])
			g_ptr_array_add(flags, join("-I", real_include(directory, plain + 2, kdir,
								       root)));
		else if (g_str_has_prefix(plain, "./"))
			g_ptr_array_add(flags, g_build_filename(kdir, plain + 2, NULL));
		else
			g_ptr_array_add(flags, g_strdup(plain));
		g_free(plain);
		g_strfreev(parts);
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
		g_ptr_array_add(flags, g_strdup("-idirafter"));
		g_ptr_array_add(flags, g_steal_pointer(&dir));
	}
	g_free(root);
	return flags;
}

GPtrArray *dryrun_flags(const struct dryrun *run, const char *object, const char *directory,
			const char *kdir)
{
	const char *command = g_hash_table_lookup(run->commands, object);
	struct location at = { .file = directory };
	GPtrArray *flags = NULL;
	GError *error = NULL;
	char **argv;

	if (!command) {
		diag_error(&at, "Kbuild has no rule that compiles %s from a C file", object);
	} else if (!g_shell_parse_argv(command, NULL, &argv, &error)) {
		diag_error(&at, "cannot read Kbuild's command: %s", error->message);
		g_error_free(error);
	} else {
		flags = real_arguments(argv, run->work, directory, kdir);
		g_strfreev(argv);
	}
	return flags;
}
