// SPDX-License-Identifier: GPL-2.0-or-later
/* Names of obstacles, read off the texts of reasons; which of them a what-if takes away. */
#include <string.h>

#include "lift.h"

/* How a text begins, or what it has in it, and what such obstacles are called. */
static const struct {
	const char *begins;
	const char *has;
	const char *name;	/* "%" for the word after @begins, or at the start */
} patterns[] = {
	{ "called in a context that is not known: ", NULL, "context: %" },
	{ "calls through ", NULL, "indirect call" },
	{ "calls ", "which stays in the kernel", "kept callee" },
	{ "calls ", NULL, "call: %" },
	{ "uses per-CPU", NULL, "per-CPU data" },
	{ "uses a privileged", NULL, "privileged instruction" },
	{ "uses the ", "has another", "records of one name" },
	{ "uses ", "which changes and", "global that cannot travel" },
	{ "uses ", "of a length that is not known", "pointer: length" },
	{ "uses ", "a number, as an address", "pointer: number" },
	{ "uses ", NULL, "call: %" },
	{ "releases by ", NULL, "failure: release by %" },
	{ "writes ", "would not without the user half", "failure: release that writes" },
	{ "", "cannot report that nobody answered", "failure: %" },
	{ "takes ", "taken in process context", "lock: process" },
	{ "takes ", "for a struct", "pointer: record" },
	{ "takes what", NULL, "pointer: record" },
	{ "takes ", NULL, "lock: shared" },
	{ "", "starts a region that must not sleep", "lock: region" },
	{ "", "leaves a lock held", "lock: unbalanced" },
	{ "touches ", NULL, "kernel global: %" },
	{ "has an atomic operation", NULL, "atomic operation" },
	{ "has inline assembly", NULL, "inline assembly" },
	{ "has ", NULL, "assembly or floating point" },
	{ "reads current", NULL, "current" },
	{ "puts an object", NULL, "object on the stack" },
	{ "keeps '", NULL, "static variable" },
	{ "reads what ", NULL, "pointer: length" },
	{ "writes what ", NULL, "pointer: written" },
	{ "finds a ", NULL, "pointer: enclosing record" },
	{ "frees what ", NULL, "memory of the kernel half" },
	{ "allocates ", NULL, "allocation" },
	{ "", "releases by", "failure: torn by %" },
	{ "struct ", ": ", "operation: struct %" },
	{ "callback of ", ": ", "operation: callback of %" },
};

/* One word: up to a space, comma, colon or parenthesis. */
static char *word(const char *text)
{
	return g_strndup(text, strcspn(text, " ,:("));
}

/* What it is about: "struct x.y" and "callback of f" are one word each. */
static char *subject(const char *text)
{
	static const char *const prefixes[] = { "struct ", "callback of " };

	for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++) {
		g_autofree char *rest = g_str_has_prefix(text, prefixes[i]) ?
			word(text + strlen(prefixes[i])) : NULL;

		if (rest)
			return g_strconcat(prefixes[i], rest, NULL);
	}
	return word(text);
}

char *lift_name(const struct reason *reason)
{
	if (reason->kind == REASON_MODULE || reason->kind == REASON_HINT ||
	    reason->kind == REASON_ROOT || reason->kind == REASON_REACHED ||
	    reason->kind == REASON_LOCK_HELD || reason->kind == REASON_UNREACHED)
		return NULL;
	if (g_str_has_prefix(reason->text, "called from "))
		return NULL;
	for (guint i = 0; i < G_N_ELEMENTS(patterns); i++) {
		g_autofree char *what = NULL;
		char *mark;

		if (!g_str_has_prefix(reason->text, patterns[i].begins) ||
		    (patterns[i].has && !strstr(reason->text, patterns[i].has)))
			continue;
		mark = strchr(patterns[i].name, '%');
		if (!mark)
			return g_strdup(patterns[i].name);
		what = subject(reason->text + strlen(patterns[i].begins));
		return g_strdup_printf("%.*s%s", (int)(mark - patterns[i].name), patterns[i].name,
				       what);
	}
	return g_strdup("other");
}

static bool is_of(const char *name, const char *lift)
{
	size_t length = strlen(lift);

	return !strncmp(name, lift, length) && (!name[length] || name[length] == ':');
}

bool lift_takes(const struct model *model, const struct reason *reason)
{
	g_autofree char *name = model->lift ? lift_name(reason) : NULL;

	return name && is_of(name, model->lift);
}

bool lift_settles(const struct model *model, const char *entry)
{
	g_autofree char *what = model->lift ? subject(entry) : NULL;
	g_autofree char *name = what ? g_strconcat("context: ", what, NULL) : NULL;

	return name && is_of(name, model->lift);
}
