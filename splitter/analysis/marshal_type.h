/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What marshal*.c and wire*.c share about types. */
#ifndef MDRV_MARSHAL_TYPE_H
#define MDRV_MARSHAL_TYPE_H

#include "knowledge.h"
#include "model.h"

/* Name of a pointee that is memory without a type: MDRV_REC_BYTES on the wire. */
#define MARSHAL_BYTES "bytes"

/*
 * How C spells a record type, without qualifiers: its tag, or the name of the
 * typedef of an anonymous one, or NULL if it has neither.
 */
const char *type_record_name(struct model *model, const struct type *type);

/*
 * The record that a pointer to, or an array of, pointers leads to where a fact says that those
 * are tables: constant, and ended by NULL. Else NULL.
 */
const struct record *type_table_of(const struct knowledge *knowledge, const struct type *type);

/* Name of the record that all such tables are, and none by its type. */
const char *type_table_name(struct model *model, const struct record *record);

/* Does it, at any depth, hold integers and nothing else? */
bool type_is_plain(const struct type *type);

/* Is it a record of nothing else, by a name, and no longer than a u64? */
bool type_is_word(const struct type *type);

bool type_is_record_pointer(const struct type *type);

/*
 * The type of what @caller passes. Where an inline hands on a void * of its own, what all
 * its callers in the driver give it, if they agree.
 */
const struct type *given_type(const struct function *caller, const struct argument *value);

/*
 * The record that @function, or what it hands it to, takes its void * parameter @index
 * for; NULL if that is none or, with @many set, more than one.
 */
struct record *param_taken_for(const struct function *function, int index, bool *many);

#endif /* MDRV_MARSHAL_TYPE_H */
