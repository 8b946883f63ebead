// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Values of the knowledge base from YAML, as the tables of knowledge_table.c say. The
 * reader reports every problem of a file, each at its line and column with the way
 * to mend it, and goes on.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "knowledge_yaml.h"

struct location reader_at(const struct reader *reader, const yaml_node_t *node)
{
	struct location at = { .file = reader->path, .line = 1, .column = 1 };

	if (node) {
		at.line = node->start_mark.line + 1;
		at.column = node->start_mark.column + 1;
	}
	return at;
}

void reader_error(struct reader *reader, const yaml_node_t *node, const char *format, ...)
{
	struct location at = reader_at(reader, node);
	g_autofree char *text = NULL;
	va_list ap;

	va_start(ap, format);
	text = g_strdup_vprintf(format, ap);
	va_end(ap);
	diag_error(&at, "%s", text);
	reader->failed = true;
}

yaml_node_t *reader_node(struct reader *reader, int index)
{
	return yaml_document_get_node(&reader->doc, index);
}

const char *reader_text(struct reader *reader, const yaml_node_t *node)
{
	return g_string_chunk_insert_const(reader->knowledge->strings,
					   (const char *)node->data.scalar.value);
}

void reader_unknown(struct reader *reader, const yaml_node_t *node, const char *what,
		    GPtrArray *names)
{
	const char *word = (const char *)node->data.scalar.value;
	const char *near = diag_nearest(word, (const char *const *)names->pdata, names->len);
	g_autofree char *all = NULL;

	if (near) {
		reader_error(reader, node, "unknown %s '%s'; did you mean '%s'?", what, word,
			     near);
		return;
	}
	g_ptr_array_add(names, NULL);
	all = g_strjoinv(", ", (char **)names->pdata);
	reader_error(reader, node, "unknown %s '%s'; use one of: %s", what, word, all);
}

static const struct word *find_word(struct reader *reader, yaml_node_t *node,
				    const struct key *key)
{
	g_autoptr(GPtrArray) names = NULL;
	const struct word *word;

	if (node->type != YAML_SCALAR_NODE) {
		reader_error(reader, node, "'%s' takes a word; write '%s: %s'", key->name,
			     key->name, key->words[0].name);
		return NULL;
	}
	names = g_ptr_array_new();
	for (word = key->words; word->name; word++) {
		if (!strcmp(word->name, (const char *)node->data.scalar.value))
			return word;
		g_ptr_array_add(names, (gpointer)word->name);
	}
	reader_unknown(reader, node, key->name, names);
	return NULL;
}

