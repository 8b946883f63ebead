// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What a function's own body does that only bitcode shows: inline assembly, locked
 * operations, floating point. The table reads x86 assembly, the one architecture
 * whose kernels the runtime supports; anything it does not know counts as an effect.
 */
#include <string.h>

#include "bitcode_llvm.h"

static void set_trait(const struct unit *unit, struct function *function, enum trait trait,
		      LLVMValueRef at, const char *what)
{
	struct location place = debug_location(unit, at);
	unsigned int bit = g_bit_nth_lsf(trait, -1);
	char *text, *base;

	function->traits |= trait;
	if (function->trait_text[bit])
		return;
	base = g_path_get_basename(place.file ? place.file : "?");
	text = g_strdup_printf("%s at %s:%u:%u", what, base, place.line, place.column);
	function->trait_text[bit] = model_intern(unit->model, text);
	g_free(text);
	g_free(base);
}

struct pattern {
	const char *regex;
	enum trait trait;	/* 0: harmless wherever it runs */
	const char *what;
};

/* In this order; the first that matches decides. */
static const struct pattern patterns[] = {
	{ "^\\s*$", 0, "" },				/* compiler barrier */
	{ "%+gs:.*", TRAIT_PER_CPU, "per-CPU access" },
	{ "\\b(cli|sti|hlt|rdmsr|wrmsr|rdpmc|pushf|popf|invlpg|wbinvd|swapgs|stac|clac|lgdt|lidt"
	  "|ltr|monitor|mwait)[a-z]*\\b", TRAIT_PRIVILEGED, "privileged instruction" },
	{ "%+(cr[0-9]|db[0-9])", TRAIT_PRIVILEGED, "control register" },
	{ "(^|[;\\n\\t ])(rep;?\\s*)?(in|out|ins|outs)[bwl]\\b", TRAIT_PRIVILEGED, "port I/O" },
	{ "^\\s*lock; ?addl \\$+0, ?-?[0-9]*\\(%+[er]sp\\)\\s*$", 0, "" },	/* barrier */
	{ "^\\s*[msl]fence\\s*$", 0, "" },
	{ "\\.smp_locks|\\block\\b|^\\s*xchg|^\\s*cmpxchg", TRAIT_ATOMIC_OP, "locked operation" },
	{ "__bug_table", 0, "" },	/* BUG() and WARN() trap in either half */
	{ "\\bcall\\b|__ex_table", TRAIT_ASM_EFFECT, "inline assembly that calls" },
	{ "^\\s*mov[bwlq]? [^;\\n]*$", TRAIT_MMIO, "volatile move" },
	{ "^\\s*(rep; ?nop|pause|prefetch[a-z0-9]*|rdtsc|rdtscp|nop|bt[lq]?|bs[fr][lq]?|cpuid)\\b"
	  "[^;]*(/\\*.*\\*/\\s*)?$", 0, "" },
	{ "^\\s*(cld;?\\s*)?rep;? *(movs|stos)[bwlq]", 0, "" },
};

static bool mentions(LLVMValueRef call, const char *const *names)
{
	int i, count = LLVMGetNumOperands(call);

	for (i = 0; i < count; i++) {
		LLVMValueRef operand = LLVMGetOperand(call, i);
		const char *name;
		size_t length, j;

		if (!LLVMIsAGlobalVariable(operand))
			continue;
		name = LLVMGetValueName2(operand, &length);
		for (j = 0; names[j]; j++) {
			if (!strcmp(name, names[j]))
				return true;
		}
	}
	return false;
}

static void classify_asm(const struct unit *unit, struct function *function, LLVMValueRef call,
			 LLVMValueRef assembly)
{
	static const char *const task_names[] = { "current_task", "pcpu_hot", NULL };
	size_t length, i;
	const char *text = LLVMGetInlineAsmAsmString(assembly, &length);
	char *plain = g_strndup(text, length), *what;

	for (i = 0; i < G_N_ELEMENTS(patterns); i++) {
		enum trait trait = patterns[i].trait;

		if (!g_regex_match_simple(patterns[i].regex, plain, G_REGEX_DOTALL, 0))
			continue;
		if (trait == TRAIT_PER_CPU && mentions(call, task_names))
			set_trait(unit, function, TRAIT_CURRENT, call, "reads current");
		else if (trait)
			set_trait(unit, function, trait, call, patterns[i].what);
		g_free(plain);
		return;
	}
	if (LLVMGetInlineAsmHasSideEffects(assembly)) {
		plain[MIN(length, 40)] = '\0';
		g_strdelimit(plain, "\n\t", ' ');
		what = g_strdup_printf("inline assembly \"%s\"", plain);
		set_trait(unit, function, TRAIT_ASM_EFFECT, call, what);
		g_free(what);
	}
	g_free(plain);
}

static bool is_float(LLVMTypeRef type)
{
	switch (LLVMGetTypeKind(type)) {
	case LLVMHalfTypeKind:
	case LLVMFloatTypeKind:
	case LLVMDoubleTypeKind:
	case LLVMX86_FP80TypeKind:
	case LLVMFP128TypeKind:
		return true;
	default:
		return false;
	}
}

void find_traits(const struct unit *unit, LLVMValueRef llvm, struct function *function)
{
	LLVMBasicBlockRef block;
	LLVMValueRef at, callee;

	for (block = LLVMGetFirstBasicBlock(llvm); block; block = LLVMGetNextBasicBlock(block)) {
		for (at = LLVMGetFirstInstruction(block); at; at = LLVMGetNextInstruction(at)) {
			switch (LLVMGetInstructionOpcode(at)) {
			case LLVMCall:
				callee = LLVMGetCalledValue(at);
				if (LLVMIsAInlineAsm(callee))
					classify_asm(unit, function, at, callee);
				break;
			case LLVMCallBr:
				set_trait(unit, function, TRAIT_ASM_GOTO, at, "asm goto");
				break;
			case LLVMAtomicRMW:
			case LLVMAtomicCmpXchg:
				set_trait(unit, function, TRAIT_ATOMIC_OP, at, "atomic operation");
				break;
			default:
				if (is_float(LLVMTypeOf(at)))
					set_trait(unit, function, TRAIT_FLOAT, at,
						  "floating point");
			}
		}
	}
}
