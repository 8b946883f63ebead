// SPDX-License-Identifier: GPL-2.0-or-later
/* The knowledge base: its contents, and the questions asked of it. */
#include "knowledge_yaml.h"

static void arg_list_free(gpointer list)
{
	if (list)
		g_ptr_array_unref(list);
}

void knowledge_fact_free(gpointer data)
{
	struct fact *fact = data;

	arg_list_free(fact->args);
	arg_list_free(fact->log);
	arg_list_free(fact->also);
	g_free(fact);
}

void knowledge_slot_free(gpointer data)
{
	struct slot_fact *slot = data;

	arg_list_free(slot->args);
	arg_list_free(slot->sites);
	g_free(slot);
}

void knowledge_hint_free(gpointer data)
{
	struct hint *hint = data;

	arg_list_free(hint->args);
	g_ptr_array_unref(hint->targets);
	g_free(hint);
}

void knowledge_fact_init(struct fact *fact, const char *name)
{
	fact->name = name;
	fact->format = fact->frees = fact->tail = -1;
	fact->alloc_size = fact->alloc_count = fact->alloc_device = -1;
	fact->args = g_ptr_array_new_with_free_func(g_free);
	fact->log = g_ptr_array_new();
	fact->also = g_ptr_array_new();
}

struct fact *knowledge_add(struct knowledge *knowledge, const char *name)
{
	struct fact *fact = g_new0(struct fact, 1);

	knowledge_fact_init(fact, name);
	g_hash_table_insert(knowledge->facts, (gpointer)fact->name, fact);
	return fact;
}

void knowledge_forget(struct knowledge *knowledge, const char *name)
{
	g_hash_table_remove(knowledge->facts, name);
}

static GHashTable *by_name(GDestroyNotify free_value)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_value);
}

struct knowledge *knowledge_new(void)
{
	struct knowledge *knowledge = g_new0(struct knowledge, 1);

	knowledge->facts = by_name(knowledge_fact_free);
	knowledge->slots = by_name(knowledge_slot_free);
	knowledge->learnt = by_name(knowledge_slot_free);
	knowledge->fields = by_name(g_free);
	knowledge->hints = by_name(knowledge_hint_free);
	knowledge->local = g_hash_table_new(g_str_hash, g_str_equal);
	knowledge->handles = g_hash_table_new(g_str_hash, g_str_equal);
	knowledge->tables = g_hash_table_new(g_str_hash, g_str_equal);
	knowledge->files = g_ptr_array_new();
	knowledge->consulted = g_hash_table_new(g_direct_hash, g_direct_equal);
	knowledge->described = by_name(arg_list_free);
	knowledge->kernel = KERNEL_NEWEST;
	knowledge->strings = g_string_chunk_new(4096);
	return knowledge;
}

void knowledge_free(struct knowledge *knowledge)
{
	if (!knowledge)
		return;
	g_hash_table_unref(knowledge->facts);
	g_hash_table_unref(knowledge->slots);
	g_hash_table_unref(knowledge->learnt);
	g_hash_table_unref(knowledge->fields);
	g_hash_table_unref(knowledge->hints);
	g_hash_table_unref(knowledge->local);
	g_hash_table_unref(knowledge->handles);
	g_hash_table_unref(knowledge->tables);
	g_hash_table_unref(knowledge->consulted);
	g_hash_table_unref(knowledge->described);
	g_ptr_array_unref(knowledge->files);
	g_string_chunk_free(knowledge->strings);
	g_free(knowledge);
}

/* Remember that a kernel-wide fact mattered; the set is bookkeeping, not content. */
static void *consulted(const struct knowledge *knowledge, void *fact)
{
	if (fact)
		g_hash_table_add(knowledge->consulted, fact);
	return fact;
}

const struct fact *knowledge_fact(const struct knowledge *knowledge, const char *name)
{
	return consulted(knowledge, g_hash_table_lookup(knowledge->facts, name));
}

static void *lookup_member(GHashTable *table, const char *record, const char *field)
{
	g_autofree char *key = g_strdup_printf("%s.%s", record, field);

	return g_hash_table_lookup(table, key);
}

