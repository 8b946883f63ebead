/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A translation unit as trees of our own: declarations, types, and expressions, of which a
 * statement is one more kind (GNU C has each within the other). ast.c makes them of what
 * libclang gives and is the only file that knows it; everything else reads these structs,
 * which a test can build by hand.
 *
 * All of it belongs to the struct ast and goes with it. One declaration, one type (with its
 * qualifiers) and one expression is one object: pointers may be compared and be keys.
 * Bodies and initialisers are lowered when ast_body() and ast_initialiser() are asked.
 */
#ifndef MDRV_AST_H
#define MDRV_AST_H

#include "model.h"

enum expr_kind {
	/* expressions */
	EXPR_NAME,		/* @decl: what is named */
	EXPR_MEMBER,		/* [base]; @decl: the field; base is a pointer for -> */
	EXPR_SUBSCRIPT,		/* [base, index] */
	EXPR_CALL,		/* [callee, arguments...]; @decl: the function, if one is named */
	EXPR_UNARY,		/* [operand] */
	EXPR_BINARY,		/* [left, right] */
	EXPR_COMPOUND_ASSIGN,	/* [left, right] */
	EXPR_CONDITIONAL,	/* [condition, value, other] */
	EXPR_PAREN,		/* [inner] */
	EXPR_CAST,		/* [..., inner] */
	EXPR_IMPLICIT,		/* [inner]: a conversion that nobody wrote */
	EXPR_LITERAL,		/* [..., list]: (type){ ... } */
	EXPR_LIST,		/* [values...]: { ... } */
	EXPR_BLOCK,		/* [compound statement]: ({ ... }) */
	EXPR_GENERIC,		/* [selector, chosen...] */
	EXPR_INTEGER,
	EXPR_STRING,
	EXPR_CONSTANT,		/* evaluates nothing: other literals, sizeof, &&label */
	EXPR_OPAQUE,		/* clang has no kind for it: designators, builtins with types */
	EXPR_OTHER,		/* any other */
	/* statements */
	STMT_COMPOUND,
	STMT_DECLARE,
	STMT_IF,		/* [condition, then, else] */
	STMT_SWITCH,
	STMT_WHILE,
	STMT_DO,
	STMT_FOR,
	STMT_CASE,
	STMT_DEFAULT,
	STMT_LABEL,
	STMT_RETURN,
	STMT_GOTO,
	STMT_BREAK,
	STMT_CONTINUE,
	STMT_ASM,
	STMT_OTHER,		/* any other */
	/* within either */
	STMT_VARIABLE,		/* [initialiser], if any; @decl: declared here */
	STMT_DECLARATION,	/* any other */
	EXPR_FIELD_NAME,	/* @decl: of a designator */
	EXPR_TYPE_NAME,		/* and whatever else only names something */
};

enum expr_op {
	OP_OTHER,
	OP_ASSIGN, OP_COMMA, OP_ADD, OP_SUB, OP_COMPARE, OP_AND, OP_OR,
	OP_ADDRESS, OP_DEREF, OP_STEP /* ++, -- */, OP_EXTENSION, OP_NOT,
};

struct expr {
	enum expr_kind kind;
	enum expr_op op;
	bool within;		/* opaque or implicit: its text is that of its first child */
	const struct ctype *type;	/* of an expression; ast.c has one for statements too */
	struct decl *decl;
	struct expr **children;
	unsigned int count;
};

struct ctype {
	enum type_kind kind;	/* of what it stands for */
	bool is_signed, is_char, is_bool, is_enum;
	bool is_const;
	bool variadic;
	int64_t size;		/* bytes; negative: has none */
	int64_t align;
	uint64_t count;		/* elements of an array, 0: not said */
	const char *spelling;
	const struct ctype *canonical;	/* without typedefs */
	const struct ctype *plain;	/* and without qualifiers */
	const struct ctype *elem;	/* pointee, element, result, as it is written */
	const struct ctype **params;
	unsigned int param_count;
	struct decl *record;
};

enum decl_kind {
	DECL_FUNCTION,
	DECL_VARIABLE,
	DECL_PARAMETER,
	DECL_FIELD,
	DECL_STRUCT,
	DECL_UNION,
	DECL_ENUMERATOR,
	DECL_OTHER,
};

