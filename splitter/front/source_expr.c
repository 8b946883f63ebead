// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A walk over expressions that records which fields and globals are used and how,
 * and where functions are used as values. Every expression is walked with what
 * becomes of its value (struct flow).
 */
#include "source_clang.h"

static const struct flow flow_discard;
static const struct flow flow_read = { .modes = ACCESS_READ };
static const struct flow flow_update = { .modes = ACCESS_READ | ACCESS_WRITE };
static const struct flow flow_test = { .modes = ACCESS_READ, .tested = true };

struct field *field_behind(struct walk *walk, CXCursor cursor)
{
	CXCursor plain = strip(cursor, false);

	while (clang_getCursorKind(plain) == CXCursor_ArraySubscriptExpr) {
		if (!child_at(plain, 0, &plain))
			return NULL;
		plain = strip(plain, false);
	}
	if (clang_getCursorKind(plain) != CXCursor_MemberRefExpr)
		return NULL;
	return field_of(walk->parser, clang_getCursorReferenced(plain));
}

/* *p, p[i]: not p itself. Only of pointers to function pointers is that the same. */
static bool is_behind_pointer(CXCursor left)
{
	CXCursor base;

	left = strip(left, true);
	if (clang_getCursorKind(left) == CXCursor_ArraySubscriptExpr)
		return child_at(left, 0, &base) && !is_array(strip(base, false));
	return clang_getCursorKind(left) == CXCursor_UnaryOperator &&
	       clang_getCursorUnaryOperatorKind(left) == CXUnaryOperator_Deref;
}

/* Does the value come from where it was kept meanwhile: a variable, what a call returned? */
static bool is_carried(CXCursor value)
{
	enum CXCursorKind kind = clang_getCursorKind(value);
	struct children children;
	bool carried = false;

	if (kind == CXCursor_CallExpr)
		return true;
	if (kind == CXCursor_MemberRefExpr)
		return false;
	if (kind == CXCursor_DeclRefExpr) {
		value = clang_getCursorReferenced(value);
		kind = clang_getCursorKind(value);
		return kind == CXCursor_ParmDecl ||
		       (kind == CXCursor_VarDecl && !is_global_variable(value));
	}
	children = children_of(value);
	for (guint i = 0; i < children.cursors->len && !carried; i++)
		carried = is_carried(CHILD(children, i));
	children_clear(&children);
	return carried;
}

static void walk_assignment(struct walk *walk, CXCursor left, CXCursor right, struct flow flow)
{
	const struct type *type = type_of(walk->parser, clang_getCursorType(left));
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
	walk_expr(walk, left, (struct flow){ .modes = ACCESS_WRITE,
					     .carried = is_carried(right) });
	/* a = b = f */
	flow_leaf(walk, strip(left, false), flow_to((struct flow){ .modes = ACCESS_READ }, flow.to,
						    flow.to ? type : NULL));
}

/* Of a pointer and a number, the pointer's value goes on. */
static void walk_sum(struct walk *walk, CXCursor cursor, CXCursor left, CXCursor right,
		     struct flow flow)
{
	bool pointer = type_kind(cursor) == CXType_Pointer;
	bool from_left = pointer && type_kind(left) == CXType_Pointer;

	walk_expr(walk, left, from_left ? flow : flow_read);
	walk_expr(walk, right, pointer && !from_left ? flow : flow_read);
	if (!pointer)
		flow_unknown(walk, cursor, flow);
}

static void walk_binary(struct walk *walk, CXCursor cursor, struct flow flow)
{
	enum CXBinaryOperatorKind operator = clang_getCursorBinaryOperatorKind(cursor);
	CXCursor left, right;

	if (!child_at(cursor, 0, &left) || !child_at(cursor, 1, &right))
		return;
	if (operator == CXBinaryOperator_Assign) {
		walk_assignment(walk, left, right, flow);
		raw_into_lvalue(walk, right, left);
	} else if (operator == CXBinaryOperator_Comma) {
		walk_expr(walk, left, flow_discard);
		walk_expr(walk, right, flow);
	} else if (operator == CXBinaryOperator_Add || operator == CXBinaryOperator_Sub) {
		walk_sum(walk, cursor, left, right, flow);
	} else {
		bool tests = (operator >= CXBinaryOperator_LT && operator <= CXBinaryOperator_NE) ||
			     operator == CXBinaryOperator_LAnd || operator == CXBinaryOperator_LOr;

		walk_expr(walk, left, tests ? flow_test : flow_read);
		walk_expr(walk, right, tests ? flow_test : flow_read);
		if (!tests)
			flow_unknown(walk, cursor, flow);
	}
}

