// SPDX-License-Identifier: GPL-2.0-or-later
/* The walk over statements: bodies of functions, and initialisers. */
#include "source_clang.h"

static const struct flow flow_discard;
static const struct flow flow_read = { .modes = ACCESS_READ };
static const struct flow flow_update = { .modes = ACCESS_READ | ACCESS_WRITE };
static const struct flow flow_test = { .modes = ACCESS_READ, .tested = true };

/* Outputs are bare lvalues, inputs have been read by an implicit cast. */
static void walk_asm(struct walk *walk, CXCursor cursor)
{
	struct children children = children_of(cursor);
	guint i;

	for (i = 0; i < children.cursors->len; i++) {
		CXCursor operand = CHILD(children, i);
		bool bare = clang_getCursorKind(strip(operand, false)) ==
			    clang_getCursorKind(operand);

		walk_expr(walk, operand, bare ? flow_update : flow_read);
	}
	children_clear(&children);
}

static void walk_variable(struct walk *walk, CXCursor cursor)
{
	CXCursor initialiser = clang_Cursor_getVarDeclInitializer(cursor);
	struct function *function = walk->function;
	struct flow flow = flow_read;
	CXType type = clang_getCursorType(cursor);
	struct place place = { 0 };

	if (is_global_variable(cursor)) {
		struct global *global = global_of(walk->parser, cursor);

		if (clang_getCursorLinkage(cursor) != CXLinkage_External && !global->scope) {
			global->scope = function;
			g_ptr_array_add(function->statics, global);
		}
		flow.global = global;
		place.kind = PLACE_GLOBAL;
		place.global = global;
	} else {
		place.kind = PLACE_LOCAL;
		place.local = parameter_new(walk->parser, cursor, "");
		g_ptr_array_add(function->locals, place.local);
		g_hash_table_insert(walk->parser->locals, (gpointer)cursor.data[0], place.local);
	}
	if (is_null_cursor(initialiser))
		return;
	flow.into = type_of(walk->parser, type);
	flow = flow_to(flow, &place, flow.into);
	if (clang_getCursorKind(initialiser) == CXCursor_InitListExpr)
		walk_list(walk, initialiser, type, flow);
	else
		walk_expr(walk, initialiser, flow);
	if (!flow.global) {
		raw_into_variable(walk, initialiser, cursor);
		store_initial(walk, cursor, initialiser);
	}
}

/* Children of a statement: @last flows out of the last one (of a statement expression). */
static void walk_children(struct walk *walk, CXCursor cursor, struct flow first, struct flow last)
{
	struct children children = children_of(cursor);
	guint i;

	for (i = 0; i < children.cursors->len; i++)
		walk_statement(walk, CHILD(children, i),
			       i + 1 == children.cursors->len ? last : i ? flow_discard : first);
	children_clear(&children);
}

static bool has_label(CXCursor cursor)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	struct children children = children_of(cursor);
	bool found = kind == CXCursor_LabelStmt || kind == CXCursor_CaseStmt ||
		     kind == CXCursor_DefaultStmt;
	guint i;

	for (i = 0; i < children.cursors->len && !found; i++)
		found = has_label(CHILD(children, i));
	children_clear(&children);
	return found;
}

static bool is_logical(CXCursor condition, enum CXBinaryOperatorKind operator)
{
	CXCursor plain = strip(condition, false);

	return clang_getCursorKind(plain) == CXCursor_BinaryOperator &&
	       clang_getCursorBinaryOperatorKind(plain) == operator;
}

