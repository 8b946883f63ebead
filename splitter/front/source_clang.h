/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Private to source*.c, the border to libclang. One parser per translation unit;
 * what different units say about the same thing is merged by name.
 */
#ifndef MDRV_SOURCE_CLANG_H
#define MDRV_SOURCE_CLANG_H

#include <clang-c/Index.h>

#include "model.h"

struct parser {
	struct model *model;
	struct source *source;
	CXTranslationUnit unit;
	GHashTable *keys;	/* "kind:name" -> model object; shared by all units */
	/* Of this unit, by the address of clang's declaration or type: */
	GHashTable *types;
	GHashTable *records;
	GHashTable *fields;
	GHashTable *functions;
	GHashTable *globals;
	GHashTable *locals;	/* struct parameter * */
	GHashTable *raw_locals;	/* of local variables: struct raw_pointer * */
	GHashTable *raw_calls;	/* expressions -> struct call *, if it returns a raw pointer */
	GHashTable *files;	/* CXFile -> const char * */
	GHashTable *inclusions;	/* files of the driver -> line of the #include that leads there */
	GArray *pending;	/* struct pending: inline functions not yet walked */
};

struct pending {
	CXCursor definition;
	struct function *function;
};

/* Children of a cursor, in source order; ends with children_clear(). */
struct children {
	GArray *cursors;
};

#define CHILD(children, i) g_array_index((children).cursors, CXCursor, i)


/* What becomes of the value of an expression. */
struct flow {
	unsigned int modes;	/* enum access_mode; 0: discarded */
	struct type *into;	/* type of what it is stored in, or NULL */
	struct field *slot;	/* stored in this field */
	struct global *global;	/* in the initialiser of this global */
	struct call *call;	/* passed as argument @arg of this call */
	unsigned int arg;
	const struct place *to;	/* where a function pointer ends up, or NULL */
	bool strong;		/* what is at @to is declared as a function pointer */
	bool tested;		/* only compared with another value */
	bool carried;		/* stored into: what came through a variable or a call */
};

/* source_alias.c: before anything refers to a function */
void take_aliases(struct parser *parser);

/* source_type.c */
struct type *type_of(struct parser *parser, CXType type);
struct record *record_of(struct parser *parser, CXType type);
struct field *field_of(struct parser *parser, CXCursor field);
/* See that the fields of a record are in the model. */
void record_fill(struct parser *parser, struct record *record, CXType type);

/* source_decl.c */
const char *take_string(struct parser *parser, CXString string);
bool is_null_cursor(CXCursor cursor);
struct location location_of(struct parser *parser, CXCursor cursor);
/* Where the text that a location stands for is written: arguments of macros there. */
unsigned int file_offset(CXSourceLocation location, CXFile *file);
bool in_macro_body(CXSourceLocation location);
const char *file_name(struct parser *parser, CXFile file);
bool is_driver_source(const struct parser *parser, const char *path);
bool is_driver_path(const struct parser *parser, const char *path);
/* Is a function, given its definition, one of the driver's: of its C files, if included too? */
bool is_driver_code(struct parser *parser, CXCursor definition);
struct function *function_of(struct parser *parser, CXCursor declaration);
struct global *global_of(struct parser *parser, CXCursor declaration);
bool declared_with(struct parser *parser, CXCursor cursor, const char *word);
struct parameter *parameter_new(struct parser *parser, CXCursor cursor, const char *fallback);

/* source_cursor.c */
struct children children_of(CXCursor cursor);
void children_clear(struct children *children);
/* Child number @index, from the end if negative. */
bool child_at(CXCursor cursor, int index, CXCursor *child);
/* Without parentheses and implicit casts; without explicit casts too if @casts. */
CXCursor strip(CXCursor cursor, bool casts);
/* Is a cursor of no kind of its own an implicit cast of its only child? */
bool is_implicit(CXCursor cursor, CXCursor child);
enum CXTypeKind type_kind(CXCursor cursor);
bool is_array(CXCursor cursor);
/* 0 or 1 if every compiler folds it to that, -1 if not. */
int constant_value(CXCursor condition);

