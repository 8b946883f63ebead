// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * From notes about files to a conclusion about an operation: process context needs a
 * proof for each place in the tree where the name of the operation stands, and can mean it.
 */
#include <errno.h>
#include <string.h>

#include "diag.h"
#include "notes.h"
#include "work.h"

static void note_free(gpointer note)
{
	json_object_put(note);
}

struct notes *notes_read(const char *path)
{
	struct notes *notes;
	struct location at = { .file = path };
	g_autofree char *text = NULL;
	g_autoptr(GError) error = NULL;
	char *line, *end;

	if (!g_file_get_contents(path, &text, NULL, &error)) {
		diag_error(&at, "%s", error->message);
		return NULL;
	}
	notes = g_new0(struct notes, 1);
	notes->by_path = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, note_free);
	for (line = text; (end = strchr(line, '\n')); line = end + 1) {
		struct json_object *object;
		const char *file;

		*end = '\0';
		at.line++;
		object = json_tokener_parse(line);
		file = object ? json_text(object, "path") : NULL;
		if (file && json_text(object, "status")) {
			g_hash_table_replace(notes->by_path, (gpointer)file, object);
		} else {
			diag_warning(&at, "not a note of mdrv learn: ignored");
			json_object_put(object);
		}
	}
	return notes;
}

void notes_free(struct notes *notes)
{
	g_hash_table_unref(notes->by_path);
	g_free(notes);
}

static void site_free(gpointer data)
{
	struct site *site = data;

	g_free(site->path);
	g_free(site->context);
	g_free(site->why);
	g_free(site);
}

void lesson_free(gpointer data)
{
	struct lesson *lesson = data;

	g_ptr_array_unref(lesson->sites);
	g_free(lesson->pinned);
	g_free(lesson);
}

static void add_site(struct lesson *lesson, const char *path, unsigned int line,
		     const char *context, const char *why)
{
	struct site *site = g_new0(struct site, 1);

	site->path = g_strdup(path);
	site->line = line;
	site->context = g_strdup(context);
	site->why = g_strdup(why);
	g_ptr_array_add(lesson->sites, site);
}

/* Did the analysis of the file make something of the name in that line? */
static bool was_seen(struct json_object *note, const struct mention *mention)
{
	struct json_object *seen, *lines;
	size_t i;

	if (!json_object_object_get_ex(note, "seen", &seen) ||
	    !json_object_object_get_ex(seen, mention->name, &lines))
		return false;
	for (i = 0; i < json_object_array_length(lines); i++) {
		if (json_object_get_int64(json_object_array_get_idx(lines, i)) == mention->line)
			return true;
	}
	return false;
}

/* Why nothing can be concluded from a mention, or NULL. */
static const char *obstacle(const struct tree_file *file, struct json_object *note,
			    const struct mention *mention)
{
	const char *status = note ? json_text(note, "status") : NULL;

	if (g_str_has_suffix(file->path, ".h"))
		return mention->name ? "used in a header" : "a macro makes names of members";
	if (!status)
		return "not analysed";
	if (strcmp(status, "ok"))
		return "could not be analysed";
	if (mention->name && mention->member && !mention->in_macro && !was_seen(note, mention))
		return "not compiled for this kernel, or not understood";
	return NULL;
}

static void take_mentions(struct lesson *lesson, const struct notes *notes,
			  const struct tree_file *file)
{
	struct json_object *note = g_hash_table_lookup(notes->by_path, file->path);
	guint i;

	for (i = 0; i < file->facts->mentions->len; i++) {
		const struct mention *mention = file->facts->mentions->pdata[i];
		const char *why;

		if (!mention_means(mention, lesson->slot->field))
			continue;
		why = obstacle(file, note, mention);
		if (why)
			add_site(lesson, file->path, mention->line, "unknown", why);
	}
}

/* Is a record of @path, absolute, the one of @header, from the top? */
static bool is_of(const char *path, const char *header)
{
	size_t length = path ? strlen(path) : 0, tail = strlen(header);

	return length > tail && !strcmp(path + length - tail, header) &&
	       path[length - tail - 1] == '/';
}

/* A use of the operation: a call, or what hides one. */
static void take_use(struct lesson *lesson, const char *path, struct json_object *use)
{
	const char *context = json_text(use, "context"), *why = json_text(use, "why");
	const char *pinned = json_text(use, "pinned");
	struct json_object *line;

	if (!json_object_object_get_ex(use, "line", &line) || !context || !why)
		add_site(lesson, path, 0, "unknown", "its note is damaged");
	else
		add_site(lesson, path, json_object_get_int64(line), context, why);
	if (pinned && !lesson->pinned)
		lesson->pinned = g_strdup(pinned);
}

static void take_uses(struct lesson *lesson, const char *path, struct json_object *note,
		      const char *header)
{
	g_autofree char *slot = g_strdup_printf("%s.%s", lesson->slot->record,
						lesson->slot->field);
	struct json_object *uses;
	size_t i;

	if (!json_object_object_get_ex(note, "uses", &uses))
		return;
	for (i = 0; i < json_object_array_length(uses); i++) {
		struct json_object *use = json_object_array_get_idx(uses, i);

		if (!g_strcmp0(json_text(use, "slot"), slot) &&
		    is_of(json_text(use, "record"), header))
			take_use(lesson, path, use);
	}
}

static gint compare_sites(gconstpointer left, gconstpointer right)
{
	const struct site *a = *(struct site *const *)left;
	const struct site *b = *(struct site *const *)right;
	int order = strcmp(a->path, b->path);

	if (order)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	order = strcmp(a->context, b->context);
	return order ? order : strcmp(a->why, b->why);
}

static bool has_context(const struct lesson *lesson, const char *context)
{
	guint i;

	for (i = 0; i < lesson->sites->len; i++) {
		if (!strcmp(((struct site *)lesson->sites->pdata[i])->context, context))
			return true;
	}
	return false;
}

/* Leave the sites that decide, each once. */
static void conclude(struct lesson *lesson)
{
	guint i;

	lesson->context = has_context(lesson, "atomic") ? "atomic" :
			  has_context(lesson, "unknown") ? "unknown" :
			  lesson->sites->len ? "process" : "unproven";
	g_ptr_array_sort(lesson->sites, compare_sites);
	for (i = lesson->sites->len; i-- > 0;) {
		const struct site *site = lesson->sites->pdata[i];

		if (strcmp(site->context, lesson->context) ||
		    (i && !compare_sites(&lesson->sites->pdata[i - 1], &lesson->sites->pdata[i])))
			g_ptr_array_remove_index(lesson->sites, i);
	}
}

struct lesson *lesson_new(const struct notes *notes, GHashTable *users, const char *header,
			  const struct slot_name *slot)
{
	struct lesson *lesson = g_new0(struct lesson, 1);
	GHashTableIter iter;
	gpointer file, note;

	lesson->slot = slot;
	lesson->sites = g_ptr_array_new_with_free_func(site_free);
	g_hash_table_iter_init(&iter, users);
	while (g_hash_table_iter_next(&iter, &file, NULL))
		take_mentions(lesson, notes, file);
	g_hash_table_iter_init(&iter, notes->by_path);
	while (g_hash_table_iter_next(&iter, &file, &note))
		take_uses(lesson, file, note, header);
	conclude(lesson);
	return lesson;
}
