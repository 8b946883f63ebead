// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What the user half may store in a pointer field. The kernel half trusts its
 * fields as the driver's code does: one into which that code never stores NULL is
 * not tested for it, and one that always points at so many bytes is used that far.
 * Both are read off the stores of all code that runs in the user half.
 */
#include <string.h>

#include "marshal.h"
#include "marshal_type.h"
#include "mdrv_plan.h"
#include "wire_internal.h"

#define DEPTH_MAX	8
#define BLANK_ANY	(MDRV_BLANK_NULL | MDRV_BLANK_ERR)
#define ANY_EXTENT	INT64_MAX	/* nothing is stored, or nothing that counts */
#define NO_EXTENT	(-1)		/* not known */

/* Code that a value is looked at in: of an inline, also which call of it. */
struct scope {
	const struct function *function;
	const struct call *call;
	const struct scope *outer;
};

/* One store into a field or global, and the function that makes it. */
struct made {
	const struct function *function;
	const struct store *store;
	guint order;
};

struct stores {
	struct builder *b;
	GHashTable *places;	/* field or global -> GArray of struct made */
	GHashTable *elsewise;	/* field: written in a way that is no store */
	GHashTable *kept;	/* field: read by code that may run in the kernel */
};

static unsigned int may_be(const struct stores *s, const struct scope *scope,
			   const struct argument *value, guint order, int depth);
static int64_t extent(const struct stores *s, const struct scope *scope,
		      const struct argument *value, guint order, int depth);

/* Has the code looked at the local since it was last assigned? */
static bool looked_at(const struct function *function, const char *local, guint order)
{
	for (guint i = MIN(order, function->stores->len); i-- > 0;) {
		const struct store *store = function->stores->pdata[i];

		if (!g_strcmp0(store->local, local))
			return store->kind == STORE_VALID;
	}
	return false;
}

/* The union over all that is ever stored in the local. */
static unsigned int local_may_be(const struct stores *s, const struct scope *scope,
				 const char *local, int depth)
{
	GPtrArray *all = scope->function->stores;
	unsigned int blank = 0;
	bool found = false;

	for (guint i = 0; i < all->len; i++) {
		const struct store *store = all->pdata[i];

		if (store->kind != STORE_LOCAL || strcmp(store->local, local))
			continue;
		blank |= may_be(s, scope, store->value, i, depth - 1);
		found = true;
	}
	return found ? blank : BLANK_ANY;
}

/* What callers pass; the kernel, when it calls, passes something valid. */
static unsigned int param_may_be(const struct stores *s, const struct scope *scope, guint n,
				 int depth)
{
	const struct function *function = scope->function;
	const char *name = ((struct parameter *)function->params->pdata[n])->name;
	unsigned int blank = 0;

	for (guint i = 0; i < function->stores->len; i++) {
		const struct store *store = function->stores->pdata[i];

		if (store->kind == STORE_LOCAL && !strcmp(store->local, name))
			blank |= may_be(s, scope, store->value, i, depth - 1);
	}
	if (scope->call)
		return n >= scope->call->args->len ? BLANK_ANY :
			blank | may_be(s, scope->outer, scope->call->args->pdata[n],
				       scope->call->order, depth - 1);
	for (guint i = 0; i < function->callers->len; i++) {
		const struct call *call = function->callers->pdata[i];
		struct scope caller = { .function = call->caller };

		if (!call->caller || !g_hash_table_contains(s->b->reached_set, call->caller))
			continue;
		if (n >= call->args->len)
			return BLANK_ANY;
		blank |= may_be(s, &caller, call->args->pdata[n], call->order, depth - 1);
	}
	return blank;
}

/* What a function whose body is known may return; any other may fail in either way. */
static unsigned int result_may_be(const struct stores *s, const struct scope *scope,
				  const struct call *call, int depth)
{
	struct scope inner = { .function = call->callee, .call = call, .outer = scope };
	unsigned int blank = 0;
	bool found = false;

	if (!call->callee || !call->callee->defined)
		return BLANK_ANY;
	for (guint i = 0; i < call->callee->stores->len; i++) {
		const struct store *store = call->callee->stores->pdata[i];

		if (store->kind != STORE_RETURN)
			continue;
		blank |= may_be(s, &inner, store->value, i, depth - 1);
		found = true;
	}
	return found ? blank : BLANK_ANY;
}

