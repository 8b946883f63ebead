// SPDX-License-Identifier: GPL-2.0-or-later
/* The walk over statements: bodies of functions, and initialisers. */
#include "source_walk.h"

static const struct flow flow_discard;
static const struct flow flow_read = { .modes = ACCESS_READ };
static const struct flow flow_update = { .modes = ACCESS_READ | ACCESS_WRITE };
static const struct flow flow_test = { .modes = ACCESS_READ, .tested = true };

/* Outputs are bare lvalues, inputs have been read by an implicit cast. */
static void walk_asm(struct walk *walk, const struct expr *expr)
{
	for (unsigned int i = 0; i < expr->count; i++) {
		const struct expr *operand = expr->children[i];
		bool bare = expr_plain(operand, false)->kind == operand->kind;

		walk_expr(walk, operand, bare ? flow_update : flow_read);
	}
}

static void walk_variable(struct walk *walk, const struct expr *expr)
{
	const struct expr *initialiser = expr_child(expr, 0);
	struct decl *variable = expr->decl;
	struct function *function = walk->function;
	struct flow flow = flow_read;
	struct place place = { 0 };

	if (variable->is_global) {
		struct global *global = global_of(walk->parser, variable);

		if (!variable->external && !global->scope) {
			global->scope = function;
			g_ptr_array_add(function->statics, global);
		}
		flow.global = global;
		place.kind = PLACE_GLOBAL;
		place.global = global;
	} else {
		place.kind = PLACE_LOCAL;
		place.local = parameter_new(walk->parser, variable, "");
		g_ptr_array_add(function->locals, place.local);
		g_hash_table_insert(walk->parser->locals, variable, place.local);
	}
	if (!initialiser)
		return;
	flow.into = type_of(walk->parser, variable->type);
	flow = flow_to(flow, &place, flow.into);
	if (initialiser->kind == EXPR_LIST)
		walk_list(walk, initialiser, variable->type, flow);
	else
		walk_expr(walk, initialiser, flow);
	if (!flow.global) {
		raw_into_variable(walk, initialiser, variable);
		store_initial(walk, variable, initialiser);
	}
}

/* Children of a statement: @last flows out of the last one (of a statement expression). */
static void walk_children(struct walk *walk, const struct expr *expr, struct flow first,
			  struct flow last)
{
	for (unsigned int i = 0; i < expr->count; i++)
		walk_statement(walk, expr->children[i],
			       i + 1 == expr->count ? last : i ? flow_discard : first);
}

static bool has_label(const struct expr *expr)
{
	if (expr->kind == STMT_LABEL || expr->kind == STMT_CASE || expr->kind == STMT_DEFAULT)
		return true;
	for (unsigned int i = 0; i < expr->count; i++)
		if (has_label(expr->children[i]))
			return true;
	return false;
}

static bool is_logical(const struct expr *condition, enum expr_op operator)
{
	const struct expr *plain = expr_plain(condition, false);

	return plain->kind == EXPR_BINARY &&
	       plain->op == operator;
}

/* if (IS_ENABLED(CONFIG_X)) and the like: a branch that nothing can enter is left out. */
static void walk_if(struct walk *walk, const struct expr *expr)
{
	g_autoptr(GPtrArray) seen = g_ptr_array_new();
	int value = -1;

	if (expr->count > 1)
		value = expr_constant(expr->children[0]);
	for (unsigned int i = 0; i < expr->count; i++) {
		const struct expr *child = expr->children[i];

		if (!i) {
			store_look(walk, seen);
			walk_statement(walk, child, flow_test);
			store_look(walk, NULL);
			store_mark(walk, seen, !is_logical(child, OP_OR));
		} else if (value < 0 || (i == 1) == value || has_label(child)) {
			walk_statement(walk, child, flow_discard);
		}
	}
	/* if (!p) return; */
	store_mark(walk, seen, expr->count == 2 && never_ends(expr->children[1]) &&
		   !is_logical(expr->children[0], OP_AND));
}

static void walk_kind(struct walk *walk, const struct expr *expr, struct flow last)
{
	enum expr_kind kind = expr->kind;
	struct place returned = { .kind = PLACE_RESULT, .function = walk->function };
	struct flow result = flow_read;
	const struct expr *value;

	switch (kind) {
	case STMT_COMPOUND:
		walk_children(walk, expr, flow_discard, last);
		break;
	case STMT_DECLARE:
		walk_children(walk, expr, flow_discard, flow_discard);
		break;
	case STMT_VARIABLE:
		walk_variable(walk, expr);
		break;
	case STMT_IF:
		walk_if(walk, expr);
		break;
	case STMT_SWITCH:
	case STMT_WHILE:
		walk_children(walk, expr, flow_test, flow_discard);
		break;
	case STMT_DO:
		walk_children(walk, expr, flow_discard, flow_test);
		break;
	case STMT_FOR:
		walk_children(walk, expr, flow_read, flow_discard);
		break;
	case STMT_CASE:
	case STMT_DEFAULT:
	case STMT_LABEL:
		walk_children(walk, expr, flow_discard, last);
		break;
	case STMT_RETURN:
		if (walk->function && walk->function->type) {
			result.into = walk->function->type->elem;
			result = flow_to(result, &returned, result.into);
		}
		walk_children(walk, expr, result, result);
		if ((value = expr_child(expr, 0))) {
			raw_into_result(walk, value);
			store_returned(walk, value);
		}
		break;
	case STMT_ASM:
		walk_asm(walk, expr);
		break;
	default:
		walk->statement = expr;
		if (expr_is_expression(expr))
			walk_expr(walk, expr, last);
		else if (kind == STMT_OTHER || kind == STMT_GOTO)
			walk_children(walk, expr, flow_discard, flow_discard);
	}
}

/* Is what stands in it done once, whenever the statement is reached? */
static bool is_straight(const struct expr *expr)
{
	return expr_is_expression(expr) || expr->kind == STMT_COMPOUND ||
	       expr->kind == STMT_DECLARE || expr->kind == STMT_VARIABLE ||
	       expr->kind == STMT_RETURN;
}

void walk_statement(struct walk *walk, const struct expr *expr, struct flow last)
{
	enum expr_kind kind = expr->kind;
	bool nests = !is_straight(expr);

	walk->nested += nests;
	walk_kind(walk, expr, last);
	walk->nested -= nests;
	walk->left |= kind == STMT_RETURN || kind == STMT_GOTO ||
		      kind == STMT_LABEL || kind == STMT_ASM;
}

void walk_body(struct parser *parser, struct function *function, const struct expr *body)
{
	struct walk walk = { .parser = parser, .function = function };

	walk_statement(&walk, body, flow_discard);
}

void walk_initialiser(struct parser *parser, struct function *function, struct global *global,
		      const struct expr *initialiser, const struct ctype *type)
{
	struct walk walk = { .parser = parser, .function = function };
	struct flow flow = { .modes = ACCESS_READ, .global = global };
	struct place place = { .kind = PLACE_GLOBAL, .global = global };

	flow = flow_to(flow, &place, type_of(parser, type));
	if (initialiser->kind == EXPR_LIST)
		walk_list(&walk, initialiser, type, flow);
	else
		walk_expr(&walk, initialiser, flow);
}
