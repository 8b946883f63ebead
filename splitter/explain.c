// SPDX-License-Identifier: GPL-2.0-or-later
/* mdrv explain: why a function is where it is, link by link. */
#include <string.h>

#include "context.h"
#include "diag.h"
#include "explain.h"

enum { CHAIN_MAX = 32 };

static const char *const halves[] = {
	[DOMAIN_KERNEL] = "kernel", [DOMAIN_USER] = "user", [DOMAIN_BOTH] = "both halves",
};

static const struct reason *first_reason(const struct partition *partition,
					 const struct function *function)
{
	const struct decision *decision = partition_of(partition, function);

	return decision && decision->reasons->len ? decision->reasons->pdata[0] : NULL;
}

/*
 * The critical link of a function: what makes its callees critical. For one that
 * is in both halves that is not its first reason.
 */
static const struct reason *next_link(const struct partition *partition,
				      const struct reason *reason)
{
	const struct decision *decision = reason->via ? partition_of(partition, reason->via) : NULL;
	guint i;

	for (i = 0; decision && i < decision->reasons->len; i++) {
		const struct reason *link = decision->reasons->pdata[i];

		if (link->kind == REASON_ROOT || link->kind == REASON_REACHED ||
		    link->kind == REASON_LOCK_HELD)
			return link;
	}
	return reason->via ? first_reason(partition, reason->via) : NULL;
}

static void print_at(FILE *to, const struct location *at)
{
	if (at->file)
		fprintf(to, " (%s:%u:%u)", at->file, at->line, at->column);
}

static void print_chain(FILE *to, const struct partition *partition,
			const struct function *function, const struct reason *reason)
{
	unsigned int depth = 0;

	while (reason && depth++ < CHAIN_MAX) {
		fprintf(to, "  %*s%s%s: %s", (int)(2 * (depth - 1)), "", depth > 1 ? "<- " : "",
			function->name, reason->text);
		print_at(to, &reason->at);
		fputc('\n', to);
		if (reason->hint)
			fprintf(to, "  %*sa hint would settle it: %s\n", (int)(2 * depth), "",
				reason->hint);
		function = reason->via;
		reason = next_link(partition, reason);
		if (function && reason && reason->via == function)
			break;
	}
}

static void print_contexts(FILE *to, unsigned int contexts)
{
	static const struct {
		unsigned int bit;
		const char *name;
	} names[] = {
		{ CONTEXT_PROCESS, "process" }, { CONTEXT_ATOMIC, "atomic" },
		{ CONTEXT_SOFTIRQ, "softirq" }, { CONTEXT_HARDIRQ, "hardirq" },
		{ CONTEXT_UNKNOWN, "unknown" },
	};
	const char *separator = "";
	size_t i;

	fputs("  entered in context: ", to);
	for (i = 0; i < G_N_ELEMENTS(names); i++) {
		if (!(contexts & names[i].bit))
			continue;
		fprintf(to, "%s%s", separator, names[i].name);
		separator = ", ";
	}
	fputs(*separator ? "\n" : "none\n", to);
}

static bool unknown_function(const struct partition *partition, const char *name)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	const char *near;
	guint i;

	for (i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];

		g_ptr_array_add(names, (gpointer)decision->function->name);
	}
	near = diag_nearest(name, (const char *const *)names->pdata, names->len);
	if (near)
		diag_error(NULL, "the driver has no function '%s'; did you mean '%s'?", name, near);
	else
		diag_error(NULL, "the driver has no function '%s'; \"mdrv analyze\" lists them",
			   name);
	return false;
}

bool explain_function(FILE *to, const struct partition *partition, const char *name)
{
	const struct decision *decision = NULL;
	guint i;

	for (i = 0; !decision && i < partition->decisions->len; i++) {
		const struct decision *other = partition->decisions->pdata[i];

		if (!strcmp(other->function->name, name))
			decision = other;
	}
	if (!decision)
		return unknown_function(partition, name);
	fprintf(to, "%s:%u:%u: %s: %s\n", decision->function->at.file,
		decision->function->at.line, decision->function->at.column, name,
		halves[decision->domain]);
	print_contexts(to, decision->contexts);
	for (i = 0; i < decision->reasons->len; i++)
		print_chain(to, partition, decision->function, decision->reasons->pdata[i]);
	if (decision->needs_upcall)
		fputs("  the kernel enters it by an upcall\n", to);
	if (decision->needs_downcall)
		fputs("  the user half calls it by a downcall\n", to);
	return true;
}

void explain_notes(const struct partition *partition, const struct decision *decision)
{
	const struct function *function = decision->function;
	const struct reason *reason = first_reason(partition, function);
	unsigned int depth = 0;

	while (reason && depth++ < CHAIN_MAX) {
		diag_note(&reason->at, "%s(): %s", function->name, reason->text);
		function = reason->via;
		reason = next_link(partition, reason);
	}
}
