// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * From a function in bitcode to its control-flow graph: calls, and what is known
 * about the values that branches test. The bitcode is not optimised, so a variable
 * is a stack slot, and a condition is computed in the block that it ends.
 */
#include <string.h>

#include "bitcode_llvm.h"

/* A load, with what its variable was then: a later store makes it stale. */
struct loaded {
	unsigned char cell;
	unsigned int stores;
	LLVMBasicBlockRef block;
};

struct builder {
	struct unit *unit;
	LLVMBasicBlockRef block; /* at work */
	GArray *ops;		/* struct cfg_op */
	GHashTable *cells;	/* stack slot, call or phi -> number + 1 */
	unsigned int cell_count;
	unsigned int stores[CFG_CELLS];	/* seen so far, per cell */
	GHashTable *loads;	/* load -> struct loaded * */
	GHashTable *numbers;	/* block -> number */
	GHashTable *asking;	/* stack slot -> does what is stored in it ask */
	GHashTable *call_ops;	/* call -> number of its operation + 1 */
};

static const struct cfg_value value_unknown = { .kind = CFG_UNKNOWN };

static struct cfg_value constant(unsigned char sign)
{
	return (struct cfg_value){ .kind = CFG_CONST, .yes = sign };
}

static unsigned char sign_of(long long value)
{
	return value < 0 ? SIGN_NEGATIVE : value ? SIGN_POSITIVE : SIGN_ZERO;
}

static unsigned char cell_of(const struct builder *builder, LLVMValueRef value)
{
	gsize number = GPOINTER_TO_SIZE(g_hash_table_lookup(builder->cells, value));

	return number ? number - 1 : CFG_NO_CELL;
}

static void add_cell(struct builder *builder, LLVMValueRef value)
{
	if (builder->cell_count < CFG_CELLS)
		g_hash_table_insert(builder->cells, value,
				    GSIZE_TO_POINTER((gsize)++builder->cell_count));
}

static void find_cells(struct builder *builder, LLVMValueRef llvm)
{
	LLVMBasicBlockRef block;
	LLVMValueRef at;

	for (block = LLVMGetFirstBasicBlock(llvm); block; block = LLVMGetNextBasicBlock(block)) {
		for (at = LLVMGetFirstInstruction(block); at; at = LLVMGetNextInstruction(at)) {
			if (value_matters(builder->unit, at))
				add_cell(builder, at);
		}
	}
}

static struct cfg_value cell_value(unsigned char cell)
{
	if (cell == CFG_NO_CELL)
		return value_unknown;
	return (struct cfg_value){ .kind = CFG_CELL, .index = cell };
}

/* @value as a condition: true unless it is 0. */
static struct cfg_value truth_of(struct cfg_value value)
{
	if (value.kind == CFG_CELL)
		return (struct cfg_value){ CFG_TRUTH, value.index, SIGN_NONZERO, SIGN_ZERO };
	return value;
}

static struct cfg_value negated(struct cfg_value value)
{
	value = truth_of(value);
	if (value.kind == CFG_TRUTH)
		return (struct cfg_value){ CFG_TRUTH, value.index, value.no, value.yes };
	if (value.kind == CFG_CONST)
		return constant((value.yes & SIGN_ZERO ? SIGN_POSITIVE : 0) |
				(value.yes & SIGN_NONZERO ? SIGN_ZERO : 0));
	return value_unknown;
}

/* The signs of x for which "x PREDICATE 0" holds, or 0 if signs do not tell. */
static unsigned char signs_where(LLVMIntPredicate predicate)
{
	switch (predicate) {
	case LLVMIntEQ:
	case LLVMIntULE:
		return SIGN_ZERO;
	case LLVMIntNE:
	case LLVMIntUGT:
		return SIGN_NONZERO;
	case LLVMIntSLT:
		return SIGN_NEGATIVE;
	case LLVMIntSLE:
		return SIGN_NEGATIVE | SIGN_ZERO;
	case LLVMIntSGT:
		return SIGN_POSITIVE;
	case LLVMIntSGE:
		return SIGN_POSITIVE | SIGN_ZERO;
	default:
		return 0;
	}
}

