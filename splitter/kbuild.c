// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which files make up the module, and with which flags: what Kbuild says in a dry
 * run. The dry run works on a directory of symbolic links, so that nothing is
 * ever written beside the driver and objects of earlier builds do not hide files.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>
#include <glib/gstdio.h>

#include "diag.h"
#include "source.h"

enum { MAX_DEPTH = 8 };

/* What one dry run said; paths are those in the directory of links. */
struct dryrun {
	char *work;		/* the directory of links */
	GHashTable *modules;	/* name -> char **: object names relative to @work */
	GHashTable *commands;	/* object relative to @work -> compile command */
	char *problem;		/* what make complained of on stderr, or "" */
};

static void dryrun_free(struct dryrun *run)
{
	g_hash_table_unref(run->modules);
	g_hash_table_unref(run->commands);
	g_free(run->problem);
	g_free(run->work);
}

static void remove_tree(const char *path)
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

static bool has_file(const char *dir, const char *name)
{
	char *path = g_build_filename(dir, name, NULL);
	bool found = g_file_test(path, G_FILE_TEST_EXISTS);

	g_free(path);
	return found;
}

static bool has_kbuild(const char *dir)
{
	return has_file(dir, "Kbuild") || has_file(dir, "Makefile");
}

/* What uname -r will say: Debian's kernel.release file holds another name. */
static char *read_release(const char *header)
{
	const char *begin = strstr(header, "UTS_RELEASE \"");
	const char *end = begin ? strchr(begin + 13, '"') : NULL;

	return end ? g_strndup(begin + 13, end - begin - 13) : NULL;
}

/* Is @kdir a configured kernel build tree, and of which release? */
static bool check_kdir(struct model *model, const char *kdir)
{
	struct location at = { .file = kdir };
	char *path, *text = NULL, *release = NULL, *real;
	struct utsname running;

	if (!g_file_test(kdir, G_FILE_TEST_IS_DIR)) {
		diag_error(&at, "no such kernel build tree; install the headers of the kernel "
			   "(Debian: linux-headers-VERSION) or name them with --kdir");
		return false;
	}
	if (!has_file(kdir, "Makefile") || (!has_file(kdir, "scripts") &&
					    !has_file(kdir, "include/config"))) {
		diag_error(&at, "not a kernel build tree: it lacks Makefile and scripts; "
			   "--kdir wants the directory that \"make -C\" takes to build modules");
		return false;
	}
	path = g_build_filename(kdir, "include/generated/utsrelease.h", NULL);
	if (has_file(kdir, "include/generated/autoconf.h") &&
	    g_file_get_contents(path, &text, NULL, NULL))
		release = read_release(text);
	g_free(path);
	g_free(text);
	if (!release) {
		diag_error(&at, "kernel tree is not configured: no include/generated/autoconf.h "
			   "and include/generated/utsrelease.h; run \"make olddefconfig "
			   "modules_prepare\" in it");
		return false;
	}
	model->release = model_intern(model, release);
	if (!has_file(kdir, "Module.symvers"))
		diag_warning(&at, "no Module.symvers: the kernel half will compile, but needs the "
			     "symbol versions of a built kernel to load");
	if (!uname(&running) && strcmp(running.release, release))
		diag_note(&at, "builds for kernel %s; the one running here is %s, which cannot "
			  "load the result", release, running.release);
	g_free(release);
	real = realpath(kdir, NULL);
	model->kdir = model_intern(model, real ? real : kdir);
	free(real);
	return true;
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

/* "printf '%s\n' a.o b.o | awk ... > WORK/name.mod": the objects of a module. */
static void scan_modules(struct dryrun *run, const char *output)
{
	GRegex *regex = g_regex_new("(?:printf '%s\\\\n'|echo)\\s+([^|;'\\n]+?)\\s*\\|\\s*awk "
				    "[^;\\n]*?> (\\S+)\\.mod(?=[;\\s])", 0, 0, NULL);
	size_t prefix = strlen(run->work) + 1;
	GMatchInfo *match;

	g_regex_match(regex, output, 0, &match);
	for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
		char *list = g_match_info_fetch(match, 1);
		char *stem = g_match_info_fetch(match, 2);
		char **objects = g_strsplit_set(list, " \t", -1);
		char *dir, *name;
		GPtrArray *paths = g_ptr_array_new();
		guint i;

		if (strlen(stem) > prefix) {
			dir = g_path_get_dirname(stem + prefix);
			name = g_path_get_basename(stem);
			for (i = 0; objects[i]; i++) {
				if (*objects[i] && strcmp(dir, "."))
					g_ptr_array_add(paths, g_build_filename(dir, objects[i],
										NULL));
				else if (*objects[i])
					g_ptr_array_add(paths, g_strdup(objects[i]));
			}
			g_ptr_array_add(paths, NULL);
			g_hash_table_replace(run->modules, name, g_ptr_array_steal(paths, NULL));
			g_free(dir);
		}
		g_ptr_array_unref(paths);
		g_strfreev(objects);
		g_free(stem);
		g_free(list);
	}
	g_match_info_free(match);
	g_regex_unref(regex);
}

