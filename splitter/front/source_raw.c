// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Pointers whose type does not tell what they point at: void *, u8 *, char *.
 * Accesses are found by the type of a pointer, so what is done through one of
 * these would be missed. The walk notes where their values come from and where
 * they go; raw.c puts it together when all files have been read.
 */
#include "source_walk.h"

static bool is_integer(const struct ctype *type)
{
	return type->kind == TYPE_INT && !type->is_enum;
}

bool is_raw_pointer(const struct ctype *type)
{
	const struct ctype *pointee = ctype_pointee(type);

	return pointee && (pointee->kind == TYPE_VOID || pointee->kind == TYPE_INT);
}

/* An integer that a pointer may have been cast to. */
static bool is_address_sized(const struct ctype *type)
{
	return is_integer(type) && type->size == sizeof(void *);
}

/* The record that a pointer of this type points at, or NULL. */
static const struct ctype *pointed_record(const struct ctype *type)
{
	const struct ctype *pointee = ctype_pointee(type);

	return pointee && pointee->kind == TYPE_RECORD ? pointee->canonical : NULL;
}

static void add_flow(struct walk *walk, const struct expr *expr, const struct raw_flow *flow)
{
	struct raw_flow *copy = model_alloc(walk->parser->model, sizeof(*copy));

	*copy = *flow;
	copy->in = walk->function;
	copy->at = ast_at(walk->parser->ast, expr);
	g_ptr_array_add(walk->function->raw_flows, copy);
}

static struct raw_pointer *pointer_new(struct walk *walk, int param)
{
	struct raw_pointer *pointer = model_alloc(walk->parser->model, sizeof(*pointer));

	pointer->in = walk->function;
	pointer->param = param;
	pointer->out = model_array(walk->parser->model);
	return pointer;
}

static struct raw_pointer *own_pointer(struct walk *walk, int param)
{
	GPtrArray *known = walk->function->raw_pointers;
	struct raw_pointer *pointer;
	guint i;

	for (i = 0; i < known->len; i++) {
		pointer = known->pdata[i];
		if (pointer->param == param)
			return pointer;
	}
	pointer = pointer_new(walk, param);
	g_ptr_array_add(known, pointer);
	return pointer;
}

/* The raw pointer that a variable is, or NULL: globals are not followed. */
static struct raw_pointer *pointer_of(struct walk *walk, const struct decl *declaration)
{
	struct raw_pointer *pointer;
	int param;

	if (!is_raw_pointer(declaration->type))
		return NULL;
	if (declaration->kind == DECL_PARAMETER) {
		param = param_index(walk, declaration->name);
		return param >= 0 ? own_pointer(walk, param) : NULL;
	}
	if (declaration->kind != DECL_VARIABLE || declaration->is_global)
		return NULL;
	pointer = g_hash_table_lookup(walk->parser->raw_locals, declaration);
	if (!pointer) {
		pointer = pointer_new(walk, RAW_LOCAL);
		g_hash_table_insert(walk->parser->raw_locals, (gpointer)declaration, pointer);
	}
	return pointer;
}

/* What an lvalue is a part of by value: the variable; NULL if there is a pointer between. */
static struct decl *variable_behind(const struct expr *lvalue)
{
	const struct expr *base = expr_plain(lvalue, false), *inner;

	while (base->kind == EXPR_MEMBER || base->kind == EXPR_SUBSCRIPT) {
		inner = expr_plain(base->children[0], false);
		if (base->children[0]->type->kind == TYPE_POINTER && !expr_is_array(inner))
			return NULL;
		base = inner;
	}
	if (base->kind != EXPR_NAME ||
	    (base->decl->kind != DECL_VARIABLE && base->decl->kind != DECL_PARAMETER))
		return NULL;
	return base->decl;
}

