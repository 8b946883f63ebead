/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What becomes of the driver's globals: partition.c and wire.c ask. */
#ifndef MDRV_GLOBAL_H
#define MDRV_GLOBAL_H

#include "knowledge.h"
#include "model.h"

/* Bytes of a global that travel at most: half of what a message carries. */
#define GLOBAL_SIZE_MAX	(32 * 1024)

/* Does the callee only read what argument @n of the call points at? */
bool call_only_reads(const struct knowledge *knowledge, const struct call *call,
		     unsigned int n);

/* Does it have a name in the other half as well? */
bool global_is_shared(const struct global *global);

/* If not: is it changed, or its address taken, which is another one there? */
bool global_is_apart(const struct global_use *use);

/*
 * Is the use nothing but the address of a record of the kernel's: &ioport_resource,
 * THIS_MODULE? That has a number, and is what it is in the kernel half.
 */
bool global_is_named(const struct global_use *use);

/* What a use can do to the global, also through its address. */
unsigned int global_use_modes(const struct knowledge *knowledge, const struct global_use *use);

/**
 * globals_modes() - what functions do to globals, all in all
 * @knowledge:	what facts call a table is not written by whoever gets its address
 * @functions:	struct function *
 * Return: a table for the functions below; the caller's.
 */
GHashTable *globals_modes(const struct knowledge *knowledge, GPtrArray *functions);
unsigned int global_modes(GHashTable *table, const struct global *global);

/* Does it need to travel, going by what all of the driver does to it (@table)? */
bool global_varies(GHashTable *table, const struct global *global);

/* Why it cannot travel although it would have to: "is ...", or NULL. */
const char *global_obstacle(GHashTable *table, const struct global *global);

#endif /* MDRV_GLOBAL_H */
