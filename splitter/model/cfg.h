/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The control-flow graph of a function, as far as lock analysis needs it: its calls
 * in order, and what its branches tell about results and flags. Built from bitcode
 * (bitcode_cfg.c), read by regions.c; strings and memory belong to the model.
 */
#ifndef MDRV_CFG_H
#define MDRV_CFG_H

#include "model.h"

struct fact;

/* What a value can be, as a set. Pointers are zero or positive. */
enum sign {
	SIGN_NEGATIVE = 1,
	SIGN_ZERO = 2,
	SIGN_POSITIVE = 4,
	SIGN_NONZERO = SIGN_NEGATIVE | SIGN_POSITIVE,
	SIGN_ANY = 7,
};

enum { CFG_CELLS = 64, CFG_NO_CELL = 255 };

enum cfg_value_kind {
	CFG_UNKNOWN,
	CFG_CONST,		/* of sign @yes */
	CFG_PARAM,		/* parameter number @index */
	CFG_CELL,		/* what cell @index holds */
	CFG_TRUTH,		/* 1 or 0: cell @index is one of @yes, or one of @no */
};

/*
 * A cell is a local variable whose address stays in the function, or the result of a
 * call, or what a conditional expression chose: what later branches may test.
 */
struct cfg_value {
	enum cfg_value_kind kind;
	unsigned char index;
	unsigned char yes;	/* enum sign */
	unsigned char no;
};

/* What a pointer points at. */
enum cfg_place_kind {
	CFG_NOWHERE,		/* cannot be told */
	CFG_AT_PARAM,		/* what parameter number @index points at */
	CFG_AT_FIELD,		/* @field of some object */
	CFG_AT_GLOBAL,
	CFG_AT_RESULT,		/* what the call that is operation @index returned */
};

struct cfg_place {
	enum cfg_place_kind kind;
	unsigned int index;
	struct field *field;
	struct global *global;
	const char *name;	/* of a field or global that the model does not have */
};

/* Where an address comes from: @offset bytes behind what parameter @param is given. */
struct cfg_root {
	bool known;
	unsigned int param;
	int64_t offset;
};

/* What a callee is given, as far as it can be told. */
struct cfg_given {
	struct cfg_root root;
	struct cfg_value value;
};

enum cfg_op_kind { CFG_SET, CFG_CALL, CFG_STORE };

struct cfg_op {
	enum cfg_op_kind kind;
	unsigned char cell;	/* that is set, or gets the result; or CFG_NO_CELL */
	struct cfg_value value;	/* CFG_SET, CFG_STORE */
	/* CFG_STORE: of a pointer, into memory */
	struct cfg_root root;
	struct cfg_place into;
	/* CFG_CALL */
	const char *name;	/* of the callee, NULL through a pointer */
	struct function *callee; /* the same in the model, or NULL */
	struct cfg *body;	/* its body, or NULL */
	const struct fact *fact; /* that it begins or ends regions, or NULL */
	struct call **calls;	/* the calls in the source that this is, NULL-terminated */
	struct cfg_place *args;	/* CFG_NOWHERE beyond @arg_count */
	unsigned int arg_count;
	struct cfg_given *given; /* if there is a @body, else NULL */
	unsigned int given_count;
	struct location at;
};

struct cfg_edge {
	unsigned int to;	/* number of the block */
	struct cfg_value test;	/* the edge is taken if this is true */
};

struct cfg_block {
	unsigned int first, end; /* its operations */
	struct cfg_edge *edges;
	unsigned int edge_count;
	bool asks;		/* branches on a number that it was given, or on its context */
	bool returns;
	struct cfg_value result;
};

struct regions;

struct cfg {
	const char *name;
	struct function *function; /* in the model, or NULL */
	struct cfg_op *ops;
	unsigned int op_count;
	struct cfg_block *blocks; /* the first is the entry */
	unsigned int block_count;
	unsigned int cell_count;
	struct cfg_place returns; /* what the result points at */
	struct regions *regions; /* of regions.c */
};

#endif /* MDRV_CFG_H */
