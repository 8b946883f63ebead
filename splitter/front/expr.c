// SPDX-License-Identifier: GPL-2.0-or-later
/* Small questions about expressions: children, casts, constants. */
#include "ast.h"

struct expr *expr_child(const struct expr *expr, int index)
{
	int at = index < 0 ? (int)expr->count + index : index;

	return at >= 0 && at < (int)expr->count ? expr->children[at] : NULL;
}

/* Without parentheses and implicit casts; without explicit casts too if @casts. */
const struct expr *expr_plain(const struct expr *expr, bool casts)
{
	while ((expr->kind == EXPR_PAREN && expr->count == 1) || expr->kind == EXPR_IMPLICIT ||
	       (casts && expr->kind == EXPR_CAST && expr->count))
		expr = expr_child(expr, -1);
	return expr;
}

const struct expr *expr_block_value(const struct expr *block)
{
	const struct expr *value = expr_child(block, 0);

	do
		value = expr_child(value, -1);
	while (value && value->kind == STMT_LABEL);
	return value;
}

bool expr_is_expression(const struct expr *expr)
{
	return expr->kind <= EXPR_OTHER;
}

bool expr_is_array(const struct expr *expr)
{
	return expr->type && expr->type->kind == TYPE_ARRAY;
}

bool expr_is_unary(const struct expr *expr, enum expr_op op)
{
	return expr->kind == EXPR_UNARY && expr->op == op;
}

const struct ctype *ctype_pointee(const struct ctype *type)
{
	return type->kind == TYPE_POINTER ? type->canonical->elem : NULL;
}

static bool has_call(const struct expr *expr)
{
	if (expr->kind == EXPR_CALL)
		return true;
	for (unsigned int i = 0; i < expr->count; i++)
		if (has_call(expr->children[i]))
			return true;
	return false;
}

/*
 * The value of a condition that every compiler folds to a constant, or -1. Calls
 * are left out: __builtin_constant_p() depends on the optimiser.
 */
int expr_constant(const struct expr *condition)
{
	int64_t value;

	return !has_call(condition) && ast_value(condition, &value) ? value != 0 : -1;
}
