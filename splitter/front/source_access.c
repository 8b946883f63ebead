// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Uses of fields, globals and names: what an lvalue names, through members,
 * subscripts and pointers.
 */
#include <string.h>

#include "source_walk.h"

static const struct flow flow_read = { .modes = ACCESS_READ };

static void add_access(struct walk *walk, const struct expr *expr, struct record *base,
		       GPtrArray *path, struct flow flow, struct global *global, bool local)
{
	unsigned int modes = flow.modes;
	struct access *access;
	struct field *leaf;

	if (!walk->function || !modes || !base || !path->len)
		return;
	access = model_alloc(walk->parser->model, sizeof(*access));
	access->base = base;
	access->path = model_array(walk->parser->model);
	g_ptr_array_extend(access->path, path, NULL, NULL);
	access->modes = modes;
	access->at = ast_at(walk->parser->ast, expr);
	access->in = walk->function;
	access->global = global;
	access->local = local;
	access->carried = flow.carried;
	leaf = path->pdata[path->len - 1];
	leaf->otherwise_set |= modes & ACCESS_ADDRESS ||
		(modes & ACCESS_READ && modes & ACCESS_WRITE);
	g_ptr_array_add(walk->function->accesses, access);
}

/* A record used as a whole, through a pointer or as @global: all its fields. */
static void add_all(struct walk *walk, const struct expr *expr, const struct ctype *type,
		    unsigned int modes, struct global *global)
{
	GPtrArray *path;
	struct record *record;
	guint i;

	if (type->kind != TYPE_RECORD || !(modes & (ACCESS_READ | ACCESS_WRITE)))
		return;
	record = record_of(walk->parser, type);
	record_fill(walk->parser, record, type);
	path = g_ptr_array_new();
	g_ptr_array_set_size(path, 1);
	for (i = 0; i < record->fields->len; i++) {
		const struct field *field = record->fields->pdata[i];

		/* An assignment leaves out what is behind the end. */
		if (field->type->kind == TYPE_ARRAY && !field->type->count)
			continue;
		path->pdata[0] = record->fields->pdata[i];
		add_access(walk, expr, record, path, (struct flow){ .modes = modes }, global,
			   false);
	}
	g_ptr_array_unref(path);
}

void add_record(struct walk *walk, const struct expr *expr, const struct ctype *type,
		unsigned int modes)
{
	add_all(walk, expr, type, modes, NULL);
}

void add_whole(struct walk *walk, const struct expr *expr, unsigned int modes)
{
	add_record(walk, expr, expr->type->canonical, modes);
}

static void use_global(struct walk *walk, const struct expr *expr, struct global *global,
		       struct flow flow)
{
	struct function *function = walk->function;
	struct global_use *use;

	/* what module_param() and its like name is left out of the user half */
	if (!function && flow.global && !flow.global->from_macro)
		global->initial = true;
	if (!function || !flow.modes)
		return;
	use = model_alloc(walk->parser->model, sizeof(*use));
	use->global = global;
	use->modes = flow.modes;
	use->into = flow.into;
	use->call = flow.call;
	use->arg = flow.arg;
	use->carried = flow.carried;
	use->at = ast_at(walk->parser->ast, expr);
	g_ptr_array_add(function->globals, use);
}

static void refer(struct walk *walk, const struct expr *expr, struct flow flow)
{
	struct function *target = function_of(walk->parser, expr->decl);
	struct reference *reference;

	if (g_str_has_prefix(target->name, "__builtin_"))
		return;
	reference = model_alloc(walk->parser->model, sizeof(*reference));
	reference->target = target;
	reference->at = ast_at(walk->parser->ast, expr);
	reference->in = walk->function;
	reference->global = flow.global;
	reference->kind = REF_OTHER;
	reference->tested = flow.tested;
	if (flow.slot) {
		reference->kind = REF_SLOT;
		reference->field = flow.slot;
		reference->to.kind = PLACE_FIELD;
		reference->to.field = flow.slot;
	} else if (flow.call) {
		reference->kind = REF_ARGUMENT;
		reference->call = flow.call;
		reference->arg = flow.arg;
		reference->to.kind = PLACE_ARGUMENT;
		reference->to.call = flow.call;
		reference->to.index = flow.arg;
	} else if (flow.to) {
		reference->to = *flow.to;
	}
	g_ptr_array_add(target->references, reference);
	if (flow.global)
		g_ptr_array_add(flow.global->slots, reference);
}

