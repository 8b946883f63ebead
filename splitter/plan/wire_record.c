// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The records of a plan. One comes into being when a pointer to its type crosses
 * or is a field that does; its fields are all that code of the user half does
 * with that type, wherever an object of it may sit.
 */
#include <string.h>

#include "diag.h"
#include "global.h"
#include "marshal.h"
#include "marshal_type.h"
#include "mdrv_plan.h"
#include "wire_internal.h"

/* "struct net_device" -> "net_device", fit for an identifier. */
const char *wire_ident(struct builder *b, const char *name)
{
	g_autofree char *ident = NULL;

	if (g_str_has_prefix(name, "struct "))
		name += strlen("struct ");
	else if (g_str_has_prefix(name, "union "))
		name += strlen("union ");
	ident = g_strcanon(g_strdup(name), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_", '_');
	return model_intern(b->model, ident);
}

static struct wire_record *record_new(struct builder *b, const char *ident, const char *ctype)
{
	struct wire_record *record = model_alloc(b->model, sizeof(*record));
	struct wire_place *self = model_alloc(b->model, sizeof(*self));

	record->number = b->plan->records->len + 1;
	record->ident = ident;
	record->name = ctype;
	record->ctype = ctype;
	record->home = ((struct source *)b->model->sources->pdata[0])->path;
	record->fields = model_array(b->model);
	record->places = model_array(b->model);
	self->path = "";
	self->record = record->number;
	self->count = 1;
	g_ptr_array_add(record->places, self);
	g_ptr_array_add(b->plan->records, record);
	g_hash_table_insert(b->records, (gpointer)ident, record);
	return record;
}

struct wire_record *wire_record_of(struct builder *b, const char *name, struct record *type)
{
	const char *ident = wire_ident(b, name);
	struct wire_record *record = g_hash_table_lookup(b->records, ident);

	if (record)
		return record;
	record = record_new(b, ident, model_intern(b->model, name));
	record->record = type;
	record->incomplete = !type || !type->complete || !type->size;
	return record;
}

unsigned int wire_record_number(struct builder *b, const char *name, struct record *record)
{
	if (!name)
		return MDRV_REC_VOID;
	if (!strcmp(name, MARSHAL_BYTES))
		return MDRV_REC_BYTES;
	return wire_record_of(b, name, record)->number;
}

static void index_access(struct builder *b, GHashTable *index, gconstpointer key,
			 struct access *access)
{
	GPtrArray *list = g_hash_table_lookup(index, key);

	if (!list) {
		list = model_array(b->model);
		g_hash_table_insert(index, (gpointer)key, list);
	}
	g_ptr_array_add(list, access);
}

static bool is_ptr_to_const(const struct type *type)
{
	return type->kind == TYPE_POINTER && type->elem->is_const;
}

/*
 * An array that decays to a pointer could be written through it. Not if all that
 * the function does with it is to pass it as a pointer to const, or, in an inline
 * of a header, to return it as one.
 */
static bool only_read(const struct builder *b, const struct function *function,
		      const struct access *access)
{
	const struct field *leaf = access->path->pdata[access->path->len - 1];
	guint taken = 0, harmless = 0;

	if (access->modes != ACCESS_ADDRESS || leaf->type->kind != TYPE_ARRAY)
		return false;
	for (guint i = 0; i < function->accesses->len; i++) {
		const struct access *other = function->accesses->pdata[i];

		taken += other->path->pdata[other->path->len - 1] == leaf &&
			(other->modes & ACCESS_ADDRESS);
	}
	for (guint i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];

		for (guint j = 0; j < call->args->len; j++) {
			const struct argument *argument = call->args->pdata[j];

			/* not f(p->array[0]) */
			harmless += argument->kind == ARG_FIELD_ADDRESS &&
				    argument->field == leaf &&
				    call_only_reads(b->knowledge, call, j);
		}
	}
	harmless += function->in_header && is_ptr_to_const(function->type->elem);
	return taken <= harmless;
}

static struct access *as_read(struct builder *b, const struct access *access)
{
	struct access *copy = model_alloc(b->model, sizeof(*copy));

	*copy = *access;
	copy->modes = ACCESS_READ;
	return copy;
}

/* All accesses of reached code by the type they start at. */
void wire_index_accesses(struct builder *b)
{
	b->accesses = g_hash_table_new(g_str_hash, g_str_equal);
	b->global_accesses = g_hash_table_new(NULL, NULL);
	for (guint i = 0; i < b->reached->len; i++) {
		const struct function *function = b->reached->pdata[i];

		for (guint j = 0; j < function->accesses->len; j++) {
			struct access *access = function->accesses->pdata[j];

			if (access->local || wire_in_kernel_macro(b, function, access))
				continue;
			if (only_read(b, function, access))
				access = as_read(b, access);
			if (access->global)
				index_access(b, b->global_accesses, access->global, access);
			else if (access->base->name[0])
				index_access(b, b->accesses, access->base->name, access);
		}
	}
}

