// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Addresses that go about as numbers: a pointer becomes an integer that leaves the function,
 * or an integer that came in becomes a pointer. What crosses between the halves as a number
 * means nothing on the other side if it is an address.
 */
#include <string.h>

#include <llvm-c/Target.h>

#include "bitcode_llvm.h"

enum { STEPS = 12, WORD = 8 };

struct search {
	struct unit *unit;
	struct function *function;
	GHashTable *seen;	/* values that have been followed */
	GHashTable *call_ops;	/* none: for value_place() */
};

static void note(struct search *search, enum number_kind kind, LLVMValueRef at,
		 struct number_flow flow)
{
	struct number_flow *copy = model_alloc(search->unit->model, sizeof(*copy));

	flow.kind = kind;
	flow.at = debug_location(search->unit, at);
	*copy = flow;
	g_ptr_array_add(search->function->numbers, copy);
}

static void follow(struct search *search, LLVMValueRef value, int steps);

static bool is_part(LLVMValueRef address)
{
	return LLVMIsAGetElementPtrInst(address) || LLVMIsABitCastInst(address);
}

/* The variable at an address, also a record of one word, which is passed as a number. */
static LLVMValueRef slot_at(const struct search *search, LLVMValueRef address)
{
	LLVMTargetDataRef layout = LLVMGetModuleDataLayout(search->unit->module);
	LLVMValueRef slot = address;

	while (is_part(slot))
		slot = LLVMGetOperand(slot, 0);
	if (!LLVMIsAAllocaInst(slot) || (slot != address &&
	    LLVMABISizeOfType(layout, LLVMGetAllocatedType(slot)) > WORD))
		return NULL;
	return slot;
}

static void follow_loads(struct search *search, LLVMValueRef slot, int steps)
{
	LLVMUseRef use;

	for (use = LLVMGetFirstUse(slot); use; use = LLVMGetNextUse(use)) {
		LLVMValueRef user = LLVMGetUser(use);

		if (LLVMIsALoadInst(user))
			follow(search, user, steps);
		else if (is_part(user) && slot_at(search, user))
			follow_loads(search, user, steps);
	}
}

static void note_argument(struct search *search, LLVMValueRef call, LLVMValueRef value)
{
	const char *name = callee_name(call);
	unsigned int i, count = LLVMGetNumArgOperands(call);
	struct number_flow flow = {
		.callee = name ? unit_function(search->unit, name) : NULL,
	};

	for (i = 0; i < count && flow.callee; i++) {
		flow.index = i;
		if (LLVMGetOperand(call, i) == value)
			note(search, NUMBER_PASSED, call, flow);
	}
}

static void follow_store(struct search *search, LLVMValueRef store, int steps)
{
	LLVMValueRef to = LLVMGetOperand(store, 1), slot = slot_at(search, to);
	struct cfg_place place;

	if (slot) {
		follow_loads(search, slot, steps);
		return;
	}
	place = value_place(search->unit, to, search->call_ops);
	if (place.field)
		note(search, NUMBER_STORED, store, (struct number_flow){ .field = place.field });
}

/* Some low bits, as for a test of its alignment, are no address. */
static bool is_remainder(LLVMValueRef value)
{
	LLVMValueRef mask = LLVMGetOperand(value, 1);

	return LLVMIsAConstantInt(mask) && LLVMConstIntGetZExtValue(mask) < 4096;
}

static void follow_user(struct search *search, LLVMValueRef user, LLVMValueRef value, int steps)
{
	switch (LLVMGetInstructionOpcode(user)) {
	case LLVMStore:
		if (LLVMGetOperand(user, 0) == value)
			follow_store(search, user, steps);
		break;
	case LLVMCall:
		note_argument(search, user, value);
		break;
	case LLVMRet:
		note(search, NUMBER_RETURNED, user, (struct number_flow){ 0 });
		break;
	case LLVMAnd:
		if (!is_remainder(user))
			follow(search, user, steps);
		break;
	case LLVMSub:
		/* the distance between two addresses is none */
		if (LLVMIsAConstantInt(LLVMGetOperand(user, 1)))
			follow(search, user, steps);
		break;
	case LLVMAdd:
	case LLVMOr:
	case LLVMPHI:
	case LLVMSelect:
		follow(search, user, steps);
		break;
	default:
		break;
	}
}

/* Where a number goes that is an address. */
static void follow(struct search *search, LLVMValueRef value, int steps)
{
	LLVMUseRef use;

	if (!steps || !g_hash_table_add(search->seen, value))
		return;
	for (use = LLVMGetFirstUse(value); use; use = LLVMGetNextUse(use))
		follow_user(search, LLVMGetUser(use), value, steps - 1);
}

