// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The text of a body in parts (model/body.h). Where a part ends is read off the text: a
 * range of clang's that ends in a macro is said to end where the macro's name begins.
 */
#include <string.h>

#include "body.h"
#include "source_walk.h"

struct builder {
	struct parser *parser;
	struct function *function;
	struct body *body;
	const char *text;
	gsize size;
	bool labelled;		/* a label came before: a goto may go back to it */
};

/* Behind a string, a character or a comment that begins at @at; or @at. */
static unsigned int skip_literal(const struct builder *builder, unsigned int at)
{
	const char *p = builder->text + at, *end;

	if (*p == '"' || *p == '\'') {
		for (end = p + 1; *end && *end != *p; end++)
			end += *end == '\\' && end[1];
		return *end ? (gsize)(end + 1 - builder->text) : builder->size;
	}
	if (p[0] != '/' || (p[1] != '*' && p[1] != '/'))
		return at;
	end = p[1] == '*' ? strstr(p + 2, "*/") : strchr(p, '\n');
	return end ? (gsize)(end + (p[1] == '*' ? 2 : 0) - builder->text) : builder->size;
}

/* The first of @stops outside of all brackets that open behind @at; a closing one ends it too. */
static unsigned int find_end(const struct builder *builder, unsigned int at, const char *stops)
{
	int depth = 0;

	while (at < builder->size) {
		unsigned int next = skip_literal(builder, at);
		char c = builder->text[at];

		if (next != at) {
			at = next;
			continue;
		}
		if (!depth && (strchr(stops, c) || strchr(")]}", c)))
			break;
		depth += (strchr("([{", c) != NULL) - (strchr(")]}", c) != NULL);
		at++;
	}
	return at;
}

static unsigned int statement_end(const struct builder *builder, unsigned int at)
{
	at = find_end(builder, at, ";");
	return at < builder->size && builder->text[at] == ';' ? at + 1 : at;
}

/* Where something can be left by: a loop or switch around takes the last two. */
static bool leaves(const struct expr *expr, bool caught)
{
	switch (expr->kind) {
	case STMT_RETURN:
	case STMT_GOTO:
		return true;
	case STMT_BREAK:
	case STMT_CONTINUE:
		return !caught;
	case STMT_DO:
	case STMT_FOR:
	case STMT_WHILE:
	case STMT_SWITCH:
		caught = true;
		break;
	default:
		break;
	}
	for (unsigned int i = 0; i < expr->count; i++)
		if (leaves(expr->children[i], caught))
			return true;
	return false;
}

static struct parameter *variable_of(struct builder *builder, const struct decl *decl)
{
	GPtrArray *params = builder->function->params;

	if (decl->kind != DECL_PARAMETER)
		return g_hash_table_lookup(builder->parser->locals, decl);
	for (guint i = 0; i < params->len; i++) {
		struct parameter *parameter = params->pdata[i];

		if (!strcmp(parameter->name, decl->name))
			return parameter;
	}
	return NULL;
}

static void mention(struct builder *builder, const struct expr *expr, struct mention mention)
{
	const struct decl *decl = expr->decl;
	struct mention *known;

	if (!decl || (decl->kind != DECL_PARAMETER &&
		      (decl->kind != DECL_VARIABLE || decl->is_global)))
		return;
	mention.variable = variable_of(builder, decl);
	mention.offset = ast_span(builder->parser->ast, expr).begin;
	/* of a branch that the walk left out, or of a prototype in the body */
	builder->body->opaque |= !mention.variable;
	if (!mention.variable)
		return;
	known = model_alloc(builder->parser->model, sizeof(*known));
	*known = mention;
	g_ptr_array_add(builder->body->mentions, known);
}

static void name_all(struct builder *builder, const struct expr *expr, struct mention as);

static void name_children(struct builder *builder, const struct expr *expr, struct mention as)
{
	for (unsigned int i = 0; i < expr->count; i++)
		name_all(builder, expr->children[i], as);
}

static bool is_pointer(const struct expr *expr)
{
	return expr->type && (expr->type->kind == TYPE_POINTER || expr->type->kind == TYPE_ARRAY);
}

static unsigned int count_names(const struct expr *expr, const struct decl *decl)
{
	unsigned int count = expr->kind == EXPR_NAME && expr->decl == decl;

	for (unsigned int i = 0; i < expr->count; i++)
		count += count_names(expr->children[i], decl);
	return count;
}

