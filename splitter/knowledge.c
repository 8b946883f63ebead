// SPDX-License-Identifier: GPL-2.0-or-later
/* The knowledge base: its files, its sections, and the questions asked of it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "diag.h"
#include "knowledge_yaml.h"

static void arg_list_free(gpointer list)
{
	if (list)
		g_ptr_array_unref(list);
}

static void fact_free(gpointer data)
{
	struct fact *fact = data;

	arg_list_free(fact->args);
	arg_list_free(fact->log);
	g_free(fact);
}

static void slot_free(gpointer data)
{
	struct slot_fact *slot = data;

	arg_list_free(slot->args);
	g_free(slot);
}

static void hint_free(gpointer data)
{
	struct hint *hint = data;

	arg_list_free(hint->args);
	g_free(hint);
}

struct knowledge *knowledge_new(void)
{
	struct knowledge *knowledge = g_new0(struct knowledge, 1);

	knowledge->facts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, fact_free);
	knowledge->slots = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, slot_free);
	knowledge->fields = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	knowledge->hints = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, hint_free);
	knowledge->local = g_hash_table_new(g_str_hash, g_str_equal);
	knowledge->files = g_ptr_array_new();
	knowledge->consulted = g_hash_table_new(g_direct_hash, g_direct_equal);
	knowledge->strings = g_string_chunk_new(4096);
	return knowledge;
}

void knowledge_free(struct knowledge *knowledge)
{
	if (!knowledge)
		return;
	g_hash_table_unref(knowledge->facts);
	g_hash_table_unref(knowledge->slots);
	g_hash_table_unref(knowledge->fields);
	g_hash_table_unref(knowledge->hints);
	g_hash_table_unref(knowledge->local);
	g_hash_table_unref(knowledge->consulted);
	g_ptr_array_unref(knowledge->files);
	g_string_chunk_free(knowledge->strings);
	g_free(knowledge);
}

static const char *member_key(const struct knowledge *knowledge, const char *record,
			      const char *field)
{
	g_autofree char *key = g_strdup_printf("%s.%s", record, field);

	return g_string_chunk_insert_const(knowledge->strings, key);
}

/* True if @name is new in @table; else an error that shows the other place. */
static bool is_new(struct reader *reader, yaml_node_t *node, const char *name,
		   const struct location *other)
{
	if (!other)
		return true;
	reader_error(reader, node, "'%s' is already described at %s:%u; remove one of them",
		     name, other->file, other->line);
	return false;
}

static void check_fact(struct reader *reader, yaml_node_t *node, const struct fact *fact)
{
	if (fact->route == ROUTE_PINNED && !fact->why)
		reader_error(reader, node,
			     "'%s' is pinned without a reason; add 'why: ...' for the report",
			     fact->name);
	if (fact->acquires && (!fact->undo || (!fact->scoped && (!fact->log->len || !fact->keys))))
		reader_error(reader, node,
			     "'%s' acquires; add 'undo', 'log' and 'keys' to say how it is undone",
			     fact->name);
	if (fact->releases && !fact->scoped && (!fact->log->len || !fact->keys))
		reader_error(reader, node,
			     "'%s' releases; add 'log' and 'keys' to say which instance",
			     fact->name);
	if (fact->keys > (int)fact->log->len)
		reader_error(reader, node, "'keys: %d' is more than 'log' has entries; log all "
					   "keys first",
			     fact->keys);
	if (fact->tail >= 0 && (!fact->tail_record || !fact->tail_offset))
		reader_error(reader, node, "'tail' needs 'argument', 'record' and 'offset'");
}

static void fact_init(struct reader *reader, yaml_node_t *key, struct fact *fact)
{
	fact->name = reader_text(reader, key);
	fact->at = reader_at(reader, key);
	fact->format = fact->frees = fact->tail = fact->alloc_size = -1;
	fact->is_hint = reader->is_hints;
	fact->args = g_ptr_array_new_with_free_func(g_free);
	fact->log = g_ptr_array_new();
}

