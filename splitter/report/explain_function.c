// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * mdrv explain FUNCTION: why it is where it is, every context in which it is
 * entered and how, what it locks, where its indirect calls go, what crosses.
 */
#include <string.h>

#include "chain.h"
#include "explain_internal.h"
#include "knowledge.h"
#include "targets.h"

static void print_reasons(const struct question *question, const struct decision *decision)
{
	FILE *to = question->to;
	guint i, depth;

	fputs("why\n", to);
	for (i = 0; i < decision->reasons->len; i++) {
		const struct function *function = decision->function;
		const struct reason *reason = decision->reasons->pdata[i];

		for (depth = 0; reason && depth < CHAIN_MAX; depth++) {
			fprintf(to, "  %*s%s%s: %s", (int)(2 * depth), "", depth ? "<- " : "",
				function->name, reason->text);
			explain_at(to, &reason->at);
			fputc('\n', to);
			if (reason->hint)
				fprintf(to, "  %*sa hint would settle it: %s\n",
					(int)(2 * depth + 2), "", reason->hint);
			function = reason->via;
			reason = chain_next(question->partition, reason);
			if (function && reason && reason->via == function)
				break;
		}
	}
}

static void print_link(FILE *to, struct model *model, const struct link *link)
{
	if (link->edge) {
		const struct call *call = link->edge->call;

		fprintf(to, "    called by %s()", link->edge->from->name);
		if (call->kind != CALL_DIRECT)
			fprintf(to, " through %s", targets_through(model, call));
		else if (call->callee != link->function)
			fprintf(to, " as callback of %s()", call->callee->name);
		if (call->held)
			fprintf(to, " under %s", call->held_by ? call->held_by : "a lock");
		explain_at(to, &call->at);
	} else if (link->entry) {
		fprintf(to, "    entered by the kernel: %s", link->entry->text);
		explain_at(to, &link->entry->at);
	} else {
		fprintf(to, "    entered when the module is %s",
			link->function->is_exit ? "unloaded" : "loaded");
		explain_at(to, &link->function->at);
	}
	fputc('\n', to);
}

/* One chain for each context: the shortest. */
static void print_ways(const struct question *question, const struct decision *decision)
{
	unsigned int contexts = decision->contexts & ~CONTEXT_CALLER;

	if (!contexts)
		fputs("entered by nobody\n", question->to);
	for (; contexts; contexts &= contexts - 1) {
		unsigned int context = contexts & -contexts;
		g_autoptr(GPtrArray) chain = graph_chain(question->graph, decision->function,
							 context);
		guint i;

		fprintf(question->to, "entered in %s context\n", context_name(context));
		for (i = 0; i < chain->len; i++)
			print_link(question->to, question->partition->contexts->model,
				   chain->pdata[i]);
		if (!chain->len)
			fputs("    by a caller that is not known\n", question->to);
	}
}

/* All the ways in, one call each: entries of the kernel, then callers. */
static void print_callers(const struct question *question, const struct decision *decision)
{
	const struct standing *standing = contexts_of(question->partition->contexts,
						      decision->function);
	GPtrArray *in = graph_in(question->graph, decision->function);
	FILE *to = question->to;
	guint i;

	if (!in->len && !(standing && standing->entries->len))
		return;
	fputs("callers\n", to);
	for (i = 0; standing && i < standing->entries->len; i++) {
		const struct entry *entry = standing->entries->pdata[i];

		fprintf(to, "    the kernel: %s, ", entry->text);
		if (entry->context & CONTEXT_CALLER)
			fputs("within the call", to);
		else
			explain_contexts(to, entry->context);
		explain_at(to, &entry->at);
		fputc('\n', to);
	}
	for (i = 0; i < in->len; i++) {
		const struct edge *edge = in->pdata[i];
		const struct decision *from = partition_of(question->partition, edge->from);

		fprintf(to, "    %s() in ", edge->from->name);
		explain_contexts(to, from ? from->contexts : 0);
		fprintf(to, "%s%s", edge->call->held ? ", under " : "",
			edge->call->held && edge->call->held_by ? edge->call->held_by :
			edge->call->held ? "a lock" : "");
		explain_at(to, &edge->call->at);
		fputs(edge->crosses ? ", which crosses\n" : "\n", to);
	}
}

