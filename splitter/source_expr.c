// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A walk over function bodies and initialisers that records which fields and
 * globals are used and how, and where functions are used as values. Every
 * expression is walked with what becomes of its value (struct flow).
 */
#include <string.h>

#include "source_clang.h"

static const struct flow flow_discard;
static const struct flow flow_read = { .modes = ACCESS_READ };
static const struct flow flow_update = { .modes = ACCESS_READ | ACCESS_WRITE };

static void walk_statement(struct walk *walk, CXCursor cursor, struct flow last);

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

static bool child_at(CXCursor cursor, int index, CXCursor *child)
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
static bool is_implicit(CXCursor cursor, CXCursor child)
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

static enum CXTypeKind type_kind(CXCursor cursor)
{
	return clang_getCanonicalType(clang_getCursorType(cursor)).kind;
}

static bool is_array(CXCursor cursor)
{
	enum CXTypeKind kind = type_kind(cursor);

	return kind == CXType_ConstantArray || kind == CXType_IncompleteArray ||
	       kind == CXType_VariableArray;
}

static void add_access(struct walk *walk, CXCursor cursor, struct record *base, GPtrArray *path,
		       unsigned int modes, struct global *global, bool local)
{
	struct access *access;

	if (!walk->function || !modes || !base || !path->len)
		return;
	access = model_alloc(walk->parser->model, sizeof(*access));
	access->base = base;
	access->path = model_array(walk->parser->model);
	g_ptr_array_extend(access->path, path, NULL, NULL);
	access->modes = modes;
	access->at = location_of(walk->parser, cursor);
	access->in = walk->function;
	access->global = global;
	access->local = local;
	g_ptr_array_add(walk->function->accesses, access);
}

/* A record used as a whole, through a pointer: all its fields. */
static void add_whole(struct walk *walk, CXCursor cursor, unsigned int modes)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
	GPtrArray *path;
	struct record *record;
	guint i;

	if (type.kind != CXType_Record || !(modes & (ACCESS_READ | ACCESS_WRITE)))
		return;
	record = record_of(walk->parser, type);
	record_fill(walk->parser, record, type);
	path = g_ptr_array_new();
	g_ptr_array_set_size(path, 1);
	for (i = 0; i < record->fields->len; i++) {
		path->pdata[0] = record->fields->pdata[i];
		add_access(walk, cursor, record, path, modes, NULL, false);
	}
	g_ptr_array_unref(path);
}

static void use_global(struct walk *walk, CXCursor cursor, struct global *global,
		       unsigned int modes)
{
	struct function *function = walk->function;
	struct global_use *use;

	if (!function || !modes)
		return;
	use = model_alloc(walk->parser->model, sizeof(*use));
	use->global = global;
	use->modes = modes;
	use->at = location_of(walk->parser, cursor);
	g_ptr_array_add(function->globals, use);
}

static bool is_global_variable(CXCursor declaration)
{
	return clang_getCursorKind(declaration) == CXCursor_VarDecl &&
	       clang_Cursor_hasVarDeclGlobalStorage(declaration) == 1;
}

static void refer(struct walk *walk, CXCursor cursor, CXCursor declaration, struct flow flow)
{
	struct function *target = function_of(walk->parser, declaration);
	struct reference *reference;

	if (g_str_has_prefix(target->name, "__builtin_"))
		return;
	reference = model_alloc(walk->parser->model, sizeof(*reference));
	reference->target = target;
	reference->at = location_of(walk->parser, cursor);
	reference->in = walk->function;
	reference->global = flow.global;
	reference->kind = REF_OTHER;
	if (flow.slot) {
		reference->kind = REF_SLOT;
		reference->field = flow.slot;
	} else if (flow.call) {
		reference->kind = REF_ARGUMENT;
		reference->call = flow.call;
		reference->arg = flow.arg;
	}
	g_ptr_array_add(target->references, reference);
	if (flow.global)
		g_ptr_array_add(flow.global->slots, reference);
}

/* A name: of a function, a global, or something local. */
static void walk_name(struct walk *walk, CXCursor cursor, struct flow flow)
{
	CXCursor declaration = clang_getCursorReferenced(cursor);

	if (clang_getCursorKind(declaration) == CXCursor_FunctionDecl) {
		if (flow.modes)
			refer(walk, cursor, declaration, flow);
	} else if (is_global_variable(declaration)) {
		use_global(walk, cursor, global_of(walk->parser, declaration), flow.modes);
	}
}