static void fact_insert(struct reader *reader, yaml_node_t *key, struct fact *fact)
{
	const struct fact *other = g_hash_table_lookup(reader->knowledge->facts, fact->name);

	check_fact(reader, key, fact);
	if (is_new(reader, key, fact->name, other ? &other->at : NULL))
		g_hash_table_insert(reader->knowledge->facts, (gpointer)fact->name, fact);
	else
		fact_free(fact);
}

static void fact_entry(struct reader *reader, const char *name, yaml_node_t *key,
		       yaml_node_t *value, void *data)
{
	struct fact *fact = g_new0(struct fact, 1);

	(void)name;
	(void)data;
	fact_init(reader, key, fact);
	reader_fill(reader, value, reader_fact_keys, fact, "key of a kernel function");
	fact_insert(reader, key, fact);
}

static void hint_entry(struct reader *reader, const char *name, yaml_node_t *key,
		       yaml_node_t *value, void *data)
{
	const struct hint *other = g_hash_table_lookup(reader->knowledge->hints, name);
	struct hint_entry entry = { 0 };
	struct hint *hint;

	(void)data;
	entry.hint.function = reader_text(reader, key);
	entry.hint.at = reader_at(reader, key);
	entry.hint.args = g_ptr_array_new_with_free_func(g_free);
	fact_init(reader, key, &entry.effects);
	reader_fill(reader, value, reader_hint_keys, &entry, "key of a driver function");
	if (entry.effects.acquires || entry.effects.releases) {
		struct fact *effects = g_memdup2(&entry.effects, sizeof(entry.effects));

		effects->is_hint = false;	/* counted with the hint */
		entry.hint.effects = effects;
		fact_insert(reader, key, effects);
	} else {
		g_ptr_array_unref(entry.effects.args);
		g_ptr_array_unref(entry.effects.log);
	}
	hint = g_memdup2(&entry.hint, sizeof(entry.hint));
	if (is_new(reader, key, name, other ? &other->at : NULL))
		g_hash_table_insert(reader->knowledge->hints, (gpointer)hint->function, hint);
	else
		hint_free(hint);
}

static void slot_entry(struct reader *reader, const char *name, yaml_node_t *key,
		       yaml_node_t *value, void *data)
{
	struct slot_fact *slot = g_new0(struct slot_fact, 1);
	const struct slot_fact *other;
	const char *full;

	slot->record = data;
	slot->field = g_string_chunk_insert_const(reader->knowledge->strings, name);
	slot->at = reader_at(reader, key);
	slot->owner = -1;
	slot->is_hint = reader->is_hints;
	slot->args = g_ptr_array_new_with_free_func(g_free);
	reader_fill(reader, value, reader_slot_keys, slot, "key of an operation");
	if (!slot->context)
		reader_error(reader, key, "'%s' has no context; add 'context: process'", name);
	if (slot->mode && slot->owner < 0)
		reader_error(reader, key,
			     "'mode: %s' needs 'owner: N', the argument that owns what is acquired",
			     slot->mode);
	full = member_key(reader->knowledge, slot->record, slot->field);
	other = g_hash_table_lookup(reader->knowledge->slots, full);
	if (is_new(reader, key, full, other ? &other->at : NULL))
		g_hash_table_insert(reader->knowledge->slots, (gpointer)full, slot);
	else
		slot_free(slot);
}

static void field_entry(struct reader *reader, const char *name, yaml_node_t *key,
			yaml_node_t *value, void *data)
{
	struct field_fact *field = g_new0(struct field_fact, 1);
	const struct field_fact *other;
	const char *full;

	field->record = data;
	field->field = g_string_chunk_insert_const(reader->knowledge->strings, name);
	field->at = reader_at(reader, key);
	field->is_hint = reader->is_hints;
	reader_fill(reader, value, reader_field_keys, field, "key of a field");
	if (!field->kind)
		reader_error(reader, key, "'%s' has no kind; add 'kind: buffer' or the like", name);
	else if (!strcmp(field->kind, "buffer") && !field->length)
		reader_error(reader, key, "a buffer needs its size; add 'length: BYTES'");
	full = member_key(reader->knowledge, field->record, field->field);
	other = g_hash_table_lookup(reader->knowledge->fields, full);
	if (is_new(reader, key, full, other ? &other->at : NULL))
		g_hash_table_insert(reader->knowledge->fields, (gpointer)full, field);
	else
		g_free(field);
}

