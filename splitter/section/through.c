// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Calls through pointers that lead to the kernel, or to another module: the kernel half looks
 * the pointer up, so that the user half names an object and never an address. It may ask at
 * any time, also where the driver would have looked first whether there is anything to call:
 * the section looks itself, at every pointer on the way.
 */
#include <string.h>

#include "regions.h"
#include "section.h"

/* Not to be asked for out of turn: what another call has taken, or will take once more. */
static bool sounds_like_end(const char *name)
{
	static const char *const words[] = {
		"unlock", "release", "leave", "restore", "free", "destroy", "remove", "detach",
		"put", "exit", "close", "end", "fini", "destruct", "disconnect", "unregister",
	};
	g_auto(GStrv) parts = g_strsplit(name, "_", -1);

	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		if (g_strv_contains((const char *const *)parts, words[i]))
			return true;
	return false;
}

static bool is_outward(const struct call *call)
{
	return call->kind != CALL_DIRECT && (call->outward || call->unresolved || call->by_type);
}

/* Does the section change the variable that @path begins with? Then it has to look later. */
static bool changes_base(const struct section *section, const char *path)
{
	GPtrArray *mentions = section->function->body->mentions;
	size_t length = strcspn(path, ".-");

	for (guint i = 0; i < mentions->len; i++) {
		const struct mention *mention = mentions->pdata[i];
		const char *name = mention->variable->name;

		if (section_has(section, mention->offset) &&
		    strlen(name) == length && !strncmp(name, path, length) &&
		    (mention->modes & (ACCESS_WRITE | ACCESS_ADDRESS) || mention->declared))
			return true;
	}
	return false;
}

const char *section_through(struct model *model, struct section *section, const struct call *call)
{
	const char *name = call->slot ? call->slot->name : "";

	if (!is_outward(call))
		return NULL;
	if (!call->path || changes_base(section, call->path))
		return "the pointer that it calls cannot be looked at before";
	if (regions_sound(name) || sounds_like_end(name))
		return "what it calls may take something, or give it back";
	if (!section->paths)
		section->paths = model_array(model);
	for (guint i = 0; i < section->paths->len; i++)
		if (!strcmp(section->paths->pdata[i], call->path))
			return NULL;
	g_ptr_array_add(section->paths, (gpointer)call->path);
	return NULL;
}

/* "a->b->c" -> "!a || !a->b || !a->b->c": a pointer is what an arrow follows, and the last. */
void section_write_guard(GString *to, const char *path, const char *result)
{
	g_string_append(to, "\tif (");
	for (const char *arrow = path; (arrow = strstr(arrow, "->")); arrow++)
		g_string_append_printf(to, "!%.*s || ", (int)(arrow - path), path);
	g_string_append_printf(to, "!%s)\n\t\treturn%s;\n", path, result);
}
