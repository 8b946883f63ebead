// SPDX-License-Identifier: GPL-2.0-or-later
/* Calls and their arguments. */
#include <string.h>

#include "source_walk.h"

/* The text of an expression as the file has it, on one line. */
static const char *text_of(struct parser *parser, const struct expr *expr)
{
	struct span span = ast_span(parser->ast, expr);
	struct source *source = parser->source;
	const char *result;
	GString *text;
	char quote = 0;
	int depth = 0;

	if (span.across || span.end <= span.begin || span.end > source->size ||
	    g_strcmp0(span.file, source->path))
		return "";
	text = g_string_new(NULL);
	/* A range that ends in a macro is said to end with the macro: stop in time. */
	for (unsigned int i = span.begin; i < span.end && depth >= 0; i++) {
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

/* A name, plain (@address false) or with & before it. */
static void classify_name(struct walk *walk, struct argument *argument, const struct expr *name,
			  bool address)
{
	struct decl *declaration = name->decl;

	address |= expr_is_array(name);
	switch (declaration->kind) {
	case DECL_FUNCTION:
		argument->kind = ARG_FUNCTION;
		argument->function = function_of(walk->parser, declaration);
		break;
	case DECL_ENUMERATOR:
		argument->kind = ARG_INT;
		argument->value = declaration->value;
		break;
	case DECL_PARAMETER:
		if (address) {
			argument->kind = ARG_LOCAL_ADDRESS;
		} else {
			argument->value = param_index(walk, declaration->name);
			argument->kind = argument->value >= 0 ? ARG_PARAM : ARG_OTHER;
		}
		break;
	case DECL_VARIABLE:
		if (!address && !declaration->is_global) {
			argument->kind = ARG_LOCAL;
			argument->local = declaration->name;
		}
		if (!address)
			break;
		if (declaration->is_global) {
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

/* The variable that something is a part of, also by way of an address: (&a.b)->c. */
static struct global *within(struct walk *walk, const struct expr *expr)
{
	bool behind = false;

	/* a pointer that is a member leads out of it */
	while ((expr->kind == EXPR_MEMBER && !behind) || expr_is_unary(expr, OP_ADDRESS)) {
		if (!expr->count)
			return NULL;
		expr = expr_plain(expr->children[0], false);
		behind = expr->type->kind == TYPE_POINTER;
	}
	return expr->kind == EXPR_NAME && expr->decl->kind == DECL_VARIABLE &&
	       expr->decl->is_global && expr->type->kind == TYPE_RECORD ?
		global_of(walk->parser, expr->decl) : NULL;
}

static void classify_lvalue(struct walk *walk, struct argument *argument, const struct expr *expr,
			    bool address)
{
	address |= expr_is_array(expr);
	switch (expr->kind) {
	case EXPR_NAME:
		classify_name(walk, argument, expr, address);
		break;
	case EXPR_MEMBER:
		argument->kind = address ? ARG_FIELD_ADDRESS : ARG_FIELD;
		argument->field = field_of(walk->parser, expr->decl);
		if (!argument->field)
			argument->kind = ARG_OTHER;
		else if (address)
			argument->within = within(walk, expr);
		break;
	case EXPR_SUBSCRIPT:
		expr = expr_plain(expr->children[0], false);
		if (!expr_is_array(expr))
			break;
		classify_lvalue(walk, argument, expr, true);
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

/* The callee sees a record as mere memory: its fields are wanted (model_raw_uses()). */
static void fill_behind(struct parser *parser, const struct ctype *bare,
			const struct ctype *passed)
{
	bare = ctype_pointee(bare);
	passed = ctype_pointee(passed);
	if (bare && bare->kind == TYPE_RECORD && !(passed && passed->kind == TYPE_RECORD))
		record_fill(parser, record_of(parser, bare), bare);
}

struct argument *argument_plain(struct walk *walk, const struct expr *plain)
{
	struct argument *argument = model_alloc(walk->parser->model, sizeof(*argument));
	enum expr_kind kind = plain->kind;
	int64_t value;

	argument->bare = type_of(walk->parser, plain->type);
	if (kind == EXPR_STRING)
		argument->kind = ARG_STRING;
	else if (expr_is_unary(plain, OP_ADDRESS))
		classify_lvalue(walk, argument, expr_plain(plain->children[0], false), true);
	else
		classify_lvalue(walk, argument, plain, false);
	if (argument->kind == ARG_OTHER && kind != EXPR_NAME && kind != EXPR_CALL &&
	    kind != EXPR_BLOCK && ast_value(plain, &value)) {
		argument->kind = ARG_INT;
		argument->value = value;
	}
	return argument;
}

static struct argument *argument_new(struct walk *walk, const struct expr *expr)
{
	struct argument *argument = argument_plain(walk, expr_plain(expr, true));

	argument->text = text_of(walk->parser, expr);
	argument->type = type_of(walk->parser, expr_plain(expr, false)->type);
	fill_behind(walk->parser, expr_plain(expr, true)->type, expr->type);
	if (argument->kind == ARG_INT && !argument->value && expr->type->kind == TYPE_POINTER)
		argument->kind = ARG_NULL;
	return argument;
}

/* The function that a call names, also as (f)(...) or (*f)(...); or NULL. */
static struct decl *named_callee(const struct expr *call)
{
	const struct expr *plain = expr_plain(call->children[0], false);

	while (plain->kind == EXPR_UNARY)
		plain = expr_plain(plain->children[0], false);
	/* f(x)(y) is said to refer to f. */
	if (expr_plain(plain, true)->kind == EXPR_CALL)
		return NULL;
	if (call->decl && call->decl->kind == DECL_FUNCTION)
		return call->decl;
	return plain->kind == EXPR_NAME && plain->decl->kind == DECL_FUNCTION ? plain->decl : NULL;
}

/* "a->b.c" into @text, if it is a variable and members alone: it can be looked at twice. */
static bool spell_path(const struct expr *expr, GString *text)
{
	const struct expr *base;

	expr = expr_plain(expr, false);
	if (expr->kind == EXPR_NAME) {
		g_string_append(text, expr->decl->name);
		return expr->decl->kind == DECL_VARIABLE || expr->decl->kind == DECL_PARAMETER;
	}
	if (expr->kind != EXPR_MEMBER || !expr->count)
		return false;
	base = expr_plain(expr->children[0], false);
	/* members of an unnamed one are written as those of what that is in */
	while (base->kind == EXPR_MEMBER && base->count && !*base->decl->name)
		base = expr_plain(base->children[0], false);
	if (!spell_path(base, text))
		return false;
	g_string_append_printf(text, "%s%s", base->type->kind == TYPE_POINTER ? "->" : ".",
			       expr->decl->name);
	return true;
}

static const char *path_of(struct parser *parser, const struct expr *callee)
{
	g_autoptr(GString) text = g_string_new(NULL);

	callee = expr_plain(callee, false);
	if (expr_is_unary(callee, OP_DEREF))
		callee = expr_plain(callee->children[0], false);
	return callee->kind == EXPR_MEMBER && spell_path(callee, text) ?
		model_intern(parser->model, text->str) : NULL;
}

/* The callee of a call through a pointer. */
static void set_pointer_callee(struct walk *walk, struct call *call, const struct expr *callee)
{
	const struct expr *plain = expr_plain(callee, true);

	while (plain->kind == EXPR_UNARY || plain->kind == EXPR_SUBSCRIPT)
		plain = expr_plain(plain->children[0], true);
	call->kind = CALL_POINTER;
	call->pointer = type_of(walk->parser, callee->type);
	while (call->pointer->kind == TYPE_POINTER)
		call->pointer = call->pointer->elem;
	call->path = path_of(walk->parser, callee);
	if (plain->kind == EXPR_MEMBER) {
		call->slot = field_of(walk->parser, plain->decl);
		if (call->slot)
			call->kind = CALL_SLOT;
	}
}

static struct call *call_new(struct walk *walk, const struct expr *expr, struct flow flow)
{
	struct call *call = model_alloc(walk->parser->model, sizeof(*call));
	struct parser *parser = walk->parser;

	/* The place that debug information gives the call: its first token, expanded. */
	call->at = ast_begin(parser->ast, expr);
	call->caller = walk->function;
	call->args = model_array(parser->model);
	call->order = walk->function ? walk->function->stores->len : 0;
	call->macro = macro_at(walk, expr);
	call->assigned = flow.modes != 0;
	call->always = walk->function && !walk->nested && !walk->left &&
		       expr == walk->statement;
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

void walk_call(struct walk *walk, const struct expr *expr, struct flow flow)
{
	struct decl *referenced;
	struct flow flow_read = { .modes = ACCESS_READ };
	struct place place = { .kind = PLACE_CALLEE };
	bool direct, builtin = false;
	const char *name = "";
	struct call *call;

	if (!expr->count)
		return;
	call = call_new(walk, expr, flow);
	referenced = named_callee(expr);
	direct = referenced != NULL;
	if (direct) {
		name = referenced->name;
		builtin = is_plain_builtin(name);
		if (!builtin)
			call->callee = function_of(walk->parser, referenced);
	} else {
		struct flow called = { .modes = ACCESS_READ, .to = &place, .strong = true };

		set_pointer_callee(walk, call, expr->children[0]);
		place.call = call;
		walk_expr(walk, expr->children[0], called);
	}
	if (walk->function && !builtin) {
		g_ptr_array_add(walk->function->calls, call);
		if (direct)
			g_ptr_array_add(call->callee->callers, call);
	}
	for (unsigned int i = 0; i + 1 < expr->count; i++) {
		const struct expr *value = expr->children[i + 1];
		struct flow into = flow_read;

		if (!builtin) {
			g_ptr_array_add(call->args, argument_new(walk, value));
			into.call = call;
			into.arg = i;
			place = (struct place){ .kind = PLACE_ARGUMENT, .index = i, .call = call };
			into = flow_to(into, &place, type_of(walk->parser, value->type));
		} else if (!i && !strcmp(name, "__builtin_expect")) {
			into = flow;
		}
		walk_expr(walk, value, into);
		if (!builtin)
			raw_into_argument(walk, value, call, i);
	}
	if (!builtin) {
		flow_result(walk, call, expr, flow);
		raw_remember_call(walk, expr, call);
	}
	walk->last_call = builtin ? NULL : call;
}