/* if (IS_ENABLED(CONFIG_X)) and the like: a branch that nothing can enter is left out. */
static void walk_if(struct walk *walk, CXCursor cursor)
{
	struct children children = children_of(cursor);
	g_autoptr(GPtrArray) seen = g_ptr_array_new();
	int value = -1;
	guint i;

	if (children.cursors->len > 1)
		value = constant_value(CHILD(children, 0));
	for (i = 0; i < children.cursors->len; i++) {
		CXCursor child = CHILD(children, i);

		if (!i) {
			store_look(walk, seen);
			walk_statement(walk, child, flow_test);
			store_look(walk, NULL);
			store_mark(walk, seen, !is_logical(child, CXBinaryOperator_LOr));
		} else if (value < 0 || (i == 1) == value || has_label(child)) {
			walk_statement(walk, child, flow_discard);
		}
	}
	/* if (!p) return; */
	store_mark(walk, seen, children.cursors->len == 2 && never_ends(CHILD(children, 1)) &&
		   !is_logical(CHILD(children, 0), CXBinaryOperator_LAnd));
	children_clear(&children);
}

static void walk_kind(struct walk *walk, CXCursor cursor, struct flow last)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	struct place returned = { .kind = PLACE_RESULT, .function = walk->function };
	struct flow result = flow_read;
	CXCursor value;

	switch (kind) {
	case CXCursor_CompoundStmt:
		walk_children(walk, cursor, flow_discard, last);
		break;
	case CXCursor_DeclStmt:
		walk_children(walk, cursor, flow_discard, flow_discard);
		break;
	case CXCursor_VarDecl:
		walk_variable(walk, cursor);
		break;
	case CXCursor_IfStmt:
		walk_if(walk, cursor);
		break;
	case CXCursor_SwitchStmt:
	case CXCursor_WhileStmt:
		walk_children(walk, cursor, flow_test, flow_discard);
		break;
	case CXCursor_DoStmt:
		walk_children(walk, cursor, flow_discard, flow_test);
		break;
	case CXCursor_ForStmt:
		walk_children(walk, cursor, flow_read, flow_discard);
		break;
	case CXCursor_CaseStmt:
	case CXCursor_DefaultStmt:
	case CXCursor_LabelStmt:
		walk_children(walk, cursor, flow_discard, last);
		break;
	case CXCursor_ReturnStmt:
		if (walk->function && walk->function->type) {
			result.into = walk->function->type->elem;
			result = flow_to(result, &returned, result.into);
		}
		walk_children(walk, cursor, result, result);
		if (child_at(cursor, 0, &value)) {
			raw_into_result(walk, value);
			store_returned(walk, value);
		}
		break;
	case CXCursor_GCCAsmStmt:
		walk_asm(walk, cursor);
		break;
	case CXCursor_StaticAssert:
		break;
	default:
		walk->statement = cursor;
		if (clang_isExpression(kind))
			walk_expr(walk, cursor, last);
		else if (clang_isStatement(kind))
			walk_children(walk, cursor, flow_discard, flow_discard);
	}
}

/* Is what stands in it done once, whenever the statement is reached? */
static bool is_straight(enum CXCursorKind kind)
{
	return clang_isExpression(kind) || kind == CXCursor_CompoundStmt ||
	       kind == CXCursor_DeclStmt || kind == CXCursor_VarDecl ||
	       kind == CXCursor_ReturnStmt;
}

void walk_statement(struct walk *walk, CXCursor cursor, struct flow last)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	bool nests = !is_straight(kind);

	walk->nested += nests;
	walk_kind(walk, cursor, last);
	walk->nested -= nests;
	walk->left |= kind == CXCursor_ReturnStmt || kind == CXCursor_GotoStmt ||
		      kind == CXCursor_LabelStmt || kind == CXCursor_GCCAsmStmt;
}

void walk_body(struct parser *parser, struct function *function, CXCursor body)
{
	struct walk walk = { .parser = parser, .function = function };

	walk_statement(&walk, body, flow_discard);
}

void walk_initialiser(struct parser *parser, struct function *function, struct global *global,
		      CXCursor initialiser, CXType type)
{
	struct walk walk = { .parser = parser, .function = function };
	struct flow flow = { .modes = ACCESS_READ, .global = global };
	struct place place = { .kind = PLACE_GLOBAL, .global = global };

	flow = flow_to(flow, &place, type_of(parser, type));
	if (clang_getCursorKind(initialiser) == CXCursor_InitListExpr)
		walk_list(&walk, initialiser, type, flow);
	else
		walk_expr(&walk, initialiser, flow);
}
