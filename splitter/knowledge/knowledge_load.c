// SPDX-License-Identifier: GPL-2.0-or-later
/* Files of the knowledge base: documents, sections, entries. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "diag.h"
#include "knowledge_yaml.h"

static const char *member_key(const struct knowledge *knowledge, const char *record,
			      const char *field)
{
	g_autofree char *key = g_strdup_printf("%s.%s", record, field);

	return g_string_chunk_insert_const(knowledge->strings, key);
}

/* An entry of some file, whether it is in force for this kernel or not. */
struct described {
	struct kernel_range kernel;
	struct location at;
};

/*
 * Is this the only entry about @name for its kernels? Else an error that shows the
 * other one. @what tells functions, slots and fields apart.
 */
static bool is_new(struct reader *reader, yaml_node_t *node, const char *what,
		   const char *name, const struct kernel_range *kernel)
{
	GHashTable *described = reader->knowledge->described;
	g_autofree char *key = g_strdup_printf("%s %s", what, name);
	GPtrArray *others = g_hash_table_lookup(described, key);
	struct described *entry;
	guint i;

	for (i = 0; others && i < others->len; i++) {
		const struct described *other = others->pdata[i];

		if (!kernel_range_overlaps(kernel, &other->kernel))
			continue;
		reader_error(reader, node, "'%s' is already described at %s:%u; remove one of "
					   "them, or part them by 'kernel: \"<X.Y\"'",
			     name, other->at.file, other->at.line);
		return false;
	}
	if (!others) {
		others = g_ptr_array_new_with_free_func(g_free);
		g_hash_table_insert(described, (gpointer)g_string_chunk_insert(
			reader->knowledge->strings, key), others);
	}
	entry = g_new0(struct described, 1);
	entry->kernel = *kernel;
	entry->at = reader_at(reader, node);
	g_ptr_array_add(others, entry);
	return true;
}

/* Does the entry count: with a source, the only one, and for this kernel? */
static bool in_force(struct reader *reader, yaml_node_t *key, const char *what,
		     const char *name, const struct origin *origin)
{
	if (reader->needs_source && !origin->source)
		reader_error(reader, key,
			     "'%s' has no source; add 'source: FILE', the file of the kernel that "
			     "says so, here or at the head of the document",
			     name);
	return is_new(reader, key, what, name, &origin->kernel) &&
	       kernel_range_has(&origin->kernel, reader->knowledge->kernel);
}

static void fact_init(struct reader *reader, yaml_node_t *key, struct fact *fact)
{
	knowledge_fact_init(fact, reader_text(reader, key));
	fact->at = reader_at(reader, key);
	fact->is_hint = reader->is_hints;
	fact->origin = reader->head.origin;
}

static void fact_insert(struct reader *reader, yaml_node_t *key, struct fact *fact)
{
	if (fact->keys > (int)fact->log->len)
		reader_error(reader, key, "'keys: %d' is more than 'log' has entries; log all "
					  "keys first",
			     fact->keys);
	if (in_force(reader, key, "function", fact->name, &fact->origin))
		g_hash_table_insert(reader->knowledge->facts, (gpointer)fact->name, fact);
	else
		knowledge_fact_free(fact);
}

static void fact_entry(struct reader *reader, const char *name, yaml_node_t *key,
		       yaml_node_t *value, void *data)
{
	struct fact *fact = g_new0(struct fact, 1);

	(void)data;
	fact_init(reader, key, fact);
	reader_fill(reader, key, value, SHAPE_FACT, name, fact);
	fact_insert(reader, key, fact);
}

static void hint_entry(struct reader *reader, const char *name, yaml_node_t *key,
		       yaml_node_t *value, void *data)
{
	struct hint_entry entry = { 0 };
	struct hint *hint;

	(void)data;
	entry.hint.function = reader_text(reader, key);
	entry.hint.at = reader_at(reader, key);
	entry.hint.args = g_ptr_array_new_with_free_func(g_free);
	entry.hint.targets = g_ptr_array_new();
	fact_init(reader, key, &entry.effects);
	reader_fill(reader, key, value, SHAPE_HINT, name, &entry);
	if (entry.effects.acquires || entry.effects.releases) {
		struct fact *effects = g_memdup2(&entry.effects, sizeof(entry.effects));

		effects->is_hint = false;	/* counted with the hint */
		entry.hint.effects = effects;
		fact_insert(reader, key, effects);
	} else {
		g_ptr_array_unref(entry.effects.args);
		g_ptr_array_unref(entry.effects.log);
		g_ptr_array_unref(entry.effects.also);
	}
	hint = g_memdup2(&entry.hint, sizeof(entry.hint));
	if (is_new(reader, key, "hint", name, &KERNEL_ALWAYS))
		g_hash_table_insert(reader->knowledge->hints, (gpointer)hint->function, hint);
	else
		knowledge_hint_free(hint);
}