/*
 * *(T *)&x with a T that fits into x is a use of x: READ_ONCE() is made of that. A
 * larger T reaches the neighbours of a field x.
 */
static bool walk_pointed(struct walk *walk, CXCursor cursor, CXCursor operand, struct flow flow)
{
	CXCursor plain = strip(operand, true), lvalue, base;
	CXType whole;

	if (clang_getCursorKind(plain) != CXCursor_UnaryOperator ||
	    clang_getCursorUnaryOperatorKind(plain) != CXUnaryOperator_AddrOf ||
	    !child_at(plain, 0, &lvalue) || type_kind(lvalue) == CXType_Record)
		return false;
	lvalue = strip(lvalue, false);
	if (clang_Type_getSizeOf(clang_getCursorType(cursor)) <=
	    clang_Type_getSizeOf(clang_getCursorType(lvalue))) {
		walk_expr(walk, lvalue, flow);
		return true;
	}
	if (clang_getCursorKind(lvalue) == CXCursor_MemberRefExpr && child_at(lvalue, 0, &base)) {
		whole = clang_getCanonicalType(clang_getCursorType(base));
		if (whole.kind == CXType_Pointer)
			whole = clang_getCanonicalType(clang_getPointeeType(whole));
		add_record(walk, cursor, clang_getUnqualifiedType(whole), flow.modes);
	}
	return false;
}

static void walk_unary(struct walk *walk, CXCursor cursor, struct flow flow)
{
	CXCursor operand;

	if (!child_at(cursor, 0, &operand))
		return;
	switch (clang_getCursorUnaryOperatorKind(cursor)) {
	case CXUnaryOperator_AddrOf:
		flow.modes = ACCESS_ADDRESS;
		walk_expr(walk, operand, flow);
		break;
	case CXUnaryOperator_Deref:
		/* *f of a function pointer is the function again */
		if (type_kind(cursor) == CXType_FunctionProto) {
			walk_expr(walk, operand, flow);
			break;
		}
		if (walk_pointed(walk, cursor, operand, flow))
			break;
		/* *a of an array is a[0] */
		if (is_array(strip(operand, false))) {
			walk_expr(walk, strip(operand, false), flow);
			break;
		}
		flow_leaf(walk, cursor, flow);
		add_whole(walk, cursor, flow.modes);
		if (type_kind(cursor) != CXType_Record)
			raw_use(walk, operand, flow.modes);
		walk_expr(walk, operand, flow_read);
		break;
	case CXUnaryOperator_PreInc:
	case CXUnaryOperator_PreDec:
	case CXUnaryOperator_PostInc:
	case CXUnaryOperator_PostDec:
		walk_expr(walk, operand, flow_update);
		break;
	case CXUnaryOperator_Extension:
		walk_expr(walk, operand, flow);
		break;
	case CXUnaryOperator_LNot:
		walk_expr(walk, operand, flow_test);
		break;
	default:
		walk_expr(walk, operand, flow_read);
		flow_unknown(walk, cursor, flow);
	}
}

/* One value of an initialiser list, and what it fills. */
struct element {
	CXCursor value;
	CXType type;
	struct field *field;	/* NULL: an element of an array */
};

struct nth_field {
	guint left;
	CXType type;
};

static enum CXVisitorResult take_nth(CXCursor cursor, CXClientData data)
{
	struct nth_field *nth = data;

	if (nth->left--)
		return CXVisit_Continue;
	nth->type = clang_getCursorType(cursor);
	return CXVisit_Break;
}

/* .a.b = value */
static void take_designated(struct walk *walk, struct element *element,
			    const struct record *record, guint *index)
{
	struct children parts = children_of(element->value);
	guint i;

	for (i = 0; i < parts.cursors->len; i++) {
		CXCursor member = CHILD(parts, i);

		if (clang_getCursorKind(member) != CXCursor_MemberRef)
			continue;
		member = clang_getCursorReferenced(member);
		element->field = field_of(walk->parser, member);
		element->type = clang_getCursorType(member);
		if (element->field && element->field->owner == record &&
		    g_ptr_array_find(record->fields, element->field, index))
			++*index;
	}
	if (element->field)
		element->value = CHILD(parts, parts.cursors->len - 1);
	children_clear(&parts);
}

