// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Memory behind pointer fields without a type of record: u8 *, u32 *, void *. The
 * user half sees it if the runtime knows where it ends: registers and DMA memory,
 * what the driver always gets from an allocator with a constant size, and what a
 * fact or hint gives a length. It may write there if the memory is mapped into both
 * halves, or if it is the driver's own and no device looks at it between two crossings.
 */
#include <string.h>

#include "marshal.h"
#include "mdrv.h"

/* What all calls give whose result is stored in a field. */
struct supply {
	bool any;
	bool mapped;		/* memory that both halves see */
	int64_t size;		/* the least; -1: not a constant */
};

/* Also an inline of a header that hands on what such a function gives. */
static bool is_mapped(const struct knowledge *knowledge, const struct function *function,
		      int depth)
{
	const struct fact *fact = knowledge_fact(knowledge, function->name);
	const struct fact_arg *result = fact && fact->args ?
		fact_arg(fact->args, ARG_RESULT) : NULL;

	if (result && result->kind)
		return !strcmp(result->kind, "region");
	for (guint i = 0; depth && function->in_header && i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];

		if (call->callee && is_mapped(knowledge, call->callee, depth - 1))
			return true;
	}
	return false;
}

static void add_call(struct supply *supply, const struct knowledge *knowledge,
		     const struct call *call)
{
	const struct fact *fact = call->callee ?
		knowledge_fact(knowledge, call->callee->name) : NULL;
	const struct argument *size = NULL;

	supply->mapped &= call->callee && is_mapped(knowledge, call->callee, 3);
	if (fact && fact->alloc_size >= 0 && fact->alloc_count < 0 &&
	    (guint)fact->alloc_size < call->args->len)
		size = call->args->pdata[fact->alloc_size];
	if (!size || size->kind != ARG_INT || size->value <= 0)
		supply->size = -1;
	else if (supply->size >= 0)
		supply->size = supply->any ? MIN(supply->size, size->value) : size->value;
	supply->any = true;
}

static struct supply supply_of(const struct model *model, const struct knowledge *knowledge,
			       const struct field *field)
{
	struct supply supply = { .mapped = true };

	for (guint i = 0; i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];

		for (guint j = 0; function->in_driver && j < function->calls->len; j++) {
			const struct call *call = function->calls->pdata[j];

			if (call->assigned_field == field)
				add_call(&supply, knowledge, call);
		}
	}
	if (!supply.any || field->otherwise_set)
		return (struct supply){ .size = -1 };
	return supply;
}

bool marshal_is_text(const struct field *field)
{
	const struct type *elem = field->type->kind == TYPE_POINTER ? field->type->elem : NULL;

	return elem && elem->is_char && field->as_text && !field->as_bytes;
}

bool marshal_is_mapped(const struct model *model, const struct knowledge *knowledge,
		       const struct field *field)
{
	return supply_of(model, knowledge, field).mapped;
}

/* Length of the memory behind a field, if all of the driver agrees on one; or NULL. */
const char *marshal_length(struct model *model, const struct knowledge *knowledge,
			   const struct field *field)
{
	struct supply supply = supply_of(model, knowledge, field);
	g_autofree char *text = NULL;

	/* A void * is for a record that the driver casts it to. */
	if (supply.mapped || supply.size <= 0 || supply.size > MDRV_BUF_MAX ||
	    field->type->elem->kind != TYPE_INT)
		return NULL;
	text = g_strdup_printf("%" G_GINT64_FORMAT, supply.size);
	return model_intern(model, text);
}

/*
 * Does it reach a device's registers by itself? A write to memory crosses with the next call,
 * and might come after the write to a register that tells the device of it.
 */
static bool has_registers(const struct model *model, const struct knowledge *knowledge)
{
	for (guint i = 0; i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];

		for (guint j = 0; function->in_driver && j < function->calls->len; j++) {
			const struct call *call = function->calls->pdata[j];

			if (call->callee && is_mapped(knowledge, call->callee, 3))
				return true;
		}
	}
	return false;
}

const char *marshal_behind(struct model *model, const struct knowledge *knowledge,
			   const struct raw_flow *use, const char **hint)
{
	const struct field *field = use->field;
	const struct record *owner = field->owner;
	const struct field_fact *fact = knowledge_field(knowledge, owner->name, field->name);
	const struct type *elem = field->type->kind == TYPE_POINTER ? field->type->elem : NULL;
	/* Bytes that are never written are no string. */
	bool text = marshal_is_text(field) ||
		    (elem && elem->is_const && elem->is_char && !strstr(elem->canonical, "signed"));
	bool writes = use->modes & ACCESS_WRITE, much;
	g_autofree char *why = NULL, *yaml = NULL;
	struct supply supply;

	*hint = NULL;
	if (field->is_iomem || field->is_user || !elem || (text && !writes))
		return NULL;
	supply = supply_of(model, knowledge, field);
	if (supply.mapped || (fact && fact->target))
		return NULL;
	if (!writes && ((fact && fact->kind) || marshal_length(model, knowledge, field)))
		return NULL;
	/* The closing check sees to it that the user half has allocated it. */
	if (writes && marshal_length(model, knowledge, field) && !has_registers(model, knowledge))
		return NULL;
	much = supply.size > MDRV_BUF_MAX;
	why = g_strdup_printf("%s what %s.%s points at%s", writes ? "writes" : "reads",
			      owner->name, field->name,
			      writes ? ", which the user half cannot" :
			      much ? ", which is more than one message holds" :
			      ", of a length that is not known");
	if (!writes && !much && owner->name[0]) {
		yaml = g_strdup_printf("fields: {%s: {%s: {kind: buffer, length: BYTES}}}",
				       owner->name, field->name);
		*hint = model_intern(model, yaml);
	}
	return model_intern(model, why);
}
