// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The schema of the knowledge base, as tables, and the reader that is driven by
 * them. It reports every problem of a file, each at its line and column with the
 * way to mend it, and goes on.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "knowledge_yaml.h"

static const struct word context_words[] = {
	{ "process", CONTEXT_PROCESS },
	{ "atomic", CONTEXT_ATOMIC },
	{ "softirq", CONTEXT_SOFTIRQ },
	{ "hardirq", CONTEXT_HARDIRQ },
	{ NULL, 0 }
};

static const struct word callback_words[] = {
	{ "process", CONTEXT_PROCESS },
	{ "atomic", CONTEXT_ATOMIC },
	{ "softirq", CONTEXT_SOFTIRQ },
	{ "hardirq", CONTEXT_HARDIRQ },
	{ "caller", CONTEXT_CALLER },
	{ NULL, 0 }
};

static const struct word held_words[] = {
	{ "spinlock", HELD_SPINLOCK },
	{ "irq_off", HELD_IRQ_OFF },
	{ "bh_off", HELD_BH_OFF },
	{ "rcu", HELD_RCU },
	{ "preempt_off", HELD_PREEMPT_OFF },
	{ NULL, 0 }
};

static const struct word route_words[] = {
	{ "downcall", ROUTE_DOWNCALL },
	{ "local", ROUTE_LOCAL },
	{ "pinned", ROUTE_PINNED },
	{ NULL, 0 }
};

static const struct word arg_words[] = {
	{ "buffer", 0 }, { "out", 0 }, { "inout", 0 }, { "string", 0 }, { "user", 0 },
	{ "opaque", 0 }, { "callback", 0 }, { "object", 0 }, { "region", 0 }, { "drop", 0 },
	{ "value", 0 }, { NULL, 0 }
};

static const struct word field_words[] = {
	{ "buffer", 0 }, { "string", 0 }, { "opaque", 0 }, { "skip", 0 }, { "void", 0 },
	{ NULL, 0 }
};

static const struct word mode_words[] = { { "undo", 0 }, { "release", 0 }, { NULL, 0 } };

static const struct word domain_words[] = {
	{ "kernel", 0 }, { "user", 0 }, { "both", 0 }, { NULL, 0 }
};

const struct key reader_head_keys[] = {
	{ "source", KEY_SOURCE, offsetof(struct head, origin.source), NULL },
	{ "kernel", KEY_KERNEL, offsetof(struct head, origin.kernel), NULL },
	{ "covers", KEY_KERNEL, offsetof(struct head, covers), NULL },
	{ NULL, 0, 0, NULL }
};

const struct key reader_fact_keys[] = {
	{ "route", KEY_ROUTE, offsetof(struct fact, route), route_words },
	{ "why", KEY_TEXT, offsetof(struct fact, why), NULL },
	{ "begins", KEY_FLAGS, offsetof(struct fact, begins), held_words },
	{ "ends", KEY_FLAGS, offsetof(struct fact, ends), held_words },
	{ "lock", KEY_BOOL, offsetof(struct fact, is_lock), NULL },
	{ "try", KEY_BOOL, offsetof(struct fact, try_lock), NULL },
	{ "sleeps", KEY_BOOL, offsetof(struct fact, sleeps), NULL },
	{ "format", KEY_INT, offsetof(struct fact, format), NULL },
	{ "via", KEY_TEXT, offsetof(struct fact, via), NULL },
	{ "frees", KEY_INT, offsetof(struct fact, frees), NULL },
	{ "tail", KEY_TAIL, 0, NULL },
	{ "alloc_size", KEY_INT, offsetof(struct fact, alloc_size), NULL },
	{ "failure", KEY_TEXT, offsetof(struct fact, failure), NULL },
	{ "missable", KEY_TEXT, offsetof(struct fact, missable), NULL },
	{ "acquires", KEY_TEXT, offsetof(struct fact, acquires), NULL },
	{ "releases", KEY_TEXT, offsetof(struct fact, releases), NULL },
	{ "scoped", KEY_BOOL, offsetof(struct fact, scoped), NULL },
	{ "strict", KEY_BOOL, offsetof(struct fact, strict), NULL },
	{ "undo", KEY_TEXT, offsetof(struct fact, undo), NULL },
	{ "keys", KEY_INT, offsetof(struct fact, keys), NULL },
	{ "log", KEY_TEXTS, offsetof(struct fact, log), NULL },
	{ "when", KEY_TEXT, offsetof(struct fact, when), NULL },
	{ "args", KEY_ARGS, offsetof(struct fact, args), NULL },
	{ "source", KEY_SOURCE, offsetof(struct fact, origin.source), NULL },
	{ "kernel", KEY_KERNEL, offsetof(struct fact, origin.kernel), NULL },
	{ NULL, 0, 0, NULL }
};