/* What nobody wrote and somebody proved; that it is not known needs no fact. */
static struct slot_fact *proven(struct slot_fact *slot)
{
	return slot && !(slot->context & (CONTEXT_UNKNOWN | CONTEXT_UNPROVEN)) ? slot : NULL;
}

const struct slot_fact *knowledge_slot(const struct knowledge *knowledge,
				       const char *record, const char *field)
{
	void *slot = lookup_member(knowledge->slots, record, field);

	if (!slot)
		slot = lookup_member(knowledge->slots, record, "*");
	if (!slot)
		slot = proven(lookup_member(knowledge->learnt, record, field));
	return consulted(knowledge, slot);
}

const struct slot_fact *knowledge_entered(const struct knowledge *knowledge, const char *function)
{
	return consulted(knowledge, proven(g_hash_table_lookup(knowledge->learnt, function)));
}

const struct field_fact *knowledge_field(const struct knowledge *knowledge,
					 const char *record, const char *field)
{
	return consulted(knowledge, lookup_member(knowledge->fields, record, field));
}

const struct hint *knowledge_hint(const struct knowledge *knowledge, const char *function)
{
	return g_hash_table_lookup(knowledge->hints, function);
}

unsigned int knowledge_facts_used(const struct knowledge *knowledge)
{
	unsigned int hints = 0;
	GHashTableIter iter;
	gpointer value;

	/* Of the set, leave out what hints files say. */
	g_hash_table_iter_init(&iter, knowledge->facts);
	while (g_hash_table_iter_next(&iter, NULL, &value))
		hints += ((struct fact *)value)->is_hint &&
			 g_hash_table_contains(knowledge->consulted, value);
	g_hash_table_iter_init(&iter, knowledge->slots);
	while (g_hash_table_iter_next(&iter, NULL, &value))
		hints += ((struct slot_fact *)value)->is_hint &&
			 g_hash_table_contains(knowledge->consulted, value);
	g_hash_table_iter_init(&iter, knowledge->fields);
	while (g_hash_table_iter_next(&iter, NULL, &value))
		hints += ((struct field_fact *)value)->is_hint &&
			 g_hash_table_contains(knowledge->consulted, value);
	return g_hash_table_size(knowledge->consulted) - hints;
}

static const char *category(const struct fact *fact)
{
	guint i;

	if (fact->begins || fact->ends)
		return "region";
	for (i = 0; i < fact->args->len; i++) {
		const struct fact_arg *arg = fact->args->pdata[i];

		if (arg->context)
			return "callback";
	}
	return "function";
}

static void dump_fact(FILE *to, const struct knowledge *knowledge, gconstpointer fact,
		      const char *what, const struct location *at)
{
	fprintf(to, "fact %s %s %s:%u:%u ", what,
		g_hash_table_contains(knowledge->consulted, fact) ? "consulted" : "idle",
		at->file, at->line, at->column);
}

void knowledge_dump(FILE *to, const struct knowledge *knowledge)
{
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, knowledge->facts);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct fact *fact = value;

		if (fact->is_hint)
			continue;
		dump_fact(to, knowledge, fact, category(fact), &fact->at);
		fprintf(to, "%s\n", fact->name);
	}
	g_hash_table_iter_init(&iter, knowledge->slots);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct slot_fact *slot = value;

		if (slot->is_hint)
			continue;
		dump_fact(to, knowledge, slot, "slot", &slot->at);
		fprintf(to, "%s.%s\n", slot->record, slot->field);
	}
	g_hash_table_iter_init(&iter, knowledge->fields);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct field_fact *field = value;

		if (field->is_hint)
			continue;
		dump_fact(to, knowledge, field, "field", &field->at);
		fprintf(to, "%s.%s\n", field->record, field->field);
	}
}

const struct fact_arg *fact_arg(GPtrArray *args, int index)
{
	guint i;

	for (i = 0; args && i < args->len; i++) {
		const struct fact_arg *arg = args->pdata[i];

		if (arg->index == index)
			return arg;
	}
	return NULL;
}

bool fact_lists_all(const struct fact *fact)
{
	guint i;

	for (i = 0; fact->args && i < fact->args->len; i++)
		if (!fact_arg(fact->args, i))
			return false;
	return i > 0;
}