static struct slot_fact *slot_new(struct reader *reader, const char *name, yaml_node_t *key,
				  const char *record)
{
	struct slot_fact *slot = g_new0(struct slot_fact, 1);

	slot->record = record;
	slot->field = g_string_chunk_insert_const(reader->knowledge->strings, name);
	slot->at = reader_at(reader, key);
	slot->owner = -1;
	slot->is_hint = reader->is_hints;
	slot->origin = reader->head.origin;
	slot->args = g_ptr_array_new_with_free_func(g_free);
	return slot;
}

static void slot_entry(struct reader *reader, const char *name, yaml_node_t *key,
		       yaml_node_t *value, void *data)
{
	struct slot_fact *slot = slot_new(reader, name, key, data);
	const char *full;

	reader_fill(reader, key, value, SHAPE_SLOT, name, slot);
	if (!reader->knowledge->guards)
		slot->guarded = NULL;
	full = member_key(reader->knowledge, slot->record, slot->field);
	if (in_force(reader, key, "slot", full, &slot->origin))
		g_hash_table_insert(reader->knowledge->slots, (gpointer)full, slot);
	else
		knowledge_slot_free(slot);
}

/*
 * Beside what people wrote about the same operation, which wins. Of a function there is
 * no record (@data).
 */
static void learnt_entry(struct reader *reader, const char *name, yaml_node_t *key,
			 yaml_node_t *value, void *data)
{
	struct slot_fact *slot = slot_new(reader, name, key, data);
	const char *full;

	slot->learnt = true;
	slot->sites = g_ptr_array_new();
	reader_fill(reader, key, value, SHAPE_LEARNT, name, slot);
	full = data ? member_key(reader->knowledge, slot->record, slot->field) : slot->field;
	if (in_force(reader, key, "learnt", full, &slot->origin))
		g_hash_table_insert(reader->knowledge->learnt, (gpointer)full, slot);
	else
		knowledge_slot_free(slot);
}

static void field_entry(struct reader *reader, const char *name, yaml_node_t *key,
			yaml_node_t *value, void *data)
{
	struct field_fact *field = g_new0(struct field_fact, 1);
	const char *full;

	field->record = data;
	field->field = g_string_chunk_insert_const(reader->knowledge->strings, name);
	field->at = reader_at(reader, key);
	field->is_hint = reader->is_hints;
	field->origin = reader->head.origin;
	reader_fill(reader, key, value, SHAPE_FIELD, name, field);
	full = member_key(reader->knowledge, field->record, field->field);
	if (in_force(reader, key, "field", full, &field->origin))
		g_hash_table_insert(reader->knowledge->fields, (gpointer)full, field);
	else
		g_free(field);
}

static const reader_entry entries[SHAPES] = {
	[SHAPE_FACT] = fact_entry,
	[SHAPE_HINT] = hint_entry,
	[SHAPE_SLOT] = slot_entry,
	[SHAPE_LEARNT] = learnt_entry,
	[SHAPE_FIELD] = field_entry,
};

/* A word of C, in which also the characters @others may stand. */
static bool is_name(const char *name, const char *others)
{
	const char *p;

	if (!g_ascii_isalpha(*name) && *name != '_')
		return false;
	for (p = name; *p; p++) {
		if (!g_ascii_isalnum(*p) && *p != '_' && !strchr(others, *p))
			return false;
	}
	return true;
}

static bool is_function_name(struct reader *reader, const char *name, yaml_node_t *node)
{
	if (is_name(name, ""))
		return true;
	reader_error(reader, node, "'%s' is no function; write its name alone", name);
	return false;
}

