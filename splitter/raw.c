// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Fields that library functions use as raw memory: memset(&p->stats, 0, ...) names
 * no field and writes all of them. What a function does with the memory behind an
 * argument is a fact of the knowledge base (buffer, out, inout).
 */
#include <string.h>

#include "source.h"

struct use {
	struct model *model;
	const struct call *call;
	struct function *function;
	struct record *base;
	struct global *global;
	unsigned int modes;
};

static void add_access(const struct use *use, GPtrArray *path)
{
	struct access *access = model_alloc(use->model, sizeof(*access));

	access->base = use->base;
	access->path = model_array(use->model);
	g_ptr_array_extend(access->path, path, NULL, NULL);
	access->modes = use->modes;
	access->at = use->call->at;
	access->in = use->function;
	access->global = use->global;
	g_ptr_array_add(use->function->accesses, access);
}

static void add_fields(const struct use *use, const struct record *record, GPtrArray *path)
{
	guint i;

	for (i = 0; i < record->fields->len; i++) {
		struct field *field = record->fields->pdata[i];
		const struct type *type = field->type;

		while (type->kind == TYPE_ARRAY)
			type = type->elem;
		g_ptr_array_add(path, field);
		/* A union is taken as a whole: which member is meant nobody knows. */
		if (type->kind == TYPE_RECORD && !type->record->is_union &&
		    type->record->fields->len)
			add_fields(use, type->record, path);
		else
			add_access(use, path);
		g_ptr_array_remove_index(path, path->len - 1);
	}
}

static unsigned int modes_of(const struct fact_arg *arg)
{
	if (!arg || !arg->kind)
		return 0;
	if (!strcmp(arg->kind, "out"))
		return ACCESS_WRITE;
	if (!strcmp(arg->kind, "inout"))
		return ACCESS_READ | ACCESS_WRITE;
	return strcmp(arg->kind, "buffer") ? 0 : ACCESS_READ;
}

static void add_argument(struct use *use, const struct argument *argument)
{
	const struct type *type = argument->bare;
	GPtrArray *path;

	/* The caller's own memory is no business of anybody else. */
	if (!use->modes || !type || argument->kind == ARG_LOCAL_ADDRESS)
		return;
	if (type->kind == TYPE_POINTER)
		type = type->elem;
	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	if (type->kind != TYPE_RECORD)
		return;
	use->base = type->record;
	use->global = argument->global;
	path = g_ptr_array_new();
	add_fields(use, type->record, path);
	g_ptr_array_unref(path);
}

static void add_call(struct model *model, const struct knowledge *knowledge,
		     struct function *function, const struct call *call)
{
	const struct fact *fact;
	guint i;

	if (call->kind != CALL_DIRECT ||
	    !g_hash_table_contains(knowledge->local, call->callee->name))
		return;
	fact = knowledge_fact(knowledge, call->callee->name);
	for (i = 0; fact && i < call->args->len; i++) {
		struct use use = {
			.model = model, .call = call, .function = function,
			.modes = modes_of(fact_arg(fact->args, i)),
		};

		add_argument(&use, call->args->pdata[i]);
	}
}

void model_raw_uses(struct model *model, const struct knowledge *knowledge)
{
	guint i, j;

	for (i = 0; i < model->functions->len; i++) {
		struct function *function = model->functions->pdata[i];

		for (j = 0; j < function->calls->len; j++)
			add_call(model, knowledge, function, function->calls->pdata[j]);
	}
}