/* The text of a scalar that stands there without quotes, else "". */
static const char *plain_text(const yaml_node_t *node)
{
	if (node->type != YAML_SCALAR_NODE || node->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
		return "";
	return (const char *)node->data.scalar.value;
}

static void read_bool(struct reader *reader, yaml_node_t *node, const struct key *key,
		      bool *out)
{
	const char *text = plain_text(node);

	if (!strcmp(text, "true"))
		*out = true;
	else if (!strcmp(text, "false"))
		*out = false;
	else
		reader_error(reader, node, "'%s' takes true or false; write '%s: true'",
			     key->name, key->name);
}

static void read_int(struct reader *reader, yaml_node_t *node, const struct key *key,
		     int least, int most, int *out)
{
	const char *text = plain_text(node);
	char *end;
	long value;

	errno = 0;
	value = g_ascii_isdigit(*text) ? strtol(text, &end, 10) : -1;
	if (value < least || *end || errno || value > most) {
		reader_error(reader, node,
			     "'%s' takes a number from %d to %d%s; write '%s: %d'", key->name,
			     least, most, least ? "" : " (arguments count from 0)", key->name,
			     least);
		return;
	}
	*out = (int)value;
}

/* What YAML itself takes for something else than a text. */
static bool is_yaml_word(const char *text)
{
	static const char *const words[] = {
		"true", "True", "TRUE", "false", "False", "FALSE", "null", "Null", "NULL", "~",
		NULL
	};

	return g_strv_contains(words, text);
}

static void read_text(struct reader *reader, yaml_node_t *node, const struct key *key,
		      const char **out)
{
	if (node->type != YAML_SCALAR_NODE || !*node->data.scalar.value)
		reader_error(reader, node, "'%s' takes a text; write '%s: \"...\"'", key->name,
			     key->name);
	else if (is_yaml_word(plain_text(node)))
		reader_error(reader, node, "'%s' takes a text, and YAML takes %s for none; write "
					   "'%s: \"%s\"'",
			     key->name, plain_text(node), key->name, plain_text(node));
	else
		*out = reader_text(reader, node);
}

static void read_source(struct reader *reader, yaml_node_t *node, const struct key *key,
			const char **out)
{
	static GRegex *path;
	const char *text = node->type == YAML_SCALAR_NODE ?
			   (const char *)node->data.scalar.value : "";

	if (!path)
		path = g_regex_new(SOURCE_PATTERN, 0, 0, NULL);
	if (g_regex_match(path, text, 0, NULL))
		*out = reader_text(reader, node);
	else
		reader_error(reader, node, "'%s' takes a file of the kernel tree, by its path from "
					   "the top; write '%s: include/linux/pci.h'",
			     key->name, key->name);
}

static void read_kernel(struct reader *reader, yaml_node_t *node, const struct key *key,
			struct kernel_range *out)
{
	const char *text = node->type == YAML_SCALAR_NODE ?
			   (const char *)node->data.scalar.value : "";

	if (!kernel_range_parse(text, out))
		reader_error(reader, node, "'%s' takes a range of kernels, the first that has it "
					   "and the first that has it no more; write "
					   "'%s: \">=5.15 <6.3\"', or one of both",
			     key->name, key->name);
}

static void empty_list(struct reader *reader, yaml_node_t *node, const struct key *key)
{
	if (node->data.sequence.items.start == node->data.sequence.items.top)
		reader_error(reader, node, "'%s' has an empty list; fill it, or remove it",
			     key->name);
}

static void read_flags(struct reader *reader, yaml_node_t *node, const struct key *key,
		       unsigned int *out)
{
	const struct word *word;
	yaml_node_item_t *item;

	if (node->type != YAML_SEQUENCE_NODE) {
		word = find_word(reader, node, key);
		*out |= word ? word->value : 0;
		return;
	}
	empty_list(reader, node, key);
	for (item = node->data.sequence.items.start; item < node->data.sequence.items.top;
	     item++) {
		word = find_word(reader, reader_node(reader, *item), key);
		*out |= word ? word->value : 0;
	}
}

static void read_texts(struct reader *reader, yaml_node_t *node, const struct key *key,
		       GPtrArray *out)
{
	yaml_node_item_t *item;
	const char *text;

	if (node->type != YAML_SEQUENCE_NODE) {
		reader_error(reader, node, "'%s' takes a list; write '%s: [...]'", key->name,
			     key->name);
		return;
	}
	empty_list(reader, node, key);
	for (item = node->data.sequence.items.start; item < node->data.sequence.items.top;
	     item++) {
		text = NULL;
		read_text(reader, reader_node(reader, *item), key, &text);
		if (text)
			g_ptr_array_add(out, (gpointer)text);
	}
}

static void arg_entry(struct reader *reader, const char *name, yaml_node_t *key,
		      yaml_node_t *value, void *data)
{
	g_autofree char *label = g_strdup_printf("argument %s", name);
	struct fact_arg *arg = g_new0(struct fact_arg, 1);
	char *end;
	long index = strtol(name, &end, 10);

	g_ptr_array_add(data, arg);
	arg->at = reader_at(reader, key);
	if (!strcmp(name, "result")) {
		arg->index = ARG_RESULT;
	} else if (g_ascii_isdigit(*name) && !*end && index <= ARG_MOST) {
		arg->index = (int)index;
	} else if (reader->is_hints && g_ascii_isalpha(name[0])) {
		arg->index = ARG_BY_NAME;
		arg->name = reader_text(reader, key);
	} else {
		reader_error(reader, key,
			     "'%s' is no argument; use its number from 0, or 'result'", name);
		return;
	}
	reader_fill(reader, value, value, SHAPE_ARG, label, arg);
}

void reader_value(struct reader *reader, yaml_node_t *node, const struct key *key,
		  void *object)
{
	void *at = (char *)object + key->offset;
	const struct word *word;

	switch (key->type) {
	case KEY_BOOL:
		read_bool(reader, node, key, at);
		break;
	case KEY_INT:
		read_int(reader, node, key, 0, ARG_MOST, at);
		break;
	case KEY_COUNT:
		read_int(reader, node, key, 1, ARG_MOST, at);
		break;
	case KEY_NUMBER:
		read_int(reader, node, key, 1, NUMBER_MOST, at);
		break;
	case KEY_TEXT:
		read_text(reader, node, key, at);
		break;
	case KEY_WORD:
		word = find_word(reader, node, key);
		*(const char **)at = word ? word->name : NULL;
		break;
	case KEY_ROUTE:
		word = find_word(reader, node, key);
		*(enum route *)at = word ? word->value : ROUTE_DEFAULT;
		break;
	case KEY_FLAGS:
		read_flags(reader, node, key, at);
		break;
	case KEY_TEXTS:
		read_texts(reader, node, key, *(GPtrArray **)at);
		break;
	case KEY_ARGS:
		reader_each(reader, node, "'args'", arg_entry, *(GPtrArray **)at);
		break;
	case KEY_SOURCE:
		read_source(reader, node, key, at);
		break;
	case KEY_KERNEL:
		read_kernel(reader, node, key, at);
		break;
	case KEY_TAIL:
		reader_fill(reader, node, node, SHAPE_TAIL, key->name, object);
		break;
	}
}

struct filling {
	const struct shape *shape;
	void *object;
	GHashTable *present;	/* key -> text of its value; "" if that is no scalar */
};

static void fill_entry(struct reader *reader, const char *name, yaml_node_t *key,
		       yaml_node_t *value, void *data)
{
	const struct filling *filling = data;
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	const struct key *k;

	for (k = filling->shape->keys; k->name; k++) {
		if (!strcmp(k->name, name)) {
			g_hash_table_insert(filling->present, (gpointer)name,
					    value->type == YAML_SCALAR_NODE ?
					    (char *)value->data.scalar.value : "");
			reader_value(reader, value, k, filling->object);
			return;
		}
		g_ptr_array_add(names, (gpointer)k->name);
	}
	reader_unknown(reader, key, filling->shape->what, names);
}

/* Does @rule ask for a key that is not among the @present ones? */
static bool is_broken(const struct rule *rule, GHashTable *present)
{
	const char *value = rule->key ? g_hash_table_lookup(present, rule->key) : "";
	const char *unless = rule->unless ? g_hash_table_lookup(present, rule->unless) : NULL;
	guint i;

	if (!value || (rule->value && strcmp(value, rule->value)) ||
	    !g_strcmp0(unless, "true"))
		return false;
	for (i = 0; i < G_N_ELEMENTS(rule->needs) && rule->needs[i]; i++) {
		if (!g_hash_table_contains(present, rule->needs[i]))
			return true;
	}
	return false;
}

void reader_fill(struct reader *reader, yaml_node_t *at, yaml_node_t *node,
		 enum shape_index index, const char *name, void *object)
{
	const struct shape *shape = &knowledge_shapes[index];
	g_autoptr(GHashTable) present = g_hash_table_new(g_str_hash, g_str_equal);
	struct filling filling = { shape, object, present };
	const struct rule *rule;

	reader_each(reader, node, shape->what, fill_entry, &filling);
	for (rule = shape->rules; rule->message; rule++) {
		if (is_broken(rule, present))
			reader_error(reader, at, "'%s' %s", name, rule->message);
	}
}

/* Nothing is written there, or only keys without values. */
static bool is_blank(struct reader *reader, const yaml_node_t *node)
{
	yaml_node_pair_t *pair;

	if (node->type == YAML_SCALAR_NODE)
		return node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
		       !node->data.scalar.length;
	if (node->type != YAML_MAPPING_NODE)
		return false;
	for (pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
		if (!is_blank(reader, reader_node(reader, pair->value)))
			return false;
	}
	return node->data.mapping.pairs.start < node->data.mapping.pairs.top;
}

void reader_each(struct reader *reader, yaml_node_t *node, const char *what,
		 reader_entry entry, void *data)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	yaml_node_pair_t *pair;

	if (node->type != YAML_MAPPING_NODE) {
		reader_error(reader, node, "expected 'key: value' pairs for %s", what);
		return;
	}
	for (pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
		yaml_node_t *key = reader_node(reader, pair->key), *first;
		const char *name;

		if (key->type != YAML_SCALAR_NODE) {
			reader_error(reader, key, "a key must be a plain word");
			continue;
		}
		name = (const char *)key->data.scalar.value;
		first = g_hash_table_lookup(seen, name);
		if (first) {
			reader_error(reader, key,
				     "duplicate key '%s', first on line %zu; remove one of them",
				     name, first->start_mark.line + 1);
			continue;
		}
		g_hash_table_insert(seen, (gpointer)name, key);
		/* Hints may have questions that nobody has answered yet. */
		if (reader->is_hints && is_blank(reader, reader_node(reader, pair->value)))
			continue;
		entry(reader, name, key, reader_node(reader, pair->value), data);
	}
}
