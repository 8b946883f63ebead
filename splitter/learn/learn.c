// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * From a tree and headers to notes about files, and on to facts about operations and
 * functions. What a proof needs to know about functions of other files is looked for in
 * another round.
 */
#include <errno.h>
#include <string.h>
#include <glib/gstdio.h>

#include "diag.h"
#include "file_flags.h"
#include "learn.h"
#include "lessons.h"
#include "premises.h"
#include "work.h"

enum { MOST_ROUNDS = 8 };

/* One header whose operations and functions are learnt about. */
struct topic {
	const char *header;
	GPtrArray *slots;	/* struct slot_name * */
	GPtrArray *functions;	/* char * */
	GHashTable *users;	/* struct tree_file *: may see them */
};

struct learning {
	const struct learn_options *options;
	GHashTable *names;	/* char *: of all operations and functions -> enum name_kind */
	GPtrArray *topics;	/* struct topic * */
	struct tree *tree;
	GHashTable *functions;	/* of @tree: tree_functions() */
	GHashTable *callers;	/* struct tree_file *: may call one of them */
	struct file_flags *flags; /* NULL: not asked for yet */
};

static void topic_free(gpointer data)
{
	struct topic *topic = data;

	g_ptr_array_unref(topic->slots);
	g_ptr_array_unref(topic->functions);
	if (topic->users)
		g_hash_table_unref(topic->users);
	g_free(topic);
}

static gint by_slot(gconstpointer left, gconstpointer right)
{
	const struct slot_name *a = *(struct slot_name *const *)left;
	const struct slot_name *b = *(struct slot_name *const *)right;
	int order = strcmp(a->record, b->record);

	return order ? order : strcmp(a->field, b->field);
}

static void add_name(struct learning *learning, const char *name, enum name_kind kind)
{
	int kinds = GPOINTER_TO_INT(g_hash_table_lookup(learning->names, name));

	g_hash_table_insert(learning->names, g_strdup(name), GINT_TO_POINTER(kinds | kind));
}

static void add_names(struct learning *learning, GPtrArray *functions)
{
	guint i;

	for (i = 0; i < functions->len; i++)
		add_name(learning, functions->pdata[i], NAME_FUNCTION);
}

