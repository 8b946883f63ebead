// SPDX-License-Identifier: GPL-2.0-or-later
/* Calls and their arguments. */
#include <string.h>

#include "source_clang.h"

/* The text of a range as the file has it, on one line. */
static const char *text_of(struct parser *parser, CXCursor cursor)
{
	CXSourceRange extent = clang_getCursorExtent(cursor);
	struct source *source = parser->source;
	unsigned int begin, end, i;
	CXFile first, last;
	const char *result;
	GString *text;
	char quote = 0;
	int depth = 0;

	begin = file_offset(clang_getRangeStart(extent), &first);
	end = file_offset(clang_getRangeEnd(extent), &last);
	if (first != last || end <= begin || end > source->size ||
	    g_strcmp0(file_name(parser, first), source->path))
		return "";
	text = g_string_new(NULL);
	/* A range that ends in a macro is said to end with the macro: stop in time. */
	for (i = begin; i < end && depth >= 0; i++) {
		char c = source->text[i];

		if (quote)
			quote = c == quote && source->text[i - 1] != '\\' ? 0 : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else
			depth += (c == '(') - (c == ')');
		if (depth < 0 || (!quote && !depth && c == ','))
			break;
		if (!g_ascii_isspace(c))
			g_string_append_c(text, c);
		else if (text->len && text->str[text->len - 1] != ' ')
			g_string_append_c(text, ' ');
	}
	result = model_intern(parser->model, text->str);
	g_string_free(text, TRUE);
	return result;
}

/* The outermost macro whose definition holds the location: the name written there. */
static const char *macro_at(struct parser *parser, CXSourceLocation location)
{
	struct source *source = parser->source;
	unsigned int offset, end;
	char name[128];
	CXFile file;

	if (!in_macro_body(location))
		return NULL;
	offset = file_offset(location, &file);
	if (g_strcmp0(file_name(parser, file), source->path))
		return NULL;
	for (end = offset; end < source->size && end - offset < sizeof(name) - 1 &&
	     (g_ascii_isalnum(source->text[end]) || source->text[end] == '_'); end++)
		name[end - offset] = source->text[end];
	name[end - offset] = '\0';
	return *name ? model_intern(parser->model, name) : NULL;
}

int param_index(const struct walk *walk, const char *name)
{
	guint i;

	for (i = 0; walk->function && i < walk->function->params->len; i++) {
		const struct parameter *parameter = walk->function->params->pdata[i];

		if (!strcmp(parameter->name, name))
			return i;
	}
	return -1;
}

static bool is_array_type(CXType type)
{
	type = clang_getCanonicalType(type);
	return type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray ||
	       type.kind == CXType_VariableArray;
}

/* A name, plain (@address false) or with & before it. */
static void classify_name(struct walk *walk, struct argument *argument, CXCursor name,
			  bool address)
{
	CXCursor declaration = clang_getCursorReferenced(name);

	address |= is_array_type(clang_getCursorType(name));
	switch (clang_getCursorKind(declaration)) {
	case CXCursor_FunctionDecl:
		argument->kind = ARG_FUNCTION;
		argument->function = function_of(walk->parser, declaration);
		break;
	case CXCursor_EnumConstantDecl:
		argument->kind = ARG_INT;
		argument->value = clang_getEnumConstantDeclValue(declaration);
		break;
	case CXCursor_ParmDecl:
		if (address) {
			argument->kind = ARG_LOCAL_ADDRESS;
		} else {
			CXString spelling = clang_getCursorSpelling(declaration);

			argument->value = param_index(walk, clang_getCString(spelling));
			argument->kind = argument->value >= 0 ? ARG_PARAM : ARG_OTHER;
			clang_disposeString(spelling);
		}
		break;
	case CXCursor_VarDecl:
		if (!address && clang_Cursor_hasVarDeclGlobalStorage(declaration) != 1) {
			argument->kind = ARG_LOCAL;
			argument->local = take_string(walk->parser,
						      clang_getCursorSpelling(declaration));
		}
		if (!address)
			break;
		if (clang_Cursor_hasVarDeclGlobalStorage(declaration) == 1) {
			argument->kind = ARG_GLOBAL_ADDRESS;
			argument->global = global_of(walk->parser, declaration);
		} else {
			argument->kind = ARG_LOCAL_ADDRESS;
		}
		break;
	default:
		break;
	}
}

