// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What an upcall has done when it says that it has succeeded: the downcalls on every such
 * way through its code, and the pointers that are then surely set in what it was given. The
 * kernel half holds a "done" against it: kept code goes by what a successful probe has set.
 */
#include <string.h>

#include "marshal.h"
#include "mdrv_plan.h"
#include "surely.h"
#include "wire_internal.h"

/* Another call of the same expansion: which of them is made may be the compiler's choice. */
static bool is_chosen(const struct call *call)
{
	for (guint i = 0; call->macro && i < call->caller->calls->len; i++) {
		const struct call *other = call->caller->calls->pdata[i];

		if (other != call && other->callee != call->callee && other->macro &&
		    other->at.line == call->at.line && other->at.column == call->at.column &&
		    !strcmp(other->macro, call->macro))
			return true;
	}
	return false;
}

/* Not worth holding anybody to: it prints, or waits for a while. */
static bool is_idle(const struct crossing *downcall)
{
	for (guint i = 0; i < downcall->params->len; i++) {
		const struct pass *pass = downcall->params->pdata[i];

		if (pass->kind == PASS_FORMAT || pass->max)
			return true;
	}
	return false;
}

static struct crossing *downcall_of(const struct builder *b, const struct call *call)
{
	struct crossing *downcall = call->macro ?
		g_hash_table_lookup(b->downcalls, call->macro) : NULL;

	if (downcall && downcall->is_macro)
		return downcall;
	if (!call->callee || marshal_is_replaced(b->knowledge, call) || is_chosen(call))
		return NULL;
	return g_hash_table_lookup(b->downcalls, call->callee->name);
}

/* One downcall that all calls in the source are, which this one in the bitcode may be. */
static struct crossing *same_downcall(const struct builder *b, const struct cfg_op *op)
{
	struct crossing *found = NULL;

	for (unsigned int i = 0; op->calls && op->calls[i]; i++) {
		struct crossing *downcall = downcall_of(b, op->calls[i]);

		if (!downcall || (found && found != downcall))
			return NULL;
		found = downcall;
	}
	return found;
}

static bool all_replaced(const struct builder *b, const struct cfg_op *op)
{
	bool any = false;

	for (unsigned int i = 0; op->calls && op->calls[i]; i++)
		any |= marshal_is_replaced(b->knowledge, op->calls[i]);
	return any;
}

/* Does the compiler leave out calls of it? Then another may leave out others. */
static bool is_folded(const struct builder *b, const struct function *function)
{
	for (guint i = 0; function->in_header && i < function->calls->len; i++) {
		const struct function *callee = ((struct call *)function->calls->pdata[i])->callee;
		const struct cfg *cfg = function->cfg;
		bool found = false;

		if (!callee || !g_hash_table_contains(b->downcalls, callee->name))
			continue;
		for (unsigned int j = 0; cfg && j < cfg->op_count; j++)
			found |= cfg->ops[j].kind == CFG_CALL && cfg->ops[j].callee == callee;
		if (!found)
			return true;
	}
	return false;
}

static enum surely_kind classify(void *data, const struct cfg_op *op, void **event)
{
	const struct builder *b = data;
	struct crossing *downcall;
	bool inside;

	if (!op->name || !op->callee)
		return SURELY_NOTHING;
	downcall = same_downcall(b, op);
	inside = g_hash_table_contains(b->reached_set, op->callee);
	if (downcall && (downcall->is_macro || !inside)) {
		*event = downcall;
		return is_idle(downcall) ? SURELY_NOTHING : SURELY_EVENT;
	}
	return inside && !all_replaced(b, op) && !is_folded(b, op->callee) ?
		SURELY_INSIDE : SURELY_NOTHING;
}

