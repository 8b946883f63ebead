// SPDX-License-Identifier: GPL-2.0-or-later
/* From a tree and headers to notes about files, and on to facts about operations. */
#include <errno.h>
#include <string.h>
#include <glib/gstdio.h>

#include "diag.h"
#include "file_flags.h"
#include "learn.h"
#include "lessons.h"
#include "work.h"

/* One header whose operations are learnt about. */
struct topic {
	const char *header;
	GPtrArray *slots;	/* struct slot_name * */
	GHashTable *users;	/* struct tree_file *: may see them */
};

struct learning {
	const struct learn_options *options;
	GHashTable *names;	/* char *: of all operations */
	GPtrArray *topics;	/* struct topic * */
	struct tree *tree;
};

static void topic_free(gpointer data)
{
	struct topic *topic = data;

	g_ptr_array_unref(topic->slots);
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

		g_hash_table_add(learning->names, slot->field);
	}
	if (!topic->slots->len)
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

/* The files that may call an operation. */
static GPtrArray *find_files(const struct survey_options *options)
{
	const struct learning *learning = options->subject;
	const struct tree *tree = learning->tree;
	struct file_flags *flags = file_flags_new(tree->root, options->kdir, options->variables);
	GPtrArray *modules = g_ptr_array_new_with_free_func(module_free);
	guint i;

	for (i = 0; i < tree->files->len && !*options->interrupted; i++) {
		const struct tree_file *file = tree->files->pdata[i];

		if (g_str_has_suffix(file->path, ".c") && is_wanted(learning, file))
			g_ptr_array_add(modules, module_of(flags, tree, file->path));
	}
	file_flags_free(flags);
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

static bool conclude(const struct learning *learning, const struct topic *topic,
		     const struct notes *notes)
{
	g_autofree char *path = lessons_path(learning->options->directory, topic->header);
	g_autoptr(GPtrArray) lessons = g_ptr_array_new_with_free_func(lesson_free);
	guint i;

	for (i = 0; i < topic->slots->len; i++)
		g_ptr_array_add(lessons, lesson_new(notes, topic->users, topic->header,
						    topic->slots->pdata[i]));
	count(topic, lessons);
	return !lessons->len ||
	       lessons_write(path, topic->header, learning->options->release, lessons);
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
	guint i;

	for (i = 0; ok && i < learning->topics->len; i++)
		ok = conclude(learning, learning->topics->pdata[i], notes);
	if (notes)
		notes_free(notes);
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
	learning->tree = tree_read(options->source, learning->names);
	for (i = 0; learning->tree && i < learning->topics->len; i++) {
		struct topic *topic = learning->topics->pdata[i];

		topic->users = tree_users(learning->tree, topic->header);
	}
	return learning->tree;
}

bool learn_run(const struct learn_options *options, struct survey_options *survey)
{
	g_autofree char *output = g_strconcat(options->directory, ".jsonl", NULL);
	g_autofree char *above = g_path_get_dirname(options->directory);
	struct learning learning = {
		.options = options, .names = g_hash_table_new(g_str_hash, g_str_equal),
		.topics = g_ptr_array_new_with_free_func(topic_free),
	};
	bool ok = prepare(&learning) && make_directory(above);

	survey->output = output;
	survey->work = &learning_work;
	survey->subject = &learning;
	ok = ok && survey_run(survey) && !*survey->interrupted;
	/* Of a part nothing can be concluded. */
	if (ok && survey->shards == 1)
		ok = conclude_all(&learning, output);
	if (learning.tree)
		tree_free(learning.tree);
	g_ptr_array_unref(learning.topics);
	g_hash_table_unref(learning.names);
	return ok;
}
