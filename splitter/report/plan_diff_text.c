// SPDX-License-Identifier: GPL-2.0-or-later
/* What two plans have different, in lines for people; in English each kind has its verbs. */
#include <glib.h>
#include <inttypes.h>
#include <string.h>

#include "report_internal.h"

static const struct words {
	const char *key;
	const char *added, *removed, *changed;
	bool each;	/* a line for each: they are sentences */
} kinds[] = {
	{ "functions", "functions new in the driver", "functions gone from the driver", NULL,
	  false },
	{ "sections", "new section", "section no more", NULL, false },
	{ "upcalls", "new upcall", "upcall no more", "upcall otherwise", false },
	{ "downcalls", "new downcall", "downcall no more", "downcall otherwise", false },
	{ "records", "travels now", "no longer travels", NULL, false },
	{ "fields", "crosses now", "no longer crosses", "crosses otherwise", false },
	{ "globals", "global that is shared now", "global no longer shared", NULL, false },
	{ "pointers", "crosses as a pointer now", "no longer crosses as a pointer", NULL, false },
	{ "traps", "only a name in the user half now", "no longer only a name in the user half",
	  NULL, false },
	{ "assumptions", "assumed now", "no longer assumed", NULL, true },
	{ "ambiguities", "open question now", "no longer an open question", NULL, true },
};

static struct json_object *in(struct json_object *object, const char *key)
{
	return json_object_object_get(object, key);
}

static const char *text_in(struct json_object *object, const char *key)
{
	return json_object_get_string(in(object, key));
}

static void print_names(FILE *to, const char *what, struct json_object *names, bool each)
{
	size_t length = json_object_array_length(names);

	for (size_t i = 0; i < length; i++) {
		bool begins = each || !i, ends = each || i + 1 == length;

		fprintf(to, "%s%s%s%s", begins ? what : "", begins ? ": " : ", ",
			json_object_get_string(json_object_array_get_idx(names, i)),
			ends ? "\n" : "");
	}
}

static bool has(struct json_object *list, struct json_object *name)
{
	for (size_t i = 0; i < json_object_array_length(list); i++)
		if (json_object_equal(json_object_array_get_idx(list, i), name))
			return true;
	return false;
}

/* ", WHAT a, b" of the names that @list has and @other lacks. */
static void print_surplus(FILE *to, const char *what, struct json_object *list,
			  struct json_object *other)
{
	bool first = true;

	for (size_t i = 0; i < json_object_array_length(list); i++) {
		struct json_object *name = json_object_array_get_idx(list, i);

		if (has(other, name))
			continue;
		fprintf(to, "%s%s", first ? what : ", ", json_object_get_string(name));
		first = false;
	}
}

static bool is_list_of_names(struct json_object *value)
{
	struct json_object *first = json_object_is_type(value, json_type_array) ?
		json_object_array_get_idx(value, 0) : NULL;

	return json_object_is_type(value, json_type_array) &&
	       (!first || json_object_is_type(first, json_type_string));
}

static bool is_plain(struct json_object *value)
{
	return !json_object_is_type(value, json_type_array) &&
	       !json_object_is_type(value, json_type_object);
}

static const char *plain_text(struct json_object *value)
{
	return value ? json_object_get_string(value) : "nothing";
}

static void print_change(FILE *to, const char *key, struct json_object *change)
{
	struct json_object *old = in(change, "old"), *new = in(change, "new");

	if (is_plain(old) && is_plain(new)) {
		fprintf(to, "%s %s, was %s", key, plain_text(new), plain_text(old));
	} else if (is_list_of_names(old) && is_list_of_names(new)) {
		fputs(key, to);
		print_surplus(to, " with ", new, old);
		print_surplus(to, " without ", old, new);
	} else {
		fprintf(to, "other %s", key);
	}
}

static void print_changed(FILE *to, const char *what, struct json_object *changed)
{
	for (size_t i = 0; i < json_object_array_length(changed); i++) {
		struct json_object *entry = json_object_array_get_idx(changed, i);
		const char *between = ": ";

		fprintf(to, "%s: %s", what, text_in(entry, "name"));
		json_object_object_foreach(in(entry, "changes"), key, change) {
			fputs(between, to);
			print_change(to, key, change);
			between = "; ";
		}
		fputc('\n', to);
	}
}

static const char *verb(struct json_object *half)
{
	const char *new = text_in(half, "new");

	if (!half)
		return "for another reason";
	if (!strcmp(new, "user"))
		return "moves now";
	return !strcmp(new, "both") ? "in both halves now" : "came back";
}

/* Those of one verb stand together. */
static void print_standings(FILE *to, const char *what, struct json_object *changed)
{
	for (size_t i = 0; i < json_object_array_length(changed); i++) {
		struct json_object *entry = json_object_array_get_idx(changed, i);
		struct json_object *changes = in(entry, "changes");
		struct json_object *half = in(changes, "half"), *reason = in(changes, "reason");

		if (strcmp(what, verb(half)))
			continue;
		fprintf(to, "%s: %s", what, text_in(entry, "name"));
		if (reason)
			fprintf(to, ": %s", text_in(in(reason, "new"), "text"));
		fprintf(to, "\n    before (%s)", half ? text_in(half, "old") :
						      text_in(entry, "half"));
		if (reason)
			fprintf(to, ": %s", text_in(in(reason, "old"), "text"));
		fputc('\n', to);
	}
}

static void print_kind(FILE *to, const struct words *words, struct json_object *kind)
{
	static const char *const verbs[] = { "moves now", "came back", "in both halves now",
					     "for another reason" };

	if (words->changed)
		print_changed(to, words->changed, in(kind, "changed"));
	for (gsize i = 0; !words->changed && i < G_N_ELEMENTS(verbs); i++)
		print_standings(to, verbs[i], in(kind, "changed"));
	print_names(to, words->added, in(kind, "added"), words->each);
	print_names(to, words->removed, in(kind, "removed"), words->each);
}

static void print_head(FILE *to, struct json_object *summary)
{
	fprintf(to, "%s %s: %" PRId64 " of %" PRId64 " lines move\n", text_in(summary, "driver"),
		text_in(summary, "release"), json_object_get_int64(in(summary, "moved_lines")),
		json_object_get_int64(in(summary, "lines")));
}

/* "in numbers: upcalls 16, was 17; facts used 40, was 41"; what an older plan lacks is left out */
static void print_numbers(FILE *to, struct json_object *old, struct json_object *new)
{
	const char *between = "in numbers: ";

	json_object_object_foreach(new, key, value) {
		struct json_object *before = in(old, key);
		g_autofree char *words = g_strdelimit(g_strdup(key), "_", ' ');

		if (!json_object_is_type(value, json_type_int) || !before ||
		    json_object_equal(before, value))
			continue;
		fprintf(to, "%s%s %s, was %s", between, words, json_object_get_string(value),
			json_object_get_string(before));
		between = "; ";
	}
	if (*between == ';')
		fputc('\n', to);
}

void plan_diff_text(struct json_object *document, FILE *to)
{
	print_head(to, in(document, "old"));
	print_head(to, in(document, "new"));
	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
		print_kind(to, &kinds[i], in(document, kinds[i].key));
	print_numbers(to, in(document, "old"), in(document, "new"));
	fputs(json_object_get_boolean(in(document, "fits")) ?
	      "the interface is the same: halves of one fit those of the other\n" :
	      "the halves of one do not fit those of the other: load both anew\n", to);
}
