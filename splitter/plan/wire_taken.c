// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Pointers that become pointers to something else: a void * or an integer that the
 * driver takes for a record, and records found around others by container_of(). The
 * kernel half must know the record that the user half will look at, before it does.
 */
#include <string.h>

#include "marshal_type.h"
#include "mdrv_plan.h"
#include "wire_internal.h"

/* The member of @record, at any depth, that is a @type and begins at byte @offset. */
static char *member_at(const struct record *record, const struct record *type, int64_t offset,
		       const struct field **leaf)
{
	for (guint i = 0; i < record->fields->len; i++) {
		const struct field *field = record->fields->pdata[i];
		int64_t at = field->bit_offset / 8;
		g_autofree char *inner = NULL;

		if (field->type->kind != TYPE_RECORD || offset < at ||
		    offset >= at + (int64_t)MAX(field->type->size, 1))
			continue;
		*leaf = field;
		if (offset == at && (!type || field->type->record == type))
			return g_strdup(field->name);
		inner = member_at(field->type->record, type, offset - at, leaf);
		if (inner && *field->name)
			return g_strdup_printf("%s.%s", field->name, inner);
		if (inner)
			return g_steal_pointer(&inner);
	}
	return NULL;
}

struct record *wire_taken_for(const struct field *field)
{
	const struct field *leaf;
	const struct taken_as *found = NULL;
	g_autofree char *path = NULL;

	for (guint i = 0; field->taken && i < field->taken->len; i++) {
		const struct taken_as *taken = field->taken->pdata[i];

		if (!taken->in->in_driver || taken->behind)
			continue;
		if (!taken->as->name[0] || (found && (found->as != taken->as ||
						      found->back != taken->back)))
			return NULL;
		found = taken;
	}
	if (!found || !found->back)
		return found ? found->as : NULL;
	/* container_of() on it: the address of a member. */
	path = member_at(found->as, NULL, found->back, &leaf);
	return path && leaf->type->record->name[0] ? leaf->type->record : NULL;
}

/* How many members of that type there are, apart from those within an @outer. */
static unsigned int count_members(const struct record *record, const struct record *inner,
				  const struct record *outer, int depth)
{
	unsigned int count = 0;

	for (guint i = 0; record != outer && depth && i < record->fields->len; i++) {
		const struct type *type = ((struct field *)record->fields->pdata[i])->type;

		while (type->kind == TYPE_ARRAY)
			type = type->elem;
		if (type->kind == TYPE_RECORD)
			count += type->record == inner ? 1 :
				count_members(type->record, inner, outer, depth - 1);
	}
	return count;
}

static bool has_own(const struct builder *b, const struct record *inner)
{
	for (guint i = 0; i < b->model->globals->len; i++) {
		const struct type *type = ((struct global *)b->model->globals->pdata[i])->type;

		while (type->kind == TYPE_ARRAY)
			type = type->elem;
		if (type->record == inner)
			return true;
	}
	for (guint i = 0; i < b->model->functions->len; i++) {
		const struct function *function = b->model->functions->pdata[i];

		for (guint j = 0; function->in_driver && j < function->calls->len; j++)
			if (((struct call *)function->calls->pdata[j])->assigned_record == inner)
				return true;
		for (guint j = 0; function->in_driver && j < function->locals->len; j++)
			if (((struct parameter *)function->locals->pdata[j])->type->record ==
			    inner)
				return true;
	}
	return false;
}

/* Is each @inner that the driver can come upon the one member of an @outer? */
static bool is_always_in(const struct builder *b, const struct record *inner,
			 const struct record *outer)
{
	if (!outer->in_driver || count_members(outer, inner, NULL, 8) != 1 || has_own(b, inner))
		return false;
	for (guint i = 0; i < b->model->records->len; i++)
		if (count_members(b->model->records->pdata[i], inner, outer, 8))
			return false;
	return true;
}

/* Does the driver get memory for a @record otherwise than as a variable of a file? */
static bool is_made(const struct builder *b, const struct record *record)
{
	for (guint i = 0; i < b->model->records->len; i++)
		if (count_members(b->model->records->pdata[i], record, record, 8))
			return true;
	for (guint i = 0; i < b->model->functions->len; i++) {
		const struct function *function = b->model->functions->pdata[i];

		for (guint j = 0; function->in_driver && j < function->calls->len; j++)
			if (((struct call *)function->calls->pdata[j])->assigned_record == record)
				return true;
		for (guint j = 0; function->in_driver && j < function->locals->len; j++)
			if (((struct parameter *)function->locals->pdata[j])->type->record ==
			    record)
				return true;
	}
	return false;
}

/*
 * Where all of @outer are variables of the driver's file, the address tells: a C
 * condition over $0, or NULL. So it is with attributes that a driver declares by macros.
 */
static const char *in_variables(const struct builder *b, const struct record *inner,
				const struct record *outer)
{
	g_autoptr(GString) when = g_string_new(NULL);
	GPtrArray *globals = b->model->globals;

	if (b->model->sources->len != 1 || count_members(outer, inner, NULL, 8) != 1 ||
	    is_made(b, outer))
		return NULL;
	for (guint i = 0; i < globals->len; i++) {
		const struct global *global = globals->pdata[i];
		const struct type *type = global->type;

		while (type->kind == TYPE_ARRAY)
			type = type->elem;
		if (type->kind != TYPE_RECORD || type->record != outer)
			continue;
		if (!global->in_driver || global->scope)
			return NULL;
		g_string_append_printf(when, "%sMDRV_IN($0, %s)", when->len ? " ||\n\t\t" : "",
				       global->name);
	}
	return when->len ? model_intern(b->model, when->str) : NULL;
}