static bool is_record_name(struct reader *reader, const char *name, yaml_node_t *key)
{
	if (g_str_has_prefix(name, "struct ") || g_str_has_prefix(name, "union "))
		return true;
	reader_error(reader, key, "'%s' is no record; write 'struct %s:'", name, name);
	return false;
}

/* "struct x: {field: {...}, ...}" or "struct x.field: {...}". */
static void members(struct reader *reader, const char *name, yaml_node_t *key,
		    yaml_node_t *value, reader_entry entry)
{
	const char *dot = strchr(name, '.');
	g_autofree char *text = dot ? g_strndup(name, dot - name) : g_strdup(name);
	char *record;

	if (!is_record_name(reader, text, key))
		return;
	record = g_string_chunk_insert_const(reader->knowledge->strings, text);
	if (dot)
		entry(reader, dot + 1, key, value, record);
	else
		reader_each(reader, value, "the members of a record", entry, record);
}

static void slots_entry(struct reader *reader, const char *name, yaml_node_t *key,
			yaml_node_t *value, void *data)
{
	(void)data;
	members(reader, name, key, value, slot_entry);
}

static void fields_entry(struct reader *reader, const char *name, yaml_node_t *key,
			 yaml_node_t *value, void *data)
{
	(void)data;
	members(reader, name, key, value, field_entry);
}

static void read_local(struct reader *reader, yaml_node_t *node)
{
	yaml_node_item_t *item;

	if (node->type != YAML_SEQUENCE_NODE) {
		reader_error(reader, node, "'local' takes a list of function names");
		return;
	}
	for (item = node->data.sequence.items.start; item < node->data.sequence.items.top;
	     item++) {
		yaml_node_t *name = reader_node(reader, *item);

		if (name->type != YAML_SCALAR_NODE)
			reader_error(reader, name, "a function name is expected here");
		else
			g_hash_table_add(reader->knowledge->local,
					 (gpointer)reader_text(reader, name));
	}
}

static void section_entry(struct reader *reader, const char *name, yaml_node_t *key,
			  yaml_node_t *value, void *data)
{
	static const char *const facts[] = { "functions", "slots", "fields", "local" };
	static const char *const hints[] = { "functions", "slots", "fields", "kernel" };
	const char *const *names = reader->is_hints ? hints : facts;
	const char *near = diag_nearest(name, names, 4);

	(void)data;
	if (!strcmp(name, "functions"))
		reader_each(reader, value, "functions",
			    reader->is_hints ? hint_entry : fact_entry, NULL);
	else if (!strcmp(name, "slots"))
		reader_each(reader, value, "slots", slots_entry, NULL);
	else if (!strcmp(name, "fields"))
		reader_each(reader, value, "fields", fields_entry, NULL);
	else if (!strcmp(name, "kernel") && reader->is_hints)
		reader_each(reader, value, "kernel functions", fact_entry, NULL);
	else if (!strcmp(name, "local") && !reader->is_hints)
		read_local(reader, value);
	else if (near)
		reader_error(reader, key, "unknown section '%s'; did you mean '%s'?", name, near);
	else
		reader_error(reader, key, "unknown section '%s'; use one of: %s, %s, %s, %s",
			     name, names[0], names[1], names[2], names[3]);
}

