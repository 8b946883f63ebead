// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Pointers that are stored: in fields, globals and locals, or returned, in source
 * order, and where the code looks at a local first. From these wire_store.c tells
 * what a field may be set to.
 */
#include "source_clang.h"

static bool is_pointer(CXType type)
{
	return clang_getCanonicalType(type).kind == CXType_Pointer;
}

static struct store *store_new(struct walk *walk, enum store_kind kind)
{
	struct store *store = model_alloc(walk->parser->model, sizeof(*store));

	store->kind = kind;
	g_ptr_array_add(walk->function->stores, store);
	return store;
}

static struct field *field_read(struct walk *walk, CXCursor pointer)
{
	CXCursor plain = strip(pointer, true);

	return clang_getCursorKind(plain) == CXCursor_MemberRefExpr &&
	       is_pointer(clang_getCursorType(plain)) ?
		field_of(walk->parser, clang_getCursorReferenced(plain)) : NULL;
}

/* @pointer and @index elements: how far behind what it points at. */
static void offset_value(struct walk *walk, struct argument *value, CXCursor pointer,
			 CXCursor index)
{
	CXType elem = clang_getPointeeType(clang_getCanonicalType(clang_getCursorType(pointer)));
	long long size = clang_getCanonicalType(elem).kind == CXType_Void ? 1 :
		clang_Type_getSizeOf(elem);
	CXEvalResult result = clang_Cursor_Evaluate(index);

	value->kind = ARG_OFFSET;
	value->value = -1;
	value->field = field_read(walk, pointer);
	if (result && clang_EvalResult_getKind(result) == CXEval_Int && size > 0 &&
	    clang_EvalResult_getAsInt(result) >= 0)
		value->value = clang_EvalResult_getAsLongLong(result) * size;
	if (result)
		clang_EvalResult_dispose(result);
}

/* &p[n], p + n */
static bool is_offset(struct walk *walk, struct argument *value, CXCursor plain)
{
	CXCursor left, right;
	bool back;

	if (clang_getCursorKind(plain) == CXCursor_UnaryOperator) {
		if (clang_getCursorUnaryOperatorKind(plain) != CXUnaryOperator_AddrOf ||
		    !child_at(plain, 0, &plain))
			return false;
		plain = strip(plain, false);
		if (clang_getCursorKind(plain) != CXCursor_ArraySubscriptExpr)
			return false;
	} else if (clang_getCursorKind(plain) != CXCursor_BinaryOperator ||
		   (clang_getCursorBinaryOperatorKind(plain) != CXBinaryOperator_Add &&
		    clang_getCursorBinaryOperatorKind(plain) != CXBinaryOperator_Sub)) {
		return false;
	}
	back = clang_getCursorBinaryOperatorKind(plain) == CXBinaryOperator_Sub;
	if (!child_at(plain, 0, &left) || !child_at(plain, 1, &right) ||
	    is_array(strip(left, false)) || !is_pointer(clang_getCursorType(left)))
		return false;
	offset_value(walk, value, left, right);
	if (back)
		value->value = -1;
	return true;
}

/* @value has been walked: if it is a call, that was the last one to end. */
static struct argument *value_of(struct walk *walk, CXCursor cursor)
{
	CXCursor plain = strip(cursor, true), last;
	struct argument *value;

	/* container_of() and the like: the value of the last statement */
	while (clang_getCursorKind(plain) == CXCursor_StmtExpr && child_at(plain, 0, &last) &&
	       child_at(last, -1, &last))
		plain = strip(last, true);
	if (clang_getCursorKind(plain) != CXCursor_CallExpr) {
		value = argument_plain(walk, plain);
		is_offset(walk, value, plain);
		return value;
	}
	value = model_alloc(walk->parser->model, sizeof(*value));
	value->bare = type_of(walk->parser, clang_getCursorType(plain));
	value->kind = walk->last_call ? ARG_CALL : ARG_OTHER;
	value->call = walk->last_call;
	return value;
}

/* @left = @right, both walked. */
void store_assigned(struct walk *walk, CXCursor left, CXCursor right)
{
	CXCursor plain = strip(left, false), base;
	struct store *store;

	if (!walk->function || !is_pointer(clang_getCursorType(left)))
		return;
	while (clang_getCursorKind(plain) == CXCursor_ArraySubscriptExpr &&
	       child_at(plain, 0, &base))
		plain = strip(base, false);
	if (clang_getCursorKind(plain) == CXCursor_MemberRefExpr) {
		struct field *field = field_of(walk->parser, clang_getCursorReferenced(plain));

		if (!field)
			return;
		store = store_new(walk, STORE_FIELD);
		store->field = field;
	} else if (clang_getCursorKind(plain) == CXCursor_DeclRefExpr) {
		CXCursor declaration = clang_getCursorReferenced(plain);
		bool global = is_global_variable(declaration);

		store = store_new(walk, global ? STORE_GLOBAL : STORE_LOCAL);
		if (global)
			store->global = global_of(walk->parser, declaration);
		else
			store->local = take_string(walk->parser,
						   clang_getCursorSpelling(declaration));
	} else {
		return;
	}
	store->at = location_of(walk->parser, strip(left, false));
	store->value = value_of(walk, right);
}

/* The initialiser of a local, walked. */
void store_initial(struct walk *walk, CXCursor variable, CXCursor value)
{
	struct store *store;

	if (!walk->function || !is_pointer(clang_getCursorType(variable)))
		return;
	store = store_new(walk, STORE_LOCAL);
	store->local = take_string(walk->parser, clang_getCursorSpelling(variable));
	store->value = value_of(walk, value);
}

void store_returned(struct walk *walk, CXCursor value)
{
	if (walk->function && is_pointer(clang_getCursorType(value)))
		store_new(walk, STORE_RETURN)->value = value_of(walk, value);
}

/* A condition is about to be walked: note the locals in it. */
void store_look(struct walk *walk, GPtrArray *seen)
{
	walk->looked_at = seen;
}

/* A local, by name, in an expression. */
void store_seen(struct walk *walk, CXCursor declaration)
{
	if (walk->looked_at && is_pointer(clang_getCursorType(declaration)))
		g_ptr_array_add(walk->looked_at,
				(gpointer)take_string(walk->parser,
						      clang_getCursorSpelling(declaration)));
}

void store_mark(struct walk *walk, GPtrArray *locals, bool valid)
{
	for (guint i = 0; walk->function && i < locals->len; i++)
		store_new(walk, valid ? STORE_VALID : STORE_UNKNOWN)->local = locals->pdata[i];
}

/* Does control never come out at the end of the statement? */
bool never_ends(CXCursor statement)
{
	enum CXCursorKind kind = clang_getCursorKind(statement);
	CXCursor last;

	while (kind == CXCursor_CompoundStmt && child_at(statement, -1, &last)) {
		statement = last;
		kind = clang_getCursorKind(statement);
	}
	return kind == CXCursor_ReturnStmt || kind == CXCursor_GotoStmt ||
	       kind == CXCursor_BreakStmt || kind == CXCursor_ContinueStmt;
}