static void classify_lvalue(struct walk *walk, struct argument *argument, CXCursor cursor,
			    bool address)
{
	struct children children;
	bool have_base;

	address |= is_array_type(clang_getCursorType(cursor));
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_DeclRefExpr:
		classify_name(walk, argument, cursor, address);
		break;
	case CXCursor_MemberRefExpr:
		argument->kind = address ? ARG_FIELD_ADDRESS : ARG_FIELD;
		argument->field = field_of(walk->parser, clang_getCursorReferenced(cursor));
		if (!argument->field)
			argument->kind = ARG_OTHER;
		break;
	case CXCursor_ArraySubscriptExpr:
		children = children_of(cursor);
		have_base = children.cursors->len > 0;
		if (have_base)
			cursor = strip(CHILD(children, 0), false);
		children_clear(&children);
		if (!have_base || !is_array_type(clang_getCursorType(cursor)))
			break;
		classify_lvalue(walk, argument, cursor, true);
		/* the value of an element, not the place of it */
		if (!address && argument->kind == ARG_FIELD_ADDRESS)
			argument->kind = ARG_FIELD;
		else if (!address)
			argument->kind = ARG_OTHER;
		break;
	default:
		break;
	}
}

static void evaluate(struct argument *argument, CXCursor cursor)
{
	CXEvalResult result = clang_Cursor_Evaluate(cursor);

	if (!result)
		return;
	if (clang_EvalResult_getKind(result) == CXEval_Int) {
		argument->kind = ARG_INT;
		argument->value = clang_EvalResult_getAsLongLong(result);
	}
	clang_EvalResult_dispose(result);
}

/* The callee sees a record as mere memory: its fields are wanted (model_raw_uses()). */
static void fill_behind(struct parser *parser, CXType bare, CXType passed)
{
	bare = clang_getCanonicalType(clang_getPointeeType(clang_getCanonicalType(bare)));
	passed = clang_getCanonicalType(clang_getPointeeType(clang_getCanonicalType(passed)));
	if (bare.kind == CXType_Record && passed.kind != CXType_Record)
		record_fill(parser, record_of(parser, bare), bare);
}

struct argument *argument_plain(struct walk *walk, CXCursor plain)
{
	struct argument *argument = model_alloc(walk->parser->model, sizeof(*argument));
	enum CXCursorKind kind = clang_getCursorKind(plain);
	struct children children;

	argument->bare = type_of(walk->parser, clang_getCursorType(plain));
	if (kind == CXCursor_StringLiteral) {
		argument->kind = ARG_STRING;
	} else if (kind == CXCursor_UnaryOperator &&
		   clang_getCursorUnaryOperatorKind(plain) == CXUnaryOperator_AddrOf) {
		children = children_of(plain);
		if (children.cursors->len)
			classify_lvalue(walk, argument, strip(CHILD(children, 0), false), true);
		children_clear(&children);
	} else {
		classify_lvalue(walk, argument, plain, false);
	}
	if (argument->kind == ARG_OTHER && kind != CXCursor_DeclRefExpr &&
	    kind != CXCursor_CallExpr && kind != CXCursor_StmtExpr)
		evaluate(argument, plain);
	return argument;
}

static struct argument *argument_new(struct walk *walk, CXCursor cursor)
{
	struct argument *argument = argument_plain(walk, strip(cursor, true));

	argument->text = text_of(walk->parser, cursor);
	argument->type = type_of(walk->parser, clang_getCursorType(strip(cursor, false)));
	fill_behind(walk->parser, clang_getCursorType(strip(cursor, true)),
		    clang_getCursorType(cursor));
	if (argument->kind == ARG_INT && !argument->value &&
	    clang_getCanonicalType(clang_getCursorType(cursor)).kind == CXType_Pointer)
		argument->kind = ARG_NULL;
	return argument;
}

/* The function that a call names, also as (f)(...) or (*f)(...); or null. */
static CXCursor named_callee(CXCursor cursor, CXCursor callee)
{
	CXCursor referenced = clang_getCursorReferenced(cursor), plain;

	plain = strip(callee, false);
	while (clang_getCursorKind(plain) == CXCursor_UnaryOperator &&
	       child_at(plain, 0, &plain))
		plain = strip(plain, false);
	/* f(x)(y) is said to refer to f. */
	if (clang_getCursorKind(strip(plain, true)) == CXCursor_CallExpr)
		return clang_getNullCursor();
	if (!is_null_cursor(referenced) &&
	    clang_getCursorKind(referenced) == CXCursor_FunctionDecl)
		return referenced;
	if (clang_getCursorKind(plain) == CXCursor_DeclRefExpr) {
		referenced = clang_getCursorReferenced(plain);
		if (clang_getCursorKind(referenced) == CXCursor_FunctionDecl)
			return referenced;
	}
	return clang_getNullCursor();
}