static void name_assigned(struct builder *builder, const struct expr *expr, struct mention as)
{
	const struct expr *left = expr_plain(expr->children[0], false);
	struct mention right = { .modes = ACCESS_READ, .index = as.index };
	struct mention to = { .modes = ACCESS_WRITE, .index = as.index };

	to.first = as.first && left->kind == EXPR_NAME && count_names(expr, left->decl) == 1;
	right.index |= expr->kind == EXPR_COMPOUND_ASSIGN && is_pointer(left);
	if (expr->kind == EXPR_COMPOUND_ASSIGN) {
		to.modes |= ACCESS_READ;
		to.first = false;
	}
	name_all(builder, expr->children[1], right);
	name_all(builder, expr->children[0], to);
}

static void name_binary(struct builder *builder, const struct expr *expr, struct mention as)
{
	as.first = false;
	as.modes = ACCESS_READ;
	for (unsigned int i = 0; i < expr->count; i++) {
		struct mention operand = as;

		operand.index |= (expr->op == OP_ADD || expr->op == OP_SUB) && is_pointer(expr) &&
				 !is_pointer(expr->children[i]);
		name_all(builder, expr->children[i], operand);
	}
}

static void name_subscript(struct builder *builder, const struct expr *expr, struct mention as)
{
	bool array = expr_is_array(expr_plain(expr->children[0], false));
	struct mention index = { .modes = ACCESS_READ, .index = true };

	as.first = false;
	as.index = false;
	as.modes = array ? as.modes | ACCESS_READ : ACCESS_READ;
	name_all(builder, expr->children[0], as);
	for (unsigned int i = 1; i < expr->count; i++)
		name_all(builder, expr->children[i], index);
}

static void name_unary(struct builder *builder, const struct expr *expr, struct mention as)
{
	as.first = false;
	if (expr->op == OP_ADDRESS)
		as.modes = ACCESS_ADDRESS;
	else if (expr->op == OP_STEP)
		as.modes = ACCESS_READ | ACCESS_WRITE;
	else
		as.modes = ACCESS_READ;
	as.index &= expr->op != OP_DEREF && expr->op != OP_ADDRESS;
	name_children(builder, expr, as);
}

/* @as: what is done to the value; whether it becomes an index. */
static void name_all(struct builder *builder, const struct expr *expr, struct mention as)
{
	const struct mention read = { .modes = ACCESS_READ };
	const struct mention update = { .modes = ACCESS_READ | ACCESS_WRITE };

	switch (expr->kind) {
	case EXPR_NAME:
		mention(builder, expr, as);
		break;
	case EXPR_COMPOUND_ASSIGN:
		name_assigned(builder, expr, as);
		break;
	case EXPR_BINARY:
		if (expr->op == OP_ASSIGN && expr->count == 2)
			name_assigned(builder, expr, as);
		else
			name_binary(builder, expr, as);
		break;
	case EXPR_SUBSCRIPT:
		name_subscript(builder, expr, as);
		break;
	case EXPR_UNARY:
		name_unary(builder, expr, as);
		break;
	case EXPR_MEMBER:
		if (!expr->count || is_pointer(expr->children[0]))
			as.modes = ACCESS_READ;
		else
			as.modes |= as.modes & ACCESS_WRITE ? ACCESS_READ : 0;
		as.first = as.index = false;
		name_children(builder, expr, as);
		break;
	case EXPR_IMPLICIT:
		if (is_pointer(expr) && expr->count && expr_is_array(expr->children[0]))
			as.modes = ACCESS_ADDRESS;
		name_children(builder, expr, as);
		break;
	case EXPR_PAREN:
	case EXPR_CAST:
		name_children(builder, expr, as);
		break;
	case STMT_ASM:
		name_children(builder, expr, update);
		break;
	case STMT_VARIABLE:
		if (expr->decl && !expr->decl->is_global)
			mention(builder, expr, (struct mention){
				.modes = expr->count ? ACCESS_WRITE : 0, .declared = true });
		name_children(builder, expr, read);
		break;
	case EXPR_CONDITIONAL:
		as.modes = ACCESS_READ;
		as.first = false;
		name_children(builder, expr, as);
		break;
	default:
		name_children(builder, expr, read);
	}
}

static struct part *part_new(struct builder *builder, const struct expr *expr,
			     enum part_kind kind, struct part *around)
{
	struct part *part = model_alloc(builder->parser->model, sizeof(*part));
	struct span span = ast_span(builder->parser->ast, expr);
	struct location at = ast_begin(builder->parser->ast, expr);