/* The member that an lvalue is, or is an element of, and the record that it is all a part of. */
static void part_of(struct walk *walk, const struct expr *lvalue, struct raw_flow *flow)
{
	const struct expr *base = expr_plain(lvalue, false), *inner;
	const struct ctype *around = base->type;

	while (base->kind == EXPR_MEMBER || base->kind == EXPR_SUBSCRIPT) {
		if (base->kind == EXPR_MEMBER && !flow->part)
			flow->part = field_of(walk->parser, base->decl);
		inner = expr_plain(base->children[0], false);
		around = inner->type;
		if (base->children[0]->type->kind == TYPE_POINTER && !expr_is_array(inner)) {
			around = ctype_pointee(base->children[0]->type);
			break;
		}
		base = inner;
	}
	while (around && around->canonical->kind == TYPE_ARRAY)
		around = around->canonical->elem;
	if (around && around->kind == TYPE_RECORD)
		flow->around = record_of(walk->parser, around->canonical->plain);
}

/* The parameter of the function that an expression is, or -1. */
static int parameter_behind(struct walk *walk, const struct expr *expr)
{
	const struct expr *plain = expr_plain(expr, true);

	if (plain->kind != EXPR_NAME || plain->decl->kind != DECL_PARAMETER)
		return -1;
	return param_index(walk, plain->decl->name);
}

/* A pointer to a record, or an array of them: @lvalue is what it is the address of. */
static void from_record(struct walk *walk, const struct expr *expr, const struct expr *lvalue,
			const struct ctype *record, struct raw_flow flow)
{
	struct decl *variable = lvalue ? variable_behind(lvalue) : NULL;

	/* A local variable is no business of anybody else. */
	if (variable && !variable->is_global)
		return;
	if (variable && expr_plain(lvalue, false)->kind == EXPR_NAME)
		flow.global = global_of(walk->parser, variable);
	record = record->plain;
	flow.record = record_of(walk->parser, record);
	flow.inside = lvalue != NULL;
	flow.param = parameter_behind(walk, expr);
	if (lvalue)
		part_of(walk, lvalue, &flow);
	if (flow.record == flow.as)
		return;
	record_fill(walk->parser, flow.record, record);
	add_flow(walk, expr, &flow);
}

/* Bytes that p + i adds, or -1: not known. */
static int64_t constant_offset(const struct expr *sum, const struct expr *addend)
{
	const struct ctype *pointee = ctype_pointee(sum->type);
	int64_t count;

	return ast_value(addend, &count) ? count * MAX(pointee ? pointee->size : 1, 1) : -1;
}

struct origin {
	struct walk *walk;
	struct raw_flow flow;
	int64_t offset;		/* at least so many bytes behind where it came from */
};

static void trace(const struct origin *origin, const struct expr *expr);

static void trace_binary(const struct origin *origin, const struct expr *expr)
{
	const struct expr *left = expr_child(expr, 0), *right = expr_child(expr, 1);
	struct origin moved = *origin;
	int64_t offset;

	if (expr->op == OP_COMMA) {
		trace(origin, right);
	} else if (expr->op == OP_ASSIGN) {
		trace(origin, left);
	} else if (expr->op == OP_ADD || expr->op == OP_SUB) {
		if (left->type->kind != TYPE_POINTER) {
			trace(origin, right);
			return;
		}
		offset = constant_offset(expr, right);
		if (offset > 0 && expr->op == OP_ADD)
			moved.offset += offset;
		else if (offset > 0)
			moved.flow.back += offset;
		trace(&moved, left);
	}
}

/* A member, or an element of one, that is no record: what matters is what it is taken for. */
static void trace_part(const struct origin *origin, const struct expr *lvalue)
{
	struct decl *variable = variable_behind(lvalue);
	struct raw_flow flow = origin->flow;

	part_of(origin->walk, lvalue, &flow);
	if (flow.part && (flow.as || flow.to || flow.call) && (!variable || variable->is_global))
		add_flow(origin->walk, lvalue, &flow);
}

