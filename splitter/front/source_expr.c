// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A walk over expressions that records which fields and globals are used and how,
 * and where functions are used as values. Every expression is walked with what
 * becomes of its value (struct flow).
 */
#include "source_walk.h"

static const struct flow flow_discard;
static const struct flow flow_read = { .modes = ACCESS_READ };
static const struct flow flow_update = { .modes = ACCESS_READ | ACCESS_WRITE };
static const struct flow flow_test = { .modes = ACCESS_READ, .tested = true };

struct field *field_behind(struct walk *walk, const struct expr *expr)
{
	const struct expr *plain = expr_plain(expr, false);

	while (plain->kind == EXPR_SUBSCRIPT)
		plain = expr_plain(expr_child(plain, 0), false);
	return plain->kind == EXPR_MEMBER ? field_of(walk->parser, plain->decl) : NULL;
}

/* *p, p[i]: not p itself. Only of pointers to function pointers is that the same. */
static bool is_behind_pointer(const struct expr *left)
{
	left = expr_plain(left, true);
	if (left->kind == EXPR_SUBSCRIPT)
		return !expr_is_array(expr_plain(expr_child(left, 0), false));
	return expr_is_unary(left, OP_DEREF);
}

/* Does the value come from where it was kept meanwhile: a variable, what a call returned? */
static bool is_carried(const struct expr *value)
{
	bool carried = false;

	if (value->kind == EXPR_CALL)
		return true;
	if (value->kind == EXPR_MEMBER)
		return false;
	if (value->kind == EXPR_NAME) {
		return value->decl->kind == DECL_PARAMETER ||
		       (value->decl->kind == DECL_VARIABLE && !value->decl->is_global);
	}
	for (unsigned int i = 0; i < value->count && !carried; i++)
		carried = is_carried(value->children[i]);
	return carried;
}

static void walk_assignment(struct walk *walk, const struct expr *left, const struct expr *right,
			    struct flow flow)
{
	const struct type *type = type_of(walk->parser, left->type);
	struct flow stored = flow_read;
	struct place place;

	stored.into = (struct type *)type;
	stored.slot = field_behind(walk, left);
	/* A place that cannot be told is one, too: what goes there is out of sight. */
	if (flow_to(stored, &place, type).to) {
		if (!pointer_place(walk, left, &place) ||
		    (!type->carries && is_behind_pointer(left)))
			place = (struct place){ .kind = PLACE_NONE };
		stored = flow_to(stored, &place, type);
	}
	walk_expr(walk, right, stored);
	store_assigned(walk, left, right);
	walk_expr(walk, left, (struct flow){ .modes = ACCESS_WRITE, .assigned = true,
					     .carried = is_carried(right) });
	/* a = b = f */
	flow_leaf(walk, expr_plain(left, false),
		  flow_to((struct flow){ .modes = ACCESS_READ }, flow.to, flow.to ? type : NULL));
}

/* Of a pointer and a number, the pointer's value goes on. */
static void walk_sum(struct walk *walk, const struct expr *expr, struct flow flow)
{
	const struct expr *left = expr_child(expr, 0), *right = expr_child(expr, 1);
	bool pointer = expr->type->kind == TYPE_POINTER;
	bool from_left = pointer && left->type->kind == TYPE_POINTER;
	int64_t constant;

	/* What begins a constant behind it may be a private area. */
	if (from_left && !ast_value(right, &constant))
		note_beside(walk, left, NULL);
	walk_expr(walk, left, from_left ? flow : flow_read);
	walk_expr(walk, right, pointer && !from_left ? flow : flow_read);
	if (!pointer)
		flow_unknown(walk, expr, flow);
}

static void walk_binary(struct walk *walk, const struct expr *expr, struct flow flow)
{
	enum expr_op operator = expr->op;
	const struct expr *left = expr_child(expr, 0), *right = expr_child(expr, 1);

	if (operator == OP_ASSIGN) {
		walk_assignment(walk, left, right, flow);
		raw_into_lvalue(walk, right, left);
	} else if (operator == OP_COMMA) {
		walk_expr(walk, left, flow_discard);
		walk_expr(walk, right, flow);
	} else if (operator == OP_ADD || operator == OP_SUB) {
		walk_sum(walk, expr, flow);
	} else {
		bool tests = operator == OP_COMPARE ||
			     operator == OP_AND || operator == OP_OR;

		walk_expr(walk, left, tests ? flow_test : flow_read);
		walk_expr(walk, right, tests ? flow_test : flow_read);
		if (!tests)
			flow_unknown(walk, expr, flow);
	}
}

/*
 * *(T *)&x with a T that fits into x is a use of x: READ_ONCE() is made of that. A
 * larger T reaches the neighbours of a field x.
 */
static bool walk_pointed(struct walk *walk, const struct expr *expr, const struct expr *operand,
			 struct flow flow)
{
	const struct expr *plain = expr_plain(operand, true), *lvalue = expr_child(plain, 0);
	const struct ctype *whole;