	part->kind = kind;
	part->begin = span.begin;
	part->line = at.line;
	part->column = at.column;
	part->around = around;
	part->in_loop = builder->labelled || (around && (around->in_loop ||
							 around->kind == PART_LOOP));
	part->parts = model_array(builder->parser->model);
	part->whole = !g_strcmp0(span.file, builder->parser->source->path) && !span.across;
	if (around)
		g_ptr_array_add(around->parts, part);
	return part;
}

/* @end: behind its last character. Text with directives in it stays where it is. */
static void end_part(struct builder *builder, struct part *part, unsigned int end)
{
	const char *text = builder->text;

	part->end = end;
	part->lines = 1;
	part->whole &= part->begin < end && end <= builder->size;
	for (unsigned int i = part->begin; part->whole && i < end; i++) {
		if (text[i] != '\n')
			continue;
		part->lines++;
		if (text[i + 1 + strspn(text + i + 1, " \t")] == '#')
			part->whole = false;
	}
}

/* An expression within a statement, which goes on up to one of @stops. */
static void take_expression(struct builder *builder, const struct expr *expr,
			    struct part *around, const char *stops)
{
	struct part *part = part_new(builder, expr, PART_EXPRESSION, around);

	part->type = expr->type ? type_of(builder->parser, expr->type) : NULL;
	part->leaves = leaves(expr, false);
	end_part(builder, part, find_end(builder, part->begin, stops));
	name_all(builder, expr, (struct mention){ .modes = ACCESS_READ });
}

static struct part *take_statement(struct builder *builder, const struct expr *expr,
				   struct part *around);

/* A statement without others in it, or that a macro makes. */
static struct part *take_leaf(struct builder *builder, const struct expr *expr,
			      enum part_kind kind, struct part *around)
{
	struct part *part = part_new(builder, expr, kind, around);

	part->leaves = kind == PART_EXPRESSION && leaves(expr, false);
	end_part(builder, part, statement_end(builder, part->begin));
	name_all(builder, expr, (struct mention){ .modes = ACCESS_READ, .first = true });
	return part;
}

static bool in_macro(struct builder *builder, const struct expr *expr)
{
	return ast_span(builder->parser->ast, expr).in_macro;
}

static struct part *take_block(struct builder *builder, const struct expr *expr,
			       struct part *around)
{
	struct part *part = part_new(builder, expr, PART_BLOCK, around), *last = NULL;

	for (unsigned int i = 0; i < expr->count; i++) {
		struct part *child = take_statement(builder, expr->children[i], part);

		/* a macro that is more, or less, than one statement */
		if (last && last->end > child->begin)
			last->whole = child->whole = false;
		last = child;
	}
	end_part(builder, part, ast_span(builder->parser->ast, expr).end);
	return part;
}

/* if, switch, for, while: an expression or several, then statements. */
static struct part *take_nest(struct builder *builder, const struct expr *expr,
			      enum part_kind kind, struct part *around)
{
	struct part *part = part_new(builder, expr, kind, around), *last = NULL;
	bool header = expr->kind != STMT_FOR && !in_macro(builder, expr);

	for (unsigned int i = 0; i < expr->count; i++) {
		const struct expr *child = expr->children[i];
		bool body = kind == PART_CHOICE ? i > 0 : i + 1 == expr->count;

		if (body)
			last = take_statement(builder, child, part);
		else if (header)
			take_expression(builder, child, part, "");
		else
			name_all(builder, child, (struct mention){ .modes = ACCESS_READ });
	}
	end_part(builder, part, last ? last->end : part->begin);
	part->whole &= last && last->whole;
	return part;
}

static struct part *take_do(struct builder *builder, const struct expr *expr,
			    struct part *around)
{
	struct part *part = part_new(builder, expr, PART_LOOP, around);
	struct part *block = take_statement(builder, expr->children[0], part);

	for (unsigned int i = 1; i < expr->count; i++)
		take_expression(builder, expr->children[i], part, "");
	end_part(builder, part, statement_end(builder, block->end));
	return part;
}

static const char *word_at(struct builder *builder, unsigned int at)
{
	g_autofree char *word = NULL;
	unsigned int end = at;

	while (end < builder->size &&
	       (g_ascii_isalnum(builder->text[end]) || builder->text[end] == '_'))
		end++;
	word = g_strndup(builder->text + at, end - at);
	return model_intern(builder->parser->model, word);
}

static struct part *take_label(struct builder *builder, const struct expr *expr,
			       struct part *around)
{
	struct part *part = part_new(builder, expr, PART_LABEL, around), *last = NULL;

	if (expr->kind == STMT_LABEL) {
		part->label = word_at(builder, part->begin);
		builder->labelled = true;
	}
	if (expr->count)
		last = take_statement(builder, expr_child(expr, -1), part);
	end_part(builder, part, last ? last->end : statement_end(builder, part->begin));
	return part;
}