static struct cfg_value value_of(struct builder *builder, LLVMValueRef value, int steps);

/* A comparison with a constant number. */
static struct cfg_value comparison(struct builder *builder, LLVMValueRef at, int steps)
{
	LLVMValueRef number = LLVMGetOperand(at, 1);
	struct cfg_value value = value_of(builder, LLVMGetOperand(at, 0), steps);
	LLVMIntPredicate predicate = LLVMGetICmpPredicate(at);
	unsigned char signs = signs_where(predicate);
	bool is_null = LLVMIsAConstantPointerNull(number);
	long long against;

	if (!is_null && (!LLVMIsAConstantInt(number) ||
			 LLVMGetIntTypeWidth(LLVMTypeOf(number)) > 64))
		return value_unknown;
	against = is_null ? 0 : LLVMConstIntGetSExtValue(number);
	if (!against && value.kind == CFG_TRUTH)
		return predicate == LLVMIntEQ ? negated(value) :
		       predicate == LLVMIntNE ? value : value_unknown;
	if (value.kind != CFG_CELL)
		return value_unknown;
	if (!against && signs)
		return (struct cfg_value){ CFG_TRUTH, value.index, signs, SIGN_ANY & ~signs };
	/* x > -1, x < 1, x == 5 */
	if (against == -1 && predicate == LLVMIntSGT)
		return (struct cfg_value){ CFG_TRUTH, value.index, SIGN_ZERO | SIGN_POSITIVE,
					   SIGN_NEGATIVE };
	if (against == 1 && predicate == LLVMIntSLT)
		return (struct cfg_value){ CFG_TRUTH, value.index, SIGN_ZERO | SIGN_NEGATIVE,
					   SIGN_POSITIVE };
	if (predicate == LLVMIntEQ)
		return (struct cfg_value){ CFG_TRUTH, value.index, sign_of(against), SIGN_ANY };
	if (predicate == LLVMIntNE)
		return (struct cfg_value){ CFG_TRUTH, value.index, SIGN_ANY, sign_of(against) };
	return value_unknown;
}

static struct cfg_value widened(struct builder *builder, LLVMValueRef at, int steps)
{
	struct cfg_value value = value_of(builder, LLVMGetOperand(at, 0), steps);
	LLVMTypeRef from = LLVMTypeOf(LLVMGetOperand(at, 0)), to = LLVMTypeOf(at);
	LLVMOpcode opcode = LLVMGetInstructionOpcode(at);

	if (LLVMGetTypeKind(to) != LLVMIntegerTypeKind ||
	    LLVMGetTypeKind(from) != LLVMIntegerTypeKind)
		return value;
	/* A bool: 0 or 1 whatever its width. */
	if (opcode == LLVMTrunc && LLVMGetIntTypeWidth(to) == 1)
		return truth_of(value);
	if (opcode == LLVMTrunc && value.kind != CFG_TRUTH)
		return value_unknown;
	/* What was negative is positive then: only whether it is 0 remains. */
	if (opcode == LLVMZExt && value.kind == CFG_CELL)
		return truth_of(value);
	return value;
}

/* Whatever it is given, what it returns is an error. */
static bool is_failure(const struct builder *builder, LLVMValueRef value)
{
	const char *name = LLVMIsACallInst(value) ? callee_name(value) : NULL;
	const struct fact *fact = name ? knowledge_fact(builder->unit->knowledge, name) : NULL;

	return fact && fact->fails;
}

static bool is_expect(LLVMValueRef call)
{
	const char *name = callee_name(call);

	return name && g_str_has_prefix(name, "llvm.expect");
}

static struct cfg_value loaded_value(struct builder *builder, LLVMValueRef load)
{
	const struct loaded *loaded = g_hash_table_lookup(builder->loads, load);

