/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Private to bitcode*.c, the border to LLVM-C. */
#ifndef MDRV_BITCODE_LLVM_H
#define MDRV_BITCODE_LLVM_H

#include <llvm-c/Core.h>

#include "knowledge.h"
#include "model.h"

enum { HELD_BITS = 5 };

/*
 * How deep we are in each kind of atomic region (a bit of enum held), relative to
 * the start of the function, and which call began it.
 */
struct locks {
	signed char depth[HELD_BITS];
	LLVMValueRef by[HELD_BITS];
};

/* One bitcode module under analysis. */
struct unit {
	struct model *model;
	const struct knowledge *knowledge;
	const struct source *source;
	LLVMModuleRef module;
	GHashTable *functions;	/* LLVM function -> struct function * */
	GHashTable *effects;	/* LLVM function -> struct locks *: state at return */
};

/* bitcode.c */
const char *callee_name(LLVMValueRef call);
/* "spin_lock(&x->lock) at f.c:1:2", from the source where it is the driver's. */
const char *describe_call(const struct unit *unit, LLVMValueRef call);
struct location debug_location(const struct unit *unit, LLVMValueRef instruction);

/* bitcode_lock.c: walk @function, calling @visit with the state at each call. */
typedef void (*lock_visitor)(LLVMValueRef call, const struct locks *locks, void *data);
const struct locks *lock_effect(struct unit *unit, LLVMValueRef function);
void lock_walk(struct unit *unit, LLVMValueRef function, lock_visitor visit, void *data);

/* bitcode_trait.c */
void find_traits(const struct unit *unit, LLVMValueRef llvm, struct function *function);

#endif /* MDRV_BITCODE_LLVM_H */