static struct part *take_jump(struct builder *builder, const struct expr *expr,
			      enum part_kind kind, struct part *around)
{
	struct part *part = part_new(builder, expr, kind, around);

	if (kind == PART_GOTO) {
		unsigned int at = part->begin + strlen("goto");

		part->label = word_at(builder, at + strspn(builder->text + at, " \t"));
	}
	for (unsigned int i = 0; i < expr->count; i++) {
		if (kind == PART_RETURN)
			take_expression(builder, expr->children[i], part, ";");
	}
	end_part(builder, part, statement_end(builder, part->begin));
	return part;
}

/* Their initialisers are expressions of their own, unless they are lists. */
static struct part *take_declare(struct builder *builder, const struct expr *expr,
				 struct part *around)
{
	struct part *part = part_new(builder, expr, PART_DECLARE, around);

	for (unsigned int i = 0; i < expr->count; i++) {
		const struct expr *child = expr->children[i], *value = expr_child(child, 0);
		bool plain = child->kind == STMT_VARIABLE && value && value->kind != EXPR_LIST &&
			     child->decl && !child->decl->is_global && !in_macro(builder, child);

		/* a type that nobody else can name */
		builder->body->opaque |= child->kind == STMT_DECLARATION;
		if (!plain) {
			name_all(builder, child, (struct mention){ .modes = ACCESS_READ });
			continue;
		}
		mention(builder, child, (struct mention){
			.modes = ACCESS_WRITE, .declared = true });
		take_expression(builder, value, part, ",;");
	}
	end_part(builder, part, statement_end(builder, part->begin));
	return part;
}

static struct part *take_statement(struct builder *builder, const struct expr *expr,
				   struct part *around)
{
	enum part_kind kind = PART_OTHER;
	struct part *part;
	bool macro = in_macro(builder, expr);

	switch (expr->kind) {
	case STMT_FOR:
	case STMT_WHILE:
		kind = PART_LOOP;
		break;
	case STMT_IF:
		kind = PART_CHOICE;
		break;
	case STMT_SWITCH:
		kind = PART_SWITCH;
		break;
	default:
		break;
	}
	if (kind != PART_OTHER && expr->count && !in_macro(builder, expr_child(expr, -1)))
		part = take_nest(builder, expr, kind, around);
	else if (macro)
		part = take_leaf(builder, expr, PART_EXPRESSION, around);
	else if (expr->kind == STMT_COMPOUND)
		part = take_block(builder, expr, around);
	else if (expr->kind == STMT_DO && expr->count)
		part = take_do(builder, expr, around);
	else if (expr->kind == STMT_DECLARE)
		part = take_declare(builder, expr, around);
	else if (expr->kind == STMT_LABEL || expr->kind == STMT_CASE ||
		 expr->kind == STMT_DEFAULT)
		part = take_label(builder, expr, around);
	else if (expr->kind == STMT_RETURN || expr->kind == STMT_GOTO ||
		 expr->kind == STMT_BREAK || expr->kind == STMT_CONTINUE)
		part = take_jump(builder, expr, expr->kind == STMT_RETURN ? PART_RETURN :
				 expr->kind == STMT_GOTO ? PART_GOTO :
				 expr->kind == STMT_BREAK ? PART_BREAK : PART_CONTINUE, around);
	else
		part = take_leaf(builder, expr, expr_is_expression(expr) ? PART_EXPRESSION :
				 PART_OTHER, around);
	part->statement = true;
	return part;
}

static gint by_offset(gconstpointer a, gconstpointer b)
{
	const struct mention *x = *(struct mention *const *)a;
	const struct mention *y = *(struct mention *const *)b;

	return x->offset < y->offset ? -1 : x->offset > y->offset;
}

void take_body(struct parser *parser, struct function *function, const struct expr *body)
{
	struct builder builder = {
		.parser = parser, .function = function,
		.text = parser->source->text, .size = parser->source->size,
	};

	if (!function->in_driver || function->from_macro || body->kind != STMT_COMPOUND ||
	    g_strcmp0(function->file, parser->source->path))
		return;
	builder.body = function->body = model_alloc(parser->model, sizeof(*function->body));
	function->body->mentions = model_array(parser->model);
	for (guint i = 0; i < function->statics->len; i++)
		function->body->opaque |=
			!((struct global *)function->statics->pdata[i])->from_macro;
	function->body->whole = take_block(&builder, body, NULL);
	function->body->whole->statement = true;
	g_ptr_array_sort(function->body->mentions, by_offset);
}