/* The callee of a call through a pointer. */
static void set_pointer_callee(struct walk *walk, struct call *call, CXCursor callee)
{
	CXCursor plain = strip(callee, true);
	struct children children;

	while (clang_getCursorKind(plain) == CXCursor_UnaryOperator ||
	       clang_getCursorKind(plain) == CXCursor_ArraySubscriptExpr) {
		bool found;

		children = children_of(plain);
		found = children.cursors->len > 0;
		if (found)
			plain = strip(CHILD(children, 0), true);
		children_clear(&children);
		if (!found)
			break;
	}
	call->kind = CALL_POINTER;
	call->pointer = type_of(walk->parser, clang_getCursorType(callee));
	while (call->pointer->kind == TYPE_POINTER)
		call->pointer = call->pointer->elem;
	if (clang_getCursorKind(plain) == CXCursor_MemberRefExpr) {
		call->slot = field_of(walk->parser, clang_getCursorReferenced(plain));
		if (call->slot)
			call->kind = CALL_SLOT;
	}
}

static struct call *call_new(struct walk *walk, CXCursor cursor, struct flow flow)
{
	struct call *call = model_alloc(walk->parser->model, sizeof(*call));
	CXSourceLocation begin = clang_getRangeStart(clang_getCursorExtent(cursor));
	struct parser *parser = walk->parser;
	CXFile file;

	/* The place that debug information gives the call: its first token, expanded. */
	clang_getExpansionLocation(begin, &file, &call->at.line, &call->at.column, NULL);
	call->at.file = file_name(parser, file);
	call->caller = walk->function;
	call->args = model_array(parser->model);
	call->order = walk->function ? walk->function->stores->len : 0;
	call->macro = macro_at(parser, begin);
	call->assigned = flow.modes != 0;
	call->always = walk->function && !walk->nested && !walk->left &&
		       clang_equalCursors(cursor, walk->statement);
	if (flow.into && flow.into->kind == TYPE_POINTER && flow.into->elem->kind == TYPE_RECORD)
		call->assigned_record = flow.into->elem->record;
	return call;
}

/* A builtin that is no function: those named after a library function are. */
static bool is_plain_builtin(const char *name)
{
	return (g_str_has_prefix(name, "__builtin_") && !g_str_has_prefix(name, "__builtin_mem") &&
		!g_str_has_prefix(name, "__builtin_str")) ||
	       g_str_has_prefix(name, "__sync_") || g_str_has_prefix(name, "__atomic_");
}

void walk_call(struct walk *walk, CXCursor cursor, struct flow flow)
{
	struct children children = children_of(cursor);
	CXCursor referenced;
	int i, count = clang_Cursor_getNumArguments(cursor);
	struct flow flow_read = { .modes = ACCESS_READ };
	struct place place = { .kind = PLACE_CALLEE };
	bool direct, builtin = false;
	const char *name = "";
	struct call *call;

	if (!children.cursors->len) {
		children_clear(&children);
		return;
	}
	call = call_new(walk, cursor, flow);
	referenced = named_callee(cursor, CHILD(children, 0));
	direct = !is_null_cursor(referenced);
	if (direct) {
		name = take_string(walk->parser, clang_getCursorSpelling(referenced));
		builtin = is_plain_builtin(name);
		if (!builtin)
			call->callee = function_of(walk->parser, referenced);
	} else {
		struct flow called = { .modes = ACCESS_READ, .to = &place, .strong = true };

		set_pointer_callee(walk, call, CHILD(children, 0));
		place.call = call;
		walk_expr(walk, CHILD(children, 0), called);
	}
	if (walk->function && !builtin) {
		g_ptr_array_add(walk->function->calls, call);
		if (direct)
			g_ptr_array_add(call->callee->callers, call);
	}
	for (i = 0; i < count; i++) {
		CXCursor value = clang_Cursor_getArgument(cursor, i);
		struct flow into = flow_read;

		if (!builtin) {
			g_ptr_array_add(call->args, argument_new(walk, value));
			into.call = call;
			into.arg = i;
			place = (struct place){ .kind = PLACE_ARGUMENT, .index = i, .call = call };
			into = flow_to(into, &place,
				       type_of(walk->parser, clang_getCursorType(value)));
		} else if (!i && !strcmp(name, "__builtin_expect")) {
			into = flow;
		}
		walk_expr(walk, value, into);
		if (!builtin)
			raw_into_argument(walk, value, call, i);
	}
	if (!builtin) {
		flow_result(walk, call, cursor, flow);
		raw_remember_call(walk, cursor, call);
	}
	walk->last_call = builtin ? NULL : call;
	children_clear(&children);
}