/* Regions that must not sleep: locks, and what else begins one. */
static void print_regions(const struct question *question, const struct function *function)
{
	const struct partition *partition = question->partition;
	const struct call *last = NULL;
	FILE *to = question->to;
	guint i;

	for (i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct lock_site *site = locks_at(partition->locks, call);
		const struct fact *fact = contexts_fact(partition->contexts, call);

		if (call->kind == CALL_DIRECT && !(fact && fact->begins))
			fact = knowledge_fact(partition->knowledge, call->callee->name);
		/* A macro that nests calls is one place. */
		if ((!site && !(fact && fact->begins)) ||
		    (last && last->at.line == call->at.line && last->at.column == call->at.column))
			continue;
		fputs(last ? "" : "takes\n", to);
		last = call;
		fprintf(to, "    %s", site ? site->lock->name : "no lock");
		fputs(" by ", to);
		if (site) {
			explain_site(to, site);
		} else {
			fprintf(to, "%s()", call->macro ? call->macro : call->callee->name);
			explain_at(to, &call->at);
		}
		fputc('\n', to);
	}
}

static void print_targets(const struct call *call, FILE *to)
{
	guint i;

	for (i = 0; call->targets && i < call->targets->len; i++) {
		const struct target *target = call->targets->pdata[i];

		fprintf(to, "        %s(), %s, known by %s", target->function->name,
			target->function->in_driver ? "of the driver" : "of the kernel",
			targets_how(target->how));
		if (target->origin)
			explain_at(to, &target->origin->at);
		fputc('\n', to);
	}
	if (call->outward)
		fputs("        or a function of the kernel or of another module\n", to);
	if (call->by_type)
		fputs("        not all that is stored there is known: the type decides\n", to);
	if (call->unresolved)
		fputs("        nothing is known of what is stored there\n", to);
}

/* Where calls through pointers go, callbacks that a callee runs among them. */
static void print_indirect(const struct question *question, const struct function *function)
{
	FILE *to = question->to;
	bool any = false;
	guint i;

	for (i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];

		if (call->kind == CALL_DIRECT && !(call->targets && call->targets->len))
			continue;
		fputs(any ? "" : "calls through pointers\n", to);
		any = true;
		if (call->kind == CALL_DIRECT)
			fprintf(to, "    what %s() calls back", call->callee->name);
		else
			fprintf(to, "    %s", targets_through(question->partition->contexts->model,
							      call));
		explain_at(to, &call->at);
		fputc('\n', to);
		print_targets(call, to);
	}
}

static void print_crossings(const struct question *question, const struct decision *decision)
{
	const struct function *function = decision->function;
	GPtrArray *out = graph_out(question->graph, function);
	FILE *to = question->to;
	guint i;

	fputs("crosses\n", to);
	if (decision->needs_upcall)
		fputs("    the kernel enters it by an upcall\n", to);
	if (decision->needs_downcall)
		fputs("    the user half calls it by a downcall\n", to);
	for (i = 0; i < out->len; i++) {
		const struct edge *edge = out->pdata[i];

		if (!edge->crosses)
			continue;
		fprintf(to, "    calls %s() in the %s half", edge->to->name,
			decision->domain == DOMAIN_KERNEL ? "user" : "kernel");
		explain_at(to, &edge->call->at);
		fputc('\n', to);
	}
	for (i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct crossing *downcall = graph_downcall(question->graph, call);

		if (!downcall || downcall->in_driver)
			continue;
		fprintf(to, "    calls %s() of the kernel by a downcall", downcall->name);
		explain_at(to, &call->at);
		fputc('\n', to);
	}
	if (!question->plan && decision->domain != DOMAIN_KERNEL)
		fputs("    the driver cannot be split as it is: its downcalls are not known\n", to);
}

static bool has_crossings(const struct question *question, const struct decision *decision)
{
	GPtrArray *out = graph_out(question->graph, decision->function);
	guint i;

	if (decision->domain != DOMAIN_KERNEL || decision->needs_downcall)
		return true;
	for (i = 0; i < out->len; i++) {
		if (((const struct edge *)out->pdata[i])->crosses)
			return true;
	}
	return false;
}

void explain_one_function(const struct question *question, const struct decision *decision)
{
	const struct function *function = decision->function;
	FILE *to = question->to;

	fprintf(to, "%s:%u:%u: function %s: %s, lines %u to %u\n", function->at.file,
		function->at.line, function->at.column, function->name,
		explain_halves[decision->domain], function->first_line, function->last_line);
	print_reasons(question, decision);
	print_ways(question, decision);
	print_callers(question, decision);
	print_regions(question, function);
	print_indirect(question, function);
	if (has_crossings(question, decision))
		print_crossings(question, decision);
}
