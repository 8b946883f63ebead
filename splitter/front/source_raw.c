// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Pointers whose type does not tell what they point at: void *, u8 *, char *.
 * Accesses are found by the type of a pointer, so what is done through one of
 * these would be missed. The walk notes where their values come from and where
 * they go; raw.c puts it together when all files have been read.
 */
#include "source_clang.h"

bool is_raw_pointer(CXType type)
{
	type = clang_getCanonicalType(type);
	if (type.kind != CXType_Pointer)
		return false;
	type = clang_getCanonicalType(clang_getPointeeType(type));
	return type.kind == CXType_Void || type.kind == CXType_Enum ||
	       (type.kind >= CXType_Bool && type.kind <= CXType_Int128);
}

/* An integer that a pointer may have been cast to. */
static bool is_address_sized(CXType type)
{
	type = clang_getCanonicalType(type);
	return type.kind >= CXType_Bool && type.kind <= CXType_Int128 &&
	       clang_Type_getSizeOf(type) == sizeof(void *);
}

/* The record that a pointer of this type points at; false if it is none. */
static bool pointed_record(CXType type, CXType *record)
{
	type = clang_getCanonicalType(type);
	if (type.kind != CXType_Pointer)
		return false;
	*record = clang_getCanonicalType(clang_getPointeeType(type));
	return record->kind == CXType_Record;
}