static void trace_address(const struct origin *origin, const struct expr *operand)
{
	const struct expr *inner = expr_plain(operand, false), *base = expr_child(inner, 0);

	if (expr_is_unary(inner, OP_DEREF) ||
	    (inner->kind == EXPR_SUBSCRIPT && !expr_is_array(expr_plain(base, false))))
		trace(origin, base);
	else
		trace_part(origin, inner);
}

static void trace_unary(const struct origin *origin, const struct expr *expr)
{
	const struct expr *operand = expr_child(expr, 0);

	if (expr->op == OP_ADDRESS)
		trace_address(origin, operand);
	else if (expr->op == OP_STEP || expr->op == OP_EXTENSION)
		trace(origin, operand);
}

/* A name, a member, or an element of either. */
static void trace_lvalue(const struct origin *origin, const struct expr *expr)
{
	struct raw_flow flow = origin->flow;
	const struct expr *base = expr;

	while (base->kind == EXPR_SUBSCRIPT)
		base = expr_plain(base->children[0], false);
	if (base->kind == EXPR_MEMBER)
		flow.field = field_of(origin->walk->parser, base->decl);
	else if (base->kind == EXPR_NAME && base->decl->is_global)
		flow.value = global_of(origin->walk->parser, base->decl);
	else if (!is_raw_pointer(expr->type))
		return;
	else if (expr->kind == EXPR_NAME)
		flow.pointer = pointer_of(origin->walk, expr->decl);
	if (flow.field || flow.pointer || flow.value)
		add_flow(origin->walk, expr, &flow);
}

static void trace_call(const struct origin *origin, const struct expr *expr)
{
	struct raw_flow flow = origin->flow;

	flow.result = g_hash_table_lookup(origin->walk->parser->raw_calls, expr);
	if (flow.result)
		add_flow(origin->walk, expr, &flow);
}

/* The record that an expression is the address of, or an array of them; or NULL. */
static const struct ctype *record_at(const struct expr *plain)
{
	const struct ctype *type = plain->type->canonical;

	if (type->kind != TYPE_ARRAY)
		return pointed_record(type);
	while (type->kind == TYPE_ARRAY)
		type = type->elem->canonical;
	return type->kind == TYPE_RECORD ? type : NULL;
}

static void trace_record(const struct origin *origin, const struct expr *expr,
			 const struct ctype *record)
{
	const struct expr *plain = expr_plain(expr, false), *lvalue = NULL;
	struct raw_flow flow = origin->flow;

	if (expr_is_array(plain))
		lvalue = plain;
	else if (expr_is_unary(plain, OP_ADDRESS))
		lvalue = plain->children[0];
	/* Behind the end of it is another object: a private area. */
	flow.behind = origin->offset && origin->offset >= record->size;
	if (plain->kind == EXPR_BINARY && plain->op == OP_ADD &&
	    constant_offset(plain, plain->children[1]) > 0)
		flow.behind = true;
	from_record(origin->walk, expr, lvalue, record, flow);
}

/* Everything that the value of a pointer can be. */
static void trace(const struct origin *origin, const struct expr *expr)
{
	const struct expr *plain = expr_plain(expr, false);
	const struct ctype *record = plain->type ? record_at(plain) : NULL;

	if (record) {
		trace_record(origin, expr, record);
		return;
	}
	switch (plain->kind) {
	case EXPR_CAST:
	case EXPR_COMPOUND_ASSIGN:
		trace(origin, expr_child(plain, plain->kind == EXPR_CAST ? -1 : 0));
		break;
	case EXPR_NAME:
	case EXPR_MEMBER:
	case EXPR_SUBSCRIPT:
		if (is_raw_pointer(plain->type) || is_address_sized(plain->type))
			trace_lvalue(origin, plain);
		else if (expr_is_array(plain))
			trace_part(origin, plain);
		break;
	case EXPR_UNARY:
		trace_unary(origin, plain);
		break;
	case EXPR_BINARY:
		trace_binary(origin, plain);
		break;
	case EXPR_CONDITIONAL:
		trace(origin, expr_child(plain, -2));
		trace(origin, expr_child(plain, -1));
		break;
	case EXPR_BLOCK:
		if (expr_block_value(plain))
			trace(origin, expr_block_value(plain));
		break;
	case EXPR_CALL:
		trace_call(origin, plain);
		break;
	default:
		break;
	}
}