/* Does a value without braces of its own fill only the first part of @filled? */
static bool braces_left_out(struct walk *walk, CXCursor value, const struct type *filled)
{
	if (clang_getCursorKind(value) == CXCursor_InitListExpr)
		return false;
	if (filled->kind == TYPE_ARRAY)
		return clang_getCursorKind(strip(value, false)) != CXCursor_StringLiteral;
	return filled->kind == TYPE_RECORD &&
	       type_of(walk->parser, clang_getCursorType(value))->record != filled->record;
}

/* Braces left out make the count wrong: then a value is not known to be in a field. */
static void take_positional(struct walk *walk, struct element *element,
			    const struct record *record, CXType type, guint *index)
{
	struct nth_field nth = { .left = *index };

	if (*index >= record->fields->len)
		return;
	element->field = record->fields->pdata[(*index)++];
	clang_Type_visitFields(type, take_nth, &nth);
	element->type = nth.type;
	if (braces_left_out(walk, element->value, element->field->type)) {
		element->field = NULL;
		*index = record->fields->len;
	}
}

/* { .a = x, y, [3] = z }: @type says what the braces fill. */
void walk_list(struct walk *walk, CXCursor cursor, CXType type, struct flow flow)
{
	struct children children = children_of(cursor);
	CXType canonical = clang_getCanonicalType(type), inner = canonical;
	struct record *record = NULL;
	guint i, index = 0;

	if (canonical.kind == CXType_Record) {
		record = record_of(walk->parser, canonical);
		record_fill(walk->parser, record, canonical);
	} else if (canonical.kind == CXType_ConstantArray ||
		   canonical.kind == CXType_IncompleteArray) {
		inner = clang_getArrayElementType(canonical);
	}
	for (i = 0; i < children.cursors->len; i++) {
		struct element element = { .value = CHILD(children, i), .type = inner };
		struct flow into = { .modes = ACCESS_READ, .global = flow.global };
		struct place place = { .kind = PLACE_FIELD };
		bool designated = clang_getCursorKind(element.value) == CXCursor_UnexposedExpr;

		if (record && designated)
			take_designated(walk, &element, record, &index);
		else if (designated && clang_getCursorKind(strip(element.value, false)) ==
					       CXCursor_UnexposedExpr)
			child_at(element.value, -1, &element.value);	/* [3] = z */
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
		if (clang_getCursorKind(element.value) == CXCursor_InitListExpr)
			walk_list(walk, element.value, element.type, into);
		else
			walk_expr(walk, element.value, into);
		raw_into_field(walk, element.value, element.type, element.field);
	}
	children_clear(&children);
}

static void walk_generic(struct walk *walk, CXCursor cursor, struct flow flow, guint skip)
{
	struct children children = children_of(cursor);
	guint i;

	for (i = skip; i < children.cursors->len; i++)
		walk_expr(walk, CHILD(children, i), flow);
	children_clear(&children);
}

/* __builtin_choose_expr(): the other operand is not even compiled. */
static bool walk_chosen(struct walk *walk, CXCursor cursor, struct flow flow)
{
	struct children children = children_of(cursor);
	int value = -1;

	if (children.cursors->len == 3 && !is_implicit(cursor, CHILD(children, 0)))
		value = constant_value(CHILD(children, 0));
	if (value >= 0)
		walk_expr(walk, CHILD(children, value ? 1 : 2), flow);
	children_clear(&children);
	return value >= 0;
}

/* Implicit casts, and what libclang has no kind for. */
static void walk_unexposed(struct walk *walk, CXCursor cursor, struct flow flow)
{
	struct children children = children_of(cursor);

	if (children.cursors->len == 1 && !is_implicit(cursor, CHILD(children, 0)) &&
	    constant_value(cursor) >= 0) {
		/* __builtin_types_compatible_p() and the like do not evaluate */
		children_clear(&children);
		return;
	}
	if (children.cursors->len == 1) {
		CXCursor child = CHILD(children, 0);

		if (type_kind(cursor) == CXType_Pointer && is_array(child) && flow.modes)
			flow.modes = ACCESS_ADDRESS;
		walk_expr(walk, child, flow);
		raw_conversion(walk, cursor, child);
		children_clear(&children);
		return;
	}
	children_clear(&children);
	if (walk_chosen(walk, cursor, flow))
		return;
	walk_generic(walk, cursor, flow_read, 0);
	flow_unknown(walk, cursor, flow);
}