/* A name: of a function, a global, or something local. */
void walk_name(struct walk *walk, const struct expr *expr, struct flow flow)
{
	struct decl *declaration = expr->decl;

	if (declaration->kind == DECL_FUNCTION) {
		if (flow.modes)
			refer(walk, expr, flow);
	} else if (declaration->is_global) {
		struct global *global = global_of(walk->parser, declaration);
		const struct ctype *type = expr->type->canonical;

		use_global(walk, expr, global, flow);
		while (type->kind == TYPE_ARRAY)
			type = type->elem;
		add_all(walk, expr, type->plain, flow.modes, global);
		flow_leaf(walk, expr, flow);
	} else {
		store_seen(walk, declaration);
		if (flow.modes & (ACCESS_WRITE | ACCESS_ADDRESS) && !flow.assigned)
			store_setting(walk, declaration, NULL);
		flow_leaf(walk, expr, flow);
	}
}

/*
 * Where the chain of members in @path (innermost last) starts. @expr is what the
 * first member was taken of, @owner the record of that member.
 */
static void walk_base(struct walk *walk, const struct expr *expr, struct record *owner,
		      GPtrArray *path, struct flow flow, const struct expr *whole)
{
	const struct expr *plain = expr_plain(expr, false);

	if (plain->kind == EXPR_NAME) {
		struct global *global = plain->decl->is_global ?
			global_of(walk->parser, plain->decl) : NULL;

		if (global)
			use_global(walk, expr, global, (struct flow){ .modes = flow.modes });
		add_access(walk, whole, owner, path, flow, global, !global);
		return;
	}
	if (expr_is_unary(plain, OP_DEREF)) {
		add_access(walk, whole, owner, path, flow, NULL, false);
		walk_expr(walk, expr_child(plain, 0), flow_read);
		return;
	}
	add_access(walk, whole, owner, path, flow, NULL, true);
	walk_expr(walk, plain, flow_read);
}

/*
 * Members of anonymous members: clang does not show the steps between, which
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
static struct record *record_behind(struct walk *walk, const struct expr *base)
{
	const struct ctype *type = base->type->canonical;
	struct record *record;

	if (type->kind == TYPE_POINTER)
		type = type->elem;
	if (type->kind != TYPE_RECORD)
		return NULL;
	record = record_of(walk->parser, type);
	record_fill(walk->parser, record, type);
	return record;
}

static struct field *add_member(struct walk *walk, GPtrArray *path, const struct expr *expr,
				const struct expr *base)
{
	struct field *field = field_of(walk->parser, expr->decl);
	struct record *record = record_behind(walk, base);

	if (!field)
		return NULL;
	g_ptr_array_insert(path, 0, field);
	if (record && record != field->owner)
		add_anonymous(walk, path, record, field->owner);
	return path->pdata[0];
}

/* @pointer moves @by so many records, or by NULL: what is behind it is not one alone. */
void note_beside(struct walk *walk, const struct expr *pointer, const struct expr *by)
{
	const struct expr *plain = expr_plain(pointer, false);
	const struct ctype *pointee = plain->type ? ctype_pointee(plain->type) : NULL;
	struct beside *beside;
	int64_t count;

	if (!walk->function || !pointee || pointee->kind != TYPE_RECORD ||
	    (by && ast_value(by, &count) && !count))
		return;
	beside = model_alloc(walk->parser->model, sizeof(*beside));
	beside->pointer = argument_plain(walk, plain);
	beside->record = record_of(walk->parser, pointee->canonical->plain)->name;
	beside->at = ast_at(walk->parser->ast, pointer);
	g_ptr_array_add(walk->function->besides, beside);
}

/* a.b->c[i].d and the like: one access per pointer that is followed. */
void walk_lvalue(struct walk *walk, const struct expr *expr, struct flow flow)
{
	GPtrArray *path = g_ptr_array_new();
	const struct expr *whole = expr, *base;
	struct field *first = NULL;

	flow_leaf(walk, expr, flow);
	for (;;) {
		base = expr_child(expr, 0);
		if (expr->kind == EXPR_MEMBER) {
			first = add_member(walk, path, expr, base);
			if (!first)
				break;
			if (base->type->kind == TYPE_POINTER) {
				add_access(walk, whole, first->owner, path, flow, NULL, false);
				walk_expr(walk, base, flow_read);
				break;
			}
		} else {	/* subscript */
			walk_expr(walk, expr_child(expr, 1), flow_read);
			if (!expr_is_array(expr_plain(base, false))) {
				note_beside(walk, base, expr_child(expr, 1));
				if (path->len)
					add_access(walk, whole, first->owner, path, flow, NULL,
						   false);
				else
					add_whole(walk, whole, flow.modes);
				if (!first)
					raw_use(walk, base, flow.modes);
				walk_expr(walk, base, flow_read);
				break;
			}
		}
		expr = expr_plain(base, false);
		if (expr->kind == EXPR_MEMBER || expr->kind == EXPR_SUBSCRIPT)
			continue;
		if (path->len)
			walk_base(walk, expr, first->owner, path, flow, whole);
		else
			walk_expr(walk, expr, flow);
		break;
	}
	g_ptr_array_unref(path);
}