static unsigned int number_may_be(int64_t value)
{
	if (!value)
		return MDRV_BLANK_NULL;
	return value < 0 && value >= -4095 ? MDRV_BLANK_ERR : MDRV_BLANK_RAW;
}

static unsigned int may_be(const struct stores *s, const struct scope *scope,
			   const struct argument *value, guint order, int depth)
{
	const struct function *function = scope->function;

	if (depth <= 0)
		return BLANK_ANY;
	switch (value->kind) {
	case ARG_NULL:
		return MDRV_BLANK_NULL;
	case ARG_INT:
		return number_may_be(value->value);
	case ARG_STRING:
	case ARG_FUNCTION:
	case ARG_LOCAL_ADDRESS:
	case ARG_GLOBAL_ADDRESS:
	case ARG_FIELD_ADDRESS:
	case ARG_OFFSET:
		return 0;
	case ARG_FIELD:
		/* memory begins as zeroes */
		return MDRV_BLANK_NULL;
	case ARG_LOCAL:
		return looked_at(function, value->local, order) ? 0 :
			local_may_be(s, scope, value->local, depth);
	case ARG_PARAM:
		if ((guint)value->value >= function->params->len)
			return BLANK_ANY;
		return looked_at(function, ((struct parameter *)
				 function->params->pdata[value->value])->name, order) ? 0 :
			param_may_be(s, scope, value->value, depth);
	case ARG_CALL:
		return result_may_be(s, scope, value->call, depth);
	default:
		return BLANK_ANY;
	}
}

/* Of several: what may be relied upon whichever it is. */
static int64_t least_of(int64_t a, int64_t b)
{
	return a == NO_EXTENT || b == NO_EXTENT ? NO_EXTENT : MIN(a, b);
}

static int64_t local_extent(const struct stores *s, const struct scope *scope,
			    const char *local, int depth)
{
	GPtrArray *all = scope->function->stores;
	int64_t bytes = ANY_EXTENT;
	bool found = false;

	for (guint i = 0; i < all->len; i++) {
		const struct store *store = all->pdata[i];

		if (store->kind != STORE_LOCAL || strcmp(store->local, local))
			continue;
		bytes = least_of(bytes, extent(s, scope, store->value, i, depth - 1));
		found = true;
	}
	return found ? bytes : NO_EXTENT;
}

/* What is stored anywhere in a field or a global, all told. */
static int64_t place_extent(const struct stores *s, gconstpointer key, int depth)
{
	const GArray *places = g_hash_table_lookup(s->places, key);
	int64_t bytes = ANY_EXTENT;

	if (!places || depth <= 0 || g_hash_table_contains(s->elsewise, key))
		return NO_EXTENT;
	for (guint i = 0; i < places->len; i++) {
		const struct made *place = &g_array_index(places, struct made, i);
		struct scope scope = { .function = place->function };

		bytes = least_of(bytes, extent(s, &scope, place->store->value, place->order,
					       depth - 1));
	}
	return bytes;
}

/* Which argument of an allocator is the size, or -1. */
static int size_argument(const struct fact *fact)
{
	const struct fact_arg *result = fact ? fact_arg(fact->args, ARG_RESULT) : NULL;

	if (fact && fact->alloc_size >= 0 && fact->alloc_count < 0)
		return fact->alloc_size;
	if (result && result->length && result->length[0] == '$' &&
	    g_ascii_isdigit(result->length[1]) && strspn(result->length + 1, "0123456789") ==
	    strlen(result->length + 1))
		return atoi(result->length + 1);
	return -1;
}

static int64_t constant(const struct scope *scope, const struct argument *value)
{
	while (value->kind == ARG_PARAM && scope->call &&
	       (guint)value->value < scope->call->args->len) {
		value = scope->call->args->pdata[value->value];
		scope = scope->outer;
	}
	return value->kind == ARG_INT && value->value > 0 ? value->value : NO_EXTENT;
}

