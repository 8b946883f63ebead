// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Where function pointers are kept, and the copies between those places: of what is
 * declared as a function pointer, and of void pointers and numbers of that size, which
 * may hide one.
 */
#include <string.h>

#include "source_walk.h"

static bool is_step(const struct expr *expr)
{
	return expr->kind == EXPR_SUBSCRIPT || expr_is_unary(expr, OP_DEREF) ||
	       expr_is_unary(expr, OP_ADDRESS);
}

static bool variable_place(struct walk *walk, struct decl *declaration, struct place *place)
{
	struct parameter *local;
	int index;

	if (declaration->is_global) {
		place->kind = PLACE_GLOBAL;
		place->global = global_of(walk->parser, declaration);
		return true;
	}
	if (declaration->kind == DECL_PARAMETER) {
		index = param_index(walk, declaration->name);
		place->kind = PLACE_PARAM;
		place->index = index;
		place->function = walk->function;
		return index >= 0;
	}
	local = g_hash_table_lookup(walk->parser->locals, declaration);
	place->kind = PLACE_LOCAL;
	place->local = local;
	return local != NULL;
}

/*
 * The place that an expression names. Elements of an array are one place, and so is
 * a pointer with what it points at: both hold the same functions.
 */
bool pointer_place(struct walk *walk, const struct expr *expr, struct place *place)
{
	memset(place, 0, sizeof(*place));
	expr = expr_plain(expr, true);
	while (is_step(expr))
		expr = expr_plain(expr_child(expr, 0), true);
	switch (expr->kind) {
	case EXPR_MEMBER:
		place->field = field_of(walk->parser, expr->decl);
		place->kind = place->field ? PLACE_FIELD : PLACE_NONE;
		break;
	case EXPR_NAME:
		if (!variable_place(walk, expr->decl, place))
			place->kind = PLACE_NONE;
		break;
	default:
		break;
	}
	return place->kind != PLACE_NONE;
}

/* Can a function pointer be hidden in it? */
static bool may_hide(const struct type *type)
{
	if (type->kind == TYPE_POINTER)
		return type->elem->kind == TYPE_VOID;
	return type->kind == TYPE_INT && type->size == sizeof(void *);
}

/* @flow, if it goes to @place of @type. */
struct flow flow_to(struct flow flow, const struct place *place, const struct type *type)
{
	flow.strong = type && type->carries;
	flow.to = type && (type->carries || may_hide(type)) ? place : NULL;
	return flow;
}

static struct value_flow *add_flow(struct walk *walk, const struct expr *expr,
				   const struct place *from, const struct place *to)
{
	struct value_flow *flow = model_alloc(walk->parser->model, sizeof(*flow));

	flow->from = *from;
	flow->to = *to;
	flow->at = ast_at(walk->parser->ast, expr);
	g_ptr_array_add(walk->parser->model->flows, flow);
	return flow;
}

/* A field or variable whose value goes where @flow says. */
void flow_leaf(struct walk *walk, const struct expr *expr, struct flow flow)
{
	static const struct place nowhere;
	bool update = (flow.modes & ACCESS_READ) && (flow.modes & ACCESS_WRITE);
	const struct type *type;
	struct value_flow *copy;
	struct place from;

	if (!flow.to && !update)
		return;
	type = type_of(walk->parser, expr->type);
	if (!flow.strong && !type->carries && !may_hide(type))
		return;
	if (!pointer_place(walk, expr, &from)) {
		flow_unknown(walk, expr, flow);
		return;
	}
	/* Written by assembly and the like: by what, nobody says. */
	if (update && type->kind == TYPE_POINTER && type->elem->kind == TYPE_FUNCTION)
		add_flow(walk, expr, &nowhere, &from);
	if (!flow.to || !memcmp(&from, flow.to, sizeof(from)))
		return;
	copy = add_flow(walk, expr, &from, flow.to);
	copy->both = (flow.modes & ACCESS_ADDRESS) ||
		     (type->kind == TYPE_POINTER && type->elem->carries);
}

/* The result of a call goes where @flow says. */
void flow_result(struct walk *walk, struct call *call, const struct expr *expr, struct flow flow)
{
	struct place from = { .kind = PLACE_CALL, .call = call };

	const struct type *type = flow.to && !flow.strong ?
		type_of(walk->parser, expr->type) : NULL;

	if (flow.to && (flow.strong || type->carries || may_hide(type)))
		add_flow(walk, expr, &from, flow.to);
}

/* A computed value goes where @flow says. */
void flow_unknown(struct walk *walk, const struct expr *expr, struct flow flow)
{
	static const struct place nowhere;

	if (flow.to && flow.strong)
		add_flow(walk, expr, &nowhere, flow.to);
}
