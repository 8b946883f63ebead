// SPDX-License-Identifier: GPL-2.0-or-later
/* mdrv explain: what a name stands for, and the answer about each such thing. */
#include <string.h>

#include "diag.h"
#include "explain.h"
#include "explain_internal.h"

const char *const explain_halves[] = {
	[DOMAIN_KERNEL] = "kernel half", [DOMAIN_USER] = "user half",
	[DOMAIN_BOTH] = "both halves",
};

void explain_at(FILE *to, const struct location *at)
{
	if (at->file)
		fprintf(to, " (%s:%u:%u)", at->file, at->line, at->column);
}

void explain_contexts(FILE *to, unsigned int contexts)
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

	for (i = 0; i < G_N_ELEMENTS(names); i++) {
		if (!(contexts & names[i].bit))
			continue;
		fprintf(to, "%s%s", separator, names[i].name);
		separator = ", ";
	}
	fputs(*separator ? " context" : "no context", to);
}

/* Names that could have been meant: all that there is an answer for. */
static GPtrArray *all_names(const struct partition *partition)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	guint i, j;

	for (i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];

		g_ptr_array_add(names, g_strdup(decision->function->name));
	}
	for (i = 0; i < partition->model->records->len; i++) {
		const struct record *record = partition->model->records->pdata[i];

		for (j = 0; record->in_driver && *record->name && j < record->fields->len; j++) {
			const struct field *field = record->fields->pdata[j];

			g_ptr_array_add(names, g_strdup_printf("%s.%s", record->name, field->name));
			g_ptr_array_add(names, g_strdup_printf("%s.%s",
							       explain_short(record->name),
							       field->name));
			g_ptr_array_add(names, g_strdup(field->name));
		}
	}
	for (i = 0; i < partition->model->globals->len; i++) {
		const struct global *global = partition->model->globals->pdata[i];

		if (global->in_driver)
			g_ptr_array_add(names, g_strdup(global->name));
	}
	for (i = 0; i < partition->locks->locks->len; i++) {
		const struct lock *lock = partition->locks->locks->pdata[i];

		g_ptr_array_add(names, g_strdup(lock->name));
	}
	return names;
}

static bool nothing_of_that_name(const struct question *question)
{
	g_autoptr(GPtrArray) names = all_names(question->partition);
	const char *near = diag_nearest(question->name, (const char *const *)names->pdata,
					names->len);

	if (near)
		diag_error(NULL, "the driver has no function, lock, field or global '%s'; "
				 "did you mean '%s'?", question->name, near);
	else
		diag_error(NULL, "the driver has no function, lock, field or global '%s'; "
				 "\"mdrv analyze\" lists its functions, and a field is named "
				 "with its record: 'struct x.field'", question->name);
	return false;
}

/* Answers are told apart by their first lines; more than one is announced. */
static unsigned int count_functions(const struct question *question)
{
	unsigned int count = 0;
	guint i;

	for (i = 0; i < question->partition->decisions->len; i++) {
		const struct decision *decision = question->partition->decisions->pdata[i];

		count += !strcmp(decision->function->name, question->name);
	}
	return count;
}

static void explain_functions(const struct question *question)
{
	guint i;

	for (i = 0; i < question->partition->decisions->len; i++) {
		const struct decision *decision = question->partition->decisions->pdata[i];

		if (!strcmp(decision->function->name, question->name))
			explain_one_function(question, decision);
	}
}

bool explain_name(FILE *to, const struct partition *partition, const struct plan *plan,
		  const char *name)
{
	g_autoptr(GPtrArray) locks = explain_find_locks(partition, name);
	g_autoptr(GPtrArray) fields = explain_find_fields(partition, name);
	g_autoptr(GPtrArray) globals = explain_find_globals(partition, name);
	struct question question = {
		.to = to, .partition = partition, .plan = plan, .name = name,
	};
	unsigned int things = count_functions(&question) + locks->len + fields->len;
	guint i;

	/* A lock that is a global is told of as a lock. */
	if (locks->len)
		g_ptr_array_set_size(globals, 0);
	things += globals->len;

	if (!things)
		return nothing_of_that_name(&question);
	question.graph = graph_new(partition, plan);
	if (things > 1)
		fprintf(to, "%s is the name of %u things\n", name, things);
	explain_functions(&question);
	for (i = 0; i < locks->len; i++)
		explain_one_lock(&question, locks->pdata[i]);
	for (i = 0; i < fields->len; i++)
		explain_one_field(&question, fields->pdata[i]);
	for (i = 0; i < globals->len; i++)
		explain_one_global(&question, globals->pdata[i]);
	graph_free(question.graph);
	return true;
}
