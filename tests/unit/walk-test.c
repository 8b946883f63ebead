// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The walks over expressions, on trees made by hand: what is below stands in for ast.c,
 * so that no compiler has a part in it. All functions are of one file and one record:
 *
 *	struct dev { int level; struct dev *next; void *priv; };
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "source_walk.h"

#define FILE_NAME "/driver/file.c"

enum { LEVEL, NEXT, PRIV };

static const struct ctype int_type;
static const struct ctype int_type = {
	TYPE_INT, .is_signed = true, .size = 4, .align = 4, .spelling = "int",
	.canonical = &int_type, .plain = &int_type,
};
static const struct ctype void_type;
static const struct ctype void_type = {
	TYPE_VOID, .size = -1, .spelling = "void", .canonical = &void_type, .plain = &void_type,
};
static const struct ctype void_pointer;
static const struct ctype void_pointer = {
	TYPE_POINTER, .size = 8, .align = 8, .spelling = "void *", .elem = &void_type,
	.canonical = &void_pointer, .plain = &void_pointer,
};
static struct decl record = { DECL_STRUCT, .name = "dev", .at = { FILE_NAME, 1, 8 } };
static const struct ctype dev_type;
static const struct ctype dev_type = {
	TYPE_RECORD, .size = 24, .align = 8, .spelling = "struct dev", .record = &record,
	.canonical = &dev_type, .plain = &dev_type,
};
static const struct ctype dev_pointer;
static const struct ctype dev_pointer = {
	TYPE_POINTER, .size = 8, .align = 8, .spelling = "struct dev *", .elem = &dev_type,
	.canonical = &dev_pointer, .plain = &dev_pointer,
};
static const struct ctype *of_dev[] = { &dev_pointer };
static const struct ctype function_type;
static const struct ctype function_type = {
	TYPE_FUNCTION, .size = -1, .spelling = "int (struct dev *)", .elem = &int_type,
	.params = of_dev, .param_count = 1,
	.canonical = &function_type, .plain = &function_type,
};
static struct decl fields[] = {
	[LEVEL] = { DECL_FIELD, .name = "level", .type = &int_type, .owner = &dev_type },
	[NEXT] = { DECL_FIELD, .name = "next", .type = &dev_pointer, .owner = &dev_type,
		   .bit_offset = 64 },
	[PRIV] = { DECL_FIELD, .name = "priv", .type = &void_pointer, .owner = &dev_type,
		   .bit_offset = 128 },
};
static struct decl parameter = { DECL_PARAMETER, .name = "dev", .type = &dev_pointer };
static struct decl *parameters[] = { &parameter };
static struct decl walked = {
	DECL_FUNCTION, .name = "walked", .type = &function_type, .at = { FILE_NAME, 3, 5 },
	.is_definition = true, .canonical = &walked, .definition = &walked,
	.params = parameters, .param_count = 1,
};
static struct decl kernel_function = {
	DECL_FUNCTION, .name = "kernel_function", .type = &function_type,
	.canonical = &kernel_function,
};

static struct expr *body;
static struct arena memory;

/* In place of ast.c */

GPtrArray *ast_fields(struct ast *ast, const struct ctype *type)
{
	GPtrArray *all = g_ptr_array_new();

	ck_assert_ptr_eq(type->record, &record);
	for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
		g_ptr_array_add(all, &fields[i]);
	return all;
}

struct expr *ast_body(struct ast *ast, struct decl *function, struct span *span)
{
	return function == &walked ? body : NULL;
}

struct span ast_decl_span(struct ast *ast, const struct decl *declaration, bool expanded)
{
	return (struct span){ .file = FILE_NAME };
}

struct span ast_span(struct ast *ast, const struct expr *expr)
{
	return (struct span){ .file = FILE_NAME };
}

struct location ast_at(struct ast *ast, const struct expr *expr)
{
	return (struct location){ FILE_NAME, 1, 1 };
}

struct location ast_begin(struct ast *ast, const struct expr *expr)
{
	return ast_at(ast, expr);
}

const char *ast_text(struct ast *ast, const char *path, size_t *size)
{
	return NULL;
}

unsigned int ast_spelled_at(const struct decl *declaration)
{
	return 0;
}

bool ast_value(const struct expr *expr, int64_t *value)
{
	*value = 7;
	return expr->kind == EXPR_INTEGER;
}

/* Trees */

static struct expr *node(enum expr_kind kind, const struct ctype *type, struct expr *first,
			 struct expr *second)
{
	struct expr *expr = arena_take(&memory, sizeof(*expr));

	expr->kind = kind;
	expr->type = type;
	expr->children = arena_take(&memory, 2 * sizeof(*expr->children));
	expr->children[0] = first;
	expr->children[1] = second;
	expr->count = second ? 2 : first ? 1 : 0;
	return expr;
}

static struct expr *op(struct expr *expr, enum expr_op op)
{
	expr->op = op;
	return expr;
}

static struct expr *name(struct decl *decl)
{
	struct expr *expr = node(EXPR_NAME, decl->type, NULL, NULL);

	expr->decl = decl;
	return expr;
}

/* base->field */
static struct expr *member(struct expr *base, unsigned int field)
{
	struct expr *expr = node(EXPR_MEMBER, fields[field].type, base, NULL);

	expr->decl = &fields[field];
	return expr;
}

static struct expr *call(struct decl *callee, struct expr *argument)
{
	struct expr *expr = node(EXPR_CALL, callee->type->elem, name(callee), argument);

	expr->decl = callee;
	return expr;
}

static struct expr *assign(struct expr *left, struct expr *right)
{
	return op(node(EXPR_BINARY, left->type, left, right), OP_ASSIGN);
}

