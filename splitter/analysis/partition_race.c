// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What a function must not do in the user half beside interrupts: read something, and
 * store it back changed, when code in interrupt context may change it in between. The
 * reading may be in one helper and the storing in another, so what is looked at is a
 * function with all that it calls there.
 */
#include "global.h"
#include "partition_rules.h"

/* A store into what code in interrupt context stores into as well. */
struct touch_site {
	gconstpointer key;	/* struct field * or struct global * */
	const char *name;	/* "struct chip.level" */
	struct location at;
	const struct function *in;
	struct function *other;
	bool carried;		/* what is stored may have been read by another helper */
};

/* What a function and its helpers do with such things. */
struct touch {
	GHashTable *own;	/* keys read by the function itself */
	GHashTable *reads;	/* keys read by it or a helper */
	GHashTable *written;	/* key -> struct touch_site * */
	GPtrArray *sites;	/* the same in the order of the source */
};

static void touch_free(gpointer data)
{
	struct touch *touch = data;

	g_hash_table_unref(touch->own);
	g_hash_table_unref(touch->reads);
	g_hash_table_unref(touch->written);
	g_ptr_array_unref(touch->sites);
	g_free(touch);
}

GHashTable *rules_touches_new(void)
{
	return g_hash_table_new_full(NULL, NULL, NULL, touch_free);
}

static void add_site(struct rules *rules, struct touch *touch, struct touch_site site)
{
	struct touch_site *copy = g_hash_table_lookup(touch->written, site.key);

	if (copy) {
		copy->carried |= site.carried;
		return;
	}
	copy = model_alloc(rules->model, sizeof(*copy));
	*copy = site;
	g_hash_table_insert(touch->written, (gpointer)site.key, copy);
	g_ptr_array_add(touch->sites, copy);
}

static void add_read(struct touch *touch, gconstpointer key)
{
	g_hash_table_add(touch->own, (gpointer)key);
	g_hash_table_add(touch->reads, (gpointer)key);
}

static void add_accesses(struct rules *rules, const struct function *function,
			 struct touch *touch)
{
	for (guint i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		const struct field *field = last_field(access);
		struct function *other = rules_meets(rules, access, rules->written);
		g_autofree char *name = NULL;

		if (!other || access->local)
			continue;
		if (access->modes & ACCESS_READ)
			add_read(touch, field);
		if (!rules_may_write(rules, access))
			continue;
		name = g_strdup_printf("%s.%s", contexts_record(rules->contexts, field),
				       field->name);
		add_site(rules, touch, (struct touch_site){
			.key = field, .name = model_intern(rules->model, name), .at = access->at,
			.in = function, .other = other, .carried = access->carried,
		});
	}
}

/* Its fields are accesses of their own. */
static bool is_struct(const struct global *global)
{
	const struct type *type = global->type;

	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	return type->kind == TYPE_RECORD;
}

static void add_globals(struct rules *rules, const struct function *function,
			struct touch *touch)
{
	for (guint i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];
		struct global *global = use->global;
		struct function *other = g_hash_table_lookup(rules->globals_written, global);
		unsigned int modes = global_use_modes(rules->knowledge, use);

		if (!other || is_struct(global) || global->is_const || global->from_macro)
			continue;
		if (modes & ACCESS_READ)
			add_read(touch, global);
		if (modes & ACCESS_WRITE)
			add_site(rules, touch, (struct touch_site){
				.key = global, .name = global->name, .at = use->at,
				.in = function, .other = other, .carried = use->carried,
			});
	}
}

/*
 * Read and stored by the function itself is an update. By different ones it is if what
 * is stored can be what was read.
 */
static bool updates(const struct touch *touch, const struct function *function,
		    const struct touch_site *site)
{
	if (site->in == function && g_hash_table_contains(touch->own, site->key))
		return true;
	return site->carried && g_hash_table_contains(touch->reads, site->key);
}

static struct touch *touch_of(struct rules *rules, const struct function *function);

/* A helper that stays in the kernel, for what it updates or else, is whole there. */
static void add_helper(struct rules *rules, const struct call *call, struct touch *touch)
{
	const struct standing *standing = call->kind == CALL_DIRECT ?
		contexts_of(rules->contexts, call->callee) : NULL;
	const struct touch *inner;
	GHashTableIter iter;
	gpointer key;

	if (!standing && !(call->callee && call->callee->in_header))
		return;
	if (standing && (standing->critical || standing->takes))
		return;
	inner = touch_of(rules, call->callee);
	g_hash_table_iter_init(&iter, inner->reads);
	while (g_hash_table_iter_next(&iter, &key, NULL)) {
		const struct touch_site *site = g_hash_table_lookup(inner->written, key);

		if (!site || !updates(inner, call->callee, site))
			g_hash_table_add(touch->reads, key);
	}
	for (guint i = 0; i < inner->sites->len; i++) {
		const struct touch_site *site = inner->sites->pdata[i];

		if (!updates(inner, call->callee, site))
			add_site(rules, touch, *site);
	}
}

static struct touch *touch_of(struct rules *rules, const struct function *function)
{
	struct touch *touch = g_hash_table_lookup(rules->touches, function);

	if (touch)
		return touch;
	touch = g_new0(struct touch, 1);
	touch->own = g_hash_table_new(NULL, NULL);
	touch->reads = g_hash_table_new(NULL, NULL);
	touch->written = g_hash_table_new(NULL, NULL);
	touch->sites = g_ptr_array_new();
	/* now, or recursion would not end */
	g_hash_table_insert(rules->touches, (gpointer)function, touch);
	add_accesses(rules, function, touch);
	add_globals(rules, function, touch);
	for (guint i = 0; i < function->calls->len; i++)
		add_helper(rules, function->calls->pdata[i], touch);
	return touch;
}

struct reason *rules_race(struct rules *rules, const struct standing *standing)
{
	const struct function *function = standing->function;
	const struct touch *touch = touch_of(rules, function);

	for (guint i = 0; i < touch->sites->len; i++) {
		const struct touch_site *site = touch->sites->pdata[i];
		const char *by = site->in == function ? "" : site->in->name;

		if (updates(touch, function, site))
			return reason_new(rules->model, REASON_PINNED, &site->at, site->other,
					  "updates %s%s%s%s, which %s() updates in interrupt "
					  "context", site->name, *by ? " (by " : "", by,
					  *by ? "())" : "", site->other->name);
	}
	return NULL;
}

void rules_stores(struct rules *rules, const struct function *function)
{
	const struct touch *touch = touch_of(rules, function);

	for (guint i = 0; i < touch->sites->len; i++) {
		const struct touch_site *site = touch->sites->pdata[i];

		if (site->in == function)
			rules_add(rules->assumptions,
				  reason_new(rules->model, REASON_MOVABLE, &site->at, site->other,
					     "%s() writes %s, and so does %s(), but never at the "
					     "same time", function->name, site->name,
					     site->other->name));
	}
}
