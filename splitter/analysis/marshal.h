/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Can it cross, and how? The one place that classifies parameters and results:
 * partition.c asks whether, wire.c asks how.
 */
#ifndef MDRV_MARSHAL_H
#define MDRV_MARSHAL_H

#include "knowledge.h"
#include "plan.h"

/**
 * marshal_upcall() - how a driver function is called in the user half
 * @model:	the driver
 * @knowledge:	facts and hints
 * @function:	function of the driver
 * @why:	out, on failure: what cannot cross, one line (owned by the model)
 * @at:		out, on failure: where it is declared
 * @hint:	out, on failure: the YAML that would settle it, or NULL
 *
 * Slot facts of the ops-table slots that the function is referenced from give
 * the lengths of its buffers. Record numbers in the result are not set yet;
 * pass.type says what it is.
 * Return: a crossing, or NULL.
 */
struct crossing *marshal_upcall(struct model *model, const struct knowledge *knowledge,
				const struct function *function, const char **why,
				struct location *at, const char **hint);

/* The same for a call from the user half to a kernel or kernel-half function. */
struct crossing *marshal_downcall(struct model *model, const struct knowledge *knowledge,
				  const struct function *function, const struct call *call,
				  const char **why, struct location *at, const char **hint);

/* Does inline assembly in it, or in the inlines that it calls, change memory in place? */
bool marshal_is_atomic(const struct function *function);

/* What a header's function keeps between calls, one in each file that includes it, or NULL. */
const struct global *inline_state(const struct function *function);

/* Why a call of what runs in the user half cannot be made there ("own" of a fact), or NULL. */
const char *marshal_not_own(struct model *model, const struct knowledge *knowledge,
			    const struct call *call);

/*
 * How the user half reaches a function that is not the driver's: ROUTE_LOCAL (in
 * its library, or an inline that only computes and touches fields), ROUTE_DOWNCALL,
 * or ROUTE_PINNED with the reason in @why.
 */
enum route marshal_route(struct model *model, const struct knowledge *knowledge,
			 const struct function *function, const char **why);

/*
 * Is the call none in the user half? Its headers define the macro anew that it stands in, or
 * it is the branch of a debug message.
 */
bool marshal_is_replaced(const struct knowledge *knowledge, const struct call *call);

/*
 * Is what @caller passes the value of the one field that the fact about the argument allows,
 * by itself or by way of a variable that is nothing else?
 */
bool marshal_is_of_field(const struct function *caller, const struct fact_arg *arg,
			 const struct argument *value);

/* May the user half use this field in this way? NULL, or why not. */
const char *marshal_access(struct model *model, const struct knowledge *knowledge,
			   const struct access *access);

/* Is a pointer to characters used as a string, and as nothing else? */
bool marshal_is_text(const struct field *field);

/* Is all that is ever stored in a pointer field memory that both halves see? */
bool marshal_is_mapped(const struct model *model, const struct knowledge *knowledge,
		       const struct field *field);

/* Length in bytes of the memory behind a field, if the driver always allocates so much. */
const char *marshal_length(struct model *model, const struct knowledge *knowledge,
			   const struct field *field);

/**
 * marshal_behind() - may the user half use the memory that a field points at?
 * @use:	a use of it (function.raw_uses)
 * @hint:	out: the YAML that would settle it, or NULL
 * Return: NULL, or why not (owned by the model).
 */
const char *marshal_behind(struct model *model, const struct knowledge *knowledge,
			   const struct raw_flow *use, const char **hint);

#endif /* MDRV_MARSHAL_H */
