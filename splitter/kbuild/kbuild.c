// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which files make up the module, and with which flags: what Kbuild says in a dry
 * run (dryrun.c). kbuild_database.c asks a compilation database instead.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#include "diag.h"
#include "dryrun.h"
#include "kbuild.h"
#include "kbuild_internal.h"

/* What uname -r will say: Debian's kernel.release file holds another name. */
static char *read_release(const char *header)
{
	const char *begin = strstr(header, "UTS_RELEASE \"");
	const char *end = begin ? strchr(begin + 13, '"') : NULL;

	return end ? g_strndup(begin + 13, end - begin - 13) : NULL;
}

bool kbuild_has(const char *kdir, const char *option)
{
	g_autofree char *path = g_build_filename(kdir, "include/generated/autoconf.h", NULL);
	g_autofree char *line = g_strdup_printf("\n#define CONFIG_%s 1\n", option);
	g_autofree char *text = NULL;

	return g_file_get_contents(path, &text, NULL, NULL) && strstr(text, line);
}

bool kbuild_check(struct model *model, const char *kdir)
{
	struct location at = { .file = kdir };
	char *path, *text = NULL, *release = NULL, *real;

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
	g_free(release);
	real = realpath(kdir, NULL);
	model->kdir = model_intern(model, real ? real : kdir);
	free(real);
	return true;
}

void kbuild_tell_running(const struct model *model)
{
	struct utsname running;

	if (!uname(&running) && strcmp(running.release, model->release))
		diag_note(&(struct location){ .file = model->kdir },
			  "builds for kernel %s; the one running here is %s, which cannot load "
			  "the result", model->release, running.release);
}

bool kbuild_add_source(struct model *model, const char *name, GPtrArray *flags)
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

/* @object, relative to the directory of the dry run, as a C file below that of the model. */
static bool add_object(struct model *model, const struct dryrun *run, const char *object)
{
	g_autofree char *c = g_strdup_printf("%.*s.c", (int)strlen(object) - 2, object);
	g_autofree char *path = g_canonicalize_filename(c, run->directory);
	g_autoptr(GPtrArray) flags = NULL;

	if (g_file_test(path, G_FILE_TEST_EXISTS))
		flags = dryrun_flags(run, object, model->kdir);
	else
		diag_error(&(struct location){ .file = run->directory },
			   "Kbuild has no rule that compiles %s from a C file", object);
	return flags && kbuild_add_source(model, path + strlen(model->directory) + 1, flags);
}

static bool add_module(struct model *model, const struct dryrun *run, const char *path)
{
	char **objects = g_hash_table_lookup(run->modules, path);
	g_autofree char *name = g_path_get_basename(path);
	GHashTableIter iter;
	gpointer header;
	bool ok = kbuild_widen(model, objects);
	guint i;

	model->module = model_intern(model, name);
	for (i = 0; ok && objects[i]; i++)
		ok &= add_object(model, run, objects[i]);
	g_hash_table_iter_init(&iter, run->made);
	while (g_hash_table_iter_next(&iter, &header, NULL))
		g_hash_table_add(model->made, (gpointer)model_intern(model, header));
	return ok;
}

/* The kernel takes one for the other in the name of a module. */
bool same_module(const char *a, const char *b)
{
	g_autofree char *x = g_strdelimit(g_strdup(a), "-", '_');
	g_autofree char *y = g_strdelimit(g_strdup(b), "-", '_');

	return !strcmp(x, y);
}

/* The module of that name, that which contains @file, or, with neither, any. */
static const char *choose_module(const struct dryrun *run, const char *name, const char *file)
{
	g_autofree char *object = file ? g_strdup_printf("%.*s.o", (int)strlen(file) - 2, file) :
				  NULL;
	GHashTableIter iter;
	gpointer path, objects;

	g_hash_table_iter_init(&iter, run->modules);
	while (g_hash_table_iter_next(&iter, &path, &objects)) {
		g_autofree char *base = g_path_get_basename(path);

		if ((!name || same_module(name, base)) &&
		    (!file || g_strv_contains((const char *const *)objects, object)))
			return path;
	}
	return NULL;
}

/* How to name one of several modules; @name: what was named, and is none of them. */
static void list_modules(const struct dryrun *run, const char *name)
{
	struct location at = { .file = run->directory };
	GList *names = g_list_sort(g_hash_table_get_keys(run->modules), (GCompareFunc)strcmp), *l;

	if (name)
		diag_error(&at, "holds no module '%s'; name one of these with --module", name);
	else
		diag_error(&at, "holds %u modules; name the one to split with --module NAME, or "
			   "by one of its .c files", g_hash_table_size(run->modules));
	for (l = names; l; l = l->next) {
		char **objects = g_hash_table_lookup(run->modules, l->data);
		g_autofree char *base = g_path_get_basename(l->data);

		diag_note(&at, "module %s: %s/%.*s.c", base, run->directory,
			  objects[0] ? (int)strlen(objects[0]) - 2 : 0,
			  objects[0] ? objects[0] : "");
	}
	g_list_free(names);
}