/* The type that "sizeof(struct x)" or "sizeof(*p)" names. */
static struct record *sizeof_record(const struct builder *b, const struct call *call,
				    const char *text)
{
	g_autofree char *inner = NULL;
	const char *open = text ? strchr(text, '(') : NULL;
	const char *close = open ? strrchr(open, ')') : NULL;

	if (!close || !g_str_has_prefix(text, "sizeof"))
		return NULL;
	inner = g_strstrip(g_strndup(open + 1, close - open - 1));
	if (inner[0] != '*')
		return model_record(b->model, inner);
	for (guint i = 0; call->caller->locals && i < call->caller->locals->len; i++) {
		const struct parameter *local = call->caller->locals->pdata[i];

		if (!strcmp(local->name, g_strchug(inner + 1)) &&
		    local->type->kind == TYPE_POINTER)
			return local->type->elem->record;
	}
	return NULL;
}

static void add_tail(struct builder *b, const struct fact *fact, struct record *private)
{
	struct record *base = model_record(b->model, fact->tail_record);
	struct wire_record *base_record, *record;
	struct wire_place *place;
	g_autofree char *ident = NULL;
	g_autofree char *name = NULL;

	if (!base)
		return;
	base_record = wire_record_of(b, fact->tail_record, base);
	ident = g_strdup_printf("%s_%s", base_record->ident, wire_ident(b, private->name));
	if (g_hash_table_contains(b->records, ident))
		return;
	name = g_strdup_printf("%s + %s", base->name, private->name);
	record = record_new(b, model_intern(b->model, ident), base->name);
	record->name = model_intern(b->model, name);
	record->record = base;
	record->tail = private;
	record->tail_offset = fact->tail_offset ? fact->tail_offset : base->name;
	record->base = base_record->number;
	place = model_alloc(b->model, sizeof(*place));
	place->path = "";
	place->in_tail = true;
	place->count = 1;
	place->record_name = private->name;
	place->record = wire_record_number(b, private->name, private);
	g_ptr_array_add(record->places, place);
}

/*
 * A driver of one file sees all its types. Of several files, one that does
 * something with a type sees it whole; of a type with which nothing is done, not
 * even the size is of interest.
 */
static void settle_home(struct builder *b, struct wire_record *record, const char *type)
{
	GPtrArray *list = g_hash_table_lookup(b->accesses, type);

	if (b->model->sources->len == 1 || record->global)
		return;
	if (!list || !list->len) {
		record->incomplete |= !record->tail && record->places->len == 1;
		return;
	}
	record->home = wire_home(b, ((struct access *)list->pdata[0])->in);
}

/* A private area that is asked of an allocator. */
struct tail {
	const struct fact *fact;
	struct record *private;
};

/* Objects of one type have private areas of two: nobody can tell what is behind one. */
static void keep_users(struct builder *b, const struct tail *tail, const struct tail *other)
{
	for (guint i = 0; i < b->reached->len; i++) {
		const struct function *function = b->reached->pdata[i];

		for (guint j = 0; j < function->accesses->len; j++) {
			const struct access *access = function->accesses->pdata[j];

			if (access->base != tail->private || access->local || access->global)
				continue;
			wire_keep(b, function, &access->at,
				  "uses %s, the private area of a %s, and others have %s there: "
				  "no way to tell them apart", tail->private->name,
				  tail->fact->tail_record, other->private->name);
			break;
		}
	}
}

static void settle_tails(struct builder *b, const GArray *tails)
{
	for (guint i = 0; i < tails->len; i++) {
		const struct tail *tail = &g_array_index(tails, struct tail, i);
		const struct tail *other = NULL;

		for (guint j = 0; j < tails->len && !other; j++) {
			other = &g_array_index(tails, struct tail, j);
			if (strcmp(other->fact->tail_record, tail->fact->tail_record) ||
			    other->private == tail->private)
				other = NULL;
		}
		if (other)
			keep_users(b, tail, other);
		else
			add_tail(b, tail->fact, tail->private);
	}
}

/* Private areas: what is asked of allocators that append one. */
static void find_tails(struct builder *b, const struct function *function, GArray *tails,
		       int depth)
{
	for (guint i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct fact *fact = call->callee ?
			knowledge_fact(b->knowledge, call->callee->name) : NULL;
		struct tail tail = { .fact = fact };
		const struct argument *size;

		if (depth && call->callee && call->callee->in_header)
			find_tails(b, call->callee, tails, depth - 1);
		if (!fact || fact->tail < 0 || (guint)fact->tail >= call->args->len)
			continue;
		size = call->args->pdata[fact->tail];
		tail.private = fact->tail_private ? model_record(b->model, fact->tail_private) :
			sizeof_record(b, call, size->text);
		if (tail.private)
			g_array_append_val(tails, tail);
		else if (function->in_driver && (size->kind != ARG_INT || size->value))
			diag_warning(&call->at, "%s(): cannot tell the type of the private "
				     "area from '%s'", call->callee->name, size->text);
	}
}