static int64_t call_extent(const struct stores *s, const struct scope *scope,
			   const struct call *call, int depth)
{
	struct scope inner = { .function = call->callee, .call = call, .outer = scope };
	const struct fact *fact = call->callee ?
		knowledge_fact(s->b->knowledge, call->callee->name) : NULL;
	int size = size_argument(fact);
	int64_t bytes = ANY_EXTENT;
	bool found = false;

	if (size >= 0)
		return (guint)size < call->args->len ?
			constant(scope, call->args->pdata[size]) : NO_EXTENT;
	for (guint i = 0; call->callee && call->callee->defined &&
	     i < call->callee->stores->len; i++) {
		const struct store *store = call->callee->stores->pdata[i];

		if (store->kind != STORE_RETURN)
			continue;
		bytes = least_of(bytes, extent(s, &inner, store->value, i, depth - 1));
		found = true;
	}
	return found ? bytes : NO_EXTENT;
}

static int64_t extent(const struct stores *s, const struct scope *scope,
		      const struct argument *value, guint order, int depth)
{
	int64_t bytes;

	if (depth <= 0)
		return NO_EXTENT;
	switch (value->kind) {
	case ARG_NULL:
	case ARG_INT:
		return ANY_EXTENT;
	case ARG_GLOBAL_ADDRESS:
		return value->global->type->size ? (int64_t)value->global->type->size : NO_EXTENT;
	case ARG_FIELD:
		return place_extent(s, value->field, depth - 1);
	case ARG_OFFSET:
		bytes = value->field && value->value >= 0 ?
			place_extent(s, value->field, depth - 1) : NO_EXTENT;
		return bytes == NO_EXTENT || bytes == ANY_EXTENT || bytes < value->value ?
			NO_EXTENT : bytes - value->value;
	case ARG_LOCAL:
		return local_extent(s, scope, value->local, depth);
	case ARG_PARAM:
		return scope->call && (guint)value->value < scope->call->args->len ?
			extent(s, scope->outer, scope->call->args->pdata[value->value],
			       scope->call->order, depth - 1) : NO_EXTENT;
	case ARG_CALL:
		return call_extent(s, scope, value->call, depth);
	default:
		return NO_EXTENT;
	}
}

static bool agree(const struct stores *s, const struct function *function,
		  const struct argument *value, const char **found, int depth)
{
	const char *name;

	if (value->kind == ARG_NULL)
		return true;
	if (value->kind == ARG_PARAM && function->in_header && depth) {
		for (guint i = 0; i < function->callers->len; i++) {
			const struct call *call = function->callers->pdata[i];

			if (!call->caller ||
			    !g_hash_table_contains(s->b->reached_set, call->caller))
				continue;
			if ((guint)value->value >= call->args->len ||
			    !agree(s, call->caller, call->args->pdata[value->value], found,
				   depth - 1))
				return false;
		}
		return true;
	}
	if (!value->bare || value->bare->kind != TYPE_POINTER ||
	    value->bare->elem->kind != TYPE_RECORD)
		return false;
	name = type_record_name(s->b->model, value->bare->elem);
	if (!name || (*found && strcmp(*found, name)))
		return false;
	*found = name;
	return true;
}

/* The one record type that a void * is ever set to point at, if it is in the plan. */
static struct wire_record *expected(const struct stores *s, const GArray *places)
{
	const char *found = NULL;

	for (guint i = 0; places && i < places->len; i++) {
		const struct made *place = &g_array_index(places, struct made, i);

		if (!agree(s, place->function, place->store->value, &found, DEPTH_MAX))
			return NULL;
	}
	return found ? g_hash_table_lookup(s->b->records, wire_ident(s->b, found)) : NULL;
}

static void set_extent(const struct stores *s, const struct wire_record *record,
		       struct wire_field *field)
{
	gconstpointer key = field->source ? (gconstpointer)field->source : record->global;
	int64_t bytes = ANY_EXTENT;