struct decl {
	enum decl_kind kind;
	const char *name;	/* "" if it has none */
	const struct ctype *type;
	struct location at;	/* of the name, macros expanded */
	bool in_macro;		/* the name is from the definition of a macro */
	bool is_definition;
	bool is_static, is_extern;	/* what is written at this declaration */
	bool external;		/* linkage */
	bool is_global;		/* a variable of file scope, or static */
	bool is_inline;
	bool is_local;		/* a record declared in a function */
	struct decl *canonical;	/* the first of its declarations */
	struct decl *definition;	/* or NULL */
	struct decl **params;
	unsigned int param_count;
	const struct ctype *owner;	/* of a field: the record */
	int64_t bit_offset;
	unsigned int bit_width;	/* 0: no bit field */
	int64_t value;		/* of an enumerator */
};

/* Where something is written: offsets in the file; arguments of macros where they stand. */
struct span {
	const char *file;
	unsigned int begin, end;
	unsigned int first_line, last_line;
	bool in_macro;		/* it begins in the definition of a macro */
	const char *spelled;	/* the file of that, where the first token is written */
	bool across;		/* it ends in another file */
};

/* An #include that was followed. */
struct inclusion {
	const char *path;
	const char *includer;	/* names it at @offset */
	unsigned int offset;
	const char *main;	/* the file where the chain of them starts */
	unsigned int line;	/* there */
	unsigned int depth;	/* 1: of that file itself */
	bool guarded;		/* reading it twice is reading it once */
};

struct ast;

typedef void ast_error(struct model *model, const struct location *at, const char *text);

/*
 * Parse @source. What the compiler calls an error goes to @error, each with its place; NULL
 * if the file cannot be read at all.
 */
struct ast *ast_parse(struct model *model, struct source *source, ast_error *error);
void ast_free(struct ast *ast);

/* The declarations of the file and its headers in order, if @wanted says so of their file. */
void ast_declarations(struct ast *ast, bool (*wanted)(const char *path, void *data),
		      void (*take)(struct decl *declaration, void *data), void *data);
void ast_inclusions(struct ast *ast, void (*take)(const struct inclusion *inclusion, void *data),
		    void *data);

/* What stands in braces, or NULL; with its extent, if @span is not NULL. */
struct expr *ast_body(struct ast *ast, struct decl *function, struct span *span);
struct expr *ast_initialiser(struct ast *ast, struct decl *variable);
/* Of a record: struct decl *, none if it is incomplete. To be unreferenced, as the next. */
GPtrArray *ast_fields(struct ast *ast, const struct ctype *record);
/* Texts (char *) of the attributes of a declaration, as far as they end on their line. */
GPtrArray *ast_attributes(struct ast *ast, struct decl *declaration);

/* Of the whole declaration; @expanded: where it stands after all, if macros make it. */
struct span ast_decl_span(struct ast *ast, const struct decl *declaration, bool expanded);
/* Where the name of a record is spelled: tells apart what one macro makes of one place. */
unsigned int ast_spelled_at(const struct decl *declaration);
struct span ast_span(struct ast *ast, const struct expr *expr);
/* What an access or a call of debug information calls its place: macros expanded. */
struct location ast_at(struct ast *ast, const struct expr *expr);
struct location ast_begin(struct ast *ast, const struct expr *expr);
/* The text of a file of this unit, by its path. */
const char *ast_text(struct ast *ast, const char *path, size_t *size);
/* Does every compiler fold it to an integer? Then to @value. */
bool ast_value(const struct expr *expr, int64_t *value);

/* expr.c: small questions */
/* Child number @index, from the end if negative; or NULL. */
struct expr *expr_child(const struct expr *expr, int index);
/* Without parentheses and implicit casts; without explicit casts too if @casts. */
const struct expr *expr_plain(const struct expr *expr, bool casts);
/* What ({ ... }) is worth: its last statement, behind labels; NULL if it is empty. */
const struct expr *expr_block_value(const struct expr *block);
bool expr_is_expression(const struct expr *expr);
bool expr_is_array(const struct expr *expr);
bool expr_is_unary(const struct expr *expr, enum expr_op op);
/* What a pointer points at; NULL of anything else. */
const struct ctype *ctype_pointee(const struct ctype *type);
/* 0 or 1 if every compiler folds it to that, -1 if not. */
int expr_constant(const struct expr *condition);

#endif /* MDRV_AST_H */
