// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Pointers that are stored: in fields, globals and locals, or returned, in source
 * order, and where the code looks at a local first. From these wire_store.c tells
 * what a field may be set to.
 */
#include "source_walk.h"

static bool is_pointer(const struct ctype *type)
{
	return type->kind == TYPE_POINTER;
}

static struct store *store_new(struct walk *walk, enum store_kind kind)
{
	struct store *store = model_alloc(walk->parser->model, sizeof(*store));

	store->kind = kind;
	g_ptr_array_add(walk->function->stores, store);
	return store;
}

static struct field *field_read(struct walk *walk, const struct expr *pointer)
{
	const struct expr *plain = expr_plain(pointer, true);

	return plain->kind == EXPR_MEMBER && is_pointer(plain->type) ?
		field_of(walk->parser, plain->decl) : NULL;
}

/* @pointer and @index elements: how far behind what it points at. */
static void offset_value(struct walk *walk, struct argument *value, const struct expr *pointer,
			 const struct expr *index)
{
	const struct ctype *elem = pointer->type->canonical->elem;
	int64_t size = elem->kind == TYPE_VOID ? 1 : elem->size, count;

	value->kind = ARG_OFFSET;
	value->value = -1;
	value->field = field_read(walk, pointer);
	if (size > 0 && ast_value(index, &count) && (int)count >= 0)
		value->value = count * size;
}

/* &p[n], p + n */
static bool is_offset(struct walk *walk, struct argument *value, const struct expr *plain)
{
	const struct expr *left, *right;

	if (expr_is_unary(plain, OP_ADDRESS)) {
		plain = expr_plain(expr_child(plain, 0), false);
		if (plain->kind != EXPR_SUBSCRIPT)
			return false;
	} else if (plain->kind != EXPR_BINARY || (plain->op != OP_ADD && plain->op != OP_SUB)) {
		return false;
	}
	left = expr_child(plain, 0);
	right = expr_child(plain, 1);
	if (expr_is_array(expr_plain(left, false)) || !is_pointer(left->type))
		return false;
	offset_value(walk, value, left, right);
	if (plain->op == OP_SUB)
		value->value = -1;
	return true;
}

/* @value has been walked: if it is a call, that was the last one to end. */
static struct argument *value_of(struct walk *walk, const struct expr *expr)
{
	const struct expr *plain = expr_plain(expr, true);
	struct argument *value;

	/* container_of() and the like: the value of the last statement */
	while (plain->kind == EXPR_BLOCK && expr_block_value(plain))
		plain = expr_plain(expr_block_value(plain), true);
	if (plain->kind != EXPR_CALL) {
		value = argument_plain(walk, plain);
		is_offset(walk, value, plain);
		return value;
	}
	value = model_alloc(walk->parser->model, sizeof(*value));
	value->bare = type_of(walk->parser, plain->type);
	value->kind = walk->last_call ? ARG_CALL : ARG_OTHER;
	value->call = walk->last_call;
	return value;
}

/* A number that is known here goes into a field. */
static void constant_assigned(struct walk *walk, const struct expr *left, const struct expr *right)
{
	const struct expr *plain = expr_plain(left, false);
	struct constant *constant;
	struct argument *value;
	struct field *field;

	if (plain->kind != EXPR_MEMBER)
		return;
	field = field_of(walk->parser, plain->decl);
	value = field ? argument_plain(walk, expr_plain(right, true)) : NULL;
	if (!value || (value->kind != ARG_INT && value->kind != ARG_NULL))
		return;
	constant = model_alloc(walk->parser->model, sizeof(*constant));
	constant->field = field;
	constant->value = value->kind == ARG_INT ? value->value : 0;
	constant->at = ast_at(walk->parser->ast, plain);
	g_ptr_array_add(walk->function->constants, constant);
}

/* A number is set to @value; NULL: to what cannot be said. */
void store_setting(struct walk *walk, const struct decl *variable, const struct expr *value)
{
	const struct expr *plain = value ? expr_plain(value, false) : NULL;
	struct setting *setting;

	if (!walk->function || variable->type->canonical->kind != TYPE_INT)
		return;
	setting = model_alloc(walk->parser->model, sizeof(*setting));
	setting->local = variable->name;
	if (plain && plain->kind == EXPR_MEMBER && plain->type->size <= variable->type->size)
		setting->field = field_of(walk->parser, plain->decl);
	g_ptr_array_add(walk->function->settings, setting);
}

/* @left = @right, both walked. */
void store_assigned(struct walk *walk, const struct expr *left, const struct expr *right)
{
	const struct expr *plain = expr_plain(left, false);
	struct store *store;

	if (!walk->function)
		return;
	if (!is_pointer(left->type)) {
		constant_assigned(walk, left, right);
		if (plain->kind == EXPR_NAME && !plain->decl->is_global)
			store_setting(walk, plain->decl, right);
		return;
	}
	while (plain->kind == EXPR_SUBSCRIPT)
		plain = expr_plain(expr_child(plain, 0), false);
	if (plain->kind == EXPR_MEMBER) {
		struct field *field = field_of(walk->parser, plain->decl);

		if (!field)
			return;
		store = store_new(walk, STORE_FIELD);
		store->field = field;
	} else if (plain->kind == EXPR_NAME) {
		struct decl *declaration = plain->decl;
		bool global = declaration->is_global;

		store = store_new(walk, global ? STORE_GLOBAL : STORE_LOCAL);
		if (global)
			store->global = global_of(walk->parser, declaration);
		else
			store->local = declaration->name;
	} else {
		return;
	}
	store->at = ast_at(walk->parser->ast, expr_plain(left, false));
	store->value = value_of(walk, right);
}

/* The initialiser of a local, walked. */
void store_initial(struct walk *walk, const struct decl *variable, const struct expr *value)
{
	struct store *store;

	if (!walk->function)
		return;
	if (!is_pointer(variable->type)) {
		store_setting(walk, variable, value);
		return;
	}
	store = store_new(walk, STORE_LOCAL);
	store->local = variable->name;
	store->value = value_of(walk, value);
}

void store_returned(struct walk *walk, const struct expr *value)
{
	if (walk->function && is_pointer(value->type))
		store_new(walk, STORE_RETURN)->value = value_of(walk, value);
}

/* A condition is about to be walked: note the locals in it. */
void store_look(struct walk *walk, GPtrArray *seen)
{
	walk->looked_at = seen;
}

/* A local, by name, in an expression. */
void store_seen(struct walk *walk, const struct decl *declaration)
{
	if (walk->looked_at && is_pointer(declaration->type))
		g_ptr_array_add(walk->looked_at, (gpointer)declaration->name);
}

void store_mark(struct walk *walk, GPtrArray *locals, bool valid)
{
	for (guint i = 0; walk->function && i < locals->len; i++)
		store_new(walk, valid ? STORE_VALID : STORE_UNKNOWN)->local = locals->pdata[i];
}

/* Does control never come out at the end of the statement? */
bool never_ends(const struct expr *statement)
{
	enum expr_kind kind;

	while (statement->kind == STMT_COMPOUND && statement->count)
		statement = expr_child(statement, -1);
	kind = statement->kind;
	return kind == STMT_RETURN || kind == STMT_GOTO ||
	       kind == STMT_BREAK || kind == STMT_CONTINUE;
}
