// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * How the user half reaches what is not the driver's, and which fields it may
 * touch. An inline of a header runs locally if all that it does, at any depth,
 * is to compute, to touch fields and to call functions that cross by themselves;
 * otherwise the whole inline runs in the kernel.
 */
#include <string.h>

#include "marshal.h"
#include "marshal_type.h"

#define TRAITS_KERNEL (TRAIT_ASM_EFFECT | TRAIT_PER_CPU | TRAIT_PRIVILEGED | \
		       TRAIT_KERNEL_GLOBAL | TRAIT_CURRENT | TRAIT_ATOMIC_OP | \
		       TRAIT_FLOAT | TRAIT_ASM_GOTO)

struct verdict {
	enum route route;
	const char *why;
};

/* Verdicts of one model: the walk over inlines would repeat itself endlessly. */
static GHashTable *memo;
static const struct model *memo_model;

static struct verdict *memo_lookup(const struct model *model, const struct function *function)
{
	if (memo_model != model) {
		g_clear_pointer(&memo, g_hash_table_unref);
		memo_model = model;
	}
	if (!memo)
		memo = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	return g_hash_table_lookup(memo, function);
}

static const char *trait_reason(struct model *model, const struct function *function)
{
	static const char *const names[] = {
		"inline assembly with side effects", "per-CPU data", "a privileged instruction",
		"a global of the kernel", "an on-stack object", "current",
		"an atomic operation", "container_of", "floating point", "asm goto", "MMIO",
	};
	unsigned int traits = function->traits & TRAITS_KERNEL;
	unsigned int bit = traits ? __builtin_ctz(traits) : 0;
	g_autofree char *text = NULL;

	if (!traits)
		return NULL;
	text = g_strdup_printf("%s() uses %s", function->name,
			       function->trait_text[bit] ? function->trait_text[bit] :
			       names[bit]);
	return model_intern(model, text);
}

/* A variable that is not constant, all through its type. */
static bool may_change(const struct global *global)
{
	const struct type *type = global->type;

	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	return !global->is_const && !type->is_const && !global->from_macro;
}

const struct global *inline_state(const struct function *function)
{
	for (guint i = 0; i < function->statics->len; i++)
		if (may_change(function->statics->pdata[i]))
			return function->statics->pdata[i];
	for (guint i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];

		if (use->global->several && use->global->in_driver && may_change(use->global))
			return use->global;
	}
	return NULL;
}

/* What an inline keeps between calls is there once, in the kernel. */
static const char *static_reason(struct model *model, const struct function *function)
{
	const struct global *global = inline_state(function);
	g_autofree char *text = NULL;

	if (!global)
		return NULL;
	text = g_strdup_printf("%s() keeps '%s', a static variable, between calls",
			       function->name, global->name);
	return model_intern(model, text);
}

const char *marshal_not_own(struct model *model, const struct knowledge *knowledge,
			    const struct call *call)
{
	const struct fact *fact = knowledge_fact(knowledge, call->callee->name);
	g_autofree char *text = NULL;

	for (guint i = 0; fact && fact->args && i < call->args->len; i++) {
		const struct fact_arg *arg = fact_arg(fact->args, i);
		const struct argument *value = call->args->pdata[i];

		if (!arg || !arg->own || value->kind == ARG_LOCAL_ADDRESS)
			continue;
		text = g_strdup_printf("%s is not on the stack of its caller", value->text);
		return model_intern(model, text);
	}
	return NULL;
}

/* Why an inline cannot run in the user half, or NULL. */
static const char *inline_obstacle(struct model *model, const struct knowledge *knowledge,
				   const struct function *function)
{
	const char *reason = trait_reason(model, function);
	const char *why = reason ? reason : static_reason(model, function);
	g_autofree char *text = NULL;

	for (guint i = 0; !why && i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const char *inner = NULL;
		enum route route;

		if (call->kind != CALL_DIRECT || !call->callee) {
			text = g_strdup_printf("%s() calls through a pointer", function->name);
			return model_intern(model, text);
		}
		route = marshal_route(model, knowledge, call->callee, &inner);
		if (route == ROUTE_LOCAL)
			why = marshal_not_own(model, knowledge, call);
		else if (route == ROUTE_PINNED ||
			 (route == ROUTE_DOWNCALL && call->callee->in_header))
			why = inner ? inner : call->callee->name;
		else if (route == ROUTE_DOWNCALL) {
			struct location at;
			const char *hint;

			if (!marshal_downcall(model, knowledge, call->callee, call, &inner, &at,
					      &hint))
				why = inner;
		}
	}
	for (guint i = 0; !why && i < function->accesses->len; i++)
		why = marshal_access(model, knowledge, function->accesses->pdata[i]);
	return why;
}

static bool vanishes(const char *name)
{
	/* The optimizer removes the calls, or the build fails. */
	return g_str_has_prefix(name, "__compiletime_assert") ||
	       g_str_has_prefix(name, "__builtin_");
}

static void decide(struct model *model, const struct knowledge *knowledge,
		   const struct function *function, struct verdict *verdict)
{
	const struct fact *fact = knowledge_fact(knowledge, function->name);

	if (fact && fact->route != ROUTE_DEFAULT) {
		verdict->route = fact->route;
		verdict->why = fact->why;
		return;
	}
	verdict->route = ROUTE_LOCAL;
	if (g_hash_table_contains(knowledge->local, function->name) || vanishes(function->name))
		return;
	if (function->defined && function->in_header) {
		verdict->why = inline_obstacle(model, knowledge, function);
		if (verdict->why)
			verdict->route = ROUTE_DOWNCALL;
		return;
	}
	verdict->route = ROUTE_DOWNCALL;
	if (function->type->variadic && (!fact || fact->format < 0)) {
		g_autofree char *text = g_strdup_printf("%s() takes a variable argument list",
							function->name);

		verdict->route = ROUTE_PINNED;
		verdict->why = model_intern(model, text);
	}
}