static void add_enclosure(struct builder *b, struct record *inner, struct record *outer,
			  int64_t back, const struct location *at)
{
	struct wire_enclosure *enclosure;
	const struct field *leaf = NULL;
	g_autofree char *path = inner->name[0] && outer->name[0] ?
		member_at(outer, inner, back, &leaf) : NULL;
	const struct field_fact *fact = path ?
		knowledge_field(b->knowledge, outer->name, path) : NULL;
	const char *when;

	if (!path)
		return;
	when = fact ? fact->when : NULL;
	if (!when && !is_always_in(b, inner, outer)) {
		when = in_variables(b, inner, outer);
		if (!when)
			return;
	}
	for (guint i = 0; i < b->plan->enclosures->len; i++) {
		enclosure = b->plan->enclosures->pdata[i];
		if (enclosure->inner->record == inner && enclosure->outer->record == outer)
			return;
	}
	enclosure = model_alloc(b->model, sizeof(*enclosure));
	enclosure->inner = wire_record_of(b, inner->name, inner);
	enclosure->outer = wire_record_of(b, outer->name, outer);
	enclosure->path = model_intern(b->model, path);
	enclosure->when = when;
	enclosure->at = *at;
	g_ptr_array_add(b->plan->enclosures, enclosure);
}

/* What reached code finds around what it has a pointer to. */
void wire_enclosures(struct builder *b)
{
	GPtrArray *records = b->model->records;

	for (guint i = 0; b->model->enclosed && i < b->model->enclosed->len; i++) {
		const struct taken_as *taken = b->model->enclosed->pdata[i];

		if (!taken->behind && g_hash_table_contains(b->reached_set, taken->in))
			add_enclosure(b, taken->from, taken->as, taken->back, &taken->at);
	}
	for (guint i = 0; i < records->len; i++) {
		const struct record *record = records->pdata[i];

		for (guint j = 0; j < record->fields->len; j++) {
			const struct field *field = record->fields->pdata[j];
			struct record *inner = wire_taken_for(field);

			for (guint k = 0; inner && k < field->taken->len; k++) {
				const struct taken_as *taken = field->taken->pdata[k];

				if (taken->back && g_hash_table_contains(b->reached_set, taken->in))
					add_enclosure(b, inner, taken->as, taken->back, &taken->at);
			}
		}
	}
}

/* Does the user half come upon an @inner by a pointer to it, whatever it is in? */
/* Does a downcall return a pointer to one, or set one? */
static bool shows(const struct crossing *downcall, const struct wire_record *inner)
{
	const struct pass *result = &downcall->result;

	for (guint i = 0; i < downcall->params->len; i++) {
		const struct pass *pass = downcall->params->pdata[i];

		if (pass->kind == PASS_SETS && pass->record == inner->number)
			return true;
	}
	return result->kind == PASS_PTR && result->record == inner->number;
}

static bool is_pointed_at(const struct builder *b, const struct wire_record *inner)
{
	const struct plan *plan = b->plan;

	for (guint i = 0; i < plan->upcalls->len; i++) {
		const struct crossing *upcall = plan->upcalls->pdata[i];

		for (guint j = 0; j < upcall->params->len; j++) {
			const struct pass *pass = upcall->params->pdata[j];

			if (pass->kind == PASS_PTR && pass->record == inner->number)
				return true;
		}
	}
	for (guint i = 0; i < plan->downcalls->len; i++) {
		if (shows(plan->downcalls->pdata[i], inner))
			return true;
	}
	for (guint i = 0; i < plan->records->len; i++) {
		const struct wire_record *record = plan->records->pdata[i];

		for (guint j = 0; j < record->fields->len; j++) {
			const struct wire_field *field = record->fields->pdata[j];

			if (field->kind == WIRE_PTR && field->access & MDRV_R &&
			    field->target == inner->number)
				return true;
		}
	}
	return false;
}

/*
 * A record that is looked at, and may be the member of another that is: if it is, a fact tells, and
 * both are one object. Else whoever comes upon the second would find the first in its way.
 */
void wire_enclosures_known(struct builder *b)
{
	for (guint i = 0; i < b->plan->records->len; i++) {
		const struct wire_record *outer = b->plan->records->pdata[i];

		for (guint j = 0; outer->record && !outer->global && outer->fields->len &&
				  j < outer->record->fields->len; j++) {
			const struct field *field = outer->record->fields->pdata[j];
			const struct field_fact *fact = field->type->kind == TYPE_RECORD ?
				knowledge_field(b->knowledge, outer->record->name, field->name) :
				NULL;
			const struct wire_record *inner = fact && fact->when ?
				g_hash_table_lookup(b->records,
						    wire_ident(b, field->type->record->name)) :
				NULL;

			if (inner && inner->record == field->type->record && inner->fields->len &&
			    is_pointed_at(b, inner))
				add_enclosure(b, field->type->record, outer->record,
					      field->bit_offset / 8, &field->at);
		}
	}
}

/* The members that are found so are places of the records around them. */
void wire_enclosed_places(struct builder *b)
{
	for (guint i = 0; i < b->plan->enclosures->len; i++) {
		const struct wire_enclosure *enclosure = b->plan->enclosures->pdata[i];

		wire_add_place(b, enclosure->outer, enclosure->path, enclosure->inner);
	}
}
