// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which atomic regions are open at each call: a forward data flow over the control
 * flow graph. Where paths meet the deeper state wins, so that a region that may be
 * open counts as open. Functions of the module that the knowledge base does not
 * know contribute what they leave open or closed at their return.
 */
#include <string.h>

#include "bitcode_llvm.h"

enum { DEEPEST = 7 };	/* ends loops that only take a lock */

static const struct locks locks_none;

/* Returns true if @into changed. */
static bool merge(struct locks *into, const struct locks *from)
{
	bool changed = false;
	int i;

	for (i = 0; i < HELD_BITS; i++) {
		if (from->depth[i] > into->depth[i]) {
			into->depth[i] = from->depth[i];
			into->by[i] = from->by[i];
			changed = true;
		}
	}
	return changed;
}

static void change(struct locks *locks, int bit, int by, LLVMValueRef call)
{
	int depth = CLAMP(locks->depth[bit] + by, -DEEPEST, DEEPEST);

	if (by > 0 && locks->depth[bit] <= 0)
		locks->by[bit] = call;
	locks->depth[bit] = depth;
}

static void apply_fact(struct locks *locks, const struct fact *fact, LLVMValueRef call)
{
	int i;

	for (i = 0; i < HELD_BITS; i++) {
		if (fact->begins & 1u << i)
			change(locks, i, 1, call);
		if (fact->ends & 1u << i)
			change(locks, i, -1, call);
	}
}

static const struct fact *region_fact(const struct unit *unit, LLVMValueRef call)
{
	const char *name = callee_name(call);
	const struct fact *fact = name ? knowledge_fact(unit->knowledge, name) : NULL;

	return fact && (fact->begins || fact->ends) ? fact : NULL;
}

/* The effect of one instruction; that of a try-lock is left to the branch on it. */
static void apply(struct unit *unit, struct locks *locks, LLVMValueRef instruction)
{
	const struct locks *effect;
	const struct fact *fact;
	LLVMValueRef callee;
	int i;

	if (LLVMGetInstructionOpcode(instruction) != LLVMCall)
		return;
	fact = region_fact(unit, instruction);
	if (fact) {
		if (!fact->try_lock)
			apply_fact(locks, fact, instruction);
		return;
	}
	callee = LLVMGetCalledValue(instruction);
	if (!LLVMIsAFunction(callee) || !LLVMCountBasicBlocks(callee))
		return;
	effect = lock_effect(unit, callee);
	for (i = 0; i < HELD_BITS; i++) {
		if (effect->depth[i])
			change(locks, i, effect->depth[i], instruction);
	}
}

/* The value stored last before @load in its block, for what -O0 spills at once. */
static LLVMValueRef stored_before(LLVMValueRef load)
{
	LLVMValueRef address = LLVMGetOperand(load, 0), at = load;

	while ((at = LLVMGetPreviousInstruction(at))) {
		if (LLVMGetInstructionOpcode(at) == LLVMStore && LLVMGetOperand(at, 1) == address)
			return LLVMGetOperand(at, 0);
	}
	return NULL;
}

/*
 * The call whose result a branch tests, through the conversions that C makes of a
 * truth value; @negated tells whether the branch is taken on failure.
 */
static LLVMValueRef tested_call(LLVMValueRef value, bool *negated)
{
	int steps;

	*negated = false;
	for (steps = 0; value && steps < 16 && LLVMIsAInstruction(value); steps++) {
		const char *name;

		switch (LLVMGetInstructionOpcode(value)) {
		case LLVMCall:
			name = callee_name(value);
			if (!name || !g_str_has_prefix(name, "llvm.expect"))
				return value;
			value = LLVMGetOperand(value, 0);
			break;
		case LLVMICmp:
			if (!LLVMIsAConstantInt(LLVMGetOperand(value, 1)) ||
			    LLVMConstIntGetZExtValue(LLVMGetOperand(value, 1)))
				return NULL;
			if (LLVMGetICmpPredicate(value) == LLVMIntEQ)
				*negated = !*negated;
			else if (LLVMGetICmpPredicate(value) != LLVMIntNE)
				return NULL;
			value = LLVMGetOperand(value, 0);
			break;
		case LLVMXor:
			*negated = !*negated;
			value = LLVMGetOperand(value, 0);
			break;
		case LLVMZExt:
		case LLVMSExt:
		case LLVMTrunc:
			value = LLVMGetOperand(value, 0);
			break;
		case LLVMLoad:
			value = stored_before(value);
			break;
		default:
			return NULL;
		}
	}
	return NULL;
}