static void add_flow(struct walk *walk, CXCursor cursor, const struct raw_flow *flow)
{
	struct raw_flow *copy = model_alloc(walk->parser->model, sizeof(*copy));

	*copy = *flow;
	copy->in = walk->function;
	copy->at = location_of(walk->parser, cursor);
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
static struct raw_pointer *pointer_of(struct walk *walk, CXCursor declaration)
{
	struct raw_pointer *pointer;
	CXString spelling;
	int param;

	if (!is_raw_pointer(clang_getCursorType(declaration)))
		return NULL;
	if (clang_getCursorKind(declaration) == CXCursor_ParmDecl) {
		spelling = clang_getCursorSpelling(declaration);
		param = param_index(walk, clang_getCString(spelling));
		clang_disposeString(spelling);
		return param >= 0 ? own_pointer(walk, param) : NULL;
	}
	if (clang_getCursorKind(declaration) != CXCursor_VarDecl || is_global_variable(declaration))
		return NULL;
	pointer = g_hash_table_lookup(walk->parser->raw_locals, declaration.data[0]);
	if (!pointer) {
		pointer = pointer_new(walk, RAW_LOCAL);
		g_hash_table_insert(walk->parser->raw_locals, (gpointer)declaration.data[0],
				    pointer);
	}
	return pointer;
}

/* What an lvalue is a part of by value: the variable, if there is no pointer between. */
static bool variable_behind(CXCursor lvalue, CXCursor *declaration)
{
	CXCursor base = strip(lvalue, false);

	for (;;) {
		switch (clang_getCursorKind(base)) {
		case CXCursor_DeclRefExpr:
			*declaration = clang_getCursorReferenced(base);
			return clang_getCursorKind(*declaration) == CXCursor_VarDecl ||
			       clang_getCursorKind(*declaration) == CXCursor_ParmDecl;
		case CXCursor_MemberRefExpr:
		case CXCursor_ArraySubscriptExpr:
			if (!child_at(base, 0, &base))
				return false;
			if (type_kind(base) == CXType_Pointer && !is_array(strip(base, false)))
				return false;
			base = strip(base, false);
			break;
		default:
			return false;
		}
	}
}

/* The parameter of the function that an expression is, or -1. */
static int parameter_behind(struct walk *walk, CXCursor cursor)
{
	CXCursor plain = strip(cursor, true), declaration;
	CXString spelling;
	int param;

	if (clang_getCursorKind(plain) != CXCursor_DeclRefExpr)
		return -1;
	declaration = clang_getCursorReferenced(plain);
	if (clang_getCursorKind(declaration) != CXCursor_ParmDecl)
		return -1;
	spelling = clang_getCursorSpelling(declaration);
	param = param_index(walk, clang_getCString(spelling));
	clang_disposeString(spelling);
	return param;
}

/* A pointer to a record, or an array of them: @lvalue is what it is the address of. */
static void from_record(struct walk *walk, CXCursor cursor, const CXCursor *lvalue,
			CXType record, struct raw_flow flow)
{
	CXCursor declaration;

	/* A local variable is no business of anybody else. */
	if (lvalue && variable_behind(*lvalue, &declaration)) {
		if (!is_global_variable(declaration))
			return;
		if (clang_getCursorKind(strip(*lvalue, false)) == CXCursor_DeclRefExpr)
			flow.global = global_of(walk->parser, declaration);
	}
	record = clang_getUnqualifiedType(record);
	flow.record = record_of(walk->parser, record);
	flow.inside = lvalue != NULL;
	flow.param = parameter_behind(walk, cursor);
	if (flow.record == flow.as)
		return;
	record_fill(walk->parser, flow.record, record);
	add_flow(walk, cursor, &flow);
}

/* Bytes that p + i adds, or -1: not known. */
static int64_t constant_offset(CXCursor sum, CXCursor addend)
{
	CXType pointee = clang_getPointeeType(clang_getCanonicalType(clang_getCursorType(sum)));
	long long size = clang_Type_getSizeOf(pointee);
	CXEvalResult result = clang_Cursor_Evaluate(addend);
	int64_t offset = -1;

	if (result && clang_EvalResult_getKind(result) == CXEval_Int)
		offset = clang_EvalResult_getAsLongLong(result) * MAX(size, 1);
	if (result)
		clang_EvalResult_dispose(result);
	return offset;
}

struct origin {
	struct walk *walk;
	struct raw_flow flow;
	int64_t offset;		/* at least so many bytes behind where it came from */
};

static void trace(const struct origin *origin, CXCursor cursor);

static void trace_binary(const struct origin *origin, CXCursor cursor)
{
	enum CXBinaryOperatorKind operator = clang_getCursorBinaryOperatorKind(cursor);
	struct origin moved = *origin;
	CXCursor left, right;
	int64_t offset;

	if (!child_at(cursor, 0, &left) || !child_at(cursor, 1, &right))
		return;
	if (operator == CXBinaryOperator_Comma) {
		trace(origin, right);
	} else if (operator == CXBinaryOperator_Assign) {
		trace(origin, left);
	} else if (operator == CXBinaryOperator_Add || operator == CXBinaryOperator_Sub) {
		if (type_kind(left) != CXType_Pointer) {
			trace(origin, right);
			return;
		}
		offset = constant_offset(cursor, right);
		if (offset > 0 && operator == CXBinaryOperator_Add)
			moved.offset += offset;
		else if (offset > 0)
			moved.flow.back += offset;
		trace(&moved, left);
	}
}

static void trace_address(const struct origin *origin, CXCursor operand)
{
	CXCursor inner = strip(operand, false), base;

	if (clang_getCursorKind(inner) == CXCursor_UnaryOperator &&
	    clang_getCursorUnaryOperatorKind(inner) == CXUnaryOperator_Deref &&
	    child_at(inner, 0, &base))
		trace(origin, base);
	else if (clang_getCursorKind(inner) == CXCursor_ArraySubscriptExpr &&
		 child_at(inner, 0, &base) && !is_array(strip(base, false)))
		trace(origin, base);
}

static void trace_unary(const struct origin *origin, CXCursor cursor)
{
	CXCursor operand;

	if (!child_at(cursor, 0, &operand))
		return;
	switch (clang_getCursorUnaryOperatorKind(cursor)) {
	case CXUnaryOperator_AddrOf:
		trace_address(origin, operand);
		break;
	case CXUnaryOperator_PreInc:
	case CXUnaryOperator_PreDec:
	case CXUnaryOperator_PostInc:
	case CXUnaryOperator_PostDec:
	case CXUnaryOperator_Extension:
		trace(origin, operand);
		break;
	default:
		break;
	}
}

/* A name, a member, or an element of either. */
static void trace_lvalue(const struct origin *origin, CXCursor cursor)
{
	struct raw_flow flow = origin->flow;
	CXCursor base = cursor;

	while (clang_getCursorKind(base) == CXCursor_ArraySubscriptExpr) {
		if (!child_at(base, 0, &base))
			return;
		base = strip(base, false);
	}
	if (clang_getCursorKind(base) == CXCursor_MemberRefExpr)
		flow.field = field_of(origin->walk->parser, clang_getCursorReferenced(base));
	else if (clang_getCursorKind(base) == CXCursor_DeclRefExpr &&
		 is_global_variable(clang_getCursorReferenced(base)))
		flow.value = global_of(origin->walk->parser, clang_getCursorReferenced(base));
	else if (!is_raw_pointer(clang_getCursorType(cursor)))
		return;
	else if (clang_getCursorKind(cursor) == CXCursor_DeclRefExpr)
		flow.pointer = pointer_of(origin->walk, clang_getCursorReferenced(cursor));
	if (flow.field || flow.pointer || flow.value)
		add_flow(origin->walk, cursor, &flow);
}

static void trace_call(const struct origin *origin, CXCursor cursor)
{
	struct raw_flow flow = origin->flow;

	flow.result = g_hash_table_lookup(origin->walk->parser->raw_calls, cursor.data[1]);
	if (flow.result)
		add_flow(origin->walk, cursor, &flow);
}

/* Everything that the value of a pointer can be. */
static void trace(const struct origin *origin, CXCursor cursor)
{
	CXCursor plain = strip(cursor, false), child;
	enum CXCursorKind kind = clang_getCursorKind(plain);
	CXType type = clang_getCanonicalType(clang_getCursorType(plain)), record;
	bool array = is_array(plain);

	if (array)
		record = clang_getCanonicalType(clang_getArrayElementType(type));
	while (array && clang_getArrayElementType(record).kind != CXType_Invalid)
		record = clang_getCanonicalType(clang_getArrayElementType(record));
	if (array ? record.kind == CXType_Record : pointed_record(type, &record)) {
		bool address = kind == CXCursor_UnaryOperator && child_at(plain, 0, &child) &&
			clang_getCursorUnaryOperatorKind(plain) == CXUnaryOperator_AddrOf;
		struct raw_flow flow = origin->flow;
		CXCursor addend;

		/* Behind the end of it is another object: a private area. */
		flow.behind = origin->offset &&
			      origin->offset >= clang_Type_getSizeOf(record);
		if (kind == CXCursor_BinaryOperator && child_at(plain, 1, &addend) &&
		    clang_getCursorBinaryOperatorKind(plain) == CXBinaryOperator_Add &&
		    constant_offset(plain, addend) > 0)
			flow.behind = true;
		from_record(origin->walk, cursor, array ? &plain : address ? &child : NULL,
			    record, flow);
		return;
	}
	switch (kind) {
	case CXCursor_CStyleCastExpr:
	case CXCursor_CompoundAssignOperator:
		if (child_at(plain, kind == CXCursor_CStyleCastExpr ? -1 : 0, &child))
			trace(origin, child);
		break;
	case CXCursor_DeclRefExpr:
	case CXCursor_MemberRefExpr:
	case CXCursor_ArraySubscriptExpr:
		if (is_raw_pointer(type) || is_address_sized(type))
			trace_lvalue(origin, plain);
		break;
	case CXCursor_UnaryOperator:
		trace_unary(origin, plain);
		break;
	case CXCursor_BinaryOperator:
		trace_binary(origin, plain);
		break;
	case CXCursor_ConditionalOperator:
		if (child_at(plain, -2, &child))
			trace(origin, child);
		if (child_at(plain, -1, &child))
			trace(origin, child);
		break;
	case CXCursor_StmtExpr:
		if (child_at(plain, 0, &child) && child_at(child, -1, &child))
			trace(origin, child);
		break;
	case CXCursor_CallExpr:
		trace_call(origin, plain);
		break;
	default:
		break;
	}
}

void raw_flow(struct walk *walk, CXCursor value, struct raw_flow flow)
{
	struct origin origin = { .walk = walk, .flow = flow };

	if (walk->function)
		trace(&origin, value);
}

void raw_use(struct walk *walk, CXCursor value, unsigned int modes)
{
	modes &= ACCESS_READ | ACCESS_WRITE;
	if (modes)
		raw_flow(walk, value, (struct raw_flow){ .modes = modes });
}

void raw_into_variable(struct walk *walk, CXCursor value, CXCursor declaration)
{
	struct raw_pointer *pointer = walk->function ? pointer_of(walk, declaration) : NULL;

	if (pointer)
		raw_flow(walk, value, (struct raw_flow){ .to = pointer });
}

/* Set to what a call returns, or to nothing; anything else is not known to callers. */
static void note_source(struct walk *walk, CXCursor value, struct field *field)
{
	CXCursor plain = strip(value, true);
	struct call *call;

	if (clang_getCursorKind(plain) == CXCursor_IntegerLiteral)
		return;
	call = clang_getCursorKind(plain) != CXCursor_CallExpr ? NULL :
		g_hash_table_lookup(walk->parser->raw_calls, plain.data[1]);
	if (call)
		call->assigned_field = field;
	else
		field->otherwise_set = true;
}

/*
 * Whoever takes a u8 * from there does not know of which record it is a part. A
 * void * is not for use as it is: what it is taken for shows where it is taken.
 */
void raw_into_field(struct walk *walk, CXCursor value, CXType type, struct field *field)
{
	CXType pointee = clang_getCanonicalType(clang_getPointeeType(clang_getCanonicalType(type)));

	if (!is_raw_pointer(type))
		return;
	if (field)
		note_source(walk, value, field);
	if (pointee.kind != CXType_Void)
		raw_use(walk, value, clang_isConstQualifiedType(pointee) ? ACCESS_READ :
			ACCESS_READ | ACCESS_WRITE);
}

void raw_into_lvalue(struct walk *walk, CXCursor value, CXCursor lvalue)
{
	CXCursor plain = strip(lvalue, false);

	if (!is_raw_pointer(clang_getCursorType(plain)))
		return;
	if (clang_getCursorKind(plain) == CXCursor_DeclRefExpr &&
	    !is_global_variable(clang_getCursorReferenced(plain)))
		raw_into_variable(walk, value, clang_getCursorReferenced(plain));
	else
		raw_into_field(walk, value, clang_getCursorType(plain),
			       field_behind(walk, plain));
}

void raw_into_result(struct walk *walk, CXCursor value)
{
	if (walk->function && is_raw_pointer(clang_getCursorType(value)))
		raw_flow(walk, value,
			 (struct raw_flow){ .to = own_pointer(walk, RAW_RESULT) });
}

void raw_into_argument(struct walk *walk, CXCursor value, struct call *call, unsigned int arg)
{
	struct raw_flow flow = { .call = call, .arg = arg };

	/* The target of a pointer may do anything. */
	if (call->kind != CALL_DIRECT)
		flow = (struct raw_flow){ .modes = ACCESS_READ | ACCESS_WRITE };
	if (is_raw_pointer(clang_getCursorType(value)))
		raw_flow(walk, value, flow);
}

void raw_conversion(struct walk *walk, CXCursor cursor, CXCursor value)
{
	CXType to, from;
	struct raw_flow flow = { 0 };

	if (!walk->function || !pointed_record(clang_getCursorType(cursor), &to))
		return;
	if (pointed_record(clang_getCursorType(value), &from) &&
	    clang_equalTypes(clang_getUnqualifiedType(from), clang_getUnqualifiedType(to)))
		return;
	flow.modes = clang_isConstQualifiedType(to) ? ACCESS_READ : ACCESS_READ | ACCESS_WRITE;
	flow.as = record_of(walk->parser, to);
	raw_flow(walk, value, flow);
}

void raw_remember_call(struct walk *walk, CXCursor cursor, struct call *call)
{
	if (is_raw_pointer(clang_getCursorType(cursor)))
		g_hash_table_insert(walk->parser->raw_calls, (gpointer)cursor.data[1], call);
}
