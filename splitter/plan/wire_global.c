// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Globals that user code touches. One that nobody writes is the same in both
 * halves from the start; if its address is taken it still needs a number. One
 * that is written, or a module parameter, is an object like any other.
 */
#include <string.h>

#include "global.h"
#include "marshal_type.h"
#include "mdrv_plan.h"
#include "wire_internal.h"

static const struct type *element(const struct type *type)
{
	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	return type;
}

/* What is done to it by name, and to its type by pointers. */
static void add_fields(struct builder *b, struct wire_record *record, const struct type *elem)
{
	const char *name = type_record_name(b->model, elem);
	GPtrArray *lists[] = {
		g_hash_table_lookup(b->global_accesses, record->global),
		name ? g_hash_table_lookup(b->accesses, name) : NULL,
	};

	for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
		for (guint j = 0; lists[i] && j < lists[i]->len; j++)
			wire_add_global_access(b, record, lists[i]->pdata[j]);
}

/* Statics of one name in several files are told apart by a number. */
static char *ident_of(const struct builder *b, const struct global *global)
{
	char *ident = g_strdup_printf("global_%s", global->name);
	const struct wire_record *other;

	for (guint i = 2; (other = g_hash_table_lookup(b->records, ident)) &&
			  other->global != global; i++) {
		g_free(ident);
		ident = g_strdup_printf("global_%s_%u", global->name, i);
	}
	return ident;
}

/* The kernel's own: what the driver writes to others of that type is not for this one. */
static void only_reads(struct wire_record *record)
{
	for (guint i = 0; i < record->fields->len; i++)
		((struct wire_field *)record->fields->pdata[i])->access &= MDRV_R;
}

/* A constant array of pointers that a fact calls a table is one, whoever takes such. */
static void add_table(struct builder *b, struct wire_record *record)
{
	const struct record *of = type_table_of(b->knowledge, record->global->type);
	struct wire_place *place;

	if (!of)
		return;
	place = model_alloc(b->model, sizeof(*place));
	place->record_name = type_table_name(b->model, of);
	place->record = wire_record_number(b, place->record_name, NULL);
	place->path = "";
	place->count = 1;
	g_ptr_array_add(record->places, place);
}

static void add_global(struct builder *b, struct global *global, bool varies,
		       unsigned int user_modes, const struct location *at)
{
	const struct type *elem = element(global->type);
	bool is_struct = elem->kind == TYPE_RECORD;
	struct wire_record *record;
	struct wire_global *wire;
	g_autofree char *ident = ident_of(b, global);
	g_autofree char *ctype = g_strdup_printf("typeof(%s)", global->name);

	record = g_hash_table_lookup(b->records, ident);
	if (record)
		return;
	/* wire_record_of() takes the name for a type: give the record its own. */
	record = wire_record_of(b, ident, elem->record);
	record->name = global->name;
	record->ctype = model_intern(b->model, ctype);
	record->incomplete = false;
	record->global = global;
	record->home = global->in_driver ? global->at.file : wire_home(b, b->using);
	wire = model_alloc(b->model, sizeof(*wire));
	wire->global = global;
	wire->own = record;
	wire->record = record->number;
	g_ptr_array_add(b->plan->globals, wire);
	if (varies && is_struct)
		add_fields(b, record, elem);
	else if (varies)
		wire_add_leaf(b, record, "", false, global->type, 0, user_modes, at);
	else
		add_table(b, record);
	if (!global->in_driver)
		only_reads(record);
	if (elem->kind == TYPE_RECORD && elem->record && type_record_name(b->model, elem)) {
		struct wire_place *place = model_alloc(b->model, sizeof(*place));

		place->record_name = type_record_name(b->model, elem);
		place->record = wire_record_number(b, place->record_name, elem->record);
		place->path = global->type->kind == TYPE_ARRAY ? "[0]" : "";
		place->is_array = global->type->kind == TYPE_ARRAY;
		place->count = place->is_array ? global->type->count : 1;
		g_ptr_array_add(record->places, place);
	}
}

void wire_globals(struct builder *b)
{
	g_autoptr(GHashTable) everywhere = globals_modes(b->knowledge, b->model->functions);
	g_autoptr(GHashTable) user = globals_modes(b->knowledge, b->reached);

	for (guint i = 0; i < b->reached->len; i++) {
		const struct function *function = b->reached->pdata[i];

		b->using = function;
		for (guint j = 0; j < function->globals->len; j++) {
			const struct global_use *use = function->globals->pdata[j];
			bool varies = global_varies(everywhere, use->global);

			if (g_hash_table_contains(b->knowledge->local, use->global->name))
				continue;
			if ((global_is_shared(use->global) || global_is_named(use)) &&
			    (varies || use->modes & ACCESS_ADDRESS))
				add_global(b, use->global, varies, global_modes(user, use->global),
					   &use->at);
		}
	}
}