	if (field->target == MDRV_REC_VOID && !g_hash_table_contains(s->elsewise, key))
		field->expects = expected(s, g_hash_table_lookup(s->places, key));
	if (field->length)
		field->blank |= MDRV_BLANK_SMALLER;
	if (field->expects || field->length)
		return;
	/* Code of the kernel proper may look at its own records. */
	if (!field->source || !field->source->owner->in_driver ||
	    g_hash_table_contains(s->kept, field->source))
		bytes = place_extent(s, key, DEPTH_MAX);
	if (bytes == ANY_EXTENT) {
		field->blank |= MDRV_BLANK_SMALLER;
	} else if (bytes != NO_EXTENT) {
		field->blank |= MDRV_BLANK_SMALLER;
		field->least = bytes;
	} else if (field->target == MDRV_REC_BYTES) {
		field->least = MAX(field->type->elem->size, 1);
	}
}

static void set_field(const struct stores *s, const struct wire_record *record,
		      struct wire_field *field)
{
	gconstpointer key = field->source ? (gconstpointer)field->source : record->global;
	const GArray *places = g_hash_table_lookup(s->places, key);

	if (!(field->access & MDRV_W) ||
	    (field->kind != WIRE_PTR && field->kind != WIRE_STR && field->kind != WIRE_FN))
		return;
	if (!places || g_hash_table_contains(s->elsewise, key))
		field->blank = BLANK_ANY;
	for (guint i = 0; places && i < places->len; i++) {
		const struct made *place = &g_array_index(places, struct made, i);
		struct scope scope = { .function = place->function };

		field->blank |= may_be(s, &scope, place->store->value, place->order, DEPTH_MAX);
	}
	if (field->kind == WIRE_PTR &&
	    (field->target == MDRV_REC_BYTES || field->target == MDRV_REC_VOID))
		set_extent(s, record, field);
}

static bool is_at(const struct location *a, const struct location *b)
{
	return a->line == b->line && a->column == b->column && !g_strcmp0(a->file, b->file);
}

static bool is_store(const struct function *function, const struct access *access)
{
	for (guint i = 0; i < function->stores->len; i++) {
		const struct store *store = function->stores->pdata[i];

		if (store->field == access->path->pdata[access->path->len - 1] &&
		    is_at(&store->at, &access->at))
			return true;
	}
	return false;
}

static void note_function(struct stores *s, const struct function *function)
{
	for (guint i = 0; i < function->stores->len; i++) {
		const struct store *store = function->stores->pdata[i];
		struct made place = { function, store, i };
		gpointer key = store->field ? (gpointer)store->field : store->global;
		GArray *places;

		if (!key)
			continue;
		places = g_hash_table_lookup(s->places, key);
		if (!places) {
			places = g_array_new(FALSE, FALSE, sizeof(struct made));
			g_hash_table_insert(s->places, key, places);
		}
		g_array_append_val(places, place);
	}
	for (guint i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		struct field *leaf = access->path->pdata[access->path->len - 1];

		if (leaf->type->kind == TYPE_POINTER &&
		    (access->modes & (ACCESS_WRITE | ACCESS_ADDRESS)) &&
		    !is_store(function, access))
			g_hash_table_add(s->elsewise, leaf);
	}
}

static void note_kept(struct stores *s, const struct function *function)
{
	const struct decision *decision = partition_of(s->b->partition, function);

	if (decision && decision->domain == DOMAIN_USER)
		return;
	for (guint i = 0; function->accesses && i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];

		if (access->modes & (ACCESS_READ | ACCESS_ADDRESS))
			g_hash_table_add(s->kept, access->path->pdata[access->path->len - 1]);
	}
}

void wire_stores(struct builder *b)
{
	struct stores s = {
		.b = b,
		.places = g_hash_table_new_full(NULL, NULL, NULL,
						(GDestroyNotify)g_array_unref),
		.elsewise = g_hash_table_new(NULL, NULL),
		.kept = g_hash_table_new(NULL, NULL),
	};

	for (guint i = 0; i < b->reached->len; i++)
		note_function(&s, b->reached->pdata[i]);
	for (guint i = 0; i < b->model->functions->len; i++)
		note_kept(&s, b->model->functions->pdata[i]);
	for (guint i = 0; i < b->plan->records->len; i++) {
		const struct wire_record *record = b->plan->records->pdata[i];

		for (guint j = 0; j < record->fields->len; j++)
			set_field(&s, record, record->fields->pdata[j]);
	}
	g_hash_table_unref(s.places);
	g_hash_table_unref(s.elsewise);
	g_hash_table_unref(s.kept);
}