/*
 * Where the chain of members in @path (innermost last) starts. @cursor is what the
 * first member was taken of, @owner the record of that member.
 */
static void walk_base(struct walk *walk, CXCursor cursor, struct record *owner, GPtrArray *path,
		      unsigned int modes, CXCursor whole)
{
	CXCursor plain = strip(cursor, false), child, declaration;

	if (clang_getCursorKind(plain) == CXCursor_DeclRefExpr) {
		declaration = clang_getCursorReferenced(plain);
		if (is_global_variable(declaration)) {
			struct global *global = global_of(walk->parser, declaration);

			use_global(walk, cursor, global, modes);
			add_access(walk, whole, owner, path, modes, global, false);
		} else {
			add_access(walk, whole, owner, path, modes, NULL, true);
		}
		return;
	}
	if (clang_getCursorKind(plain) == CXCursor_UnaryOperator &&
	    clang_getCursorUnaryOperatorKind(plain) == CXUnaryOperator_Deref &&
	    child_at(plain, 0, &child)) {
		add_access(walk, whole, owner, path, modes, NULL, false);
		walk_expr(walk, child, flow_read);
		return;
	}
	add_access(walk, whole, owner, path, modes, NULL, true);
	walk_expr(walk, plain, flow_read);
}

/*
 * Members of anonymous members: libclang does not show the steps between, which
 * are put before the path here. @from is the record that the source names.
 */
static bool add_anonymous(struct walk *walk, GPtrArray *path, struct record *from,
			  const struct record *owner)
{
	guint i;

	if (from == owner)
		return true;
	for (i = 0; i < from->fields->len; i++) {
		struct field *field = from->fields->pdata[i];

		if (*field->name || field->type->kind != TYPE_RECORD)
			continue;
		if (add_anonymous(walk, path, field->type->record, owner)) {
			g_ptr_array_insert(path, 0, field);
			return true;
		}
	}
	return false;
}

/* The record whose member an expression takes: its type, or what it points at. */
static struct record *record_behind(struct walk *walk, CXCursor base)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(base));
	struct record *record;

	if (type.kind == CXType_Pointer)
		type = clang_getCanonicalType(clang_getPointeeType(type));
	if (type.kind != CXType_Record)
		return NULL;
	record = record_of(walk->parser, type);
	record_fill(walk->parser, record, type);
	return record;
}

static struct field *add_member(struct walk *walk, GPtrArray *path, CXCursor cursor,
				CXCursor base)
{
	struct field *field = field_of(walk->parser, clang_getCursorReferenced(cursor));
	struct record *record = record_behind(walk, base);

	if (!field)
		return NULL;
	g_ptr_array_insert(path, 0, field);
	if (record && record != field->owner)
		add_anonymous(walk, path, record, field->owner);
	return path->pdata[0];
}

/* a.b->c[i].d and the like: one access per pointer that is followed. */
static void walk_lvalue(struct walk *walk, CXCursor cursor, struct flow flow)
{
	GPtrArray *path = g_ptr_array_new();
	CXCursor whole = cursor, base;
	struct field *first = NULL;

	for (;;) {
		enum CXCursorKind kind = clang_getCursorKind(cursor);

		if (kind == CXCursor_MemberRefExpr) {
			if (!child_at(cursor, 0, &base))
				break;
			first = add_member(walk, path, cursor, base);
			if (!first)
				break;
			if (type_kind(base) == CXType_Pointer) {
				add_access(walk, whole, first->owner, path, flow.modes, NULL,
					   false);
				walk_expr(walk, base, flow_read);
				break;
			}
		} else {	/* subscript */
			CXCursor index;

			if (!child_at(cursor, 0, &base) || !child_at(cursor, 1, &index))
				break;
			walk_expr(walk, index, flow_read);
			if (!is_array(strip(base, false))) {
				if (path->len)
					add_access(walk, whole, first->owner, path, flow.modes,
						   NULL, false);
				else
					add_whole(walk, whole, flow.modes);
				walk_expr(walk, base, flow_read);
				break;
			}
		}
		cursor = strip(base, false);
		kind = clang_getCursorKind(cursor);
		if (kind == CXCursor_MemberRefExpr || kind == CXCursor_ArraySubscriptExpr)
			continue;
		if (path->len)
			walk_base(walk, cursor, first->owner, path, flow.modes, whole);
		else
			walk_expr(walk, cursor, flow);
		break;
	}
	g_ptr_array_unref(path);
}