	if (!loaded || loaded->block != builder->block ||
	    loaded->stores != builder->stores[loaded->cell])
		return value_unknown;
	return cell_value(loaded->cell);
}

static struct cfg_value constant_int(LLVMValueRef value)
{
	unsigned int width = LLVMGetIntTypeWidth(LLVMTypeOf(value));

	if (width > 64)
		return value_unknown;
	if (width == 1)
		return constant(LLVMConstIntGetZExtValue(value) ? SIGN_POSITIVE : SIGN_ZERO);
	return constant(sign_of(LLVMConstIntGetSExtValue(value)));
}

static struct cfg_value value_of(struct builder *builder, LLVMValueRef value, int steps)
{
	if (LLVMIsAConstantInt(value))
		return constant_int(value);
	if (LLVMIsAConstantPointerNull(value))
		return constant(SIGN_ZERO);
	if (LLVMIsAArgument(value)) {
		unsigned int i, count = LLVMCountParams(LLVMGetParamParent(value));

		for (i = 0; i < count && LLVMGetParam(LLVMGetParamParent(value), i) != value; i++)
			;
		return (struct cfg_value){ .kind = i < 256 ? CFG_PARAM : CFG_UNKNOWN, .index = i };
	}
	if (!steps || !LLVMIsAInstruction(value))
		return value_unknown;
	switch (LLVMGetInstructionOpcode(value)) {
	case LLVMLoad:
		return loaded_value(builder, value);
	case LLVMCall:
		if (is_expect(value))
			return value_of(builder, LLVMGetOperand(value, 0), steps - 1);
		if (is_failure(builder, value))
			return constant(SIGN_NEGATIVE);
		return cell_value(cell_of(builder, value));
	case LLVMPHI:
		return cell_value(cell_of(builder, value));
	case LLVMICmp:
		return comparison(builder, value, steps - 1);
	case LLVMXor:
		if (LLVMGetIntTypeWidth(LLVMTypeOf(value)) == 1 &&
		    LLVMIsAConstantInt(LLVMGetOperand(value, 1)))
			return negated(value_of(builder, LLVMGetOperand(value, 0), steps - 1));
		return value_unknown;
	case LLVMZExt:
	case LLVMSExt:
	case LLVMTrunc:
		if (is_failure(builder, LLVMGetOperand(value, 0)))
			return constant(SIGN_NEGATIVE);
		return widened(builder, value, steps - 1);
	default:
		return value_unknown;
	}
}

static void add_set(struct builder *builder, unsigned char cell, struct cfg_value value)
{
	struct cfg_op op = { .kind = CFG_SET, .cell = cell, .value = value };

	g_array_append_val(builder->ops, op);
}

static void add_args(struct builder *builder, struct cfg_op *op, LLVMValueRef call)
{
	unsigned int i, count = MIN(LLVMGetNumArgOperands(call), 8);
	bool wanted = op->callee && op->callee->defined;

	if (op->fact ? !op->fact->is_lock : !wanted)
		return;
	op->args = model_alloc(builder->unit->model, count * sizeof(*op->args));
	op->arg_count = count;
	for (i = 0; i < count; i++)
		op->args[i] = value_place(builder->unit, LLVMGetOperand(call, i),
					  builder->call_ops);
}

/* For what a callee with a body surely does: surely.c. */
static void add_given(struct builder *builder, struct cfg_op *op, LLVMValueRef call)
{
	unsigned int i, count = MIN(LLVMGetNumArgOperands(call), 8);

	if (!op->body || !count)
		return;
	op->given = model_alloc(builder->unit->model, count * sizeof(*op->given));
	op->given_count = count;
	for (i = 0; i < count; i++) {
		LLVMValueRef value = LLVMGetOperand(call, i);

		op->given[i].value = value_given(value, value_of(builder, value, 8));
		if (LLVMGetTypeKind(LLVMTypeOf(value)) == LLVMPointerTypeKind)
			op->given[i].root = value_root(builder->unit, value);
	}
}