const struct key reader_slot_keys[] = {
	{ "context", KEY_FLAGS, offsetof(struct slot_fact, context), context_words },
	{ "hot", KEY_BOOL, offsetof(struct slot_fact, hot), NULL },
	{ "mode", KEY_WORD, offsetof(struct slot_fact, mode), mode_words },
	{ "owner", KEY_INT, offsetof(struct slot_fact, owner), NULL },
	{ "failure", KEY_TEXT, offsetof(struct slot_fact, failure), NULL },
	{ "args", KEY_ARGS, offsetof(struct slot_fact, args), NULL },
	{ "pairs", KEY_TEXT, offsetof(struct slot_fact, pairs), NULL },
	{ "pinned", KEY_TEXT, offsetof(struct slot_fact, pinned), NULL },
	{ "torn", KEY_TEXT, offsetof(struct slot_fact, torn), NULL },
	{ "lossy", KEY_TEXT, offsetof(struct slot_fact, lossy), NULL },
	{ "source", KEY_SOURCE, offsetof(struct slot_fact, origin.source), NULL },
	{ "kernel", KEY_KERNEL, offsetof(struct slot_fact, origin.kernel), NULL },
	{ NULL, 0, 0, NULL }
};

const struct key reader_field_keys[] = {
	{ "kind", KEY_WORD, offsetof(struct field_fact, kind), field_words },
	{ "length", KEY_TEXT, offsetof(struct field_fact, length), NULL },
	{ "target", KEY_TEXT, offsetof(struct field_fact, target), NULL },
	{ "source", KEY_SOURCE, offsetof(struct field_fact, origin.source), NULL },
	{ "kernel", KEY_KERNEL, offsetof(struct field_fact, origin.kernel), NULL },
	{ NULL, 0, 0, NULL }
};

/* Keys of struct hint_entry. */
const struct key reader_hint_keys[] = {
	{ "domain", KEY_WORD, offsetof(struct hint_entry, hint.domain), domain_words },
	{ "context", KEY_FLAGS, offsetof(struct hint_entry, hint.context), context_words },
	{ "failure", KEY_TEXT, offsetof(struct hint_entry, hint.failure), NULL },
	{ "why", KEY_TEXT, offsetof(struct hint_entry, hint.why), NULL },
	{ "args", KEY_ARGS, offsetof(struct hint_entry, hint.args), NULL },
	{ "targets", KEY_TEXTS, offsetof(struct hint_entry, hint.targets), NULL },
	{ "acquires", KEY_TEXT, offsetof(struct hint_entry, effects.acquires), NULL },
	{ "releases", KEY_TEXT, offsetof(struct hint_entry, effects.releases), NULL },
	{ "scoped", KEY_BOOL, offsetof(struct hint_entry, effects.scoped), NULL },
	{ "undo", KEY_TEXT, offsetof(struct hint_entry, effects.undo), NULL },
	{ "keys", KEY_INT, offsetof(struct hint_entry, effects.keys), NULL },
	{ "log", KEY_TEXTS, offsetof(struct hint_entry, effects.log), NULL },
	{ "when", KEY_TEXT, offsetof(struct hint_entry, effects.when), NULL },
	{ NULL, 0, 0, NULL }
};

static const struct key arg_keys[] = {
	{ "kind", KEY_WORD, offsetof(struct fact_arg, kind), arg_words },
	{ "length", KEY_TEXT, offsetof(struct fact_arg, length), NULL },
	{ "record", KEY_TEXT, offsetof(struct fact_arg, record), NULL },
	{ "text", KEY_TEXT, offsetof(struct fact_arg, text), NULL },
	{ "max", KEY_TEXT, offsetof(struct fact_arg, max), NULL },
	{ "nullable", KEY_BOOL, offsetof(struct fact_arg, nullable), NULL },
	{ "context", KEY_FLAGS, offsetof(struct fact_arg, context), callback_words },
	{ NULL, 0, 0, NULL }
};

static const struct key tail_keys[] = {
	{ "argument", KEY_INT, offsetof(struct fact, tail), NULL },
	{ "record", KEY_TEXT, offsetof(struct fact, tail_record), NULL },
	{ "offset", KEY_TEXT, offsetof(struct fact, tail_offset), NULL },
	{ NULL, 0, 0, NULL }
};

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

