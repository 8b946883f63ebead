/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How the text of a function is put together: statements, the expressions that they are
 * made of, and where its variables are named. For whoever takes statements out of it.
 */
#ifndef MDRV_BODY_H
#define MDRV_BODY_H

#include "model.h"

enum part_kind {
	PART_BLOCK,		/* { ... } */
	PART_DECLARE,
	PART_EXPRESSION,	/* a statement, a condition, a value that is returned */
	PART_CHOICE,		/* if */
	PART_SWITCH,
	PART_LOOP,
	PART_LABEL,		/* [statement]: a label, case or default, and what it marks */
	PART_RETURN,
	PART_GOTO,
	PART_BREAK,
	PART_CONTINUE,
	PART_OTHER,		/* assembly, and what no other name fits */
};

/* A piece of text, offsets in the file; a statement has its semicolon. */
struct part {
	enum part_kind kind;
	unsigned int begin, end;
	unsigned int line, column;	/* of @begin, as everything else counts them */
	unsigned int lines;		/* that it stands on */
	bool statement;		/* else an expression within one */
	bool whole;		/* written as it is: no macro begins it and goes on behind it */
	bool leaves;		/* a macro in it may leave it by return, goto, break or continue */
	bool in_loop;		/* may be done more than once in a run of the function */
	struct type *type;	/* of an expression */
	const char *label;	/* of a label (not of a case), or where a goto goes */
	struct part *around;
	GPtrArray *parts;	/* struct part *, in the order of the text */
};

/* A variable of the function is named. */
struct mention {
	struct parameter *variable;	/* of function.params or function.locals */
	unsigned int offset;
	unsigned int modes;	/* enum access_mode */
	bool index;		/* what is computed from it is an index, or moves a pointer */
	bool first;		/* a statement sets it, and names it nowhere else */
	bool declared;		/* here it is declared */
};

struct body {
	struct part *whole;
	GPtrArray *mentions;	/* struct mention *, in the order of the text */
	bool opaque;		/* it has something that cannot be followed: no part of it moves */
};

#endif /* MDRV_BODY_H */