void raw_flow(struct walk *walk, const struct expr *value, struct raw_flow flow)
{
	struct origin origin = { .walk = walk, .flow = flow };

	if (walk->function)
		trace(&origin, value);
}

void raw_use(struct walk *walk, const struct expr *value, unsigned int modes)
{
	modes &= ACCESS_READ | ACCESS_WRITE;
	if (modes)
		raw_flow(walk, value, (struct raw_flow){ .modes = modes });
}

void raw_into_variable(struct walk *walk, const struct expr *value, const struct decl *declaration)
{
	struct raw_pointer *pointer = walk->function ? pointer_of(walk, declaration) : NULL;

	if (pointer)
		raw_flow(walk, value, (struct raw_flow){ .to = pointer });
}

/* Set to what a call returns, or to nothing; anything else is not known to callers. */
static void note_source(struct walk *walk, const struct expr *value, struct field *field)
{
	const struct expr *plain = expr_plain(value, true);
	struct call *call;

	if (plain->kind == EXPR_INTEGER)
		return;
	call = plain->kind != EXPR_CALL ? NULL :
		g_hash_table_lookup(walk->parser->raw_calls, plain);
	if (call)
		call->assigned_field = field;
	else
		field->otherwise_set = true;
}

/*
 * Whoever takes a u8 * from there does not know of which record it is a part. A
 * void * is not for use as it is: what it is taken for shows where it is taken.
 */
void raw_into_field(struct walk *walk, const struct expr *value, const struct ctype *type,
		    struct field *field)
{
	const struct ctype *pointee = ctype_pointee(type);

	if (!is_raw_pointer(type))
		return;
	if (field)
		note_source(walk, value, field);
	if (pointee->kind != TYPE_VOID)
		raw_use(walk, value,
			pointee->is_const ? ACCESS_READ : ACCESS_READ | ACCESS_WRITE);
}

void raw_into_lvalue(struct walk *walk, const struct expr *value, const struct expr *lvalue)
{
	const struct expr *plain = expr_plain(lvalue, false);

	if (!is_raw_pointer(plain->type))
		return;
	if (plain->kind == EXPR_NAME && !plain->decl->is_global)
		raw_into_variable(walk, value, plain->decl);
	else
		raw_into_field(walk, value, plain->type, field_behind(walk, plain));
}

void raw_into_result(struct walk *walk, const struct expr *value)
{
	if (walk->function && is_raw_pointer(value->type))
		raw_flow(walk, value,
			 (struct raw_flow){ .to = own_pointer(walk, RAW_RESULT) });
}

void raw_into_argument(struct walk *walk, const struct expr *value, struct call *call,
		       unsigned int arg)
{
	struct raw_flow flow = { .call = call, .arg = arg };

	/* The target of a pointer may do anything. */
	if (call->kind != CALL_DIRECT)
		flow = (struct raw_flow){ .modes = ACCESS_READ | ACCESS_WRITE };
	if (is_raw_pointer(value->type))
		raw_flow(walk, value, flow);
}

void raw_conversion(struct walk *walk, const struct expr *expr, const struct expr *value)
{
	const struct ctype *to = pointed_record(expr->type), *from = pointed_record(value->type);
	struct raw_flow flow = { 0 };

	if (!walk->function || !to || (from && from->plain == to->plain))
		return;
	flow.modes = to->is_const ? ACCESS_READ : ACCESS_READ | ACCESS_WRITE;
	flow.as = record_of(walk->parser, to);
	raw_flow(walk, value, flow);
}

void raw_remember_call(struct walk *walk, const struct expr *expr, struct call *call)
{
	if (is_raw_pointer(expr->type))
		g_hash_table_insert(walk->parser->raw_calls, (gpointer)expr, call);
}
