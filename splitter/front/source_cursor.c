// SPDX-License-Identifier: GPL-2.0-or-later
/* Small questions about cursors: children, casts, constants. */
#include "source_clang.h"

static enum CXChildVisitResult collect(CXCursor cursor, CXCursor parent, CXClientData data)
{
	g_array_append_val((GArray *)data, cursor);
	return CXChildVisit_Continue;
}

struct children children_of(CXCursor cursor)
{
	struct children children = { g_array_new(FALSE, FALSE, sizeof(CXCursor)) };

	clang_visitChildren(cursor, collect, children.cursors);
	return children;
}

void children_clear(struct children *children)
{
	g_array_unref(children->cursors);
}

bool child_at(CXCursor cursor, int index, CXCursor *child)
{
	struct children children = children_of(cursor);
	int count = children.cursors->len, at = index < 0 ? count + index : index;
	bool found = at >= 0 && at < count;

	if (found)
		*child = CHILD(children, at);
	children_clear(&children);
	return found;
}

/*
 * libclang has one kind for implicit casts and for all it has no kind for; a cast
 * spans the same text as what it converts.
 */
bool is_implicit(CXCursor cursor, CXCursor child)
{
	return clang_equalRanges(clang_getCursorExtent(cursor), clang_getCursorExtent(child));
}

/* Without parentheses and implicit casts; without explicit casts too if @casts. */
CXCursor strip(CXCursor cursor, bool casts)
{
	for (;;) {
		enum CXCursorKind kind = clang_getCursorKind(cursor);
		struct children children;
		bool single;

		if (kind != CXCursor_ParenExpr && kind != CXCursor_UnexposedExpr &&
		    !(casts && kind == CXCursor_CStyleCastExpr))
			return cursor;
		children = children_of(cursor);
		single = (children.cursors->len == 1 &&
			  (kind != CXCursor_UnexposedExpr ||
			   is_implicit(cursor, CHILD(children, 0)))) ||
			 (kind == CXCursor_CStyleCastExpr && children.cursors->len);
		if (single)
			cursor = CHILD(children, children.cursors->len - 1);
		children_clear(&children);
		if (!single)
			return cursor;
	}
}

enum CXTypeKind type_kind(CXCursor cursor)
{
	return clang_getCanonicalType(clang_getCursorType(cursor)).kind;
}

bool is_array(CXCursor cursor)
{
	enum CXTypeKind kind = type_kind(cursor);

	return kind == CXType_ConstantArray || kind == CXType_IncompleteArray ||
	       kind == CXType_VariableArray;
}

static bool has_call(CXCursor cursor)
{
	struct children children = children_of(cursor);
	bool found = clang_getCursorKind(cursor) == CXCursor_CallExpr;
	guint i;

	for (i = 0; i < children.cursors->len && !found; i++)
		found = has_call(CHILD(children, i));
	children_clear(&children);
	return found;
}

/*
 * The value of a condition that every compiler folds to a constant, or -1. Calls
 * are left out: __builtin_constant_p() depends on the optimiser.
 */
int constant_value(CXCursor condition)
{
	CXEvalResult result = has_call(condition) ? NULL : clang_Cursor_Evaluate(condition);
	int value = -1;

	if (result && clang_EvalResult_getKind(result) == CXEval_Int)
		value = clang_EvalResult_getAsLongLong(result) != 0;
	if (result)
		clang_EvalResult_dispose(result);
	return value;
}
