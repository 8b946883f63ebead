// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which files make up the module, and with which flags: what Kbuild says in a dry
 * run (dryrun.c), or what a compilation database says.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#include <json.h>

#include "diag.h"
#include "dryrun.h"
#include "source.h"

/* What uname -r will say: Debian's kernel.release file holds another name. */
static char *read_release(const char *header)
{
	const char *begin = strstr(header, "UTS_RELEASE \"");
	const char *end = begin ? strchr(begin + 13, '"') : NULL;

	return end ? g_strndup(begin + 13, end - begin - 13) : NULL;
}

bool kbuild_check(struct model *model, const char *kdir)
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

/* A source of the module by its path below the driver's directory. */
static bool add_source(struct model *model, const char *name, GPtrArray *flags)
{
	char *path = g_build_filename(model->directory, name, NULL);
	struct source *source = g_new0(struct source, 1);
	GError *error = NULL;
	guint i;

	source->flags = g_ptr_array_new();
	source->name = model_intern(model, name);
	source->path = model_intern(model, path);
	g_ptr_array_add(model->sources, source);
	g_free(path);
	for (i = 0; i < flags->len; i++)
		g_ptr_array_add(source->flags, (char *)model_intern(model, flags->pdata[i]));
	if (!g_file_get_contents(source->path, &source->text, &source->size, &error)) {
		diag_error(&(struct location){ .file = source->path }, "%s", error->message);
		g_error_free(error);
		return false;
	}
	return true;
}

static bool add_object(struct model *model, const struct dryrun *run, const char *object)
{
	char *name = g_strdup_printf("%.*s.c", (int)strlen(object) - 2, object);
	GPtrArray *flags = NULL;
	bool ok = false;

	if (has_file(model->directory, name))
		flags = dryrun_flags(run, object, model->directory, model->kdir);
	else
		diag_error(&(struct location){ .file = model->directory },
			   "Kbuild has no rule that compiles %s from a C file", object);
	if (flags) {
		ok = add_source(model, name, flags);
		g_ptr_array_unref(flags);
	}
	g_free(name);
	return ok;
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

static bool add_module(struct model *model, const struct dryrun *run, const char *path,
		       bool has_user_kbuild)
{
	char **objects = g_hash_table_lookup(run->modules, path);
	char *name = g_path_get_basename(path);
	GString *kbuild = g_string_new(NULL);
	bool ok = true;
	guint i;

	model->module = model_intern(model, name);
	for (i = 0; objects[i]; i++)
		ok &= add_object(model, run, objects[i]);
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
	g_free(name);
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

		char *name = g_path_get_basename(l->data);

		diag_note(&at, "module %s: %s/%.*s.c", name, model->directory,
			  (int)strlen(objects[0]) - 2, objects[0]);
		g_free(name);
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

bool kbuild_open(struct model *model, const char *driver)
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
	if (g_file_test(real, G_FILE_TEST_IS_DIR)) {
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

/* "-D__KBUILD_MODNAME=kmod_e1000": the module that a file is compiled for. */
static const char *module_of(const struct source *source)
{
	static const char define[] = "-D__KBUILD_MODNAME=kmod_";
	guint i;

	for (i = 0; i < source->flags->len; i++) {
		if (g_str_has_prefix(source->flags->pdata[i], define))
			return (const char *)source->flags->pdata[i] + strlen(define);
	}
	return NULL;
}

static const char *string_in(struct json_object *object, const char *key)
{
	struct json_object *value;

	if (!json_object_object_get_ex(object, key, &value))
		return NULL;
	return json_object_get_string(value);
}

static bool add_entry(struct model *model, struct json_object *entry, const char *database)
{
	const char *file = string_in(entry, "file");
	size_t prefix = strlen(model->directory);
	struct json_object *arguments;
	GPtrArray *flags;
	size_t i;
	bool ok;

	if (!file || !json_object_object_get_ex(entry, "arguments", &arguments) ||
	    !json_object_is_type(arguments, json_type_array)) {
		diag_error(&(struct location){ .file = database },
			   "an entry lacks \"file\" or \"arguments\"");
		return false;
	}
	if (strncmp(file, model->directory, prefix) || file[prefix] != '/') {
		diag_error(&(struct location){ .file = database }, "%s is not below %s", file,
			   model->directory);
		return false;
	}
	flags = g_ptr_array_new();
	for (i = 1; i < json_object_array_length(arguments); i++) {
		struct json_object *argument = json_object_array_get_idx(arguments, i);

		g_ptr_array_add(flags, (char *)json_object_get_string(argument));
	}
	ok = add_source(model, file + prefix + 1, flags);
	g_ptr_array_unref(flags);
	return ok;
}

bool kbuild_open_database(struct model *model, const char *directory, const char *database)
{
	struct location at = { .file = database };
	struct json_object *root;
	char *real = realpath(directory, NULL);
	bool ok = real;
	size_t i;

	if (!ok) {
		diag_error(&(struct location){ .file = directory }, "%s", g_strerror(errno));
		return false;
	}
	model->directory = model_intern(model, real);
	free(real);
	root = json_object_from_file(database);
	if (!root || !json_object_is_type(root, json_type_array) ||
	    !json_object_array_length(root)) {
		diag_error(&at, "not a compilation database: %s", json_util_get_last_err() ?
			   json_util_get_last_err() : "no entries");
		ok = false;
	}
	for (i = 0; ok && i < json_object_array_length(root); i++)
		ok = add_entry(model, json_object_array_get_idx(root, i), database);
	if (ok) {
		const char *module = module_of(model->sources->pdata[0]);

		model->module = module ? module : model_intern(model, "module");
	}
	json_object_put(root);
	return ok;
}