/* The branch never taken is not walked: macros put link-time errors there (_IOW()). */
static void walk_conditional(struct walk *walk, CXCursor cursor, struct flow flow)
{
	struct children children = children_of(cursor);
	int value = -1;
	guint i;

	if (children.cursors->len == 3)
		value = constant_value(CHILD(children, 0));
	for (i = 0; i < children.cursors->len; i++) {
		if (i == 0)
			walk_expr(walk, CHILD(children, i), flow_test);
		else if (value < 0 || (i == 1) == value)
			walk_expr(walk, CHILD(children, i), flow);
	}
	children_clear(&children);
}

/* What stands around one other expression, list or block, the last child. */
static void walk_wrapper(struct walk *walk, CXCursor cursor, struct flow flow)
{
	CXCursor child;

	if (!child_at(cursor, -1, &child))
		return;
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_CompoundLiteralExpr:
		if (clang_getCursorKind(child) == CXCursor_InitListExpr)
			walk_list(walk, child, clang_getCursorType(cursor), flow);
		break;
	case CXCursor_StmtExpr:
		walk_statement(walk, child, flow);
		break;
	case CXCursor_CStyleCastExpr:
		walk_expr(walk, child, flow);
		raw_conversion(walk, cursor, child);
		break;
	default:
		walk_expr(walk, child, flow);
	}
}

static bool evaluates_nothing(enum CXCursorKind kind)
{
	switch (kind) {
	case CXCursor_UnaryExpr:	/* sizeof */
	case CXCursor_IntegerLiteral:
	case CXCursor_StringLiteral:
	case CXCursor_CharacterLiteral:
	case CXCursor_FloatingLiteral:
	case CXCursor_TypeRef:
	case CXCursor_MemberRef:
	case CXCursor_LabelRef:
	case CXCursor_AddrLabelExpr:
		return true;
	default:
		return false;
	}
}

void walk_expr(struct walk *walk, CXCursor cursor, struct flow flow)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	CXCursor child;

	switch (kind) {
	case CXCursor_ParenExpr:
	case CXCursor_CStyleCastExpr:
	case CXCursor_CompoundLiteralExpr:
	case CXCursor_StmtExpr:
		walk_wrapper(walk, cursor, flow);
		break;
	case CXCursor_UnexposedExpr:
		walk_unexposed(walk, cursor, flow);
		break;
	case CXCursor_UnaryOperator:
		walk_unary(walk, cursor, flow);
		break;
	case CXCursor_BinaryOperator:
		walk_binary(walk, cursor, flow);
		break;
	case CXCursor_CompoundAssignOperator:
		if (child_at(cursor, 0, &child))
			walk_expr(walk, child, flow_update);
		walk_generic(walk, cursor, flow_read, 1);
		break;
	case CXCursor_ConditionalOperator:
		walk_conditional(walk, cursor, flow);
		break;
	case CXCursor_MemberRefExpr:
	case CXCursor_ArraySubscriptExpr:
		walk_lvalue(walk, cursor, flow);
		break;
	case CXCursor_DeclRefExpr:
		walk_name(walk, cursor, flow);
		break;
	case CXCursor_CallExpr:
		walk_call(walk, cursor, flow);
		break;
	case CXCursor_InitListExpr:
		walk_list(walk, cursor, clang_getCursorType(cursor), flow);
		break;
	case CXCursor_GenericSelectionExpr:
		walk_generic(walk, cursor, flow, 1);
		break;
	default:
		if (evaluates_nothing(kind))
			break;
		if (clang_isExpression(kind)) {
			walk_generic(walk, cursor, flow_read, 0);
			flow_unknown(walk, cursor, flow);
		} else if (clang_isStatement(kind) || clang_isDeclaration(kind)) {
			walk_statement(walk, cursor, flow);
		}
	}
}