/* A pointer that goes into memory. */
static void add_store(struct builder *builder, LLVMValueRef at)
{
	LLVMValueRef value = LLVMGetOperand(at, 0), to = LLVMGetOperand(at, 1);
	struct cfg_op op = { .kind = CFG_STORE, .cell = CFG_NO_CELL };

	if (LLVMGetTypeKind(LLVMTypeOf(value)) != LLVMPointerTypeKind || LLVMIsAAllocaInst(to))
		return;
	op.value = value_given(value, value_of(builder, value, 8));
	op.root = value_root(builder->unit, to);
	op.into = value_place(builder->unit, to, builder->call_ops);
	op.at = debug_location(builder->unit, at);
	g_array_append_val(builder->ops, op);
}

static void add_call(struct builder *builder, LLVMValueRef at)
{
	const char *name = callee_name(at);
	struct cfg_op op = { .kind = CFG_CALL, .cell = cell_of(builder, at) };

	if (LLVMIsAInlineAsm(LLVMGetCalledValue(at)) || (name && g_str_has_prefix(name, "llvm.")))
		return;
	op.at = debug_location(builder->unit, at);
	op.calls = matching_calls(builder->unit, at);
	if (name) {
		const struct fact *fact = knowledge_fact(builder->unit->knowledge, name);

		op.name = model_intern(builder->unit->model, name);
		op.fact = fact && (fact->begins || fact->ends) ? fact : NULL;
		op.callee = unit_function(builder->unit, name);
		if (!op.fact)
			op.body = unit_body(builder->unit, LLVMGetCalledValue(at), op.callee);
	}
	add_args(builder, &op, at);
	add_given(builder, &op, at);
	g_hash_table_insert(builder->call_ops, at,
			    GSIZE_TO_POINTER((gsize)builder->ops->len + 1));
	g_array_append_val(builder->ops, op);
}

static void add_instruction(struct builder *builder, LLVMValueRef at)
{
	unsigned char cell;
	struct loaded *loaded;

	switch (LLVMGetInstructionOpcode(at)) {
	case LLVMCall:
		add_call(builder, at);
		break;
	case LLVMLoad:
		cell = cell_of(builder, LLVMGetOperand(at, 0));
		if (cell == CFG_NO_CELL)
			break;
		loaded = g_new0(struct loaded, 1);
		loaded->cell = cell;
		loaded->stores = builder->stores[cell];
		loaded->block = builder->block;
		g_hash_table_insert(builder->loads, at, loaded);
		break;
	case LLVMStore:
		cell = cell_of(builder, LLVMGetOperand(at, 1));
		if (cell == CFG_NO_CELL) {
			add_store(builder, at);
			break;
		}
		add_set(builder, cell, value_of(builder, LLVMGetOperand(at, 0), 8));
		builder->stores[cell]++;
		break;
	default:
		break;
	}
}

/* What conditional expressions in the next blocks choose if this one comes before. */
static void add_choices(struct builder *builder, LLVMBasicBlockRef block, LLVMBasicBlockRef next)
{
	LLVMValueRef at;
	unsigned int i;

	for (at = LLVMGetFirstInstruction(next); at && LLVMIsAPHINode(at);
	     at = LLVMGetNextInstruction(at)) {
		unsigned char cell = cell_of(builder, at);

		for (i = 0; cell != CFG_NO_CELL && i < LLVMCountIncoming(at); i++) {
			if (LLVMGetIncomingBlock(at, i) == block)
				add_set(builder, cell,
					value_of(builder, LLVMGetIncomingValue(at, i), 8));
		}
	}
}

static unsigned int number_of(const struct builder *builder, LLVMBasicBlockRef block)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(builder->numbers, block));
}

enum { ASK_STEPS = 6 };		/* operands of operands that are looked at */

