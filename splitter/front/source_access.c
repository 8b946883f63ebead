// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Uses of fields, globals and names: what an lvalue names, through members,
 * subscripts and pointers.
 */
#include <string.h>

#include "source_clang.h"

static const struct flow flow_read = { .modes = ACCESS_READ };

static void add_access(struct walk *walk, CXCursor cursor, struct record *base, GPtrArray *path,
		       struct flow flow, struct global *global, bool local)
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
	access->at = location_of(walk->parser, cursor);
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
static void add_all(struct walk *walk, CXCursor cursor, CXType type, unsigned int modes,
		    struct global *global)
{
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
		const struct field *field = record->fields->pdata[i];

		/* An assignment leaves out what is behind the end. */
		if (field->type->kind == TYPE_ARRAY && !field->type->count)
			continue;
		path->pdata[0] = record->fields->pdata[i];
		add_access(walk, cursor, record, path, (struct flow){ .modes = modes }, global,
			   false);
	}
	g_ptr_array_unref(path);
}

void add_record(struct walk *walk, CXCursor cursor, CXType type, unsigned int modes)
{
	add_all(walk, cursor, type, modes, NULL);
}

void add_whole(struct walk *walk, CXCursor cursor, unsigned int modes)
{
	add_record(walk, cursor, clang_getCanonicalType(clang_getCursorType(cursor)), modes);
}

static void use_global(struct walk *walk, CXCursor cursor, struct global *global,
		       struct flow flow)
{
	struct function *function = walk->function;
	struct global_use *use;

	if (!function || !flow.modes)
		return;
	use = model_alloc(walk->parser->model, sizeof(*use));
	use->global = global;
	use->modes = flow.modes;
	use->into = flow.into;
	use->call = flow.call;
	use->arg = flow.arg;
	use->carried = flow.carried;
	use->at = location_of(walk->parser, cursor);
	g_ptr_array_add(function->globals, use);
}

bool is_global_variable(CXCursor declaration)
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
void walk_name(struct walk *walk, CXCursor cursor, struct flow flow)
{
	CXCursor declaration = clang_getCursorReferenced(cursor);

	if (clang_getCursorKind(declaration) == CXCursor_FunctionDecl) {
		if (flow.modes)
			refer(walk, cursor, declaration, flow);
	} else if (is_global_variable(declaration)) {
		struct global *global = global_of(walk->parser, declaration);
		CXType type = clang_getCanonicalType(clang_getCursorType(cursor));

		use_global(walk, cursor, global, flow);
		while (clang_getArrayElementType(type).kind != CXType_Invalid)
			type = clang_getCanonicalType(clang_getArrayElementType(type));
		add_all(walk, cursor, clang_getUnqualifiedType(type), flow.modes, global);
		flow_leaf(walk, cursor, flow);
	} else {
		store_seen(walk, declaration);
		flow_leaf(walk, cursor, flow);
	}
}

/*
 * Where the chain of members in @path (innermost last) starts. @cursor is what the
 * first member was taken of, @owner the record of that member.
 */
static void walk_base(struct walk *walk, CXCursor cursor, struct record *owner, GPtrArray *path,
		      struct flow flow, CXCursor whole)
{
	CXCursor plain = strip(cursor, false), child, declaration;

	if (clang_getCursorKind(plain) == CXCursor_DeclRefExpr) {
		declaration = clang_getCursorReferenced(plain);
		if (is_global_variable(declaration)) {
			struct global *global = global_of(walk->parser, declaration);

			use_global(walk, cursor, global, (struct flow){ .modes = flow.modes });
			add_access(walk, whole, owner, path, flow, global, false);
		} else {
			add_access(walk, whole, owner, path, flow, NULL, true);
		}
		return;
	}
	if (clang_getCursorKind(plain) == CXCursor_UnaryOperator &&
	    clang_getCursorUnaryOperatorKind(plain) == CXUnaryOperator_Deref &&
	    child_at(plain, 0, &child)) {
		add_access(walk, whole, owner, path, flow, NULL, false);
		walk_expr(walk, child, flow_read);
		return;
	}
	add_access(walk, whole, owner, path, flow, NULL, true);
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
void walk_lvalue(struct walk *walk, CXCursor cursor, struct flow flow)
{
	GPtrArray *path = g_ptr_array_new();
	CXCursor whole = cursor, base;
	struct field *first = NULL;

	flow_leaf(walk, cursor, flow);
	for (;;) {
		enum CXCursorKind kind = clang_getCursorKind(cursor);

		if (kind == CXCursor_MemberRefExpr) {
			if (!child_at(cursor, 0, &base))
				break;
			first = add_member(walk, path, cursor, base);
			if (!first)
				break;
			if (type_kind(base) == CXType_Pointer) {
				add_access(walk, whole, first->owner, path, flow, NULL, false);
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
		cursor = strip(base, false);
		kind = clang_getCursorKind(cursor);
		if (kind == CXCursor_MemberRefExpr || kind == CXCursor_ArraySubscriptExpr)
			continue;
		if (path->len)
			walk_base(walk, cursor, first->owner, path, flow, whole);
		else
			walk_expr(walk, cursor, flow);
		break;
	}
	g_ptr_array_unref(path);
}
