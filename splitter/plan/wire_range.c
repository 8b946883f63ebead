// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The most that the user half may store in an integer field. Kept code indexes and counts
 * with its fields as the driver's code does, without asking; where all the code that runs in
 * the user half only ever stores constants there, nothing above them is for it to store.
 */
#include "mdrv_plan.h"
#include "wire_internal.h"

struct ranges {
	struct builder *b;
	GHashTable *most;	/* field -> int64_t *: of the constants stored there */
	GHashTable *open;	/* field: something else may be stored, or it shares its place */
	GHashTable *whole;	/* record: objects are written as a whole */
};

static bool is_at(const struct location *a, const struct location *b)
{
	return a->line == b->line && a->column == b->column && !g_strcmp0(a->file, b->file);
}

static const struct field *leaf_of(const struct access *access)
{
	return access->path->pdata[access->path->len - 1];
}

/* A macro's stores are all in one place: as many of them as constants? */
static bool is_constant(const struct function *function, const struct access *access)
{
	const struct field *leaf = leaf_of(access);
	int more = 0;

	for (guint i = 0; i < function->accesses->len; i++) {
		const struct access *other = function->accesses->pdata[i];

		more += leaf_of(other) == leaf && other->modes & ACCESS_WRITE &&
			is_at(&other->at, &access->at);
	}
	for (guint i = 0; i < function->constants->len; i++) {
		const struct constant *constant = function->constants->pdata[i];

		more -= constant->field == leaf && is_at(&constant->at, &access->at);
	}
	return !more;
}

static void note_whole(struct ranges *r, const struct type *type)
{
	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	if (type->kind != TYPE_RECORD || !g_hash_table_add(r->whole, type->record))
		return;
	for (guint i = 0; i < type->record->fields->len; i++)
		note_whole(r, ((struct field *)type->record->fields->pdata[i])->type);
}

static void note_access(struct ranges *r, const struct function *function,
			const struct access *access)
{
	const struct field *leaf = leaf_of(access);
	bool open = access->modes & ACCESS_ADDRESS ||
		(access->modes & ACCESS_WRITE && (access->modes & ACCESS_READ || access->raw ||
						  !is_constant(function, access)));

	for (guint i = 0; i < access->path->len; i++)
		open |= ((struct field *)access->path->pdata[i])->owner->is_union;
	if (open)
		g_hash_table_add(r->open, (gpointer)leaf);
	if (access->modes & ACCESS_WRITE)
		note_whole(r, leaf->type);
}

static void note_constant(struct ranges *r, const struct constant *constant)
{
	int64_t *most = g_hash_table_lookup(r->most, constant->field);

	if (constant->value < 0 || constant->value > UINT32_MAX)
		g_hash_table_add(r->open, constant->field);
	if (!most) {
		most = g_new0(int64_t, 1);
		g_hash_table_insert(r->most, constant->field, most);
	}
	*most = MAX(*most, constant->value);
}

static void set_range(const struct ranges *r, struct wire_field *field)
{
	const int64_t *most = field->source ? g_hash_table_lookup(r->most, field->source) : NULL;

	if (field->kind != WIRE_INT || !(field->access & MDRV_W) || !most ||
	    g_hash_table_contains(r->open, field->source) ||
	    g_hash_table_contains(r->whole, field->source->owner))
		return;
	field->blank |= MDRV_BLANK_MOST;
	field->least = *most;
}

void wire_ranges(struct builder *b)
{
	struct ranges r = {
		.b = b,
		.most = g_hash_table_new_full(NULL, NULL, NULL, g_free),
		.open = g_hash_table_new(NULL, NULL),
		.whole = g_hash_table_new(NULL, NULL),
	};

	for (guint i = 0; i < b->reached->len; i++) {
		const struct function *function = b->reached->pdata[i];

		for (guint j = 0; j < function->accesses->len; j++)
			note_access(&r, function, function->accesses->pdata[j]);
		for (guint j = 0; j < function->constants->len; j++)
			note_constant(&r, function->constants->pdata[j]);
	}
	for (guint i = 0; i < b->plan->records->len; i++) {
		const struct wire_record *record = b->plan->records->pdata[i];

		for (guint j = 0; j < record->fields->len; j++)
			set_range(&r, record->fields->pdata[j]);
	}
	g_hash_table_unref(r.most);
	g_hash_table_unref(r.open);
	g_hash_table_unref(r.whole);
}