	if (!expr_is_unary(plain, OP_ADDRESS) || lvalue->type->kind == TYPE_RECORD)
		return false;
	lvalue = expr_plain(lvalue, false);
	if (expr->type->size <= lvalue->type->size) {
		walk_expr(walk, lvalue, flow);
		return true;
	}
	if (lvalue->kind == EXPR_MEMBER) {
		whole = expr_child(lvalue, 0)->type->canonical;
		if (whole->kind == TYPE_POINTER)
			whole = whole->elem;
		add_record(walk, expr, whole->plain, flow.modes);
	}
	return false;
}

static void walk_unary(struct walk *walk, const struct expr *expr, struct flow flow)
{
	const struct expr *operand = expr_child(expr, 0);

	switch (expr->op) {
	case OP_ADDRESS:
		flow.modes = ACCESS_ADDRESS;
		walk_expr(walk, operand, flow);
		break;
	case OP_DEREF:
		/* *f of a function pointer is the function again */
		if (expr->type->kind == TYPE_FUNCTION) {
			walk_expr(walk, operand, flow);
			break;
		}
		if (walk_pointed(walk, expr, operand, flow))
			break;
		/* *a of an array is a[0] */
		if (expr_is_array(expr_plain(operand, false))) {
			walk_expr(walk, expr_plain(operand, false), flow);
			break;
		}
		flow_leaf(walk, expr, flow);
		add_whole(walk, expr, flow.modes);
		if (expr->type->kind != TYPE_RECORD)
			raw_use(walk, operand, flow.modes);
		walk_expr(walk, operand, flow_read);
		break;
	case OP_STEP:
		note_beside(walk, operand, NULL);
		walk_expr(walk, operand, flow_update);
		break;
	case OP_EXTENSION:
		walk_expr(walk, operand, flow);
		break;
	case OP_NOT:
		walk_expr(walk, operand, flow_test);
		break;
	default:
		walk_expr(walk, operand, flow_read);
		flow_unknown(walk, expr, flow);
	}
}

/* One value of an initialiser list, and what it fills. */
struct element {
	const struct expr *value;
	const struct ctype *type;
	struct field *field;	/* NULL: an element of an array */
};

/* .a.b = value */
static void take_designated(struct walk *walk, struct element *element,
			    const struct record *record, guint *index)
{
	const struct expr *value = element->value;

	for (unsigned int i = 0; i < value->count; i++) {
		const struct decl *member = value->children[i]->decl;

		if (value->children[i]->kind != EXPR_FIELD_NAME)
			continue;
		element->field = field_of(walk->parser, member);
		element->type = member->type;
		if (element->field && element->field->owner == record &&
		    g_ptr_array_find(record->fields, element->field, index))
			++*index;
	}
	if (element->field)
		element->value = expr_child(value, -1);
}

/* Does a value without braces of its own fill only the first part of @filled? */
static bool braces_left_out(struct walk *walk, const struct expr *value,
			    const struct type *filled)
{
	if (value->kind == EXPR_LIST)
		return false;
	if (filled->kind == TYPE_ARRAY)
		return expr_plain(value, false)->kind != EXPR_STRING;
	return filled->kind == TYPE_RECORD &&
	       type_of(walk->parser, value->type)->record != filled->record;
}

/* Braces left out make the count wrong: then a value is not known to be in a field. */
static void take_positional(struct walk *walk, struct element *element,
			    const struct record *record, const struct ctype *type, guint *index)
{
	g_autoptr(GPtrArray) fields = ast_fields(walk->parser->ast, type);

	if (*index >= record->fields->len || *index >= fields->len)
		return;
	element->type = ((const struct decl *)fields->pdata[*index])->type;
	element->field = record->fields->pdata[(*index)++];
	if (braces_left_out(walk, element->value, element->field->type)) {
		element->field = NULL;
		*index = record->fields->len;
	}
}

/* { .a = x, y, [3] = z }: @type says what the braces fill. */
void walk_list(struct walk *walk, const struct expr *expr, const struct ctype *type,
	       struct flow flow)
{
	const struct ctype *canonical = type->canonical, *inner = canonical;
	struct record *record = NULL;
	guint index = 0;

	if (canonical->kind == TYPE_RECORD) {
		record = record_of(walk->parser, canonical);
		record_fill(walk->parser, record, canonical);
	} else if (canonical->kind == TYPE_ARRAY) {
		inner = canonical->elem;
	}
	for (unsigned int i = 0; i < expr->count; i++) {
		struct element element = { .value = expr->children[i], .type = inner };
		struct flow into = { .modes = ACCESS_READ, .global = flow.global };
		struct place place = { .kind = PLACE_FIELD };
		bool designated = element.value->kind == EXPR_OPAQUE;

		if (record && designated)
			take_designated(walk, &element, record, &index);
		else if (designated && element.value->count)
			element.value = expr_child(element.value, -1);	/* [3] = z */
		if (record && !element.field)
			take_positional(walk, &element, record, canonical, &index);
		into.slot = element.field;
		into.into = element.field ? element.field->type : NULL;
		place.field = element.field;
		if (element.field) {
			into = flow_to(into, &place, element.field->type);
		} else if (!record) {
			/* elements of an array are where the array is */
			into.slot = flow.slot;
			into.to = flow.to;
			into.strong = flow.strong;
		}
		if (element.value->kind == EXPR_LIST)
			walk_list(walk, element.value, element.type, into);
		else
			walk_expr(walk, element.value, into);
		raw_into_field(walk, element.value, element.type, element.field);
	}
}

