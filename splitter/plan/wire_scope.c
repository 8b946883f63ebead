// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Operations that stay in the kernel and take what another operation releases, or
 * release it: what they acquire belongs to the same owner as if they had moved.
 */
#include <string.h>

#include "context.h"
#include "mdrv_plan.h"
#include "wire_internal.h"

static unsigned int mode_of(const struct slot_fact *slot)
{
	if (!slot || !slot->mode)
		return MDRV_PLAIN;
	return !strcmp(slot->mode, "release") ? MDRV_RELEASE : MDRV_UNDO;
}

static void add_scope(struct builder *b, const struct function *function,
		      const struct slot_fact *slot)
{
	struct wire_scope *scope;

	if (!mode_of(slot) || slot->owner < 0 || (guint)slot->owner >= function->params->len)
		return;
	scope = model_alloc(b->model, sizeof(*scope));
	scope->function = function;
	scope->mode = mode_of(slot);
	scope->owner = function->params->pdata[slot->owner];
	if (scope->owner->name && *scope->owner->name &&
	    scope->owner->type->kind == TYPE_POINTER)
		g_ptr_array_add(b->plan->scopes, scope);
}

/* Does kept code run it when another has a reason to: is it, or a caller, handed to one? */
static bool runs_as_callback(const struct function *function, GHashTable *seen)
{
	if (!g_hash_table_add(seen, (gpointer)function))
		return false;
	for (guint i = 0; i < function->references->len; i++) {
		const struct reference *reference = function->references->pdata[i];

		if (reference->kind == REF_ARGUMENT)
			return true;
	}
	for (guint i = 0; i < function->callers->len; i++) {
		const struct call *call = function->callers->pdata[i];

		if (call->caller && runs_as_callback(call->caller, seen))
			return true;
	}
	return false;
}

static bool gives_back(const struct builder *b, const struct function *function,
		       const char *class)
{
	for (guint i = 0; i < function->calls->len; i++) {
		const struct function *callee =
			((const struct call *)function->calls->pdata[i])->callee;
		const struct fact *fact = callee ?
			knowledge_fact(b->knowledge, callee->name) : NULL;

		if (fact && !g_strcmp0(fact->releases, class))
			return true;
	}
	return false;
}

/*
 * What goes with the last reference to something may stay when its owner has been
 * released: a callback of kept code gives it back, and nobody else may before that.
 */
void wire_late(struct builder *b, struct wire_undo *undo)
{
	GPtrArray *decisions = b->partition->decisions;

	for (guint i = 0; i < decisions->len && !undo->late; i++) {
		const struct decision *decision = decisions->pdata[i];
		g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

		undo->late = decision->domain != DOMAIN_USER &&
			     gives_back(b, decision->function, undo->fact->acquires) &&
			     runs_as_callback(decision->function, seen);
	}
}

/* Without acquisitions or upcalls there is nothing to own, and nothing to be torn. */
void wire_scopes(struct builder *b)
{
	GPtrArray *decisions = b->partition->decisions;

	for (guint i = 0; i < decisions->len && b->plan->upcalls->len; i++) {
		const struct decision *decision = decisions->pdata[i];
		const struct standing *standing = contexts_of(b->partition->contexts,
							      decision->function);

		if (decision->domain == DOMAIN_USER || !standing)
			continue;
		for (guint j = 0; j < standing->entries->len; j++) {
			const struct entry *entry = standing->entries->pdata[j];
			guint before = b->plan->scopes->len;

			add_scope(b, decision->function, entry->slot);
			if (b->plan->scopes->len > before)
				break;
		}
	}
}