/* Walking them */

static struct parser parser;
static struct source source = { .path = FILE_NAME, .text = (char *)"", .name = "file.c" };

static void setup(void)
{
	arena_init(&memory);
	parser.model = model_new();
	parser.model->directory = "/driver";
	g_ptr_array_add(parser.model->sources, &source);
	parser.source = &source;
	record.type = &dev_type;
	parser.keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (GHashTable **table = &parser.types; table <= &parser.raw_calls; table++)
		*table = g_hash_table_new(NULL, NULL);
	parser.inclusions = g_hash_table_new(g_str_hash, g_str_equal);
	parser.pending = g_array_new(FALSE, FALSE, sizeof(struct pending));
}

/* int walked(struct dev *dev) { first; second; } */
static struct function *walk(struct expr *first, struct expr *second)
{
	struct function *function;

	body = node(STMT_COMPOUND, NULL, first, second);
	function = function_of(&parser, &walked);
	ck_assert(function->in_driver);
	walk_body(&parser, function, body);
	return function;
}

static unsigned int modes_of(const struct function *function, const char *field)
{
	unsigned int modes = 0;

	for (guint i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		const struct field *leaf = access->path->pdata[access->path->len - 1];

		if (!strcmp(leaf->name, field))
			modes |= access->modes;
	}
	return modes;
}

/* dev->next->level = kernel_function(dev) */
START_TEST(test_assignment)
{
	struct function *function =
		walk(assign(member(member(name(&parameter), NEXT), LEVEL),
			    call(&kernel_function, name(&parameter))), NULL);
	const struct call *made_call = function->calls->pdata[0];
	const struct argument *argument = made_call->args->pdata[0];

	ck_assert_uint_eq(modes_of(function, "level"), ACCESS_WRITE);
	ck_assert_uint_eq(modes_of(function, "next"), ACCESS_READ);
	ck_assert_str_eq(made_call->callee->name, "kernel_function");
	ck_assert_int_eq(argument->kind, ARG_PARAM);
	ck_assert(made_call->assigned);
	/* within an assignment, which is the statement */
	ck_assert(!made_call->always);
}
END_TEST

/* kernel_function(dev->next); &dev->level */
START_TEST(test_address)
{
	struct expr *level = member(name(&parameter), LEVEL);
	struct function *function =
		walk(call(&kernel_function, member(name(&parameter), NEXT)),
		     op(node(EXPR_UNARY, &void_pointer, level, NULL), OP_ADDRESS));

	ck_assert_uint_eq(modes_of(function, "level"), ACCESS_ADDRESS);
	ck_assert(((const struct call *)function->calls->pdata[0])->always);
}
END_TEST

/* if (7) dev->level; else dev->next; */
START_TEST(test_branch_never_taken)
{
	struct expr *condition = node(EXPR_INTEGER, &int_type, NULL, NULL);
	struct expr *branch = node(STMT_IF, NULL, condition, member(name(&parameter), LEVEL));
	struct expr *children[] = {
		condition,
		op(node(EXPR_UNARY, &int_type, member(name(&parameter), LEVEL), NULL), OP_STEP),
		assign(member(name(&parameter), NEXT), name(&parameter)),
	};
	struct function *function;

	branch->children = children;
	branch->count = G_N_ELEMENTS(children);
	function = walk(branch, NULL);
	ck_assert_uint_eq(modes_of(function, "level"), ACCESS_READ | ACCESS_WRITE);
	ck_assert_uint_eq(modes_of(function, "next"), 0);
}
END_TEST

/* ((struct dev *)dev->priv)->level = 7: what priv points at was taken for the record */
START_TEST(test_conversion)
{
	struct expr *cast = node(EXPR_CAST, &dev_pointer, member(name(&parameter), PRIV), NULL);
	struct function *function =
		walk(assign(member(node(EXPR_PAREN, &dev_pointer, cast, NULL), LEVEL),
			    node(EXPR_INTEGER, &int_type, NULL, NULL)), NULL);
	const struct raw_flow *flow;

	ck_assert_uint_eq(function->raw_flows->len, 1);
	flow = function->raw_flows->pdata[0];
	ck_assert_str_eq(flow->field->name, "priv");
	ck_assert_str_eq(flow->as->name, "struct dev");
	ck_assert_uint_eq(modes_of(function, "level"), ACCESS_WRITE);
}
END_TEST

START_TEST(test_plain)
{
	struct expr *inner = name(&parameter);
	struct expr *implicit = node(EXPR_IMPLICIT, &dev_pointer, inner, NULL);
	struct expr *cast = node(EXPR_CAST, &dev_pointer, implicit, NULL);
	struct expr *paren = node(EXPR_PAREN, &dev_pointer, cast, NULL);

	ck_assert_ptr_eq(expr_plain(paren, false), cast);
	ck_assert_ptr_eq(expr_plain(paren, true), inner);
	ck_assert_ptr_eq(expr_child(paren, -1), cast);
	ck_assert_ptr_null(expr_child(paren, 1));
	ck_assert_int_eq(expr_constant(node(EXPR_INTEGER, &int_type, NULL, NULL)), 1);
	ck_assert_int_eq(expr_constant(call(&kernel_function, inner)), -1);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("walk");
	TCase *tcase = tcase_create("trees made by hand");
	SRunner *runner;
	int failed;

	tcase_add_checked_fixture(tcase, setup, NULL);
	tcase_add_test(tcase, test_assignment);
	tcase_add_test(tcase, test_address);
	tcase_add_test(tcase, test_branch_never_taken);
	tcase_add_test(tcase, test_conversion);
	tcase_add_test(tcase, test_plain);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