/*
 * Add what the try-locks of a block began to the state of successor @index: all of
 * them, except the one whose failure leads there.
 */
static void apply_try(struct unit *unit, struct locks *locks, LLVMBasicBlockRef block,
		      unsigned int index)
{
	LLVMValueRef terminator = LLVMGetBasicBlockTerminator(block), at, tested = NULL;
	bool negated = false;

	if (LLVMGetInstructionOpcode(terminator) == LLVMBr && LLVMIsConditional(terminator))
		tested = tested_call(LLVMGetCondition(terminator), &negated);
	for (at = LLVMGetFirstInstruction(block); at; at = LLVMGetNextInstruction(at)) {
		const struct fact *fact;

		if (LLVMGetInstructionOpcode(at) != LLVMCall)
			continue;
		fact = region_fact(unit, at);
		if (!fact || !fact->try_lock)
			continue;
		if (at != tested || (index == 0) != negated)
			apply_fact(locks, fact, at);
	}
}

/* The state at the entry of every block; blocks never reached are absent. */
static GHashTable *solve(struct unit *unit, LLVMValueRef function)
{
	GHashTable *entries = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	GQueue work = G_QUEUE_INIT;
	LLVMBasicBlockRef block = LLVMGetEntryBasicBlock(function);

	g_hash_table_insert(entries, block, g_memdup2(&locks_none, sizeof(locks_none)));
	g_queue_push_tail(&work, block);
	while ((block = g_queue_pop_head(&work))) {
		struct locks locks = *(struct locks *)g_hash_table_lookup(entries, block);
		LLVMValueRef terminator = LLVMGetBasicBlockTerminator(block), at;
		unsigned int i, count = terminator ? LLVMGetNumSuccessors(terminator) : 0;

		for (at = LLVMGetFirstInstruction(block); at; at = LLVMGetNextInstruction(at))
			apply(unit, &locks, at);
		for (i = 0; i < count; i++) {
			LLVMBasicBlockRef next = LLVMGetSuccessor(terminator, i);
			struct locks *entry = g_hash_table_lookup(entries, next);
			struct locks out = locks;

			apply_try(unit, &out, block, i);
			if (!entry) {
				entry = g_memdup2(&out, sizeof(out));
				g_hash_table_insert(entries, next, entry);
				g_queue_push_tail(&work, next);
			} else if (merge(entry, &out)) {
				g_queue_push_tail(&work, next);
			}
		}
	}
	return entries;
}

/* State at the return of a function, relative to its entry. */
const struct locks *lock_effect(struct unit *unit, LLVMValueRef function)
{
	struct locks *effect = g_hash_table_lookup(unit->effects, function);
	GHashTableIter iter;
	gpointer block, entry;
	GHashTable *entries;
	bool any = false;

	if (effect)
		return effect;
	effect = g_memdup2(&locks_none, sizeof(locks_none));
	g_hash_table_insert(unit->effects, function, effect);	/* ends recursion */
	entries = solve(unit, function);
	g_hash_table_iter_init(&iter, entries);
	while (g_hash_table_iter_next(&iter, &block, &entry)) {
		LLVMValueRef at = LLVMGetFirstInstruction(block);
		struct locks locks = *(struct locks *)entry;
		LLVMValueRef last = LLVMGetBasicBlockTerminator(block);

		if (!last || LLVMGetInstructionOpcode(last) != LLVMRet)
			continue;
		for (; at; at = LLVMGetNextInstruction(at))
			apply(unit, &locks, at);
		if (any) {
			merge(effect, &locks);
		} else {
			*effect = locks;
			any = true;
		}
	}
	g_hash_table_unref(entries);
	return effect;
}

void lock_walk(struct unit *unit, LLVMValueRef function, lock_visitor visit, void *data)
{
	GHashTable *entries = solve(unit, function);
	LLVMBasicBlockRef block;

	for (block = LLVMGetFirstBasicBlock(function); block;
	     block = LLVMGetNextBasicBlock(block)) {
		struct locks *entry = g_hash_table_lookup(entries, block);
		struct locks locks = entry ? *entry : locks_none;
		LLVMValueRef at;

		for (at = LLVMGetFirstInstruction(block); at; at = LLVMGetNextInstruction(at)) {
			if (LLVMGetInstructionOpcode(at) == LLVMCall)
				visit(at, &locks, data);
			apply(unit, &locks, at);
		}
	}
	g_hash_table_unref(entries);
}
