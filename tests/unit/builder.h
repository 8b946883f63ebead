/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Models made by hand: a driver in ten lines, without a compiler. */
#ifndef UNIT_BUILDER_H
#define UNIT_BUILDER_H

#include "model.h"

/* int NAME(struct dev *dev), or void with @returns "void"; defined in the driver. */
struct function *build_function(struct model *model, const char *name, const char *returns);
/* The same, declared by the kernel. */
struct function *build_extern(struct model *model, const char *name, const char *returns);
/* @caller calls @callee(dev) with @held held. */
struct call *build_call(struct model *model, struct function *caller, struct function *callee,
			unsigned int held);
/* @function is the initialiser of record.field. */
struct reference *build_slot(struct model *model, struct function *function,
			     const char *record, const char *field);
/* @function uses the integer record.field through a pointer. */
struct access *build_access(struct model *model, struct function *function,
			    const char *record, const char *field, unsigned int modes);
struct record *build_record(struct model *model, const char *name);
struct field *build_field(struct model *model, const char *record, const char *name);

#endif /* UNIT_BUILDER_H */
