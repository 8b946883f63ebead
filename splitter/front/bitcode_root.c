// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Addresses that lie in what a parameter points at, and pointers that are surely not
 * NULL: by them it is told what a function has stored when it returns.
 */
#include <llvm-c/Target.h>

#include "bitcode_llvm.h"

enum { STEPS = 12 };

static const struct cfg_root unknown = { 0 };

/* The one value that is ever stored in a variable whose address goes nowhere, or NULL. */
static LLVMValueRef only_value(LLVMValueRef slot)
{
	LLVMValueRef found = NULL;
	LLVMUseRef use;

	for (use = LLVMGetFirstUse(slot); use; use = LLVMGetNextUse(use)) {
		LLVMValueRef user = LLVMGetUser(use);

		if (LLVMIsALoadInst(user))
			continue;
		if (!LLVMIsAStoreInst(user) || LLVMGetOperand(user, 0) == slot || found)
			return NULL;
		found = LLVMGetOperand(user, 0);
	}
	return found;
}

/* What a load of a variable gives that is set once, else the value itself. */
static LLVMValueRef looked_through(LLVMValueRef value)
{
	int steps;

	for (steps = STEPS; steps && LLVMIsALoadInst(value); steps--) {
		LLVMValueRef slot = LLVMGetOperand(value, 0);
		LLVMValueRef only = LLVMIsAAllocaInst(slot) ? only_value(slot) : NULL;

		if (!only)
			break;
		value = only;
	}
	return value;
}

static unsigned int parameter_number(LLVMValueRef parameter)
{
	LLVMValueRef function = LLVMGetParamParent(parameter);
	unsigned int i;

	for (i = 0; LLVMGetParam(function, i) != parameter; i++)
		;
	return i;
}

/* Bytes that a step leads on by; false if they vary. */
static bool step_of(const struct unit *unit, LLVMValueRef address, int64_t *offset)
{
	LLVMTargetDataRef layout = LLVMGetModuleDataLayout(unit->module);
	LLVMTypeRef type = LLVMGetGEPSourceElementType(address);
	int i, count = LLVMGetNumOperands(address);

	for (i = 1; i < count; i++) {
		LLVMValueRef index = LLVMGetOperand(address, i);
		long long number;

		if (!LLVMIsAConstantInt(index))
			return false;
		number = LLVMConstIntGetSExtValue(index);
		if (i == 1) {
			*offset += number * (int64_t)LLVMABISizeOfType(layout, type);
		} else if (LLVMGetTypeKind(type) == LLVMStructTypeKind) {
			*offset += LLVMOffsetOfElement(layout, type, number);
			type = LLVMStructGetTypeAtIndex(type, number);
		} else {
			type = LLVMGetElementType(type);
			*offset += number * (int64_t)LLVMABISizeOfType(layout, type);
		}
	}
	return true;
}

struct cfg_root value_root(const struct unit *unit, LLVMValueRef value)
{
	struct cfg_root root = unknown;
	int steps;

	for (steps = STEPS; steps; steps--) {
		value = looked_through(value);
		if (LLVMIsAArgument(value)) {
			root.known = true;
			root.param = parameter_number(value);
			return root;
		}
		if (!LLVMIsAGetElementPtrInst(value) || !step_of(unit, value, &root.offset))
			return unknown;
		value = LLVMGetOperand(value, 0);
	}
	return unknown;
}

struct cfg_value value_given(LLVMValueRef value, struct cfg_value known)
{
	LLVMValueRef origin = looked_through(value);

	if (known.kind != CFG_UNKNOWN && known.kind != CFG_PARAM)
		return known;
	if (LLVMIsAArgument(origin) && parameter_number(origin) < 256)
		return (struct cfg_value){ .kind = CFG_PARAM, .index = parameter_number(origin) };
	/* The address of something, or of a part of it. */
	if (LLVMIsAGlobalValue(origin) || LLVMIsAAllocaInst(origin) ||
	    LLVMIsAGetElementPtrInst(origin))
		return (struct cfg_value){ .kind = CFG_CONST, .yes = SIGN_POSITIVE };
	return known;
}
