/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Private to bitcode*.c, the border to LLVM-C. */
#ifndef MDRV_BITCODE_LLVM_H
#define MDRV_BITCODE_LLVM_H

#include <llvm-c/Core.h>

#include "cfg.h"
#include "knowledge.h"
#include "model.h"

/* One bitcode module under analysis. */
struct unit {
	struct model *model;
	const struct knowledge *knowledge;
	const struct source *source;
	LLVMModuleRef module;
	GHashTable *functions;	/* name -> struct function * of this file */
	GHashTable *inlines;	/* name -> struct cfg *: bodies that the model lacks */
	GPtrArray *pending;	/* LLVM functions of @inlines still to be read */
	GHashTable *places;	/* of the function at work: line and column -> GPtrArray * */
	GHashTable *matched;	/* ... struct call * that bitcode has */
};

/* bitcode.c */
const char *callee_name(LLVMValueRef call);
struct location debug_location(const struct unit *unit, LLVMValueRef instruction);
/* The model's function of this name, as this file sees it, or NULL. */
struct function *unit_function(const struct unit *unit, const char *name);
/* The graph, now or later, of a callee: of @function, else of @llvm; or NULL. */
struct cfg *unit_body(struct unit *unit, LLVMValueRef llvm, struct function *function);
/* Calls in the source of the function at work that are this one, or NULL. */
struct call **matching_calls(struct unit *unit, LLVMValueRef call);

/* bitcode_cfg.c */
void cfg_build(struct unit *unit, LLVMValueRef llvm, struct cfg *cfg);
/* May what is held depend on the value of an instruction? (bitcode_cell.c) */
bool value_matters(const struct unit *unit, LLVMValueRef at);

/* bitcode_place.c: @call_ops tells the operation of each call seen so far. */
struct cfg_place value_place(struct unit *unit, LLVMValueRef value, GHashTable *call_ops);

/* bitcode_root.c: which parameter an address lies behind, and where. */
struct cfg_root value_root(const struct unit *unit, LLVMValueRef value);
/* A pointer, of which @known is what the variables tell: also whose parameter it is. */
struct cfg_value value_given(LLVMValueRef value, struct cfg_value known);

/* bitcode_number.c */
void find_numbers(struct unit *unit, LLVMValueRef llvm, struct function *function);

/* bitcode_trait.c */
void find_traits(const struct unit *unit, LLVMValueRef llvm, struct function *function);

#endif /* MDRV_BITCODE_LLVM_H */
