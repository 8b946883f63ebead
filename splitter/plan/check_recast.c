// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check: addresses of records, or of parts of them, that become pointers to
 * something else by a cast. An address crosses as a record and a place in it, and what is
 * there as the fields that it has by its own type: the other half knows of no other.
 */
#include <string.h>

#include "marshal_type.h"
#include "mdrv_plan.h"
#include "check_plan_internal.h"

static const struct wire_record *wire_of(const struct check_work *w, const struct record *record)
{
	GPtrArray *records = w->check->plan->records;

	for (guint i = 0; i < records->len; i++) {
		const struct wire_record *wire = records->pdata[i];

		if (wire->record == record && !wire->global)
			return wire;
	}
	return NULL;
}

static bool is_plain(const struct record *record)
{
	const struct type type = { .kind = TYPE_RECORD, .record = (struct record *)record };

	return type_is_plain(&type);
}

/* Numbers that are seen as other numbers: whatever of them is meant, all of them cross. */
static bool is_view(const struct recast *recast)
{
	const struct record *from = recast->from, *as = recast->as;

	if (!recast->around->name[0] || !is_plain(as))
		return false;
	if (from)
		return from->name[0] && is_plain(from) && as->size <= from->size;
	return type_is_plain(recast->part->type) && as->size <= recast->part->type->size;
}

static bool points_at(const struct argument *value, const struct record *record)
{
	return value && value->bare && value->bare->kind == TYPE_POINTER &&
	       value->bare->elem->record == record;
}

/* Does the function pass on a pointer to a @record to where it would cross as one to anything? */
static bool lets_go(const struct check_work *w, const struct function *in,
		    const struct record *record)
{
	for (guint i = 0; i < in->calls->len; i++) {
		const struct call *call = in->calls->pdata[i];
		const struct crossing *down = check_downcall(w, call);

		for (guint j = 0; down && j < down->params->len && j < call->args->len; j++)
			if (((struct pass *)down->params->pdata[j])->kind == PASS_PTR &&
			    points_at(call->args->pdata[j], record))
				return true;
	}
	for (guint i = 0; i < in->stores->len; i++) {
		const struct store *store = in->stores->pdata[i];

		if (store->kind != STORE_LOCAL && points_at(store->value, record))
			return true;
	}
	return false;
}

/* May a pointer to one cross? */
static bool is_handed_on(const struct check_work *w, const struct record *record)
{
	GPtrArray *reached = w->check->plan->reached;

	for (guint i = 0; i < reached->len; i++)
		if (lets_go(w, reached->pdata[i], record))
			return true;
	return wire_of(w, record) != NULL;
}

/* The first member of a record, or the first one's first: a place of it? */
static bool is_first_place(const struct check_work *w, const struct recast *recast)
{
	const struct wire_record *wire = recast->part ? NULL : wire_of(w, recast->from);
	const struct record *record = recast->from;
	g_autoptr(GString) path = g_string_new(NULL);

	while (wire && record != recast->as) {
		const struct field *first = record->fields->len ? record->fields->pdata[0] : NULL;

		if (!first || first->type->kind != TYPE_RECORD)
			return false;
		if (path->len && *first->name)
			g_string_append_c(path, '.');
		g_string_append(path, first->name);
		record = first->type->record;
	}
	for (guint i = 1; wire && i < wire->places->len; i++) {
		const struct wire_place *place = wire->places->pdata[i];

		if (!place->in_tail && !strcmp(place->path, path->str))
			return true;
	}
	return false;
}

/* What lies in a flexible array at the end of a record is no part of it on the wire. */
static bool is_behind(const struct recast *recast)
{
	return recast->part && recast->part->type->kind == TYPE_ARRAY &&
	       !recast->part->type->count;
}

static char *describe(const struct recast *recast)
{
	const char *as = recast->as->name[0] ? recast->as->name : "record without a name";

	if (!recast->part)
		return g_strdup_printf("takes a %s for a %s, which it is not to the other half",
				       recast->around->name, as);
	return g_strdup_printf("takes %s.%s for a %s, which it is not to the other half",
			       recast->around->name, recast->part->name, as);
}

static void check_moved(const struct check_work *w, const struct recast *recast)
{
	g_autofree char *text = NULL;

	if (is_first_place(w, recast) || (is_view(recast) && !is_handed_on(w, recast->as)) ||
	    (is_behind(recast) && check_has_tail(w, recast->around, recast->as)))
		return;
	text = describe(recast);
	check_blame(w, recast->in, &recast->at, text);
	if (recast->origin != recast->in && g_hash_table_contains(w->reached, recast->origin))
		check_blame(w, recast->origin, &recast->at, text);
}

/*
 * Is there something in the user half that an address in a @record belongs to? It is a
 * mere handle as anything else, then.
 */
static bool has_copies(const struct check_work *w, const struct record *record)
{
	GPtrArray *records = w->check->plan->records;

	for (guint i = 0; i < records->len; i++) {
		const struct wire_record *wire = records->pdata[i];

		if (wire->record == record &&
		    (wire->global || wire->fields->len || wire->places->len > 1))
			return true;
		for (guint j = 1; j < wire->places->len; j++)
			if (!g_strcmp0(((struct wire_place *)wire->places->pdata[j])->record_name,
				       record->name))
				return true;
	}
	return false;
}

static bool returns(const struct crossing *down, const struct record *record)
{
	for (guint i = 0; i < down->params->len; i++) {
		const struct pass *pass = down->params->pdata[i];

		if (pass->kind == PASS_SETS && pass->pointee == record)
			return true;
	}
	return down->result.kind == PASS_PTR && down->result.pointee == record;
}

/* The kernel half does it, and returns the address to code that looks there. */
static void check_returned(const struct check_work *w, const struct recast *recast)
{
	GPtrArray *reached = w->check->plan->reached;

	if (!g_hash_table_contains(w->looked_at, recast->as) || !has_copies(w, recast->around))
		return;
	for (guint i = 0; i < reached->len; i++) {
		const struct function *function = reached->pdata[i];

		for (guint j = 0; j < function->calls->len; j++) {
			const struct call *call = function->calls->pdata[j];
			const struct crossing *down = check_downcall(w, call);
			g_autofree char *text = NULL;

			if (!down || !returns(down, recast->as))
				continue;
			text = g_strdup_printf("looks at what %s() returns, which may lie in a %s "
					       "that user code looks at as well", down->name,
					       recast->around->name);
			check_blame(w, call->caller, &call->at, text);
		}
	}
}

void check_recasts(const struct check_work *w)
{
	GPtrArray *recasts = w->check->model->recasts;

	for (guint i = 0; recasts && i < recasts->len; i++) {
		const struct recast *recast = recasts->pdata[i];

		if (g_hash_table_contains(w->reached, recast->in))
			check_moved(w, recast);
		else if (!is_behind(recast) && !is_first_place(w, recast))
			check_returned(w, recast);
	}
}