static bool asks(const struct builder *builder, LLVMValueRef value, int steps);

/*
 * One answer per slot, whoever wants it: variables that are computed from each other
 * in large functions have more ways through their stores than can be walked.
 */
static bool slot_asks(const struct builder *builder, LLVMValueRef slot)
{
	gpointer known;
	LLVMUseRef use;
	bool found = false;

	if (g_hash_table_lookup_extended(builder->asking, slot, NULL, &known))
		return GPOINTER_TO_INT(known);
	g_hash_table_insert(builder->asking, slot, GINT_TO_POINTER(false));
	for (use = LLVMGetFirstUse(slot); use && !found; use = LLVMGetNextUse(use)) {
		LLVMValueRef user = LLVMGetUser(use);

		found = LLVMIsAStoreInst(user) && LLVMGetOperand(user, 1) == slot &&
			asks(builder, LLVMGetOperand(user, 0), ASK_STEPS);
	}
	g_hash_table_insert(builder->asking, slot, GINT_TO_POINTER(found));
	return found;
}

/* Does a value come from a number that the caller gave, or from what tells the context? */
static bool asks(const struct builder *builder, LLVMValueRef value, int steps)
{
	const struct fact *fact;
	int i, count;

	if (LLVMIsAArgument(value))
		return LLVMGetTypeKind(LLVMTypeOf(value)) == LLVMIntegerTypeKind;
	if (!steps || !LLVMIsAInstruction(value))
		return false;
	switch (LLVMGetInstructionOpcode(value)) {
	case LLVMLoad:
		value = LLVMGetOperand(value, 0);
		return LLVMIsAAllocaInst(value) && slot_asks(builder, value);
	case LLVMCall:
		if (is_expect(value))
			return asks(builder, LLVMGetOperand(value, 0), steps - 1);
		if (!callee_name(value))
			return false;
		fact = knowledge_fact(builder->unit->knowledge, callee_name(value));
		return fact && fact->asks_context;
	default:
		count = LLVMGetNumOperands(value);
		for (i = 0; i < count; i++) {
			LLVMValueRef operand = LLVMGetOperand(value, i);

			if (!LLVMValueIsBasicBlock(operand) && asks(builder, operand, steps - 1))
				return true;
		}
		return false;
	}
}

static void set_edges(struct builder *builder, struct cfg_block *block, LLVMValueRef terminator)
{
	struct cfg_value test = value_unknown, value;
	unsigned int i, count = LLVMGetNumSuccessors(terminator);
	LLVMOpcode opcode = LLVMGetInstructionOpcode(terminator);
	bool has_zero = false;

	block->edges = model_alloc(builder->unit->model, count * sizeof(*block->edges));
	block->edge_count = count;
	if (opcode == LLVMBr && LLVMIsConditional(terminator))
		test = truth_of(value_of(builder, LLVMGetCondition(terminator), 16));
	else if (opcode == LLVMSwitch)
		test = value_of(builder, LLVMGetOperand(terminator, 0), 16);
	block->asks = count > 1 && LLVMGetNumOperands(terminator) &&
		      asks(builder, LLVMGetOperand(terminator, 0), ASK_STEPS);
	for (i = 0; i < count; i++) {
		value = value_unknown;
		if (opcode == LLVMBr)
			value = i ? negated(test) : test;
		if (opcode == LLVMSwitch && i && test.kind == CFG_CELL) {
			long long number =
				LLVMConstIntGetSExtValue(LLVMGetOperand(terminator, 2 * i));

			has_zero |= !number;
			value = (struct cfg_value){ CFG_TRUTH, test.index, sign_of(number),
						    SIGN_ANY };
		}
		block->edges[i].to = number_of(builder, LLVMGetSuccessor(terminator, i));
		block->edges[i].test = value;
	}
	if (has_zero)
		block->edges[0].test = (struct cfg_value){ CFG_TRUTH, test.index, SIGN_NONZERO,
							   SIGN_ANY };
}