static void syntax_error(struct reader *reader, const yaml_parser_t *parser)
{
	/* What is missing at the end of the file began at the context. */
	bool at_end = parser->eof && parser->context &&
		      parser->problem_mark.index + 1 >= parser->offset;
	const yaml_mark_t *mark = at_end ? &parser->context_mark : &parser->problem_mark;
	struct location at = {
		.file = reader->path,
		.line = mark->line + 1,
		.column = mark->column + 1,
	};

	diag_error(&at, "YAML syntax: %s%s%s; check indentation, colons and quotes here",
		   parser->problem ? parser->problem : "cannot be read",
		   parser->context ? " " : "", parser->context ? parser->context : "");
	reader->failed = true;
}

static void read_document(struct reader *reader, FILE *file)
{
	yaml_parser_t parser;
	yaml_node_t *root;

	if (!yaml_parser_initialize(&parser)) {
		reader_error(reader, NULL, "out of memory");
		return;
	}
	yaml_parser_set_input_file(&parser, file);
	if (!yaml_parser_load(&parser, &reader->doc)) {
		syntax_error(reader, &parser);
	} else {
		root = yaml_document_get_root_node(&reader->doc);
		if (root)
			reader_each(reader, root, "the file", section_entry, NULL);
		yaml_document_delete(&reader->doc);
	}
	yaml_parser_delete(&parser);
}

bool knowledge_load(struct knowledge *knowledge, const char *path, bool is_hints)
{
	struct reader reader = { .knowledge = knowledge, .is_hints = is_hints };
	FILE *file = fopen(path, "r");

	reader.path = g_string_chunk_insert_const(knowledge->strings, path);
	if (!file) {
		reader_error(&reader, NULL, "cannot be opened: %s; check the path",
			     g_strerror(errno));
		return false;
	}
	read_document(&reader, file);
	fclose(file);
	g_ptr_array_add(knowledge->files, (gpointer)reader.path);
	return !reader.failed;
}

static int compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool knowledge_load_dir(struct knowledge *knowledge, const char *dir)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	struct location at = { .file = dir, .line = 1, .column = 1 };
	g_autoptr(GError) error = NULL;
	GDir *handle = g_dir_open(dir, 0, &error);
	bool ok = true;
	const char *name;
	guint i;

	if (!handle) {
		at.file = g_string_chunk_insert_const(knowledge->strings, dir);
		diag_error(&at, "annotations cannot be read: %s; give their directory with "
				"--annotations",
			   error->message);
		return false;
	}
	while ((name = g_dir_read_name(handle)))
		if (g_str_has_suffix(name, ".yaml"))
			g_ptr_array_add(names, g_build_filename(dir, name, NULL));
	g_dir_close(handle);
	g_ptr_array_sort(names, compare_names);
	for (i = 0; i < names->len; i++)
		ok = knowledge_load(knowledge, names->pdata[i], false) && ok;
	return ok;
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

const struct slot_fact *knowledge_slot(const struct knowledge *knowledge,
				       const char *record, const char *field)
{
	void *slot = lookup_member(knowledge->slots, record, field);

	if (!slot)
		slot = lookup_member(knowledge->slots, record, "*");
	return consulted(knowledge, slot);
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

static void dump_fact(FILE *to, const char *kind, const char *name, const char *field,
		      const struct location *at)
{
	fprintf(to, "fact %s %s%s%s %s:%u:%u\n", kind, name, *field ? "." : "", field, at->file,
		at->line, at->column);
}

void knowledge_dump(FILE *to, const struct knowledge *knowledge)
{
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, knowledge->facts);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct fact *fact = value;

		if (g_hash_table_contains(knowledge->consulted, fact) && !fact->is_hint)
			dump_fact(to, "functions", fact->name, "", &fact->at);
	}
	g_hash_table_iter_init(&iter, knowledge->slots);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct slot_fact *slot = value;

		if (g_hash_table_contains(knowledge->consulted, slot) && !slot->is_hint)
			dump_fact(to, "slots", slot->record, slot->field, &slot->at);
	}
	g_hash_table_iter_init(&iter, knowledge->fields);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct field_fact *field = value;

		if (g_hash_table_contains(knowledge->consulted, field) && !field->is_hint)
			dump_fact(to, "fields", field->record, field->field, &field->at);
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
