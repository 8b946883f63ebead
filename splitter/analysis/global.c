// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What becomes of the driver's globals: one that nobody changes is the same in both
 * halves from the start, the others travel. A global may be changed by its name, and
 * through its address by whoever gets hold of that.
 */
#include <string.h>

#include "global.h"
#include "marshal_type.h"

static const struct type *element(const struct type *type)
{
	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	return type;
}

/* Is what such a pointer points at only read? */
static bool is_to_const(const struct knowledge *knowledge, const struct type *type)
{
	return type && type->kind == TYPE_POINTER &&
	       (type->elem->is_const || type_table_of(knowledge, type));
}

/* Does the callee only read what this argument points at? */
bool call_only_reads(const struct knowledge *knowledge, const struct call *call, unsigned int n)
{
	const struct function *callee = call->callee;

	if (call->kind != CALL_DIRECT || !callee)
		return false;
	if (n < callee->params->len)
		return is_to_const(knowledge, ((struct parameter *)callee->params->pdata[n])->type);
	/* what is printed, not what scanf() of the C library fills */
	return callee->type->variadic && !strstr(callee->name, "scanf");
}

/*
 * Of what a macro has made, constants and tables of pointers have a name for both halves. An
 * object like an attribute is one that the kernel hands to operations, as a part of the
 * record that the macro put around it.
 */
static bool is_made_object(const struct global *global)
{
	const struct type *type = element(global->type);
	bool is_const = global->is_const || type->is_const;

	return global->from_macro && !(type->kind == TYPE_RECORD && is_const) &&
	       !(type->kind == TYPE_POINTER && global->type->kind == TYPE_ARRAY);
}

bool global_is_shared(const struct global *global)
{
	return global->in_driver && !global->scope && !is_made_object(global);
}

bool global_is_apart(const struct global_use *use)
{
	const struct global *global = use->global;

	return global->in_driver && !global->scope && is_made_object(global) &&
	       !global->is_const && use->modes & (ACCESS_WRITE | ACCESS_ADDRESS);
}

bool global_is_named(const struct global_use *use)
{
	const struct global *global = use->global;

	return !global->in_driver && !global->scope && !global->from_macro &&
	       global->type->kind == TYPE_RECORD && global->type->size &&
	       use->modes == ACCESS_ADDRESS;
}

unsigned int global_use_modes(const struct knowledge *knowledge, const struct global_use *use)
{
	unsigned int modes = use->modes;

	if (!(modes & ACCESS_ADDRESS))
		return modes;
	modes |= ACCESS_READ;
	if (!is_to_const(knowledge, use->into) &&
	    !(use->call && call_only_reads(knowledge, use->call, use->arg)))
		modes |= ACCESS_WRITE;
	return modes;
}

GHashTable *globals_modes(const struct knowledge *knowledge, GPtrArray *functions)
{
	GHashTable *table = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < functions->len; i++) {
		const struct function *function = functions->pdata[i];

		for (guint j = 0; function->globals && j < function->globals->len; j++) {
			const struct global_use *use = function->globals->pdata[j];
			unsigned int modes = global_modes(table, use->global) |
					     global_use_modes(knowledge, use);

			g_hash_table_insert(table, use->global, GUINT_TO_POINTER(modes));
		}
	}
	return table;
}

unsigned int global_modes(GHashTable *table, const struct global *global)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(table, global));
}

bool global_varies(GHashTable *table, const struct global *global)
{
	const struct type *elem = element(global->type);

	if (global->is_const || elem->is_const)
		return false;
	/* Who may write to a struct through a pointer is not known. */
	return elem->kind == TYPE_RECORD || global->is_param ||
	       (global_modes(table, global) & ACCESS_WRITE);
}

const char *global_obstacle(GHashTable *table, const struct global *global)
{
	const struct type *type = global->type, *elem = element(type);

	if (!global_varies(table, global))
		return NULL;
	if (global->several)
		return "is another one in each file that includes it";
	if (elem->kind == TYPE_RECORD)
		return NULL;
	if (elem->kind != TYPE_INT && elem->kind != TYPE_POINTER)
		return "has no wire form";
	if (elem->kind == TYPE_POINTER && elem->elem->kind == TYPE_POINTER)
		return "is a pointer to pointers";
	if (elem->kind == TYPE_POINTER && type->kind == TYPE_ARRAY &&
	    type->elem->kind == TYPE_ARRAY)
		return "is an array within an array";
	if (type->kind == TYPE_ARRAY && !type->size)
		return "is an array of unknown length";
	if (type->size > GLOBAL_SIZE_MAX)
		return "is too large to travel";
	return NULL;
}
