// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Where function pointers are kept, and the copies between those places: of what is
 * declared as a function pointer, and of void pointers and numbers of that size, which
 * may hide one.
 */
#include <string.h>

#include "source_clang.h"

static bool is_step(CXCursor cursor)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);

	return kind == CXCursor_ArraySubscriptExpr ||
	       (kind == CXCursor_UnaryOperator &&
		(clang_getCursorUnaryOperatorKind(cursor) == CXUnaryOperator_Deref ||
		 clang_getCursorUnaryOperatorKind(cursor) == CXUnaryOperator_AddrOf));
}

static bool variable_place(struct walk *walk, CXCursor declaration, struct place *place)
{
	struct parameter *local;
	CXString spelling;
	int index;

	if (is_global_variable(declaration)) {
		place->kind = PLACE_GLOBAL;
		place->global = global_of(walk->parser, declaration);
		return true;
	}
	if (clang_getCursorKind(declaration) == CXCursor_ParmDecl) {
		spelling = clang_getCursorSpelling(declaration);
		index = param_index(walk, clang_getCString(spelling));
		clang_disposeString(spelling);
		place->kind = PLACE_PARAM;
		place->index = index;
		place->function = walk->function;
		return index >= 0;
	}
	local = g_hash_table_lookup(walk->parser->locals, declaration.data[0]);
	place->kind = PLACE_LOCAL;
	place->local = local;
	return local != NULL;
}

/*
 * The place that an expression names. Elements of an array are one place, and so is
 * a pointer with what it points at: both hold the same functions.
 */
bool pointer_place(struct walk *walk, CXCursor cursor, struct place *place)
{
	memset(place, 0, sizeof(*place));
	cursor = strip(cursor, true);
	while (is_step(cursor) && child_at(cursor, 0, &cursor))
		cursor = strip(cursor, true);
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_MemberRefExpr:
		place->field = field_of(walk->parser, clang_getCursorReferenced(cursor));
		place->kind = place->field ? PLACE_FIELD : PLACE_NONE;
		break;
	case CXCursor_DeclRefExpr:
		if (!variable_place(walk, clang_getCursorReferenced(cursor), place))
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

static struct value_flow *add_flow(struct walk *walk, CXCursor cursor, const struct place *from,
				   const struct place *to)
{
	struct value_flow *flow = model_alloc(walk->parser->model, sizeof(*flow));

	flow->from = *from;
	flow->to = *to;
	flow->at = location_of(walk->parser, cursor);
	g_ptr_array_add(walk->parser->model->flows, flow);
	return flow;
}

/* A field or variable whose value goes where @flow says. */
void flow_leaf(struct walk *walk, CXCursor cursor, struct flow flow)
{
	static const struct place nowhere;
	bool update = (flow.modes & ACCESS_READ) && (flow.modes & ACCESS_WRITE);
	const struct type *type;
	struct value_flow *copy;
	struct place from;

	if (!flow.to && !update)
		return;
	type = type_of(walk->parser, clang_getCursorType(cursor));
	if (!flow.strong && !type->carries && !may_hide(type))
		return;
	if (!pointer_place(walk, cursor, &from)) {
		flow_unknown(walk, cursor, flow);
		return;
	}
	/* Written by assembly and the like: by what, nobody says. */
	if (update && type->kind == TYPE_POINTER && type->elem->kind == TYPE_FUNCTION)
		add_flow(walk, cursor, &nowhere, &from);
	if (!flow.to || !memcmp(&from, flow.to, sizeof(from)))
		return;
	copy = add_flow(walk, cursor, &from, flow.to);
	copy->both = (flow.modes & ACCESS_ADDRESS) ||
		     (type->kind == TYPE_POINTER && type->elem->carries);
}

/* The result of a call goes where @flow says. */
void flow_result(struct walk *walk, struct call *call, CXCursor cursor, struct flow flow)
{
	struct place from = { .kind = PLACE_CALL, .call = call };

	const struct type *type = flow.to && !flow.strong ?
		type_of(walk->parser, clang_getCursorType(cursor)) : NULL;

	if (flow.to && (flow.strong || type->carries || may_hide(type)))
		add_flow(walk, cursor, &from, flow.to);
}

/* A computed value goes where @flow says. */
void flow_unknown(struct walk *walk, CXCursor cursor, struct flow flow)
{
	static const struct place nowhere;

	if (flow.to && flow.strong)
		add_flow(walk, cursor, &nowhere, flow.to);
}