static void walk_generic(struct walk *walk, const struct expr *expr, struct flow flow, guint skip)
{
	for (unsigned int i = skip; i < expr->count; i++)
		walk_expr(walk, expr->children[i], flow);
}

/* __builtin_choose_expr(): the other operand is not even compiled. */
static bool walk_chosen(struct walk *walk, const struct expr *expr, struct flow flow)
{
	int value = -1;

	if (expr->count == 3 && !expr->within)
		value = expr_constant(expr->children[0]);
	if (value >= 0)
		walk_expr(walk, expr->children[value ? 1 : 2], flow);
	return value >= 0;
}

/* Implicit casts, and what libclang has no kind for. */
static void walk_opaque(struct walk *walk, const struct expr *expr, struct flow flow)
{
	/* __builtin_types_compatible_p() and the like do not evaluate */
	if (expr->count == 1 && !expr->within && expr_constant(expr) >= 0)
		return;
	if (expr->count == 1) {
		const struct expr *child = expr->children[0];

		if (expr->type->kind == TYPE_POINTER && expr_is_array(child) && flow.modes)
			flow.modes = ACCESS_ADDRESS;
		walk_expr(walk, child, flow);
		raw_conversion(walk, expr, child);
		return;
	}
	if (walk_chosen(walk, expr, flow))
		return;
	walk_generic(walk, expr, flow_read, 0);
	flow_unknown(walk, expr, flow);
}

/* The branch never taken is not walked: macros put link-time errors there (_IOW()). */
static void walk_conditional(struct walk *walk, const struct expr *expr, struct flow flow)
{
	int value = -1;

	if (expr->count == 3)
		value = expr_constant(expr->children[0]);
	for (unsigned int i = 0; i < expr->count; i++) {
		if (i == 0)
			walk_expr(walk, expr->children[i], flow_test);
		else if (value < 0 || (i == 1) == value)
			walk_expr(walk, expr->children[i], flow);
	}
}

/* What stands around one other expression, list or block, the last child. */
static void walk_wrapper(struct walk *walk, const struct expr *expr, struct flow flow)
{
	const struct expr *child = expr_child(expr, -1);

	if (!child)
		return;
	switch (expr->kind) {
	case EXPR_LITERAL:
		if (child->kind == EXPR_LIST)
			walk_list(walk, child, expr->type, flow);
		break;
	case EXPR_BLOCK:
		walk_statement(walk, child, flow);
		break;
	case EXPR_CAST:
		walk_expr(walk, child, flow);
		raw_conversion(walk, expr, child);
		break;
	default:
		walk_expr(walk, child, flow);
	}
}

void walk_expr(struct walk *walk, const struct expr *expr, struct flow flow)
{
	switch (expr->kind) {
	case EXPR_PAREN:
	case EXPR_CAST:
	case EXPR_LITERAL:
	case EXPR_BLOCK:
		walk_wrapper(walk, expr, flow);
		break;
	case EXPR_IMPLICIT:
	case EXPR_OPAQUE:
		walk_opaque(walk, expr, flow);
		break;
	case EXPR_UNARY:
		walk_unary(walk, expr, flow);
		break;
	case EXPR_BINARY:
		walk_binary(walk, expr, flow);
		break;
	case EXPR_COMPOUND_ASSIGN:
		note_beside(walk, expr->children[0], NULL);
		walk_expr(walk, expr->children[0], flow_update);
		walk_generic(walk, expr, flow_read, 1);
		break;
	case EXPR_CONDITIONAL:
		walk_conditional(walk, expr, flow);
		break;
	case EXPR_MEMBER:
	case EXPR_SUBSCRIPT:
		walk_lvalue(walk, expr, flow);
		break;
	case EXPR_NAME:
		walk_name(walk, expr, flow);
		break;
	case EXPR_CALL:
		walk_call(walk, expr, flow);
		break;
	case EXPR_LIST:
		walk_list(walk, expr, expr->type, flow);
		break;
	case EXPR_GENERIC:
		walk_generic(walk, expr, flow, 1);
		break;
	case EXPR_OTHER:
		walk_generic(walk, expr, flow_read, 0);
		flow_unknown(walk, expr, flow);
		break;
	case EXPR_INTEGER:
	case EXPR_STRING:
	case EXPR_CONSTANT:
	case EXPR_FIELD_NAME:
	case EXPR_TYPE_NAME:
		break;
	default:
		walk_statement(walk, expr, flow);
	}
}