/* source_stmt.c */
void walk_body(struct parser *parser, struct function *function, CXCursor body);
void walk_initialiser(struct parser *parser, struct function *function, struct global *global,
		      CXCursor initialiser, CXType type);

struct walk {
	struct parser *parser;
	struct function *function;	/* NULL: in a file-level initialiser */
	struct call *last_call;		/* whose walk ended last, or NULL: it was of a builtin */
	GPtrArray *looked_at;		/* char *: in a condition, the locals in it; or NULL */
	CXCursor statement;		/* the expression that is a statement */
	unsigned int nested;		/* statements around it that may be left out or repeated */
	bool left;			/* the function may have been left before */
};

void walk_statement(struct walk *walk, CXCursor cursor, struct flow last);

/* source_expr.c */
void walk_expr(struct walk *walk, CXCursor cursor, struct flow flow);
/* The field whose value, or an element of it, an lvalue is; or NULL. */
struct field *field_behind(struct walk *walk, CXCursor cursor);
void walk_list(struct walk *walk, CXCursor cursor, CXType type, struct flow flow);

/* source_access.c */
void add_record(struct walk *walk, CXCursor cursor, CXType type, unsigned int modes);
void add_whole(struct walk *walk, CXCursor cursor, unsigned int modes);
bool is_global_variable(CXCursor declaration);
void walk_name(struct walk *walk, CXCursor cursor, struct flow flow);
void walk_lvalue(struct walk *walk, CXCursor cursor, struct flow flow);

/* source_place.c */
bool pointer_place(struct walk *walk, CXCursor cursor, struct place *place);
struct flow flow_to(struct flow flow, const struct place *place, const struct type *type);
void flow_leaf(struct walk *walk, CXCursor cursor, struct flow flow);
void flow_result(struct walk *walk, struct call *call, CXCursor cursor, struct flow flow);
void flow_unknown(struct walk *walk, CXCursor cursor, struct flow flow);
/* source_raw.c: pointers whose type does not tell what they point at */
bool is_raw_pointer(CXType type);
/* The pointer @value goes where @flow says. */
void raw_flow(struct walk *walk, CXCursor value, struct raw_flow flow);
/* The memory behind the pointer @value is used. */
void raw_use(struct walk *walk, CXCursor value, unsigned int modes);
void raw_into_variable(struct walk *walk, CXCursor value, CXCursor declaration);
void raw_into_lvalue(struct walk *walk, CXCursor value, CXCursor lvalue);
void raw_into_field(struct walk *walk, CXCursor value, CXType type, struct field *field);
void raw_into_result(struct walk *walk, CXCursor value);
void raw_into_argument(struct walk *walk, CXCursor value, struct call *call, unsigned int arg);
/* A conversion, implicit or not; nothing unless it is to a pointer to a record. */
void raw_conversion(struct walk *walk, CXCursor cursor, CXCursor value);
void raw_remember_call(struct walk *walk, CXCursor cursor, struct call *call);

/* source_call.c */
int param_index(const struct walk *walk, const char *name);
void walk_call(struct walk *walk, CXCursor cursor, struct flow flow);
/* What an expression without casts is, as an argument would be described; no text. */
struct argument *argument_plain(struct walk *walk, CXCursor plain);

/* source_store.c */
void store_assigned(struct walk *walk, CXCursor left, CXCursor right);
void store_initial(struct walk *walk, CXCursor variable, CXCursor value);
void store_returned(struct walk *walk, CXCursor value);
void store_look(struct walk *walk, GPtrArray *seen);
void store_seen(struct walk *walk, CXCursor declaration);
void store_mark(struct walk *walk, GPtrArray *locals, bool valid);
bool never_ends(CXCursor statement);

#endif /* MDRV_SOURCE_CLANG_H */