/* @data: the section. */
static void named_entry(struct reader *reader, const char *name, yaml_node_t *key,
			yaml_node_t *value, void *data)
{
	const struct section *section = data;

	if (is_function_name(reader, name, key))
		entries[section->shape](reader, name, key, value, NULL);
}

struct member {
	char *record;
	reader_entry entry;
};

static void member_entry(struct reader *reader, const char *name, yaml_node_t *key,
			 yaml_node_t *value, void *data)
{
	struct member *member = data;

	if (!strcmp(name, "*") || is_name(name, "."))
		member->entry(reader, name, key, value, member->record);
	else
		reader_error(reader, key, "'%s' is no field; write its name, or \"*\" for all",
			     name);
}

static bool is_record_name(struct reader *reader, const char *name, yaml_node_t *key)
{
	const char *tag = strchr(name, ' ');

	if (tag && is_name(tag + 1, "") &&
	    (g_str_has_prefix(name, "struct ") || g_str_has_prefix(name, "union ")))
		return true;
	reader_error(reader, key, "'%s' is no record; write 'struct %s:'", name,
		     is_name(name, "") ? name : "NAME");
	return false;
}

/* "struct x: {field: {...}, ...}" or "struct x.field: {...}"; @data: the section. */
static void members_entry(struct reader *reader, const char *name, yaml_node_t *key,
			  yaml_node_t *value, void *data)
{
	const struct section *section = data;
	const char *dot = strchr(name, '.');
	g_autofree char *text = dot ? g_strndup(name, dot - name) : g_strdup(name);
	struct member member = { .entry = entries[section->shape] };

	if (!is_record_name(reader, text, key))
		return;
	member.record = g_string_chunk_insert_const(reader->knowledge->strings, text);
	if (dot)
		member_entry(reader, dot + 1, key, value, &member);
	else
		reader_each(reader, value, "the members of a record", member_entry, &member);
}

static void read_names(struct reader *reader, const struct section *section,
		       yaml_node_t *node)
{
	struct knowledge *knowledge = reader->knowledge;
	GHashTable *names = !strcmp(section->name, "handles") ? knowledge->handles :
			    !strcmp(section->name, "tables") ? knowledge->tables :
			    knowledge->local;
	const char *of = names == knowledge->local ? "function" : "type";
	yaml_node_item_t *item;

	if (node->type != YAML_SEQUENCE_NODE) {
		reader_error(reader, node, "'%s' takes a list of %s names", section->name, of);
		return;
	}
	for (item = node->data.sequence.items.start; item < node->data.sequence.items.top;
	     item++) {
		yaml_node_t *name = reader_node(reader, *item);

		if (name->type != YAML_SCALAR_NODE)
			reader_error(reader, name, "a %s name is expected here", of);
		else if (is_function_name(reader, (const char *)name->data.scalar.value, name) &&
			 kernel_range_has(&reader->head.origin.kernel, knowledge->kernel))
			g_hash_table_add(names, (gpointer)reader_text(reader, name));
	}
}

static void read_section(struct reader *reader, const struct section *section,
			 yaml_node_t *value)
{
	switch (section->type) {
	case SECTION_NAMED:
		reader_each(reader, value, section->name, named_entry, (gpointer)section);
		break;
	case SECTION_MEMBERS:
		reader_each(reader, value, section->name, members_entry,
			    (gpointer)section);
		break;
	case SECTION_LIST:
		read_names(reader, section, value);
		break;
	}
}

static void section_entry(struct reader *reader, const char *name, yaml_node_t *key,
			  yaml_node_t *value, void *data)
{
	const struct section *section = reader->is_hints ? knowledge_hint_sections :
							   knowledge_fact_sections;
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	const struct key *head = reader->is_hints ? NULL : knowledge_shapes[SHAPE_HEAD].keys;

	(void)data;
	for (; head && head->name; head++) {
		if (!strcmp(head->name, name))
			return;		/* read_head() has read it */
		g_ptr_array_add(names, (gpointer)head->name);
	}
	for (; section->name; section++) {
		if (!strcmp(section->name, name)) {
			read_section(reader, section, value);
			return;
		}
		g_ptr_array_add(names, (gpointer)section->name);
	}
	reader_unknown(reader, key, "section", names);
}

