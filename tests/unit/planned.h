/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A driver and its finished plan, made by hand: what the closing check looks at. There is
 * one at a time; planned_begin() makes it empty.
 */
#ifndef UNIT_PLANNED_H
#define UNIT_PLANNED_H

#include "builder.h"
#include "check_plan.h"

struct planned {
	struct model *model;
	struct knowledge *knowledge;
	struct partition partition;
	struct plan *plan;
};

extern struct planned planned;

/* @facts: YAML, as in annotations/linux. */
void planned_begin(const char *facts);
void planned_end(void);

struct type *planned_type(enum type_kind kind, const char *spelling, struct type *elem);
struct type *planned_record_type(const char *record);
/* A pointer to a record. */
struct type *planned_pointer(const char *record);
struct type *planned_void_pointer(void);

/* A function of the driver in that half; user code runs it unless that is the kernel's. */
struct function *planned_function(const char *name, enum domain domain);
/* An inline of a header that user code runs: no half is decided for it. */
struct function *planned_inline(const char *name);
struct wire_record *planned_record(const char *name);
/* The member @path of @record, a @name, is a place of it. */
struct wire_place *planned_place(struct wire_record *record, const char *path, const char *name);
/* The field record.name of that type: it crosses, in the form that goes with it. */
struct wire_field *planned_field(const char *record, const char *name, struct type *type);
/* @in uses the value of that field as a pointer to @as, @back bytes before it. */
struct taken_as *planned_taken(struct function *in, struct wire_field *field, const char *as,
			       int64_t back);
/* @in uses a @as around, or behind, a @from that its parameter points at. */
struct taken_as *planned_around(struct function *in, const char *from, const char *as);
struct global *planned_global(const char *name, struct type *type, bool crosses);
struct argument *planned_value(enum arg_kind kind);
/* record.field = @value, in @in */
struct store *planned_store(struct function *in, struct field *field, struct argument *value);
/* The allocation of @record that is number one of the plan's, at @call. */
void planned_site(const struct call *call, const struct wire_record *record);
struct crossing *planned_crossing(GPtrArray *list, struct function *function);

/* The plan holds. */
void expect_nothing(void);
/* It does not, in one place: @function does that. */
void expect_finding(const struct function *function, const char *text);

#endif /* UNIT_PLANNED_H */