/* "...; gcc -Wp,-MMD,x.d FLAGS -c -o WORK/x.o WORK/x.c": the flags of an object. */
static void scan_commands(struct dryrun *run, const char *output)
{
	char **lines = g_strsplit(output, "\n", -1);
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
	g_strfreev(lines);
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
	char *argv[] = { "make", "-nk", "-C", (char *)kdir, module, "modules", NULL };
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
		scan_modules(run, out);
		scan_commands(run, out);
		run->problem = read_complaint(err, run->work);
	} else {
		diag_error(NULL, "cannot run make: %s", error->message);
		g_error_free(error);
	}
	g_strfreev(environment);
	g_free(module);
	g_free(out);
	g_free(err);
	return ok;
}

enum scope {
	SCOPE_ALL,		/* the Kbuild of a directory and of all below it */
	SCOPE_OWN,		/* without those below it: big directories take long */
	SCOPE_FILE,		/* a Kbuild made up for a single file */
};

static bool dryrun_do(struct dryrun *run, const char *dir, enum scope scope, const char *file,
		      const char *kdir)
{
	GError *error = NULL;
	bool ok;

	run->modules = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					     (GDestroyNotify)g_strfreev);
	run->commands = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	run->problem = NULL;
	run->work = g_dir_make_tmp("mdrv-XXXXXX", &error);
	if (!run->work) {
		diag_error(NULL, "cannot make a work directory: %s", error->message);
		g_error_free(error);
		return false;
	}
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

/* One compiler argument, with the work directory and relative paths made real. */
static char *real_argument(const struct model *model, const struct dryrun *run, const char *text)
{
	char **parts = g_strsplit(text, run->work, -1);
	char *plain = g_strjoinv(model->directory, parts);
	char *result = NULL;

	g_strfreev(parts);
	if (g_str_has_prefix(plain, "-I./"))
		result = g_strdup_printf("-I%s/%s", model->kdir, plain + 4);
	else if (g_str_has_prefix(plain, "-I") && plain[2] && plain[2] != '/')
		result = g_strdup_printf("-I%s/%s", model->kdir, plain + 2);
	else if (g_str_has_prefix(plain, "./"))
		result = g_strdup_printf("%s/%s", model->kdir, plain + 2);
	if (!result)
		return plain;
	g_free(plain);
	return result;
}