static struct field *field_behind(struct walk *walk, CXCursor cursor)
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

static void walk_binary(struct walk *walk, CXCursor cursor, struct flow flow)
{
	enum CXBinaryOperatorKind operator = clang_getCursorBinaryOperatorKind(cursor);
	CXCursor left, right;
	struct flow stored = flow_read;

	if (!child_at(cursor, 0, &left) || !child_at(cursor, 1, &right))
		return;
	if (operator == CXBinaryOperator_Assign) {
		stored.into = type_of(walk->parser, clang_getCursorType(left));
		stored.slot = field_behind(walk, left);
		walk_expr(walk, right, stored);
		walk_expr(walk, left, (struct flow){ .modes = ACCESS_WRITE });
	} else if (operator == CXBinaryOperator_Comma) {
		walk_expr(walk, left, flow_discard);
		walk_expr(walk, right, flow);
	} else {
		walk_expr(walk, left, flow_read);
		walk_expr(walk, right, flow_read);
	}
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
		add_whole(walk, cursor, flow.modes);
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
	default:
		walk_expr(walk, operand, flow_read);
	}
}

/* { .a = x, y, [3] = z }: @type says what the braces fill. */
static void walk_list(struct walk *walk, CXCursor cursor, CXType type, struct flow flow)
{
	struct children children = children_of(cursor);
	CXType canonical = clang_getCanonicalType(type), element = canonical;
	struct record *record = NULL;
	guint i, index = 0;

	if (canonical.kind == CXType_Record) {
		record = record_of(walk->parser, canonical);
		record_fill(walk->parser, record, canonical);
	} else if (canonical.kind == CXType_ConstantArray ||
		   canonical.kind == CXType_IncompleteArray) {
		element = clang_getArrayElementType(canonical);
	}
	for (i = 0; i < children.cursors->len; i++) {
		CXCursor value = CHILD(children, i), child;
		struct flow into = { .modes = ACCESS_READ, .global = flow.global };
		struct field *field = NULL;
		CXType value_type = element;

		if (record && clang_getCursorKind(value) == CXCursor_UnexposedExpr) {
			struct children parts = children_of(value);
			guint j;

			for (j = 0; j < parts.cursors->len; j++) {
				child = CHILD(parts, j);
				if (clang_getCursorKind(child) != CXCursor_MemberRef)
					continue;
				child = clang_getCursorReferenced(child);
				field = field_of(walk->parser, child);
				value_type = clang_getCursorType(child);
				if (field && field->owner == record &&
				    g_ptr_array_find(record->fields, field, &index))
					index++;
			}
			if (field && parts.cursors->len)
				value = CHILD(parts, parts.cursors->len - 1);
			children_clear(&parts);
		} else if (!record && clang_getCursorKind(value) == CXCursor_UnexposedExpr &&
			   clang_getCursorKind(strip(value, false)) == CXCursor_UnexposedExpr) {
			/* [index] = value */
			child_at(value, -1, &value);
		}
		if (record && !field && index < record->fields->len) {
			field = record->fields->pdata[index++];
			value_type = clang_getCursorType(value);
		}
		into.slot = field;
		if (into.slot && !(field->type->kind == TYPE_POINTER &&
				   field->type->elem->kind == TYPE_FUNCTION) &&
		    clang_getCursorKind(value) != CXCursor_InitListExpr)
			into.slot = field;
		into.into = field ? field->type : NULL;
		if (clang_getCursorKind(value) == CXCursor_InitListExpr)
			walk_list(walk, value, value_type, into);
		else
			walk_expr(walk, value, into);
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
static int constant_value(CXCursor condition)
{
	CXEvalResult result = has_call(condition) ? NULL : clang_Cursor_Evaluate(condition);
	int value = -1;

	if (result && clang_EvalResult_getKind(result) == CXEval_Int)
		value = clang_EvalResult_getAsLongLong(result) != 0;
	if (result)
		clang_EvalResult_dispose(result);
	return value;
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
		children_clear(&children);
		return;
	}
	children_clear(&children);
	walk_generic(walk, cursor, flow_read, 0);
}

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
			walk_expr(walk, CHILD(children, i), flow_read);
		else if (value < 0 || (i == 1) == value)
			walk_expr(walk, CHILD(children, i), flow);
	}
	children_clear(&children);
}

