/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of wire*.c share; nobody else includes it. */
#ifndef MDRV_WIRE_INTERNAL_H
#define MDRV_WIRE_INTERNAL_H

#include "knowledge.h"
#include "wire.h"

struct builder {
	struct model *model;
	const struct knowledge *knowledge;
	const struct partition *partition;
	struct plan *plan;
	GPtrArray *reached;	/* struct function *: all code that runs in the user half */
	GHashTable *reached_set;
	GHashTable *homes;	/* function -> char *: the source it is compiled with */
	GHashTable *downcalls;	/* name -> struct crossing */
	GHashTable *accesses;	/* record name -> GPtrArray of struct access * */
	GHashTable *global_accesses; /* global -> the same, of the global by its name */
	GHashTable *records;	/* ident -> struct wire_record */
	GHashTable *trap_set;
	const struct function *using; /* whose access, or use of a global, is looked at */
	bool failed;
	bool again;		/* ... and functions were kept: the next partition may do */
};

/* The source that a reached function, or an inline it uses, is compiled with. */
const char *wire_home(const struct builder *b, const struct function *function);

/*
 * This plan cannot be: @function must stay in the kernel. If that is so already, it is an
 * error; else plan_build() returns NULL, and the partition is to be made anew.
 */
void wire_keep(struct builder *b, const struct function *function, const struct location *at,
	       const char *format, ...) G_GNUC_PRINTF(4, 5);
/* Two functions of one name that both cross, in files of their own: keep @function. */
void wire_keep_twin(struct builder *b, const struct function *function,
		    const struct function *other, const struct function *which);

/* wire_scope.c: operations of kept code that own what they acquire. */
void wire_scopes(struct builder *b);
void wire_late(struct builder *b, struct wire_undo *undo);

/* wire_call.c: reached code, upcalls, downcalls, allowed sets. */
void wire_reach(struct builder *b);
void wire_allow(struct builder *b);
void wire_allow_memory(struct builder *b);
void wire_needs(struct builder *b);
bool wire_in_kernel_macro(const struct builder *b, const struct function *function,
			  const struct access *access);
bool wire_runs_in_user(const struct builder *b, const struct function *function);

/* wire_record.c: records, their fields and places. */
struct wire_record *wire_record_of(struct builder *b, const char *name, struct record *record);
unsigned int wire_record_number(struct builder *b, const char *name, struct record *record);
void wire_index_accesses(struct builder *b);
void wire_tails(struct builder *b);
void wire_fill_records(struct builder *b);
const char *wire_ident(struct builder *b, const char *name);

/* wire_field.c: one access to the fields and places that it means. */
void wire_add_access(struct builder *b, struct wire_record *record, const char *prefix,
		     bool in_tail, const struct access *access);
/* A use of a global of struct type, or of an array of them. */
void wire_add_global_access(struct builder *b, struct wire_record *record,
			    const struct access *access);
struct wire_field *wire_add_leaf(struct builder *b, struct wire_record *record,
				 const char *path, bool in_tail, struct type *type,
				 unsigned int bit_width, unsigned int modes,
				 const struct location *at);

/* A member that is a record, as a place of its own. */
void wire_add_place(struct builder *b, struct wire_record *record, const char *path,
		    const struct wire_record *inner);

/* wire_taken.c: what a void * or an integer is a pointer to, if all of the driver agrees. */
struct record *wire_taken_for(const struct field *field);
void wire_enclosures(struct builder *b);
/* Those that no code finds, but that would be in each other's way. */
void wire_enclosures_known(struct builder *b);
void wire_enclosed_places(struct builder *b);

/* wire_store.c: what pointer fields may be set to. */
void wire_stores(struct builder *b);
/* wire_must.c: what upcalls have done when they succeed. */
void wire_musts(struct builder *b);
/* wire_range.c: how large a number the user half may store in a field. */
void wire_ranges(struct builder *b);

/* wire_global.c */
void wire_globals(struct builder *b);

/* wire_hash.c */
void wire_hash(struct plan *plan);

#endif /* MDRV_WIRE_INTERNAL_H */