static bool add_source(struct model *model, const struct dryrun *run, const char *object)
{
	const char *command = g_hash_table_lookup(run->commands, object);
	struct location at = { .file = model->directory };
	GError *error = NULL;
	struct source *source;
	char **argv, *name, *path;
	int argc, i;

	name = g_strdup_printf("%.*s.c", (int)strlen(object) - 2, object);
	path = g_build_filename(model->directory, name, NULL);
	if (!command || !g_file_test(path, G_FILE_TEST_EXISTS)) {
		diag_error(&at, "Kbuild has no rule that compiles %s from a C file", object);
		g_free(name);
		g_free(path);
		return false;
	}
	source = g_new0(struct source, 1);
	source->flags = g_ptr_array_new();
	source->name = model_intern(model, name);
	source->path = model_intern(model, path);
	g_ptr_array_add(model->sources, source);
	g_free(name);
	g_free(path);
	at.file = source->path;
	if (!g_file_get_contents(source->path, &source->text, &source->size, &error)) {
		diag_error(&at, "%s", error->message);
		g_error_free(error);
		return false;
	}
	if (!g_shell_parse_argv(command, &argc, &argv, &error)) {
		diag_error(&at, "cannot read Kbuild's command: %s", error->message);
		g_error_free(error);
		return false;
	}
	for (i = 1; i < argc; i++) {
		char *argument = real_argument(model, run, argv[i]);

		if (!g_str_has_prefix(argument, "-Wp,-M"))
			g_ptr_array_add(source->flags, (char *)model_intern(model, argument));
		g_free(argument);
	}
	g_strfreev(argv);
	return true;
}

/* Lines of the user's Kbuild that set flags, for the Kbuild of the kernel half. */
static void copy_flag_lines(GString *to, const char *dir)
{
	static const char *const names[] = { "Kbuild", "Makefile" };
	char *text = NULL, **lines;
	guint i;

	for (i = 0; i < G_N_ELEMENTS(names) && !text; i++) {
		char *path = g_build_filename(dir, names[i], NULL);

		g_file_get_contents(path, &text, NULL, NULL);
		g_free(path);
	}
	if (!text)
		return;
	lines = g_strsplit(text, "\n", -1);
	for (i = 0; lines[i]; i++) {
		bool more = g_regex_match_simple("^\\s*(subdir-ccflags-|ccflags-|CFLAGS_)",
						 lines[i], 0, 0);

		while (more) {
			g_string_append_printf(to, "%s\n", lines[i]);
			more = g_str_has_suffix(lines[i], "\\") && lines[i + 1];
			i += more;
		}
	}
	g_strfreev(lines);
	g_free(text);
}

static bool add_module(struct model *model, const struct dryrun *run, const char *name,
		       bool has_user_kbuild)
{
	char **objects = g_hash_table_lookup(run->modules, name);
	GString *kbuild = g_string_new(NULL);
	bool ok = true;
	guint i;

	model->module = model_intern(model, name);
	for (i = 0; objects[i]; i++)
		ok &= add_source(model, run, objects[i]);
	g_string_printf(kbuild, "obj-m := %s.o\n", name);
	if (objects[0] && objects[1]) {
		char *list = g_strjoinv(" ", objects);

		g_string_append_printf(kbuild, "%s-y := %s\n", name, list);
		g_free(list);
	}
	if (has_user_kbuild) {
		copy_flag_lines(kbuild, model->directory);
		model->kbuild = model_intern(model, kbuild->str);
	}
	g_string_free(kbuild, TRUE);
	return ok;
}

/* The module that contains @file, or the only module when @file is NULL. */
static const char *choose_module(const struct dryrun *run, const char *file)
{
	GHashTableIter iter;
	gpointer name, objects;
	char *object;
	const char *found = NULL;

	g_hash_table_iter_init(&iter, run->modules);
	if (!file)
		return g_hash_table_iter_next(&iter, &name, NULL) ? name : NULL;
	object = g_strdup_printf("%.*s.o", (int)strlen(file) - 2, file);
	while (!found && g_hash_table_iter_next(&iter, &name, &objects)) {
		if (g_strv_contains((const char *const *)objects, object))
			found = name;
	}
	g_free(object);
	return found;
}

