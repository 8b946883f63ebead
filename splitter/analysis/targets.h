/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where function pointers go: which functions an indirect call reaches, and which
 * functions get out of the driver's hands. The result is in the model:
 *
 * call->targets	functions reached other than by name, each with how that is
 *			known (target->how) and where the address was taken
 *			(target->origin); of direct calls the callbacks that the callee
 *			runs before it returns. Where a function is stored several times
 *			the first store found is the origin.
 * call->through	the place whose value is called; targets_through() names it
 * call->outward	it may also reach a function of the kernel or another module
 * call->by_type	not every store into the place is known: what has the type of the
 *			pointer is in @targets, too (TARGET_TYPE)
 * call->unresolved	nothing is known; counts as a call into the kernel
 * function->escapes	how the kernel or another module can come to call it
 */
#ifndef MDRV_TARGETS_H
#define MDRV_TARGETS_H

#include "knowledge.h"
#include "model.h"

/* Fills all that; done once for a model. */
void targets_resolve(struct model *model, const struct knowledge *knowledge);

/* "slot", "variable" ...: stable, consumers of reports match on it. */
const char *targets_how(enum target_how how);

/* What an indirect call goes through: "struct x.open", "'handler'". Lives with the model. */
const char *targets_through(struct model *model, const struct call *call);

/* How a call reaches @function other than by its name, or NULL. */
const struct target *targets_find(const struct call *call, const struct function *function);

/*
 * What is known about a callback that argument @index of a call registers, or NULL;
 * @name: of the function or macro that the fact is about.
 */
const struct fact_arg *targets_callback(const struct knowledge *knowledge,
					const struct call *call, unsigned int index,
					const char **name);

/* Indirect calls in the driver's own functions, by how their targets are known. */
struct target_counts {
	unsigned int calls;
	unsigned int slot;	/* all targets by a field */
	unsigned int value;	/* by variables, arrays, arguments, results, hints */
	unsigned int by_type;	/* some or all by type only */
	unsigned int outward;	/* no target in the driver: into the kernel */
	unsigned int unresolved;
};

struct target_counts targets_count(const struct model *model);

#endif /* MDRV_TARGETS_H */