/* Where a member is, "dev.driver_data"; -1: not to be told. */
static int64_t offset_of(const struct record *record, const char *path)
{
	g_auto(GStrv) parts = g_strsplit(path, ".", -1);
	int64_t bits = 0;

	for (guint i = 0; parts[i]; i++) {
		const struct field *found = NULL;

		for (guint j = 0; record && j < record->fields->len; j++) {
			const struct field *field = record->fields->pdata[j];

			if (!strcmp(field->name, parts[i]))
				found = field;
		}
		if (!found)
			return -1;
		bits += found->bit_offset;
		record = found->type->kind == TYPE_RECORD ? found->type->record : NULL;
	}
	return bits / 8;
}

/* May code of the kernel half set it to something else meanwhile? */
static bool is_kept_busy(const struct builder *b, const struct field *leaf)
{
	for (guint i = 0; i < b->partition->decisions->len; i++) {
		const struct decision *decision = b->partition->decisions->pdata[i];
		const GPtrArray *accesses = decision->function->accesses;

		for (guint j = 0; decision->domain != DOMAIN_USER && j < accesses->len; j++) {
			const struct access *access = accesses->pdata[j];

			if ((access->modes & (ACCESS_WRITE | ACCESS_ADDRESS)) &&
			    access->path->pdata[access->path->len - 1] == leaf)
				return true;
		}
	}
	return false;
}

static bool set_field(const struct builder *b, const struct crossing *upcall,
		      const struct surely_event *event, struct wire_must *must)
{
	const struct pass *pass = event->root.param < upcall->params->len ?
		upcall->params->pdata[event->root.param] : NULL;

	if (!pass || pass->kind != PASS_PTR || !pass->record ||
	    pass->record > b->plan->records->len)
		return false;
	must->pass = pass;
	must->record = b->plan->records->pdata[pass->record - 1];
	for (guint i = 0; i < must->record->fields->len; i++) {
		struct wire_field *field = must->record->fields->pdata[i];

		if (field->kind != WIRE_PTR || field->is_array || field->in_tail ||
		    !(field->access & MDRV_W) || field->source != event->field ||
		    offset_of(must->record->record, field->path) != event->root.offset)
			continue;
		must->field = field;
		must->number = i;
		return !is_kept_busy(b, event->field);
	}
	return false;
}

/* Those that count most come first, should there be too many. */
static int by_weight(gconstpointer a, gconstpointer b)
{
	const struct wire_must *left = *(const struct wire_must *const *)a;
	const struct wire_must *right = *(const struct wire_must *const *)b;
	bool heavy_left = !left->call || left->call->in_driver ||
			  (left->call->fact && left->call->fact->acquires);
	bool heavy_right = !right->call || right->call->in_driver ||
			   (right->call->fact && right->call->fact->acquires);

	return heavy_right - heavy_left;
}

static void add_musts(struct builder *b, struct crossing *upcall, const GArray *events)
{
	for (guint i = 0; i < events->len; i++) {
		const struct surely_event *event =
			&g_array_index(events, struct surely_event, i);
		struct wire_must must = { .call = event->call }, *new;

		if (!must.call && !set_field(b, upcall, event, &must))
			continue;
		new = model_alloc(b->model, sizeof(*new));
		*new = must;
		g_ptr_array_add(upcall->must, new);
	}
	g_ptr_array_sort(upcall->must, by_weight);
	if (upcall->must->len > MDRV_MUST_MAX)
		g_ptr_array_set_size(upcall->must, MDRV_MUST_MAX);
}

/* Only a number can say that it is an error. */
static bool tells_errors(const struct crossing *upcall)
{
	const struct pass *result = &upcall->result;

	return result->kind == PASS_INT && result->type->kind == TYPE_INT &&
	       result->type->is_signed && result->type->size >= sizeof(int);
}

void wire_musts(struct builder *b)
{
	for (guint i = 0; i < b->plan->upcalls->len; i++) {
		struct crossing *upcall = b->plan->upcalls->pdata[i];
		g_autoptr(GArray) events = NULL;

		upcall->must = model_array(b->model);
		if (!tells_errors(upcall) || !upcall->function->cfg)
			continue;
		events = surely_done(upcall->function->cfg, classify, b,
				     upcall->mode != MDRV_UNDO);
		add_musts(b, upcall, events);
	}
}