static void list_modules(const struct model *model, const struct dryrun *run)
{
	struct location at = { .file = model->directory };
	GList *names = g_list_sort(g_hash_table_get_keys(run->modules), (GCompareFunc)strcmp), *l;

	diag_error(&at, "holds %u modules; name the one to split by one of its .c files",
		   g_hash_table_size(run->modules));
	for (l = names; l; l = l->next) {
		char **objects = g_hash_table_lookup(run->modules, l->data);

		diag_note(&at, "module %s: %s/%.*s.c", (char *)l->data, model->directory,
			  (int)strlen(objects[0]) - 2, objects[0]);
	}
	g_list_free(names);
}

static bool open_directory(struct model *model)
{
	struct location at = { .file = model->directory };
	struct dryrun run;
	bool ok = false;

	if (!has_kbuild(model->directory)) {
		diag_error(&at, "no Kbuild or Makefile here; name a directory that has one, "
			   "or a single .c file");
		return false;
	}
	if (!dryrun_do(&run, model->directory, SCOPE_ALL, NULL, model->kdir))
		;
	else if (!g_hash_table_size(run.modules))
		diag_error(&at, "Kbuild builds no module here: no obj-m that this kernel's "
			   "configuration enables; to split one file, name it%s%s",
			   *run.problem ? "; make says: " : "", run.problem);
	else if (g_hash_table_size(run.modules) > 1)
		list_modules(model, &run);
	else
		ok = add_module(model, &run, choose_module(&run, NULL), true);
	dryrun_free(&run);
	return ok;
}

/* Does Kbuild compile every object of the module? */
static bool is_whole(const struct dryrun *run, const char *module)
{
	char **objects = g_hash_table_lookup(run->modules, module);
	guint i;

	for (i = 0; objects[i]; i++) {
		if (!g_hash_table_contains(run->commands, objects[i]))
			return false;
	}
	return true;
}

/*
 * A file that its directory's Kbuild knows is taken with its flags and its module,
 * any other as a module in itself.
 */
static bool open_file(struct model *model, const char *file)
{
	enum scope scope = has_kbuild(model->directory) ? SCOPE_OWN : SCOPE_FILE;
	struct location at = { .file = model->directory };
	bool ok = true, done = false;

	while (ok && !done) {
		const char *module;
		struct dryrun run;

		ok = dryrun_do(&run, model->directory, scope, file, model->kdir);
		module = ok ? choose_module(&run, file) : NULL;
		if (module && (scope != SCOPE_OWN || is_whole(&run, module))) {
			ok = add_module(model, &run, module, scope != SCOPE_FILE);
			done = true;
		} else if (ok && scope == SCOPE_FILE) {
			diag_error(&at, "Kbuild does not build %s as a module%s%s", file,
				   *run.problem ? "; make says: " : "", run.problem);
			ok = false;
		}
		dryrun_free(&run);
		/* Objects may lie below; else the Kbuild does not know the file. */
		scope = module ? SCOPE_ALL : SCOPE_FILE;
	}
	return ok;
}

bool kbuild_open(struct model *model, const char *driver, const char *kdir)
{
	struct location at = { .file = driver };
	char *real = realpath(driver, NULL);
	char *dir, *base;
	bool ok = false;

	if (!real) {
		diag_error(&at, "%s", g_strerror(errno));
		return false;
	}
	dir = g_path_get_dirname(real);
	base = g_path_get_basename(real);
	if (!check_kdir(model, kdir)) {
		;
	} else if (g_file_test(real, G_FILE_TEST_IS_DIR)) {
		model->directory = model_intern(model, real);
		ok = open_directory(model);
	} else if (g_str_has_suffix(real, ".c")) {
		model->directory = model_intern(model, dir);
		ok = open_file(model, base);
	} else {
		diag_error(&at, "neither a directory nor a .c file");
	}
	g_free(base);
	g_free(dir);
	free(real);
	return ok;
}
