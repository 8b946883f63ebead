/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rules that partition.c applies: what keeps a function out of the user half. */
#ifndef MDRV_PARTITION_RULES_H
#define MDRV_PARTITION_RULES_H

#include "context.h"
#include "locks.h"

/* The rules' own view of the driver: what runs in interrupt context touches. */
struct rules {
	struct model *model;
	struct knowledge *knowledge;
	struct contexts *contexts;
	const struct locks *locks;
	GHashTable *touched;	/* struct field *: on the path of an access in interrupts */
	GHashTable *accessed;	/* struct field *: accessed there, -> struct function * */
	GHashTable *written;	/* struct field *: written there, -> struct function * */
	GHashTable *globals;	/* struct global *: used there, -> struct function * */
	GHashTable *globals_written; /* struct global *: changed there, -> struct function * */
	GHashTable *touches;	/* partition_race.c: function -> what it does to the latter */
	GHashTable *globals_modes; /* what all of the driver does to globals (global.h) */
	GPtrArray *assumptions;	/* struct reason * */
};

struct rules *rules_new(struct contexts *contexts, const struct locks *locks,
			GPtrArray *assumptions);
void rules_free(struct rules *rules);

/* Shared by the rules. Reasons that are there already are not added again. */
void rules_add(GPtrArray *obstacles, struct reason *reason);
void rules_add_marshal(struct rules *rules, GPtrArray *obstacles, const struct location *at,
		       const char *what, const char *why, const char *hint);
/* What would settle an indirect call whose targets are not known. */
const char *rules_target_hint(struct model *model, const struct call *call);
/* The field that an access ends at. */
static inline const struct field *last_field(const struct access *access)
{
	return access->path->pdata[access->path->len - 1];
}

/* The function in interrupt context that meets this access (@accessed: how), or NULL. */
struct function *rules_meets(const struct rules *rules, const struct access *access,
			     GHashTable *accessed);
GHashTable *rules_touches_new(void);
bool rules_may_write(const struct rules *rules, const struct access *access);
void rules_collect(struct rules *rules, struct function *function);

/* All that keeps the body of a function from running in the user half; may be empty. */
void rules_body(struct rules *rules, const struct standing *standing, GPtrArray *obstacles);
/* All that keeps the kernel from entering it there. */
void rules_entry(struct rules *rules, const struct standing *standing, GPtrArray *obstacles);
/* Why its effects must not be made in two places, or NULL. */
struct reason *rules_twice(struct rules *rules, const struct standing *standing);
/* Why it must not run beside interrupts in the user half, or NULL. */
struct reason *rules_race(struct rules *rules, const struct standing *standing);
/* What it does of that kind in the user half is taken not to happen at once. */
void rules_stores(struct rules *rules, const struct function *function);

#endif /* MDRV_PARTITION_RULES_H */
