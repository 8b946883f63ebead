/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading YAML into the structures of knowledge.h: tables of keys, located errors. */
#ifndef MDRV_KNOWLEDGE_YAML_H
#define MDRV_KNOWLEDGE_YAML_H

#include <stddef.h>
#include <yaml.h>

#include "knowledge.h"

/* What is said once for all entries of a YAML document. */
struct head {
	struct origin origin;
	struct kernel_range covers;	/* kernels that the whole directory knows */
	bool covers_seen;
};

/* One YAML file being read. */
struct reader {
	struct knowledge *knowledge;
	yaml_document_t doc;
	const char *path;
	struct head head;
	bool is_hints;
	bool needs_source;
	bool failed;
};

enum key_type {
	KEY_BOOL,
	KEY_INT,	/* number of an argument */
	KEY_COUNT,	/* number from 1, of arguments */
	KEY_NUMBER,	/* number from 1 */
	KEY_TEXT,
	KEY_WORD,	/* a scalar out of @words; stored as text or, with values, as int */
	KEY_FLAGS,	/* one or a list of @words, or-ed into an unsigned int */
	KEY_TEXTS,	/* list of scalars: GPtrArray of char * */
	KEY_ARGS,	/* mapping of arguments: GPtrArray of struct fact_arg */
	KEY_TAIL,	/* mapping argument/record/offset into struct fact */
	KEY_ROUTE,
	KEY_SOURCE,	/* file of the kernel tree */
	KEY_KERNEL,	/* struct kernel_range */
};

/* Of a path from the top of the kernel tree, as a regular expression. */
#define SOURCE_PATTERN "^[A-Za-z0-9]+(/[A-Za-z0-9_+][A-Za-z0-9_.+-]*)+$"

struct word {
	const char *name;
	unsigned int value;
};

/* A key of a mapping, and where its value goes. */
struct key {
	const char *name;
	enum key_type type;
	size_t offset;
	const struct word *words;	/* ends with a NULL name */
	const char *help;
};

/* Keys that another key asks for. */
struct rule {
	const char *key;	/* NULL: in every case */
	const char *value;	/* it has this value; NULL: whatever it is */
	const char *unless;	/* but not if this key is true, or NULL */
	const char *needs[3];
	const char *message;	/* follows the name of the entry; NULL ends the table */
};

/* The form of one kind of mapping. */
struct shape {
	const char *name;	/* of its definition in the JSON Schema */
	const char *what;	/* "key of a field" */
	const struct key *keys;
	const struct rule *rules;
};

enum shape_index {
	SHAPE_HEAD, SHAPE_FACT, SHAPE_SLOT, SHAPE_LEARNT, SHAPE_FIELD, SHAPE_HINT, SHAPE_ARG,
	SHAPE_TAIL, SHAPES
};

enum section_type {
	SECTION_NAMED,		/* entries by name */
	SECTION_MEMBERS,	/* entries by record and member */
	SECTION_LIST,		/* names alone */
};

struct section {
	const char *name;
	enum section_type type;
	enum shape_index shape;	/* of its entries */
	const char *help;
};

extern const struct shape knowledge_shapes[SHAPES];
extern const struct section knowledge_fact_sections[];	/* end with a NULL name */
extern const struct section knowledge_hint_sections[];

#define ARG_MOST 63	/* greatest number of an argument */
#define NUMBER_MOST 1000000


struct location reader_at(const struct reader *reader, const yaml_node_t *node);
void reader_error(struct reader *reader, const yaml_node_t *node, const char *format, ...)
	G_GNUC_PRINTF(3, 4);
const char *reader_text(struct reader *reader, const yaml_node_t *node);
yaml_node_t *reader_node(struct reader *reader, int index);

/* Error for a @what that is not one of the permitted @names. */
void reader_unknown(struct reader *reader, const yaml_node_t *node, const char *what,
		    GPtrArray *names);

/* Read the value of one key into @object. */
void reader_value(struct reader *reader, yaml_node_t *node, const struct key *key,
		  void *object);

/*
 * Fill @object from the mapping @node, which has that shape; @at and @name are what a
 * mapping that lacks something is reported by.
 */
void reader_fill(struct reader *reader, yaml_node_t *at, yaml_node_t *node,
		 enum shape_index index, const char *name, void *object);

/* Calls @entry for each pair of the mapping @node; duplicate keys are errors. */
typedef void (*reader_entry)(struct reader *reader, const char *name, yaml_node_t *key,
			     yaml_node_t *value, void *data);
void reader_each(struct reader *reader, yaml_node_t *node, const char *what,
		 reader_entry entry, void *data);

/* What stands under one function of the driver: a hint, and what its calls acquire. */
struct hint_entry {
	struct hint hint;
	struct fact effects;
};

/* What knowledge.c frees its contents with, for entries that get into no table. */
void knowledge_fact_free(gpointer fact);
void knowledge_slot_free(gpointer slot);
void knowledge_hint_free(gpointer hint);

#endif /* MDRV_KNOWLEDGE_YAML_H */
