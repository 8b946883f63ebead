// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Pointers that cross: parameters and results of calls between the halves, and
 * fields of the records that are kept alike in both.
 */
#include <string.h>

#include "knowledge.h"
#include "pointers.h"

static bool is_pointer(const struct pass *pass)
{
	return pass->type && pass->type->kind == TYPE_POINTER && pass->kind != PASS_DROP;
}

static void count_one(struct pointer_counts *counts, bool hinted)
{
	if (hinted)
		counts->hinted++;
	else
		counts->automatic++;
}

static void count_calls(struct pointer_counts *counts, const struct knowledge *knowledge,
			GPtrArray *crossings)
{
	guint i, j;

	for (i = 0; i < crossings->len; i++) {
		const struct crossing *crossing = crossings->pdata[i];
		const struct hint *hint = knowledge_hint(knowledge, crossing->name);
		GPtrArray *args = hint ? hint->args : NULL;

		for (j = 0; j < crossing->params->len; j++) {
			if (is_pointer(crossing->params->pdata[j]))
				count_one(counts, args && fact_arg(args, j));
		}
		if (is_pointer(&crossing->result))
			count_one(counts, args && fact_arg(args, -1));
	}
}

static bool field_hinted(const struct knowledge *knowledge, const struct wire_record *record,
			 const struct wire_field *field)
{
	const char *last = strrchr(field->path, '.');
	const struct field_fact *fact;

	fact = knowledge_field(knowledge, record->name ? record->name : "",
			       last ? last + 1 : field->path);
	return fact && fact->is_hint;
}

static void count_fields(struct pointer_counts *counts, const struct knowledge *knowledge,
			 const struct wire_record *record)
{
	guint i;

	for (i = 0; i < record->fields->len; i++) {
		const struct wire_field *field = record->fields->pdata[i];

		if (field->kind == WIRE_PTR || field->kind == WIRE_STR || field->kind == WIRE_FN)
			count_one(counts, field_hinted(knowledge, record, field));
	}
}

struct pointer_counts pointers_count(const struct partition *partition, const struct plan *plan)
{
	struct pointer_counts counts = { 0 };
	guint i;

	for (i = 0; i < partition->ambiguities->len; i++) {
		const struct reason *reason = partition->ambiguities->pdata[i];

		/* All others are about contexts, or where indirect calls go. */
		counts.ambiguous += reason->hint && (g_str_has_prefix(reason->hint, "fields:") ||
						     strstr(reason->hint, "{args:"));
	}
	if (!plan)
		return counts;
	count_calls(&counts, partition->knowledge, plan->upcalls);
	count_calls(&counts, partition->knowledge, plan->downcalls);
	for (i = 0; i < plan->records->len; i++)
		count_fields(&counts, partition->knowledge, plan->records->pdata[i]);
	return counts;
}
