// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The least set of lessons that prove each other: what only needs itself proves nothing.
 * An exported function may be called by modules that are not in the tree: of those it is
 * assumed that they call it as all that are do.
 */
#include <string.h>

#include "premises.h"

static const char *need_of(struct json_object *needs, size_t i)
{
	return json_object_get_string(json_object_array_get_idx(needs, i));
}

/* Does @ask answer yes for all that a lesson needs? @missing: what it does not for, or NULL. */
static bool holds(GHashTable *lessons, const struct site *site,
		  bool (*ask)(const struct lesson *needed), const char **missing)
{
	size_t i;

	for (i = 0; site->needs && i < json_object_array_length(site->needs); i++) {
		const char *key = need_of(site->needs, i);

		if (ask(g_hash_table_lookup(lessons, key)))
			continue;
		if (missing)
			*missing = key;
		return false;
	}
	return true;
}

static bool is_proven(const struct lesson *needed)
{
	return needed && !strcmp(needed->context, "process") && !needed->conditional &&
	       !needed->pinned;
}

/* Nothing is known against it yet. */
static bool may_hold(const struct lesson *needed)
{
	return !needed || (!strcmp(needed->context, "process") && !needed->pinned);
}

static bool all_hold(GHashTable *lessons, const struct lesson *lesson,
		     bool (*ask)(const struct lesson *needed))
{
	guint i;

	for (i = 0; i < lesson->sites->len; i++) {
		if (!holds(lessons, lesson->sites->pdata[i], ask, NULL))
			return false;
	}
	return true;
}

static bool prove_more(GHashTable *lessons)
{
	struct lesson *lesson;
	bool changed = false;
	GHashTableIter iter;

	g_hash_table_iter_init(&iter, lessons);
	while (g_hash_table_iter_next(&iter, NULL, (gpointer *)&lesson)) {
		if (lesson->conditional && all_hold(lessons, lesson, is_proven)) {
			lesson->conditional = false;
			changed = true;
		}
	}
	return changed;
}

/* "; all calls of f() and struct x.op as well" */
static void say_needs(struct site *site)
{
	GString *text = g_string_new(site->why);
	size_t i, count = site->needs ? json_object_array_length(site->needs) : 0;

	for (i = 0; i < count; i++)
		g_string_append_printf(text, "%s%s",
				       !i ? "; so are all calls of " :
				       i + 1 < count ? ", " : " and ",
				       need_of(site->needs, i));
	g_free(site->why);
	site->why = g_string_free(text, FALSE);
}

/* "; of calls of f() it is not known, such as FILE:LINE: ..." */
static void say_missing(GHashTable *lessons, struct site *site)
{
	const char *missing = NULL;
	const struct lesson *needed;
	const struct site *first;
	char *text;

	if (holds(lessons, site, is_proven, &missing))
		return;
	needed = g_hash_table_lookup(lessons, missing);
	first = needed && needed->sites->len ? needed->sites->pdata[0] : NULL;
	text = first && strcmp(needed->context, "process") ?
		g_strdup_printf("%s; not so each call of %s: %s:%u: %s", site->why, missing,
				first->path, first->line, first->why) :
		g_strdup_printf("%s; of calls of %s nothing is proven", site->why, missing);
	g_free(site->why);
	site->why = text;
	g_free(site->context);
	site->context = g_strdup("unknown");
}

/* Leaves those sites that are at fault. */
static void fail(GHashTable *lessons, struct lesson *lesson)
{
	guint i;

	for (i = lesson->sites->len; i-- > 0;) {
		struct site *site = lesson->sites->pdata[i];

		say_missing(lessons, site);
		if (!strcmp(site->context, "process"))
			g_ptr_array_remove_index(lesson->sites, i);
	}
}

static void say_all(GHashTable *lessons)
{
	struct lesson *lesson;
	GHashTableIter iter;
	guint i;

	/* All that fail say why before any of them is what it has failed to be. */
	g_hash_table_iter_init(&iter, lessons);
	while (g_hash_table_iter_next(&iter, NULL, (gpointer *)&lesson)) {
		if (lesson->conditional)
			fail(lessons, lesson);
		else if (!strcmp(lesson->context, "process"))
			for (i = 0; i < lesson->sites->len; i++)
				say_needs(lesson->sites->pdata[i]);
	}
	g_hash_table_iter_init(&iter, lessons);
	while (g_hash_table_iter_next(&iter, NULL, (gpointer *)&lesson)) {
		if (lesson->conditional)
			lesson->context = "unknown";
		lesson->conditional = false;
	}
}

void premises_settle(GHashTable *lessons)
{
	while (prove_more(lessons))
		;
	say_all(lessons);
}

/* What @lesson needs and nobody has looked for. */
static void collect(GHashTable *lessons, const struct lesson *lesson, GHashTable *names)
{
	size_t j;
	guint i;

	for (i = 0; i < lesson->sites->len; i++) {
		struct json_object *needs = ((struct site *)lesson->sites->pdata[i])->needs;

		for (j = 0; needs && j < json_object_array_length(needs); j++) {
			const char *key = need_of(needs, j);

			if (g_str_has_suffix(key, "()") && !g_hash_table_contains(lessons, key))
				g_hash_table_add(names, g_strndup(key, strlen(key) - 2));
		}
	}
}

static gint by_name(gconstpointer left, gconstpointer right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

GPtrArray *premises_open(GHashTable *lessons)
{
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
	struct lesson *lesson;
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, lessons);
	while (g_hash_table_iter_next(&iter, NULL, (gpointer *)&lesson)) {
		if (lesson->conditional && all_hold(lessons, lesson, may_hold))
			collect(lessons, lesson, names);
	}
	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		g_ptr_array_add(list, name);
	g_ptr_array_sort(list, by_name);
	return list;
}