static gint by_text(gconstpointer left, gconstpointer right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static bool add_topic(struct learning *learning, const char *header)
{
	g_autofree char *path = g_build_filename(learning->options->source, header, NULL);
	g_autofree char *text = NULL;
	g_autoptr(GError) error = NULL;
	struct location at = { .file = path };
	struct topic *topic;
	guint i;

	if (!g_str_has_suffix(header, ".h") || !g_file_get_contents(path, &text, NULL, &error)) {
		diag_error(&at, "%s; name headers from the top of the source, such as "
			   "include/linux/hwmon.h", error ? error->message : "no header");
		return false;
	}
	topic = g_new0(struct topic, 1);
	topic->header = header;
	topic->slots = slot_names_of(text);
	g_ptr_array_sort(topic->slots, by_slot);
	g_ptr_array_add(learning->topics, topic);
	for (i = 0; i < topic->slots->len; i++) {
		const struct slot_name *slot = topic->slots->pdata[i];

		add_name(learning, slot->field, NAME_SLOT);
		add_name(learning, slot->record + strlen("struct "), NAME_RECORD);
	}
	topic->functions = function_names_of(learning->options->functions ? text : "");
	g_ptr_array_sort(topic->functions, by_text);
	add_names(learning, topic->functions);
	if (!topic->slots->len && !topic->functions->len)
		diag_warning(&at, "no record here has a pointer to a function");
	return true;
}

static bool names_slot(const struct topic *topic, const struct mention *mention)
{
	guint i;

	for (i = 0; i < topic->slots->len; i++) {
		if (mention_means(mention, ((struct slot_name *)topic->slots->pdata[i])->field))
			return true;
	}
	return false;
}

static bool is_wanted(const struct learning *learning, const struct tree_file *file)
{
	guint i, j;

	if (g_hash_table_contains(learning->callers, file))
		return true;

	for (i = 0; i < learning->topics->len; i++) {
		const struct topic *topic = learning->topics->pdata[i];

		if (!g_hash_table_contains(topic->users, file))
			continue;
		for (j = 0; j < file->facts->mentions->len; j++) {
			if (names_slot(topic, file->facts->mentions->pdata[j]))
				return true;
		}
	}
	return false;
}

static struct module *module_of(struct file_flags *all, const struct tree *tree, const char *path)
{
	struct module *module = g_new0(struct module, 1);
	g_autofree char *full = g_build_filename(tree->root, path, NULL);
	bool borrowed;
	GPtrArray *flags = file_flags_of(all, path, &borrowed);

	module->path = g_strdup(path);
	module->directory = g_path_get_dirname(full);
	module->files = g_ptr_array_new_with_free_func(module_file_free);
	if (flags)
		g_ptr_array_add(module->files, module_file_new(full, flags));
	else
		module->failure = g_strdup("Kbuild does not say how it is compiled");
	return module;
}

/* One with a note already: survey_run() leaves it out, however it is compiled. */
static struct module *noted_module(const char *path)
{
	struct module *module = g_new0(struct module, 1);

	module->path = g_strdup(path);
	module->directory = g_path_get_dirname(path);
	module->files = g_ptr_array_new_with_free_func(module_file_free);
	return module;
}

/* Paths of the files that were analysed: char * of the result. */
static GHashTable *noted_paths(const struct survey_options *options)
{
	GHashTable *paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct notes *notes = options->resume && g_file_test(options->output, G_FILE_TEST_EXISTS) ?
		notes_read(options->output) : NULL;
	gpointer path, note;
	GHashTableIter iter;

	if (!notes)
		return paths;
	g_hash_table_iter_init(&iter, notes->by_path);
	while (g_hash_table_iter_next(&iter, &path, &note)) {
		if (!g_strcmp0(json_text(note, "status"), "ok"))
			g_hash_table_add(paths, g_strdup(path));
	}
	notes_free(notes);
	return paths;
}

static void add_file(GPtrArray *modules, const struct learning *learning, const char *path,
		     GHashTable *noted)
{
	g_ptr_array_add(modules, g_hash_table_contains(noted, path) ? noted_module(path) :
			module_of(learning->flags, learning->tree, path));
}

/* The files that may call an operation. */
static GPtrArray *find_files(const struct survey_options *options)
{
	struct learning *learning = options->subject;
	const struct tree *tree = learning->tree;
	g_autoptr(GHashTable) noted = noted_paths(options);
	GPtrArray *modules = g_ptr_array_new_with_free_func(module_free);
	guint i;

	fputs("Kbuild is asked how files are compiled that may call them\n", stderr);
	if (!learning->flags)
		learning->flags = file_flags_new(tree->root, options->kdir, options->variables);
	for (i = 0; i < tree->files->len && !*options->interrupted; i++) {
		const struct tree_file *file = tree->files->pdata[i];

		if (g_str_has_suffix(file->path, ".c") && is_wanted(learning, file))
			add_file(modules, learning, file->path, noted);
	}
	return modules;
}

static char *note_line(const struct module *module, const struct result *result)
{
	struct json_object *object = json_object_new_object();
	static const char *const keys[] = { "uses", "seen" };
	struct json_object *value;
	char *line;
	guint i;

	json_object_object_add(object, "version", json_object_new_int64(1));
	json_object_object_add(object, "path", json_object_new_string(module->path));
	json_object_object_add(object, "status",
			       json_object_new_string(outcome_name(result->outcome)));
	if (result->reason)
		json_object_object_add(object, "reason", json_object_new_string(result->reason));
	for (i = 0; result->report && i < G_N_ELEMENTS(keys); i++) {
		if (json_object_object_get_ex(result->report, keys[i], &value))
			json_object_object_add(object, keys[i], json_object_get(value));
	}
	line = g_strdup(json_object_to_json_string_ext(object, JSON_C_TO_STRING_PLAIN));
	json_object_put(object);
	return line;
}

static const struct survey_work learning_work = {
	.command = "learn", .find = find_files, .line = note_line,
};

static void count(const struct topic *topic, GPtrArray *lessons)
{
	static const char *const words[] = { "process", "atomic", "unknown", "unproven" };
	guint counts[G_N_ELEMENTS(words)] = { 0 };
	guint i, j;

	for (i = 0; i < lessons->len; i++) {
		const struct lesson *lesson = lessons->pdata[i];

		for (j = 0; j < G_N_ELEMENTS(words); j++)
			counts[j] += !strcmp(lesson->context, words[j]);
	}
	fprintf(stderr, "%s: %u process, %u atomic, %u unknown, %u without a call\n",
		topic->header, counts[0], counts[1], counts[2], counts[3]);
}

static void add_lesson(GHashTable *lessons, struct lesson *lesson)
{
	g_hash_table_replace(lessons, lesson->key, lesson);
}

/* Key -> lesson: of all operations of the headers, and all functions that were looked for. */
static GHashTable *lessons_of(const struct learning *learning, const struct notes *notes)
{
	GHashTable *lessons = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, lesson_free);
	gpointer name, kinds;
	GHashTableIter iter;
	guint i, j;

	for (i = 0; i < learning->topics->len; i++) {
		const struct topic *topic = learning->topics->pdata[i];

		for (j = 0; j < topic->slots->len; j++) {
			const struct slot_name *slot = topic->slots->pdata[j];
			const struct tree_file *namesake =
				tree_namesake(learning->tree, topic->header, slot);

			add_lesson(lessons, lesson_of_slot(notes, topic->users, topic->header,
							   slot, namesake));
		}
	}
	g_hash_table_iter_init(&iter, learning->names);
	while (g_hash_table_iter_next(&iter, &name, &kinds)) {
		if (GPOINTER_TO_INT(kinds) & NAME_FUNCTION)
			add_lesson(lessons, lesson_of_function(notes, name, g_hash_table_lookup(
								       learning->functions, name)));
	}
	return lessons;
}