/* Is a pointer an address of the calling process? That is a number in either half. */
static bool is_user(const struct search *search, LLVMValueRef pointer)
{
	struct cfg_root root = value_root(search->unit, pointer);
	GPtrArray *params = search->function->params;
	struct cfg_place place;

	if (root.known && root.param < params->len &&
	    ((struct parameter *)params->pdata[root.param])->is_user)
		return true;
	if (!LLVMIsALoadInst(pointer))
		return false;
	place = value_place(search->unit, LLVMGetOperand(pointer, 0), search->call_ops);
	return place.field && place.field->is_user;
}

/* Is what it points at looked at here? Addresses of a process are only passed on. */
static bool is_used(LLVMValueRef pointer, int steps)
{
	LLVMUseRef use;

	for (use = LLVMGetFirstUse(pointer); use && steps; use = LLVMGetNextUse(use)) {
		LLVMValueRef user = LLVMGetUser(use), slot;
		LLVMUseRef load;

		if (LLVMIsALoadInst(user) || (LLVMIsAGetElementPtrInst(user) &&
					       is_used(user, steps - 1)))
			return true;
		if (!LLVMIsAStoreInst(user))
			continue;
		slot = LLVMGetOperand(user, 1);
		if (slot == pointer)
			return true;
		for (load = LLVMIsAAllocaInst(slot) ? LLVMGetFirstUse(slot) : NULL; load;
		     load = LLVMGetNextUse(load))
			if (LLVMIsALoadInst(LLVMGetUser(load)) &&
			    is_used(LLVMGetUser(load), steps - 1))
				return true;
	}
	return false;
}

static void look_back(struct search *search, LLVMValueRef at, LLVMValueRef value, int steps);

static void look_at_stores(struct search *search, LLVMValueRef at, LLVMValueRef slot, int steps)
{
	LLVMUseRef use;

	for (use = LLVMGetFirstUse(slot); use; use = LLVMGetNextUse(use)) {
		LLVMValueRef user = LLVMGetUser(use);

		if (LLVMIsAStoreInst(user) && LLVMGetOperand(user, 1) == slot)
			look_back(search, at, LLVMGetOperand(user, 0), steps);
		else if (is_part(user) && slot_at(search, user))
			look_at_stores(search, at, user, steps);
	}
}

/* A pointer is made of a number: where does that come from? */
static void look_back(struct search *search, LLVMValueRef at, LLVMValueRef value, int steps)
{
	LLVMValueRef slot = LLVMIsALoadInst(value) ? slot_at(search, LLVMGetOperand(value, 0)) :
			    NULL;
	struct number_flow flow = { 0 };

	if (!steps)
		return;
	if (slot) {
		look_at_stores(search, at, slot, steps - 1);
	} else if (LLVMIsAArgument(value)) {
		flow.index = value_given(value, (struct cfg_value){ 0 }).index;
		if (is_used(at, 4))
			note(search, NUMBER_GIVEN, at, flow);
	} else if (LLVMIsACallInst(value) && callee_name(value)) {
		flow.callee = unit_function(search->unit, callee_name(value));
		if (flow.callee)
			note(search, NUMBER_RESULT, at, flow);
	}
}

static bool is_wide(LLVMValueRef number)
{
	LLVMTypeRef type = LLVMTypeOf(number);

	return LLVMGetTypeKind(type) == LLVMIntegerTypeKind && LLVMGetIntTypeWidth(type) >= 64;
}

/* Of a global it is a constant. */
static bool is_constant_address(LLVMValueRef value)
{
	return LLVMIsAConstantExpr(value) && LLVMGetConstOpcode(value) == LLVMPtrToInt &&
	       is_wide(value);
}

static void look_at(struct search *search, LLVMValueRef at)
{
	int i, count = LLVMGetNumOperands(at);

	if (LLVMIsAPtrToIntInst(at) && is_wide(at) && !is_user(search, LLVMGetOperand(at, 0)))
		follow(search, at, STEPS);
	else if (LLVMIsAIntToPtrInst(at))
		look_back(search, at, LLVMGetOperand(at, 0), STEPS);
	for (i = 0; i < count; i++)
		if (is_constant_address(LLVMGetOperand(at, i)))
			follow_user(search, at, LLVMGetOperand(at, i), STEPS);
}

void find_numbers(struct unit *unit, LLVMValueRef llvm, struct function *function)
{
	struct search search = {
		.unit = unit, .function = function,
		.seen = g_hash_table_new(NULL, NULL), .call_ops = g_hash_table_new(NULL, NULL),
	};
	LLVMBasicBlockRef block;
	LLVMValueRef at;

	for (block = LLVMGetFirstBasicBlock(llvm); block; block = LLVMGetNextBasicBlock(block)) {
		for (at = LLVMGetFirstInstruction(block); at; at = LLVMGetNextInstruction(at))
			look_at(&search, at);
	}
	g_hash_table_unref(search.seen);
	g_hash_table_unref(search.call_ops);
}
