/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Private to source*.c, which turn the trees of ast.h into the model. One parser per
 * translation unit; what different units say about the same thing is merged by name.
 */
#ifndef MDRV_SOURCE_WALK_H
#define MDRV_SOURCE_WALK_H

#include "ast.h"
#include "model.h"

struct parser {
	struct model *model;
	struct source *source;
	struct ast *ast;
	GHashTable *keys;	/* "kind:name" -> model object; shared by all units */
	/* Of this unit, by its struct decl or struct ctype: */
	GHashTable *types;
	GHashTable *records;
	GHashTable *fields;
	GHashTable *functions;
	GHashTable *globals;
	GHashTable *locals;	/* struct parameter * */
	GHashTable *raw_locals;	/* of local variables: struct raw_pointer * */
	GHashTable *raw_calls;	/* expressions -> struct call *, if it returns a raw pointer */
	GHashTable *inclusions;	/* files of the driver -> line of the #include that leads there */
	GArray *pending;	/* struct pending: inline functions not yet walked */
};

struct pending {
	struct decl *definition;
	struct function *function;
};

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
	bool assigned;		/* stored into as a whole, by "=" */
};

/* source_alias.c: before anything refers to a function */
void take_aliases(struct parser *parser);

/* source_type.c */
struct type *type_of(struct parser *parser, const struct ctype *type);
struct record *record_of(struct parser *parser, const struct ctype *type);
struct field *field_of(struct parser *parser, const struct decl *field);
/* See that the fields of a record are in the model. */
void record_fill(struct parser *parser, struct record *record, const struct ctype *type);

/* source_decl.c */
bool is_driver_source(const struct parser *parser, const char *path);
bool is_driver_path(const struct parser *parser, const char *path);
/* Is a function, given its definition, one of the driver's: of its C files, if included too? */
bool is_driver_code(struct parser *parser, const struct decl *definition);
struct function *function_of(struct parser *parser, struct decl *declaration);
struct global *global_of(struct parser *parser, struct decl *declaration);
bool declared_with(struct parser *parser, const struct decl *declaration, const char *word);
struct parameter *parameter_new(struct parser *parser, const struct decl *declaration,
				const char *fallback);

/* source_stmt.c */
void walk_body(struct parser *parser, struct function *function, const struct expr *body);
void walk_initialiser(struct parser *parser, struct function *function, struct global *global,
		      const struct expr *initialiser, const struct ctype *type);

struct walk {
	struct parser *parser;
	struct function *function;	/* NULL: in a file-level initialiser */
	struct call *last_call;		/* whose walk ended last, or NULL: it was of a builtin */
	GPtrArray *looked_at;		/* char *: in a condition, the locals in it; or NULL */
	const struct expr *statement;	/* the expression that is a statement */
	unsigned int nested;		/* statements around it that may be left out or repeated */
	bool left;			/* the function may have been left before */
};

/* source_body.c: after the walk, which makes its variables */
void take_body(struct parser *parser, struct function *function, const struct expr *body);

void walk_statement(struct walk *walk, const struct expr *expr, struct flow last);

/* source_expr.c */
void walk_expr(struct walk *walk, const struct expr *expr, struct flow flow);
/* The field whose value, or an element of it, an lvalue is; or NULL. */
struct field *field_behind(struct walk *walk, const struct expr *expr);
void walk_list(struct walk *walk, const struct expr *expr, const struct ctype *type,
	       struct flow flow);

/* source_access.c */
void add_record(struct walk *walk, const struct expr *expr, const struct ctype *type,
		unsigned int modes);
void add_whole(struct walk *walk, const struct expr *expr, unsigned int modes);
void walk_name(struct walk *walk, const struct expr *expr, struct flow flow);
void walk_lvalue(struct walk *walk, const struct expr *expr, struct flow flow);
void note_beside(struct walk *walk, const struct expr *pointer, const struct expr *by);

/* source_place.c */
bool pointer_place(struct walk *walk, const struct expr *expr, struct place *place);
struct flow flow_to(struct flow flow, const struct place *place, const struct type *type);
void flow_leaf(struct walk *walk, const struct expr *expr, struct flow flow);
void flow_result(struct walk *walk, struct call *call, const struct expr *expr,
		 struct flow flow);
void flow_unknown(struct walk *walk, const struct expr *expr, struct flow flow);
/* source_raw.c: pointers whose type does not tell what they point at */
bool is_raw_pointer(const struct ctype *type);
/* The pointer @value goes where @flow says. */
void raw_flow(struct walk *walk, const struct expr *value, struct raw_flow flow);
/* The memory behind the pointer @value is used. */
void raw_use(struct walk *walk, const struct expr *value, unsigned int modes);
void raw_into_variable(struct walk *walk, const struct expr *value,
		       const struct decl *declaration);
void raw_into_lvalue(struct walk *walk, const struct expr *value, const struct expr *lvalue);
void raw_into_field(struct walk *walk, const struct expr *value, const struct ctype *type,
		    struct field *field);
void raw_into_result(struct walk *walk, const struct expr *value);
void raw_into_argument(struct walk *walk, const struct expr *value, struct call *call,
		       unsigned int arg);
/* A conversion, implicit or not; nothing unless it is to a pointer to a record. */
void raw_conversion(struct walk *walk, const struct expr *expr, const struct expr *value);
void raw_remember_call(struct walk *walk, const struct expr *expr, struct call *call);

/* source_macro.c: what a call is written as, or NULL */
const char *macro_at(const struct walk *walk, const struct expr *expr);

/* source_call.c */
int param_index(const struct walk *walk, const char *name);
void walk_call(struct walk *walk, const struct expr *expr, struct flow flow);
/* What an expression without casts is, as an argument would be described; no text. */
struct argument *argument_plain(struct walk *walk, const struct expr *plain);

/* source_store.c */
void store_assigned(struct walk *walk, const struct expr *left, const struct expr *right);
void store_initial(struct walk *walk, const struct decl *variable, const struct expr *value);
void store_returned(struct walk *walk, const struct expr *value);
void store_look(struct walk *walk, GPtrArray *seen);
void store_seen(struct walk *walk, const struct decl *declaration);
void store_setting(struct walk *walk, const struct decl *variable, const struct expr *value);
void store_mark(struct walk *walk, GPtrArray *locals, bool valid);
bool never_ends(const struct expr *statement);

#endif /* MDRV_SOURCE_WALK_H */
