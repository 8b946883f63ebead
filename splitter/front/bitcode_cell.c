// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which values of a function are followed along its ways: those that a branch or a
 * result may depend on, as far as that can tell what is held.
 */
#include "bitcode_llvm.h"

static bool is_scalar(LLVMTypeRef type)
{
	LLVMTypeKind kind = LLVMGetTypeKind(type);

	return kind == LLVMIntegerTypeKind || kind == LLVMPointerTypeKind;
}

/* Is a stack slot only ever loaded from and stored to? */
static bool is_private(LLVMValueRef slot)
{
	LLVMUseRef use;

	for (use = LLVMGetFirstUse(slot); use; use = LLVMGetNextUse(use)) {
		LLVMValueRef user = LLVMGetUser(use);

		if (LLVMIsAStoreInst(user) ? LLVMGetOperand(user, 0) == slot :
					     !LLVMIsALoadInst(user))
			return false;
	}
	return true;
}

/* Does a condition, a result or another variable depend on what a load gives? */
static bool is_tested(LLVMValueRef value, int steps)
{
	LLVMUseRef use;

	for (use = LLVMGetFirstUse(value); use && steps; use = LLVMGetNextUse(use)) {
		LLVMValueRef user = LLVMGetUser(use);

		switch (LLVMGetInstructionOpcode(user)) {
		case LLVMICmp:
		case LLVMBr:
		case LLVMSwitch:
		case LLVMRet:
		case LLVMPHI:
		case LLVMStore:
			return true;
		case LLVMZExt:
		case LLVMTrunc:
		case LLVMXor:
		case LLVMCall:
			if (is_tested(user, steps - 1))
				return true;
			break;
		default:
			break;
		}
	}
	return false;
}

static bool slot_matters(LLVMValueRef slot)
{
	LLVMUseRef use;

	if (!is_scalar(LLVMGetAllocatedType(slot)) || !is_private(slot))
		return false;
	for (use = LLVMGetFirstUse(slot); use; use = LLVMGetNextUse(use)) {
		if (LLVMIsALoadInst(LLVMGetUser(use)) && is_tested(LLVMGetUser(use), 4))
			return true;
	}
	return false;
}

/* Can the result of a call tell whether it took a lock? */
static bool call_matters(const struct unit *unit, LLVMValueRef call)
{
	const char *name = callee_name(call);
	const struct fact *fact = name ? knowledge_fact(unit->knowledge, name) : NULL;
	const struct function *callee;

	if (!name || !is_scalar(LLVMTypeOf(call)) || !is_tested(call, 4))
		return false;
	if (fact && (fact->begins || fact->ends))
		return fact->try_lock;
	callee = unit_function(unit, name);
	return (callee && callee->defined) || LLVMCountBasicBlocks(LLVMGetCalledValue(call));
}

bool value_matters(const struct unit *unit, LLVMValueRef at)
{
	switch (LLVMGetInstructionOpcode(at)) {
	case LLVMAlloca:
		return slot_matters(at);
	case LLVMCall:
		return call_matters(unit, at);
	case LLVMPHI:
		return is_scalar(LLVMTypeOf(at));
	default:
		return false;
	}
}
