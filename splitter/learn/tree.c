// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Reads the tree. An #include stands for every file that it may mean, whatever
 * conditions are around it: rather one file too many than one that is missed.
 */
#include <errno.h>
#include <string.h>

#include "diag.h"
#include "tree.h"

static void file_free(gpointer data)
{
	struct tree_file *file = data;

	g_free(file->path);
	text_facts_free(file->facts);
	g_ptr_array_unref(file->includers);
	g_free(file);
}

void tree_free(struct tree *tree)
{
	g_hash_table_unref(tree->by_path);
	g_hash_table_unref(tree->by_name);
	g_ptr_array_unref(tree->files);
	g_free(tree->root);
	g_free(tree);
}

static bool is_foreign(const char *path)
{
	static const char *const dirs[] = {
		"Documentation", "LICENSES", "rust", "samples", "scripts", "tools", "usr",
	};
	guint i;

	for (i = 0; i < G_N_ELEMENTS(dirs); i++) {
		if (!strcmp(path, dirs[i]))
			return true;
	}
	return g_str_has_prefix(path, "arch/") && strcmp(path, "arch/x86") &&
	       !g_str_has_prefix(path, "arch/x86/");
}

static bool add_file(struct tree *tree, const char *path, GHashTable *names)
{
	g_autofree char *full = g_build_filename(tree->root, path, NULL);
	g_autofree char *text = NULL;
	g_autoptr(GError) error = NULL;
	struct location at = { .file = full };
	struct tree_file *file;

	if (!g_file_get_contents(full, &text, NULL, &error)) {
		diag_error(&at, "%s", error->message);
		return false;
	}
	file = g_new0(struct tree_file, 1);
	file->path = g_strdup(path);
	file->facts = text_facts_read(text, names);
	file->includers = g_ptr_array_new();
	g_ptr_array_add(tree->files, file);
	return true;
}

static bool add_directory(struct tree *tree, const char *path, GHashTable *names)
{
	g_autofree char *full = g_build_filename(tree->root, path, NULL);
	GDir *dir = g_dir_open(full, 0, NULL);
	const char *name;
	bool ok = true;

	while (ok && dir && (name = g_dir_read_name(dir))) {
		g_autofree char *below = *path ? g_build_filename(path, name, NULL) :
						 g_strdup(name);
		g_autofree char *entry = g_build_filename(full, name, NULL);

		if (g_file_test(entry, G_FILE_TEST_IS_DIR)) {
			if (!g_file_test(entry, G_FILE_TEST_IS_SYMLINK) && !is_foreign(below))
				ok = add_directory(tree, below, names);
		} else if (g_str_has_suffix(name, ".c") || g_str_has_suffix(name, ".h")) {
			ok = add_file(tree, below, names);
		}
	}
	if (dir)
		g_dir_close(dir);
	return ok;
}

static gint by_path(gconstpointer a, gconstpointer b)
{
	return strcmp((*(struct tree_file *const *)a)->path, (*(struct tree_file *const *)b)->path);
}

static void index_files(struct tree *tree)
{
	guint i;

	g_ptr_array_sort(tree->files, by_path);
	for (i = 0; i < tree->files->len; i++) {
		struct tree_file *file = tree->files->pdata[i];
		char *name = g_path_get_basename(file->path);
		GPtrArray *list = g_hash_table_lookup(tree->by_name, name);

		if (!list) {
			list = g_ptr_array_new();
			g_hash_table_insert(tree->by_name, g_strdup(name), list);
		}
		g_ptr_array_add(list, file);
		g_hash_table_insert(tree->by_path, file->path, file);
		g_free(name);
	}
}

static bool link_to(const struct tree *tree, const char *directory, const char *name,
		    struct tree_file *from)
{
	g_autofree char *joined = g_build_filename("/", directory, name, NULL);
	g_autofree char *plain = g_canonicalize_filename(joined, "/");
	struct tree_file *to = g_hash_table_lookup(tree->by_path, plain + 1);

	if (to)
		g_ptr_array_add(to->includers, from);
	return to;
}

/* All files whose path ends so: directories given by -I are not known here. */
static void link_by_end(const struct tree *tree, const char *name, struct tree_file *from)
{
	g_autofree char *base = g_path_get_basename(name);
	GPtrArray *list = g_hash_table_lookup(tree->by_name, base);
	g_autofree char *end = NULL;
	guint i;

	while (g_str_has_prefix(name, "../") || g_str_has_prefix(name, "./"))
		name += name[1] == '.' ? 3 : 2;
	end = g_strconcat("/", name, NULL);
	for (i = 0; list && i < list->len; i++) {
		struct tree_file *to = list->pdata[i];

		if (g_str_has_suffix(to->path, end) || !strcmp(to->path, name))
			g_ptr_array_add(to->includers, from);
	}
}