void walk_expr(struct walk *walk, CXCursor cursor, struct flow flow)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	CXCursor child;

	switch (kind) {
	case CXCursor_ParenExpr:
		if (child_at(cursor, 0, &child))
			walk_expr(walk, child, flow);
		break;
	case CXCursor_CStyleCastExpr:
		if (child_at(cursor, -1, &child))
			walk_expr(walk, child, flow);
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
	case CXCursor_CompoundLiteralExpr:
		if (child_at(cursor, -1, &child) &&
		    clang_getCursorKind(child) == CXCursor_InitListExpr)
			walk_list(walk, child, clang_getCursorType(cursor), flow);
		break;
	case CXCursor_InitListExpr:
		walk_list(walk, cursor, clang_getCursorType(cursor), flow);
		break;
	case CXCursor_GenericSelectionExpr:
		walk_generic(walk, cursor, flow, 1);
		break;
	case CXCursor_StmtExpr:
		if (child_at(cursor, 0, &child))
			walk_statement(walk, child, flow);
		break;
	case CXCursor_UnaryExpr:	/* sizeof: does not evaluate */
	case CXCursor_IntegerLiteral:
	case CXCursor_StringLiteral:
	case CXCursor_CharacterLiteral:
	case CXCursor_FloatingLiteral:
	case CXCursor_TypeRef:
	case CXCursor_MemberRef:
	case CXCursor_LabelRef:
	case CXCursor_AddrLabelExpr:
		break;
	default:
		if (clang_isExpression(kind))
			walk_generic(walk, cursor, flow_read, 0);
		else if (clang_isStatement(kind) || clang_isDeclaration(kind))
			walk_statement(walk, cursor, flow);
	}
}

static void walk_variable(struct walk *walk, CXCursor cursor)
{
	CXCursor initialiser = clang_Cursor_getVarDeclInitializer(cursor);
	struct function *function = walk->function;
	struct flow flow = flow_read;
	CXType type = clang_getCursorType(cursor);

	if (is_global_variable(cursor)) {
		struct global *global = global_of(walk->parser, cursor);

		if (clang_getCursorLinkage(cursor) != CXLinkage_External && !global->scope) {
			global->scope = function;
			g_ptr_array_add(function->statics, global);
		}
		flow.global = global;
	} else {
		g_ptr_array_add(function->locals, parameter_new(walk->parser, cursor, ""));
	}
	if (is_null_cursor(initialiser))
		return;
	flow.into = type_of(walk->parser, type);
	if (clang_getCursorKind(initialiser) == CXCursor_InitListExpr)
		walk_list(walk, initialiser, type, flow);
	else
		walk_expr(walk, initialiser, flow);
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

static void walk_statement(struct walk *walk, CXCursor cursor, struct flow last)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	struct flow result = flow_read;

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
	case CXCursor_SwitchStmt:
	case CXCursor_WhileStmt:
		walk_children(walk, cursor, flow_read, flow_discard);
		break;
	case CXCursor_DoStmt:
		walk_children(walk, cursor, flow_discard, flow_read);
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
		if (walk->function && walk->function->type)
			result.into = walk->function->type->elem;
		walk_children(walk, cursor, result, result);
		break;
	case CXCursor_GCCAsmStmt:
		walk_asm(walk, cursor);
		break;
	case CXCursor_StaticAssert:
		break;
	default:
		if (clang_isExpression(kind))
			walk_expr(walk, cursor, last);
		else if (clang_isStatement(kind))
			walk_children(walk, cursor, flow_discard, flow_discard);
	}
}

void walk_body(struct parser *parser, struct function *function, CXCursor body)
{
	struct walk walk = { parser, function };

	walk_statement(&walk, body, flow_discard);
}

void walk_initialiser(struct parser *parser, struct function *function, struct global *global,
		      CXCursor initialiser, CXType type)
{
	struct walk walk = { parser, function };
	struct flow flow = { .modes = ACCESS_READ, .global = global };

	if (clang_getCursorKind(initialiser) == CXCursor_InitListExpr)
		walk_list(&walk, initialiser, type, flow);
	else
		walk_expr(&walk, initialiser, flow);
}