static void read_bool(struct reader *reader, yaml_node_t *node, const struct key *key,
		      bool *out)
{
	const char *text = node->type == YAML_SCALAR_NODE ?
			   (const char *)node->data.scalar.value : "";

	if (!strcmp(text, "true"))
		*out = true;
	else if (!strcmp(text, "false"))
		*out = false;
	else
		reader_error(reader, node, "'%s' takes true or false; write '%s: true'",
			     key->name, key->name);
}

static void read_int(struct reader *reader, yaml_node_t *node, const struct key *key,
		     int *out)
{
	const char *text = node->type == YAML_SCALAR_NODE ?
			   (const char *)node->data.scalar.value : "";
	char *end;
	long value;

	errno = 0;
	value = strtol(text, &end, 10);
	if (!*text || *end || errno || value < 0 || value > 63) {
		reader_error(reader, node,
			     "'%s' takes a number from 0 to 63 (arguments count from 0); write "
			     "'%s: 0'",
			     key->name, key->name);
		return;
	}
	*out = (int)value;
}

static void read_text(struct reader *reader, yaml_node_t *node, const struct key *key,
		      const char **out)
{
	if (node->type != YAML_SCALAR_NODE || !*node->data.scalar.value) {
		reader_error(reader, node, "'%s' takes a text; write '%s: \"...\"'", key->name,
			     key->name);
		return;
	}
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
	for (item = node->data.sequence.items.start; item < node->data.sequence.items.top;
	     item++) {
		text = NULL;
		read_text(reader, reader_node(reader, *item), key, &text);
		if (text)
			g_ptr_array_add(out, (gpointer)text);
	}
}

static void check_arg(struct reader *reader, yaml_node_t *node, const struct fact_arg *arg)
{
	bool bytes = !g_strcmp0(arg->kind, "buffer") || !g_strcmp0(arg->kind, "out") ||
		     !g_strcmp0(arg->kind, "inout");

	if (bytes && !arg->length)
		reader_error(reader, node,
			     "kind '%s' needs its size; add 'length: BYTES' ($0, $1 ... are the "
			     "arguments)",
			     arg->kind);
	if (!g_strcmp0(arg->kind, "callback") && !arg->context)
		reader_error(reader, node,
			     "a callback needs the context it is called in; add 'context: "
			     "process'");
	if (!g_strcmp0(arg->kind, "drop") && !arg->text)
		reader_error(reader, node,
			     "a dropped argument needs what is passed instead; add 'text: NULL'");
}

static void arg_entry(struct reader *reader, const char *name, yaml_node_t *key,
		      yaml_node_t *value, void *data)
{
	struct fact_arg *arg = g_new0(struct fact_arg, 1);
	char *end;
	long index = strtol(name, &end, 10);

	g_ptr_array_add(data, arg);
	arg->at = reader_at(reader, key);
	if (!strcmp(name, "result")) {
		arg->index = ARG_RESULT;
	} else if (!*end && index >= 0 && index < 64) {
		arg->index = (int)index;
	} else if (reader->is_hints && g_ascii_isalpha(name[0])) {
		arg->index = ARG_BY_NAME;
		arg->name = reader_text(reader, key);
	} else {
		reader_error(reader, key,
			     "'%s' is no argument; use its number from 0, or 'result'", name);
		return;
	}
	reader_fill(reader, value, arg_keys, arg, "key of an argument");
	check_arg(reader, value, arg);
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
		read_int(reader, node, key, at);
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
		reader_fill(reader, node, tail_keys, object, "key of 'tail'");
		break;
	}
}

struct filling {
	const struct key *keys;
	void *object;
	const char *what;
};

static void fill_entry(struct reader *reader, const char *name, yaml_node_t *key,
		       yaml_node_t *value, void *data)
{
	const struct filling *filling = data;
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	const struct key *k;

	for (k = filling->keys; k->name; k++) {
		if (!strcmp(k->name, name)) {
			reader_value(reader, value, k, filling->object);
			return;
		}
		g_ptr_array_add(names, (gpointer)k->name);
	}
	reader_unknown(reader, key, filling->what, names);
}

void reader_fill(struct reader *reader, yaml_node_t *node, const struct key *keys,
		 void *object, const char *what)
{
	struct filling filling = { keys, object, what };

	reader_each(reader, node, what, fill_entry, &filling);
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
		entry(reader, name, key, reader_node(reader, pair->value), data);
	}
}