static void link_include(const struct tree *tree, const char *include, struct tree_file *from)
{
	static const char *const dirs[] = {
		"include", "include/uapi", "arch/x86/include", "arch/x86/include/uapi",
	};
	g_autofree char *own = g_path_get_dirname(from->path);
	bool found = false;
	guint i;

	if (*include == '"' && link_to(tree, own, include + 1, from))
		return;
	for (i = 0; i < G_N_ELEMENTS(dirs); i++)
		found |= link_to(tree, dirs[i], include + 1, from);
	if (!found)
		link_by_end(tree, include + 1, from);
}

struct tree *tree_read(const char *root, GHashTable *names)
{
	struct tree *tree = g_new0(struct tree, 1);
	guint i, j;

	tree->root = g_strdup(root);
	tree->files = g_ptr_array_new_with_free_func(file_free);
	tree->by_path = g_hash_table_new(g_str_hash, g_str_equal);
	tree->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					      (GDestroyNotify)g_ptr_array_unref);
	if (!add_directory(tree, "", names)) {
		tree_free(tree);
		return NULL;
	}
	index_files(tree);
	for (i = 0; i < tree->files->len; i++) {
		struct tree_file *file = tree->files->pdata[i];

		for (j = 0; j < file->facts->includes->len; j++)
			link_include(tree, file->facts->includes->pdata[j], file);
	}
	return tree;
}

GHashTable *tree_users(const struct tree *tree, const char *path)
{
	struct tree_file *start = g_hash_table_lookup(tree->by_path, path);
	GHashTable *users;
	g_autoptr(GQueue) queue = g_queue_new();
	guint i;

	if (!start)
		return NULL;
	users = g_hash_table_new(NULL, NULL);
	g_hash_table_add(users, start);
	g_queue_push_tail(queue, start);
	while (!g_queue_is_empty(queue)) {
		struct tree_file *file = g_queue_pop_head(queue);

		for (i = 0; i < file->includers->len; i++) {
			if (g_hash_table_add(users, file->includers->pdata[i]))
				g_queue_push_tail(queue, file->includers->pdata[i]);
		}
	}
	return users;
}

static void add_place(GHashTable *functions, const char *name, const struct tree_file *file,
		      const struct mention *mention)
{
	struct place_in_text place = { file, mention };
	GPtrArray *places = g_hash_table_lookup(functions, name);

	if (!places) {
		places = g_ptr_array_new_with_free_func(g_free);
		g_hash_table_insert(functions, (gpointer)name, places);
	}
	g_ptr_array_add(places, g_memdup2(&place, sizeof(place)));
}

/* A macro makes the name: any that fits. */
static void add_made(GHashTable *functions, GHashTable *names, const struct tree_file *file,
		     const struct mention *mention)
{
	gpointer name, kinds;
	GHashTableIter iter;

	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &name, &kinds)) {
		if ((GPOINTER_TO_INT(kinds) & NAME_FUNCTION) &&
		    mention_means_function(mention, name))
			add_place(functions, name, file, mention);
	}
}

GHashTable *tree_functions(const struct tree *tree, GHashTable *names)
{
	GHashTable *functions = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
						      (GDestroyNotify)g_ptr_array_unref);
	guint i, j;

	for (i = 0; i < tree->files->len; i++) {
		const struct tree_file *file = tree->files->pdata[i];

		for (j = 0; j < file->facts->mentions->len; j++) {
			const struct mention *mention = file->facts->mentions->pdata[j];

			if (mention->function && mention->name)
				add_place(functions, mention->name, file, mention);
			else if (mention->function)
				add_made(functions, names, file, mention);
		}
	}
	return functions;
}

static bool declares(const struct tree *tree, const struct tree_file *file,
		     const struct slot_name *slot)
{
	g_autofree char *path = g_build_filename(tree->root, file->path, NULL);
	g_autoptr(GPtrArray) slots = NULL;
	g_autofree char *text = NULL;
	guint i;

	/* What cannot be read any more may have it. */
	if (!g_file_get_contents(path, &text, NULL, NULL))
		return true;
	slots = slot_names_of(text);
	for (i = 0; i < slots->len; i++) {
		const struct slot_name *other = slots->pdata[i];

		if (!strcmp(other->record, slot->record) && !strcmp(other->field, slot->field))
			return true;
	}
	return false;
}

const struct tree_file *tree_namesake(const struct tree *tree, const char *path,
				      const struct slot_name *slot)
{
	const char *tag = slot->record + strlen("struct ");
	guint i;

	for (i = 0; i < tree->files->len; i++) {
		const struct tree_file *file = tree->files->pdata[i];

		if (strcmp(file->path, path) &&
		    g_ptr_array_find_with_equal_func(file->facts->records, tag, g_str_equal,
						     NULL) &&
		    declares(tree, file, slot))
			return file;
	}
	return NULL;
}