/* Those of a topic, in order: operations by record, then functions. */
static GPtrArray *lessons_about(const struct topic *topic, GHashTable *lessons)
{
	GPtrArray *list = g_ptr_array_new();
	guint i;

	for (i = 0; i < topic->slots->len; i++) {
		const struct slot_name *slot = topic->slots->pdata[i];
		g_autofree char *key = g_strdup_printf("%s.%s", slot->record, slot->field);

		g_ptr_array_add(list, g_hash_table_lookup(lessons, key));
	}
	for (i = 0; i < topic->functions->len; i++) {
		g_autofree char *key = g_strdup_printf("%s()", (char *)topic->functions->pdata[i]);
		gpointer lesson = g_hash_table_lookup(lessons, key);

		if (!list->len || list->pdata[list->len - 1] != lesson)
			g_ptr_array_add(list, lesson);
	}
	return list;
}

static void chapter_free(gpointer data)
{
	struct chapter *chapter = data;

	g_ptr_array_unref(chapter->lessons);
	g_free(chapter);
}

static void add_chapter(GHashTable *files, const struct learning *learning,
			const struct topic *topic, GHashTable *lessons)
{
	char *path = lessons_path(learning->options->directory, topic->header);
	GPtrArray *chapters = g_hash_table_lookup(files, path);
	struct chapter *chapter = g_new0(struct chapter, 1);

	chapter->header = topic->header;
	chapter->lessons = lessons_about(topic, lessons);
	count(topic, chapter->lessons);
	if (!chapters) {
		chapters = g_ptr_array_new_with_free_func(chapter_free);
		g_hash_table_insert(files, g_strdup(path), chapters);
	}
	g_ptr_array_add(chapters, chapter);
	g_free(path);
}

/* Headers that share a file stand in it in the order of the command line. */
static bool write_all(const struct learning *learning, GHashTable *lessons)
{
	g_autoptr(GHashTable) files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
							    (GDestroyNotify)g_ptr_array_unref);
	gpointer path, chapters;
	GHashTableIter iter;
	bool ok = true;
	guint i;

	for (i = 0; i < learning->topics->len; i++)
		add_chapter(files, learning, learning->topics->pdata[i], lessons);
	g_hash_table_iter_init(&iter, files);
	while (ok && g_hash_table_iter_next(&iter, &path, &chapters))
		ok = lessons_write(path, chapters, learning->options->release);
	return ok;
}

static bool make_directory(const char *path)
{
	struct location at = { .file = path };

	if (!g_mkdir_with_parents(path, 0777))
		return true;
	diag_error(&at, "%s", g_strerror(errno));
	return false;
}

static bool conclude_all(const struct learning *learning, const char *output)
{
	struct notes *notes = notes_read(output);
	bool ok = notes && make_directory(learning->options->directory);
	GHashTable *lessons;

	if (ok) {
		lessons = lessons_of(learning, notes);
		premises_settle(lessons);
		ok = write_all(learning, lessons);
		g_hash_table_unref(lessons);
	}
	if (notes)
		notes_free(notes);
	return ok;
}