static void add_block(struct builder *builder, LLVMBasicBlockRef llvm, struct cfg_block *block)
{
	LLVMValueRef at, terminator = LLVMGetBasicBlockTerminator(llvm);
	unsigned int i, count = terminator ? LLVMGetNumSuccessors(terminator) : 0;

	builder->block = llvm;
	block->first = builder->ops->len;
	for (at = LLVMGetFirstInstruction(llvm); at; at = LLVMGetNextInstruction(at))
		add_instruction(builder, at);
	if (count)
		set_edges(builder, block, terminator);
	for (i = 0; i < count; i++)
		add_choices(builder, llvm, LLVMGetSuccessor(terminator, i));
	block->end = builder->ops->len;
	if (terminator && LLVMGetInstructionOpcode(terminator) == LLVMRet) {
		block->returns = true;
		if (LLVMGetNumOperands(terminator))
			block->result = value_of(builder, LLVMGetOperand(terminator, 0), 8);
	}
}

static void number_blocks(struct builder *builder, struct cfg *cfg, LLVMValueRef llvm)
{
	LLVMBasicBlockRef block;

	for (block = LLVMGetFirstBasicBlock(llvm); block; block = LLVMGetNextBasicBlock(block))
		g_hash_table_insert(builder->numbers, block, GUINT_TO_POINTER(cfg->block_count++));
	cfg->blocks = model_alloc(builder->unit->model, cfg->block_count * sizeof(*cfg->blocks));
}

/* What the result points at, if all returns agree. */
static void set_result(struct builder *builder, struct cfg *cfg, LLVMValueRef llvm)
{
	LLVMBasicBlockRef block;

	for (block = LLVMGetFirstBasicBlock(llvm); block; block = LLVMGetNextBasicBlock(block)) {
		LLVMValueRef terminator = LLVMGetBasicBlockTerminator(block);

		if (terminator && LLVMGetInstructionOpcode(terminator) == LLVMRet &&
		    LLVMGetNumOperands(terminator) &&
		    LLVMGetTypeKind(LLVMTypeOf(LLVMGetOperand(terminator, 0))) ==
		    LLVMPointerTypeKind)
			cfg->returns = value_place(builder->unit, LLVMGetOperand(terminator, 0),
						builder->call_ops);
	}
}

void cfg_build(struct unit *unit, LLVMValueRef llvm, struct cfg *cfg)
{
	struct builder builder = {
		.unit = unit,
		.ops = g_array_new(FALSE, FALSE, sizeof(struct cfg_op)),
		.cells = g_hash_table_new(NULL, NULL),
		.loads = g_hash_table_new_full(NULL, NULL, NULL, g_free),
		.numbers = g_hash_table_new(NULL, NULL),
		.asking = g_hash_table_new(NULL, NULL),
		.call_ops = g_hash_table_new(NULL, NULL),
	};
	struct cfg_block *block;
	LLVMBasicBlockRef at;

	number_blocks(&builder, cfg, llvm);
	find_cells(&builder, llvm);
	block = cfg->blocks;
	for (at = LLVMGetFirstBasicBlock(llvm); at; at = LLVMGetNextBasicBlock(at))
		add_block(&builder, at, block++);
	set_result(&builder, cfg, llvm);
	cfg->cell_count = builder.cell_count;
	cfg->op_count = builder.ops->len;
	cfg->ops = model_alloc(unit->model, builder.ops->len * sizeof(struct cfg_op));
	if (builder.ops->len)
		memcpy(cfg->ops, builder.ops->data, builder.ops->len * sizeof(struct cfg_op));
	g_array_unref(builder.ops);
	g_hash_table_unref(builder.cells);
	g_hash_table_unref(builder.loads);
	g_hash_table_unref(builder.numbers);
	g_hash_table_unref(builder.asking);
	g_hash_table_unref(builder.call_ops);
}
