/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Statements that hold a function in the kernel, taken out of it: each run of them becomes a
 * function of its own, a section, which stays there, so that the rest can move.
 */
#ifndef MDRV_SECTION_H
#define MDRV_SECTION_H

#include "body.h"
#include "knowledge.h"
#include "plan.h"

struct section {
	struct function *function;	/* that it is taken out of */
	const char *name;
	const struct part *first, *last; /* statements in a row, or one expression */
	GPtrArray *inputs;	/* struct parameter *, by value */
	GPtrArray *outputs;	/* ... by address: they come back changed */
	GPtrArray *locals;	/* ... that nothing else of the function needs */
	struct parameter *result; /* the only one to come back, as what it returns; or NULL */
	GPtrArray *exits;	/* struct part *: where it is left otherwise than by its end. */
				/* Then it returns how: EXIT_RETURN and so on */
	GPtrArray *paths;	/* const char *: pointers to functions that it calls, or NULL */
	/* of one that does nothing but change a bit that others wait for, else NULL: */
	const char *class;	/* what it takes, or gives back */
	const char *undo;	/* C statement that gives back what it has taken */
	bool takes;
	bool negated;		/* it returns whether it has, not whether it has not */
};

/* How a section was left, as it tells its caller; from EXIT_LABELS on: to which label. */
enum { EXIT_END, EXIT_RETURN, EXIT_BREAK, EXIT_CONTINUE, EXIT_LABELS };

/**
 * sections_find() - what would have to stay so that the rest of each function moves
 * @model:	the driver
 * @knowledge:	facts and hints
 * @partition:	the verdicts: functions that nothing but statements of their own keeps
 * Return: struct section *, by function and place; empty if there is none. Owned by the
 * model, except for the array.
 */
GPtrArray *sections_find(struct model *model, const struct knowledge *knowledge,
			 const struct partition *partition);

/* The texts with @sections taken out: struct source * -> char *. */
GHashTable *sections_write(const struct model *model, GPtrArray *sections);

/* Number of the way out that @exit is. */
unsigned int section_exit(const struct section *section, const struct part *exit);

/* write.c: where the sections of a function are put; can they be there? */
unsigned int section_place(const char *text, const struct function *function);
bool section_fits_before(const char *text, const struct function *function);

/* carry.c: what goes in and comes out. NULL, or why that cannot be done. */
const char *section_carry(struct model *model, const struct knowledge *knowledge,
			  struct section *section);

/* bits.c: what a user half that dies must not leave set. NULL, or why that cannot be seen to. */
const char *section_bits(struct model *model, const struct knowledge *knowledge,
			 struct section *section);

/*
 * through.c: a call in it that leads to the kernel through a pointer, whose path is remembered;
 * NULL, or why the user half cannot ask for it. And the look that is taken at such a pointer.
 */
const char *section_through(struct model *model, struct section *section, const struct call *call);
void section_write_guard(GString *to, const char *path, const char *result);

/* The function that it was taken out of, in the model of the new text; or NULL. */
struct function *section_around(const struct model *model, const struct section *section);

/* Tell the model of the new text which functions are sections, and of how many lines. */
void sections_mark(const struct model *model, GPtrArray *sections);

/* Facts about sections, for the analysis of the text that has them; !@known: forget them. */
void sections_tell(struct knowledge *knowledge, GPtrArray *sections, bool known);

/* Does something that stands at @offset belong to it? */
static inline bool section_has(const struct section *section, unsigned int offset)
{
	return section->first->begin <= offset && offset < section->last->end;
}

#endif /* MDRV_SECTION_H */