static bool open_directory(struct model *model, const struct kbuild_request *request)
{
	struct location at = { .file = model->directory };
	const char *module;
	struct dryrun run;
	bool ok = false;

	if (!has_kbuild(model->directory)) {
		diag_error(&at, "no Kbuild or Makefile here; name a directory that has one, "
			   "or a single .c file");
		return false;
	}
	if (!dryrun_do(&run, model->directory, SCOPE_ALL, NULL, model->kdir, request->variables)) {
		dryrun_free(&run);
		return false;
	}
	module = choose_module(&run, request->module, NULL);
	if (!g_hash_table_size(run.modules))
		diag_error(&at, "Kbuild builds no module here: no obj-m that this kernel's "
			   "configuration enables; to split one file, name it%s%s",
			   *run.problem ? "; make says: " : "", run.problem);
	else if (!module || (!request->module && g_hash_table_size(run.modules) > 1))
		list_modules(&run, module ? NULL : request->module);
	else
		ok = add_module(model, &run, module);
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

enum found { FOUND_NOT, FOUND_TAKEN, FOUND_ERROR };

/* Is @file, relative to @directory, an object of a module that Kbuild builds there? */
static enum found try_directory(struct model *model, const struct kbuild_request *request,
				const char *directory, const char *file)
{
	enum scope scopes[] = { SCOPE_OWN, SCOPE_ALL };
	enum found found = FOUND_NOT;
	guint i;

	for (i = 0; i < G_N_ELEMENTS(scopes) && found == FOUND_NOT; i++) {
		const char *module = NULL;
		struct dryrun run;

		if (!dryrun_do(&run, directory, scopes[i], NULL, model->kdir, request->variables))
			found = FOUND_ERROR;
		else
			module = choose_module(&run, request->module, file);
		/* Objects may lie in directories with a Kbuild of their own. */
		if (module && (scopes[i] == SCOPE_ALL || is_whole(&run, module))) {
			model->directory = model_intern(model, directory);
			found = add_module(model, &run, module) ? FOUND_TAKEN : FOUND_ERROR;
		} else if (!module && !strchr(file, '/')) {
			i = G_N_ELEMENTS(scopes);	/* what lies below does not build it */
		}
		dryrun_free(&run);
	}
	return found;
}

/* A module made up of nothing but @file. */
static bool open_single(struct model *model, const struct kbuild_request *request,
			const char *file)
{
	const char *module;
	struct dryrun run;
	bool ok;

	ok = dryrun_do(&run, model->directory, SCOPE_FILE, file, model->kdir,
		       request->variables);
	module = ok ? choose_module(&run, NULL, file) : NULL;
	if (module)
		ok = add_module(model, &run, module);
	else if (ok)
		diag_error(&(struct location){ .file = model->directory },
			   "Kbuild does not build %s as a module%s%s", file,
			   *run.problem ? "; make says: " : "", run.problem);
	dryrun_free(&run);
	return ok && module;
}

/*
 * Ask the Kbuild of the file's directory and those above. @whole: not one that another
 * above sets flags for.
 */
static enum found try_above(struct model *model, const struct kbuild_request *request,
			    const char *path, bool whole)
{
	g_autofree char *directory = g_path_get_dirname(path);
	enum found found = FOUND_NOT;
	int i;

	for (i = 0; i < MAX_ABOVE && found == FOUND_NOT && strcmp(directory, "/"); i++) {
		char *up = g_path_get_dirname(directory);

		if (kbuild_may_know(directory, path) &&
		    !(whole && kbuild_sets_flags_below(up)))
			found = try_directory(model, request, directory,
					      path + strlen(directory) + 1);
		g_free(directory);
		directory = up;
	}
	return found;
}

/* Why a file is a module in itself although a makefile names it. */
static void tell_switch(const struct model *model, const char *path)
{
	g_autofree char *name = kbuild_switch(path);

	if (name)
		diag_note(&(struct location){ .file = path },
			  "no module with %s, where %s is not m: taken as a module in itself; "
			  "to have it as its Makefile does, end the command with -- %s=m",
			  model->kdir, name, name);
}

/*
 * A file is taken with the flags and the module of the Kbuild that knows it: that of
 * its directory, or of one above, which may also set flags for all that is below it.
 * A file that none of them knows is a module in itself.
 */
static bool open_file(struct model *model, const struct kbuild_request *request,
		      const char *path)
{
	g_autofree char *directory = g_path_get_dirname(path);
	enum found found = FOUND_NOT;

	if (kbuild_sets_flags_below(directory))
		found = try_above(model, request, path, true);
	if (found == FOUND_NOT)
		found = try_above(model, request, path, false);
	if (found != FOUND_NOT)
		return found == FOUND_TAKEN;
	if (request->module) {
		diag_error(&(struct location){ .file = path },
			   "no Kbuild here or above builds a module '%s' of this file; name the "
			   "directory of its Kbuild", request->module);
		return false;
	}
	tell_switch(model, path);
	return open_single(model, request, path + strlen(model->directory) + 1);
}

bool kbuild_open(struct model *model, const struct kbuild_request *request)
{
	struct location at = { .file = request->driver };
	char *real = realpath(request->driver, NULL);
	g_autofree char *dir = NULL;
	bool ok = false;

	if (!real) {
		diag_error(&at, "%s", g_strerror(errno));
		return false;
	}
	dir = g_path_get_dirname(real);
	if (g_file_test(real, G_FILE_TEST_IS_DIR)) {
		model->directory = model_intern(model, real);
		ok = open_directory(model, request);
	} else if (g_str_has_suffix(real, ".c")) {
		model->directory = model_intern(model, dir);
		ok = open_file(model, request, real);
	} else {
		diag_error(&at, "neither a directory nor a .c file");
	}
	free(real);
	return ok;
}