enum route marshal_route(struct model *model, const struct knowledge *knowledge,
			 const struct function *function, const char **why)
{
	struct verdict *verdict = memo_lookup(model, function);

	if (!verdict) {
		verdict = g_new0(struct verdict, 1);
		/* A recursive inline is as good as the rest of it. */
		verdict->route = ROUTE_LOCAL;
		g_hash_table_insert(memo, (gpointer)function, verdict);
		decide(model, knowledge, function, verdict);
	}
	*why = verdict->why;
	return verdict->route;
}

static bool is_debug(const struct knowledge *knowledge, const struct call *call)
{
	const struct fact *fact = call->callee ? knowledge_fact(knowledge, call->callee->name) :
						 NULL;
	const struct argument *key = call->args->len ? call->args->pdata[0] : NULL;
	const struct record *record = key && key->within ? key->within->type->record : NULL;

	return fact && fact->debug && record && key->within->scope &&
	       !strcmp(record->name, fact->debug);
}

bool marshal_is_replaced(const struct knowledge *knowledge, const struct call *call)
{
	const struct fact *fact;

	if (is_debug(knowledge, call))
		return true;
	if (!call->macro || (call->callee && !strcmp(call->macro, call->callee->name)))
		return false;
	if (g_hash_table_contains(knowledge->local, call->macro))
		return true;
	fact = knowledge_fact(knowledge, call->macro);
	return fact && fact->route == ROUTE_LOCAL;
}

static const char *complain(struct model *model, const struct access *access,
			    const struct field *field, const char *problem)
{
	const char *owner = field->owner && field->owner->name[0] ? field->owner->name :
		access->base->name;
	const char *name = field->name[0] ? field->name : "an anonymous member";
	g_autofree char *unnamed = NULL, *whole = NULL, *text = NULL;

	if (!owner[0])
		owner = unnamed = g_strdup_printf("the unnamed %s of %s:%u",
						  access->base->is_union ? "union" : "struct",
						  access->base->at.file, access->base->at.line);
	whole = g_strdup(access->base->name[0] ? access->base->name : owner);
	text = access->raw ? g_strdup_printf("uses %s as raw memory, and in it %s.%s %s", whole,
					     owner, name, problem) :
			     g_strdup_printf("%s.%s %s", owner, name, problem);

	return model_intern(model, text);
}

/* Innermost element: arrays of arrays of x are x. */
static const struct type *element(const struct type *type)
{
	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	return type;
}

/* Arrays of structs, one within the other: how deep? */
static unsigned int nested_arrays(const struct type *type)
{
	unsigned int inner, deepest = 0, outer = 0;

	for (; type->kind == TYPE_ARRAY; type = type->elem)
		outer++;
	if (type->kind != TYPE_RECORD)
		return 0;
	for (guint i = 0; i < type->record->fields->len; i++) {
		inner = nested_arrays(((struct field *)type->record->fields->pdata[i])->type);
		deepest = MAX(deepest, inner);
	}
	return deepest + outer;
}

/* The whole of a struct by value: only if that is a list of integers. */
static const char *whole_struct(struct model *model, const struct access *access,
				const struct field *field, unsigned int arrays)
{
	if (!(access->modes & (ACCESS_READ | ACCESS_WRITE)))
		return NULL;	/* its address is taken: a place */
	if (arrays + nested_arrays(field->type) > 1)
		return complain(model, access, field, "is an array within an array");
	if (type_is_plain(element(field->type)))
		return NULL;
	return complain(model, access, field, "is copied as a whole and holds pointers");
}

const char *marshal_access(struct model *model, const struct knowledge *knowledge,
			   const struct access *access)
{
	const struct field *field = access->path->pdata[access->path->len - 1];
	const struct type *type = field->type;
	const struct type *elem = element(type);
	unsigned int arrays = 0;
	const struct field_fact *fact = field->owner ?
		knowledge_field(knowledge, field->owner->name, field->name) : NULL;

	if (access->local || (fact && !fact->when))
		return NULL;
	if (!access->base->name[0] && !access->global)
		return complain(model, access, field, "is in a struct without a name");
	if (access->base->in_function && !access->global)
		return complain(model, access, field, "is in a struct declared within a function");
	for (guint i = 0; i + 1 < access->path->len; i++)
		arrays += ((struct field *)access->path->pdata[i])->type->kind == TYPE_ARRAY;
	if (arrays > 1 || (type->kind == TYPE_ARRAY && elem->kind != TYPE_INT &&
			   (arrays || type->elem->kind == TYPE_ARRAY)))
		return complain(model, access, field, "is an array within an array");
	if (type->kind == TYPE_ARRAY && !type->count)
		return complain(model, access, field, "is a flexible array of unknown length");
	switch (elem->kind) {
	case TYPE_INT:
		if (field->bit_width && (access->modes & ACCESS_ADDRESS))
			return complain(model, access, field, "is a bit-field");
		return NULL;
	case TYPE_POINTER:
		if (elem->elem->kind == TYPE_POINTER)
			return complain(model, access, field, "is a pointer to pointers");
		return NULL;
	case TYPE_RECORD:
		return whole_struct(model, access, field, arrays);
	default:
		return complain(model, access, field, "has no wire form");
	}
}