static void find_callers(struct learning *learning)
{
	GHashTableIter iter;
	GPtrArray *places;
	guint i;

	learning->functions = tree_functions(learning->tree, learning->names);
	learning->callers = g_hash_table_new(NULL, NULL);
	g_hash_table_iter_init(&iter, learning->functions);
	while (g_hash_table_iter_next(&iter, NULL, (gpointer *)&places)) {
		for (i = 0; i < places->len; i++)
			g_hash_table_add(learning->callers,
					 (gpointer)((struct place_in_text *)
						    places->pdata[i])->file);
	}
}

static void forget_tree(struct learning *learning)
{
	if (!learning->tree)
		return;
	g_hash_table_unref(learning->functions);
	g_hash_table_unref(learning->callers);
	tree_free(learning->tree);
}

static bool read_tree(struct learning *learning)
{
	guint i;

	forget_tree(learning);
	learning->tree = tree_read(learning->options->source, learning->names);
	for (i = 0; learning->tree && i < learning->topics->len; i++) {
		struct topic *topic = learning->topics->pdata[i];

		if (topic->users)
			g_hash_table_unref(topic->users);
		topic->users = tree_users(learning->tree, topic->header);
	}
	if (learning->tree)
		find_callers(learning);
	return learning->tree;
}

/* Functions of which the notes do not say enough yet; false: none, or an error. */
static bool find_more(struct learning *learning, const char *output, bool *ok)
{
	struct notes *notes = notes_read(output);
	g_autoptr(GPtrArray) names = NULL;
	GHashTable *lessons;

	*ok = notes;
	if (!notes)
		return false;
	lessons = lessons_of(learning, notes);
	names = premises_open(lessons);
	g_hash_table_unref(lessons);
	notes_free(notes);
	if (!names->len)
		return false;
	fprintf(stderr, "it depends on how %u functions more are called, such as %s()\n",
		names->len, (char *)names->pdata[0]);
	add_names(learning, names);
	*ok = read_tree(learning);
	return *ok;
}

static bool run_round(struct survey_options *survey)
{
	return survey_run(survey) && !*survey->interrupted;
}

/* Of a part nothing can be concluded, nor what else would have to be known. */
static bool run_rounds(struct learning *learning, struct survey_options *survey)
{
	bool ok = run_round(survey);
	int round;

	for (round = 1; ok && survey->shards == 1 && round < MOST_ROUNDS; round++) {
		if (!find_more(learning, survey->output, &ok))
			break;
		survey->resume = true;
		ok = run_round(survey);
	}
	return ok;
}

/* "VERSION = 6" and "PATCHLEVEL = 1" at the top of the source. */
static bool check_version(const struct learn_options *options)
{
	g_autofree char *path = g_build_filename(options->source, "Makefile", NULL);
	g_autofree char *text = NULL;
	struct location at = { .file = path };
	unsigned int major = 0, minor = 0, version = kernel_version(options->release);
	const char *patch;

	g_file_get_contents(path, &text, NULL, NULL);
	patch = text ? strstr(text, "\nPATCHLEVEL = ") : NULL;
	if (!patch || sscanf(strstr(text, "VERSION = "), "VERSION = %u", &major) != 1 ||
	    sscanf(patch, "\nPATCHLEVEL = %u", &minor) != 1) {
		diag_error(&at, "no Makefile of a kernel; name the top of a kernel's source");
		return false;
	}
	if (version == KERNEL_VERSION_CODE(major, minor))
		return true;
	diag_error(&at, "this is the source of %u.%u, but KDIR builds for %s; name a KDIR of the "
		   "same version", major, minor, options->release);
	return false;
}

static bool prepare(struct learning *learning)
{
	const struct learn_options *options = learning->options;
	guint i;

	if (!check_version(options))
		return false;
	for (i = 0; i < options->headers->len; i++) {
		if (!add_topic(learning, options->headers->pdata[i]))
			return false;
	}
	return read_tree(learning);
}

bool learn_run(const struct learn_options *options, struct survey_options *survey)
{
	g_autofree char *output = g_strconcat(options->directory, ".jsonl", NULL);
	g_autofree char *above = g_path_get_dirname(options->directory);
	struct learning learning = {
		.options = options,
		.names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
		.topics = g_ptr_array_new_with_free_func(topic_free),
	};
	bool ok = prepare(&learning) && make_directory(above);

	survey->output = output;
	survey->work = &learning_work;
	survey->subject = &learning;
	ok = ok && run_rounds(&learning, survey);
	if (ok && survey->shards == 1)
		ok = conclude_all(&learning, output);
	forget_tree(&learning);
	if (learning.flags)
		file_flags_free(learning.flags);
	g_ptr_array_unref(learning.topics);
	g_hash_table_unref(learning.names);
	return ok;
}
