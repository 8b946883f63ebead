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

/* One of the uses in a note. */
struct use {
	const char *path;
	struct json_object *what;
};

static void note_free(gpointer note)
{
	json_object_put(note);
}

/* What a use is of: "struct x.op", "f()"; NULL: damaged. */
static char *key_of(struct json_object *what)
{
	const char *slot = json_text(what, "slot"), *function = json_text(what, "function");

	return slot ? g_strdup(slot) : function ? g_strdup_printf("%s()", function) : NULL;
}

static void index_use(struct notes *notes, const char *path, struct json_object *what)
{
	struct use use = { path, what };
	char *key = key_of(what);
	GPtrArray *list = key ? g_hash_table_lookup(notes->uses, key) : NULL;

	if (key && !list) {
		list = g_ptr_array_new_with_free_func(g_free);
		g_hash_table_insert(notes->uses, g_strdup(key), list);
	}
	if (list)
		g_ptr_array_add(list, g_memdup2(&use, sizeof(use)));
	g_free(key);
}

static void index_uses(struct notes *notes)
{
	struct json_object *uses;
	GHashTableIter iter;
	gpointer path, note;
	size_t i;

	notes->uses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					    (GDestroyNotify)g_ptr_array_unref);
	g_hash_table_iter_init(&iter, notes->by_path);
	while (g_hash_table_iter_next(&iter, &path, &note)) {
		if (!json_object_object_get_ex(note, "uses", &uses))
			continue;
		for (i = 0; i < json_object_array_length(uses); i++)
			index_use(notes, path, json_object_array_get_idx(uses, i));
	}
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
	index_uses(notes);
	return notes;
}

void notes_free(struct notes *notes)
{
	g_hash_table_unref(notes->uses);
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
	g_free(lesson->key);
	g_free(lesson);
}

static struct site *add_site(struct lesson *lesson, const char *path, unsigned int line,
			     const char *context, const char *why)
{
	struct site *site = g_new0(struct site, 1);

	site->path = g_strdup(path);
	site->line = line;
	site->context = g_strdup(context);
	site->why = g_strdup(why);
	g_ptr_array_add(lesson->sites, site);
	return site;
}

/* Did the analysis of the file make something of the name in that line? */
static bool was_seen(struct json_object *note, const struct mention *mention)
{
	struct json_object *seen, *lines;
	size_t i;
	g_autofree char *name = g_strconcat(mention->name, mention->function ? "()" : "", NULL);

	if (!json_object_object_get_ex(note, "seen", &seen) ||
	    !json_object_object_get_ex(seen, name, &lines))
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
		return mention->name ? "used in a header" : "a macro makes such names";
	if (!status)
		return "not analysed";
	if (strcmp(status, "ok"))
		return "could not be analysed";
	if (mention->name && (mention->member || mention->function) && !mention->in_macro &&
	    !was_seen(note, mention))
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

/* A use of the operation, or the function: a call, or what hides one. */
static void take_use(struct lesson *lesson, const char *path, struct json_object *use)
{
	const char *context = json_text(use, "context"), *why = json_text(use, "why");
	const char *pinned = json_text(use, "pinned");
	struct json_object *line;

	if (!json_object_object_get_ex(use, "line", &line) || !context || !why)
		add_site(lesson, path, 0, "unknown", "its note is damaged");
	else
		json_object_object_get_ex(use, "needs",
					  &add_site(lesson, path, json_object_get_int64(line),
						    context, why)->needs);
	if (pinned && !lesson->pinned)
		lesson->pinned = g_strdup(pinned);
}

/* @header: NULL of a function. */
static void take_uses(struct lesson *lesson, const struct notes *notes, const char *header)
{
	GPtrArray *uses = g_hash_table_lookup(notes->uses, lesson->key);
	guint i;

	for (i = 0; uses && i < uses->len; i++) {
		const struct use *use = uses->pdata[i];

		if (!header || is_of(json_text(use->what, "record"), header))
			take_use(lesson, use->path, use->what);
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
		else if (!strcmp(lesson->context, "process") && site->needs)
			lesson->conditional = true;
	}
}

static struct lesson *lesson_new(char *key)
{
	struct lesson *lesson = g_new0(struct lesson, 1);

	lesson->key = key;
	lesson->sites = g_ptr_array_new_with_free_func(site_free);
	return lesson;
}

struct lesson *lesson_of_slot(const struct notes *notes, GHashTable *users, const char *header,
			      const struct slot_name *slot, const struct tree_file *namesake)
{
	struct lesson *lesson = lesson_new(g_strdup_printf("%s.%s", slot->record, slot->field));
	GHashTableIter iter;
	gpointer file;

	lesson->slot = slot;
	if (namesake)
		add_site(lesson, namesake->path, 0, "unknown",
			 "has another operation of that name");
	g_hash_table_iter_init(&iter, users);
	while (g_hash_table_iter_next(&iter, &file, NULL))
		take_mentions(lesson, notes, file);
	take_uses(lesson, notes, header);
	conclude(lesson);
	return lesson;
}

struct lesson *lesson_of_function(const struct notes *notes, const char *name,
				  GPtrArray *places)
{
	struct lesson *lesson = lesson_new(g_strdup_printf("%s()", name));
	guint i;

	for (i = 0; places && i < places->len; i++) {
		const struct place_in_text *place = places->pdata[i];
		struct json_object *note = g_hash_table_lookup(notes->by_path, place->file->path);
		const char *why = obstacle(place->file, note, place->mention);

		if (why)
			add_site(lesson, place->file->path, place->mention->line, "unknown", why);
	}
	take_uses(lesson, notes, NULL);
	conclude(lesson);
	return lesson;
}