void wire_tails(struct builder *b)
{
	g_autoptr(GArray) tails = g_array_new(FALSE, FALSE, sizeof(struct tail));

	for (guint i = 0; i < b->model->functions->len; i++) {
		const struct function *function = b->model->functions->pdata[i];

		if (function->in_driver)
			find_tails(b, function, tails, 3);
	}
	settle_tails(b, tails);
}

static void fill_from(struct builder *b, struct wire_record *record, const char *type,
		      bool in_tail)
{
	GPtrArray *list = g_hash_table_lookup(b->accesses, type);

	for (guint i = 0; list && i < list->len; i++)
		wire_add_access(b, record, "", in_tail, list->pdata[i]);
}

/* Sub-records by value whose type crosses on its own: pointers may lead there. */
static void add_embedded(struct builder *b, struct wire_record *record,
			 const struct record *type, bool in_tail)
{
	if (!type || !type->in_driver)
		return;
	for (guint i = 0; i < type->fields->len; i++) {
		struct field *field = type->fields->pdata[i];
		struct access access = { .base = field->owner, .modes = ACCESS_ADDRESS };
		g_autoptr(GPtrArray) path = NULL;
		const char *name;

		if (field->type->kind != TYPE_RECORD || !field->name[0])
			continue;
		name = type_record_name(b->model, field->type);
		if (!name || !g_hash_table_contains(b->records, wire_ident(b, name)))
			continue;
		path = g_ptr_array_new();
		g_ptr_array_add(path, field);
		access.path = path;
		access.at = field->at;
		wire_add_access(b, record, "", in_tail, &access);
	}
}

static gint by_path(gconstpointer a, gconstpointer b)
{
	const struct wire_field *x = *(struct wire_field *const *)a;
	const struct wire_field *y = *(struct wire_field *const *)b;

	return x->in_tail != y->in_tail ? x->in_tail - y->in_tail : strcmp(x->path, y->path);
}

static void fill_targets(struct builder *b, struct wire_record *record)
{
	for (guint i = 0; i < record->fields->len; i++) {
		struct wire_field *field = record->fields->pdata[i];

		if (field->kind == WIRE_PTR)
			field->target = wire_record_number(b, field->target_name, field->pointee);
	}
}

static bool is_enclosed(const struct builder *b, const struct wire_record *record)
{
	for (guint i = 0; i < b->plan->enclosures->len; i++)
		if (((struct wire_enclosure *)b->plan->enclosures->pdata[i])->inner == record)
			return true;
	return false;
}

/*
 * What is lent to the driver, a board's description perhaps, is what the driver takes it
 * for, as long as the user half only reads records of that type. Else it stays a number.
 */
static void settle_lent(const struct builder *b, struct wire_field *field)
{
	const struct field *source = field->source;
	const struct field_fact *fact = source && source->owner ?
		knowledge_field(b->knowledge, source->owner->name, source->name) : NULL;
	bool writes = field->access & MDRV_W;

	if (!field->pointee || !fact || g_strcmp0(fact->kind, "lent"))
		return;
	for (guint i = 0; i < b->plan->records->len; i++) {
		const struct wire_record *record = b->plan->records->pdata[i];

		for (guint j = 0; record->record == field->pointee && j < record->fields->len; j++)
			writes |= ((struct wire_field *)record->fields->pdata[j])->access & MDRV_W;
	}
	if (!writes)
		return;
	field->target_name = NULL;
	field->pointee = NULL;
	field->target = MDRV_REC_VOID;
	field->why = "it is not the driver's to write";
}

void wire_fill_records(struct builder *b)
{
	GPtrArray *records = b->plan->records;

	/* Targets of pointer fields are records, too: the array grows meanwhile. */
	for (int round = 0; round < 2; round++) {
		wire_enclosed_places(b);
		for (guint i = 0; i < records->len; i++) {
			struct wire_record *record = records->pdata[i];

			if (!record->incomplete && record->record && !record->global)
				fill_from(b, record, record->record->name, false);
			if (record->tail) {
				fill_from(b, record, record->tail->name, true);
				add_embedded(b, record, record->tail, true);
			} else if (!record->global) {
				add_embedded(b, record, record->record, false);
			}
			fill_targets(b, record);
		}
		wire_enclosures_known(b);
	}
	for (guint i = 0; i < records->len; i++) {
		struct wire_record *record = records->pdata[i];

		g_ptr_array_sort(record->fields, by_path);
		settle_home(b, record, record->tail ? record->tail->name : record->ctype);
		for (guint j = 0; j < record->fields->len; j++) {
			struct wire_field *field = record->fields->pdata[j];
			const struct wire_record *target;

			if (field->kind != WIRE_PTR)
				continue;
			settle_lent(b, field);
			if (!(field->access & MDRV_R))
				continue;
			if (field->target == MDRV_REC_BYTES || field->target == MDRV_REC_VOID) {
				field->follow = true;
				continue;
			}
			target = records->pdata[field->target - 1];
			field->follow = target->fields->len || target->places->len > 1 ||
					is_enclosed(b, target);
		}
	}
}