static void set_covers(struct reader *reader, yaml_node_t *key)
{
	struct knowledge *knowledge = reader->knowledge;

	if (knowledge->covers_at.file) {
		reader_error(reader, key, "'covers' stands at %s:%u as well; remove one of them",
			     knowledge->covers_at.file, knowledge->covers_at.line);
		return;
	}
	knowledge->covers = reader->head.covers;
	knowledge->covers_at = reader_at(reader, key);
}

/* What holds for all entries of the document, wherever in it that is written. */
static void read_head(struct reader *reader, yaml_node_t *root)
{
	yaml_node_pair_t *pair;
	const struct key *key;

	reader->head = (struct head){ .origin.kernel = KERNEL_ALWAYS };
	if (reader->is_hints || root->type != YAML_MAPPING_NODE)
		return;
	for (pair = root->data.mapping.pairs.start; pair < root->data.mapping.pairs.top; pair++) {
		yaml_node_t *name = reader_node(reader, pair->key);

		for (key = knowledge_shapes[SHAPE_HEAD].keys; key->name; key++) {
			if (name->type == YAML_SCALAR_NODE &&
			    !strcmp((const char *)name->data.scalar.value, key->name))
				reader_value(reader, reader_node(reader, pair->value), key,
					     &reader->head);
		}
		if (reader->head.covers.below && !reader->head.covers_seen) {
			reader->head.covers_seen = true;
			set_covers(reader, name);
		}
	}
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

/* All documents of the file. */
static void read_documents(struct reader *reader, FILE *file)
{
	yaml_parser_t parser;
	yaml_node_t *root = NULL;

	if (!yaml_parser_initialize(&parser)) {
		reader_error(reader, NULL, "out of memory");
		return;
	}
	yaml_parser_set_input_file(&parser, file);
	do {
		if (!yaml_parser_load(&parser, &reader->doc)) {
			syntax_error(reader, &parser);
			break;
		}
		root = yaml_document_get_root_node(&reader->doc);
		if (root) {
			read_head(reader, root);
			reader_each(reader, root, "the file", section_entry, NULL);
		}
		yaml_document_delete(&reader->doc);
	} while (root);
	yaml_parser_delete(&parser);
}

static bool load_file(struct reader *reader, const char *path)
{
	struct knowledge *knowledge = reader->knowledge;
	FILE *file = fopen(path, "r");

	reader->path = g_string_chunk_insert_const(knowledge->strings, path);
	if (file && g_file_test(path, G_FILE_TEST_IS_DIR)) {
		reader_error(reader, NULL, "is a directory; name a file");
		fclose(file);
		return false;
	}
	if (!file) {
		reader_error(reader, NULL, "cannot be opened: %s; check the path",
			     g_strerror(errno));
		return false;
	}
	read_documents(reader, file);
	fclose(file);
	g_ptr_array_add(knowledge->files, (gpointer)reader->path);
	return !reader->failed;
}

bool knowledge_load(struct knowledge *knowledge, const char *path, bool is_hints)
{
	struct reader reader = { .knowledge = knowledge, .is_hints = is_hints };

	return load_file(&reader, path);
}

static bool load_facts(struct knowledge *knowledge, const char *path)
{
	struct reader reader = { .knowledge = knowledge, .needs_source = true };

	return load_file(&reader, path);
}

static int compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All *.yaml of a directory, in name order. */
static bool load_all(struct knowledge *knowledge, const char *dir)
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
		ok = load_facts(knowledge, names->pdata[i]) && ok;
	return ok;
}

bool knowledge_load_dir(struct knowledge *knowledge, const char *dir)
{
	struct location at = { .line = 1, .column = 1 };

	if (!load_all(knowledge, dir))
		return false;
	if (knowledge->covers_at.file)
		return true;
	at.file = g_string_chunk_insert_const(knowledge->strings, dir);
	diag_error(&at, "no file here says which kernels it knows; add the line "
			"'covers: \">=X.Y <X.Y\"' to one of them");
	return false;
}

bool knowledge_load_learnt(struct knowledge *knowledge, const char *dir)
{
	g_autofree char *path = g_strdup_printf("%s/%u.%u", dir, knowledge->kernel >> 16,
						knowledge->kernel & 0xffff);

	return !g_file_test(path, G_FILE_TEST_IS_DIR) || load_all(knowledge, path);
}
