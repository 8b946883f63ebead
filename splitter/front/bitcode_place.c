// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What a pointer in bitcode points at: a field of a record, a global, or what a
 * parameter points at. A field is found again in the model by its offset.
 */
#include <string.h>
#include <llvm-c/Target.h>

#include "bitcode_llvm.h"

enum { STEPS = 12 };

static const struct cfg_place nowhere = { .kind = CFG_NOWHERE };

/* The model's name of a type: "struct.cp_private.12" is struct cp_private. */
static struct record *record_named(const struct unit *unit, const char *name)
{
	g_auto(GStrv) parts = g_strsplit(name, ".", 3);
	g_autofree char *tagged = NULL;
	struct record *record;

	if (!parts[0] || !parts[1])
		return NULL;
	tagged = g_strdup_printf("%s %s", parts[0], parts[1]);
	record = model_record(unit->model, tagged);
	return record ? record : model_record(unit->model, parts[1]);
}

static struct field *field_at(const struct record *record, uint64_t bit)
{
	struct field *found = NULL;
	guint i;

	for (i = 0; record && i < record->fields->len; i++) {
		struct field *field = record->fields->pdata[i];

		if (field->bit_offset == bit && field->type->size)
			found = field;
	}
	return found;
}

/* Around a lock there may be records of the kernel that hold nothing else. */
static bool is_wrapper(const struct record *record, LLVMTypeRef type)
{
	return LLVMCountStructElementTypes(type) == 1 && !(record && record->in_driver);
}

static struct cfg_place place_at(struct unit *unit, LLVMValueRef value, GHashTable *call_ops,
				 int steps);

/* A member of a record: the innermost that has a name. */
static struct cfg_place member_place(struct unit *unit, LLVMValueRef address,
				     GHashTable *call_ops, int steps)
{
	LLVMTypeRef type = LLVMGetGEPSourceElementType(address), owner = NULL;
	LLVMTargetDataRef layout = LLVMGetModuleDataLayout(unit->module);
	int i, count = LLVMGetNumOperands(address);
	struct cfg_place place = { .kind = CFG_AT_FIELD };
	struct record *record = NULL;
	uint64_t bit = 0;

	for (i = 2; i < count; i++) {
		LLVMValueRef index = LLVMGetOperand(address, i);

		if (LLVMGetTypeKind(type) == LLVMArrayTypeKind) {
			type = LLVMGetElementType(type);
			continue;
		}
		if (LLVMGetTypeKind(type) != LLVMStructTypeKind || !LLVMIsAConstantInt(index))
			return nowhere;
		owner = type;
		bit = 8 * LLVMOffsetOfElement(layout, type, LLVMConstIntGetZExtValue(index));
		type = LLVMStructGetTypeAtIndex(type, LLVMConstIntGetZExtValue(index));
	}
	if (owner && LLVMGetStructName(owner))
		record = record_named(unit, LLVMGetStructName(owner));
	if (!owner || is_wrapper(record, owner))
		return place_at(unit, LLVMGetOperand(address, 0), call_ops, steps);
	place.field = field_at(record, bit);
	if (!place.field && LLVMGetStructName(owner)) {
		g_autofree char *name = g_strdup_printf("%s+%u", LLVMGetStructName(owner),
							(unsigned int)(bit / 8));

		place.name = model_intern(unit->model, name);
	}
	return place.field || place.name ? place : nowhere;
}

static bool same_place(const struct cfg_place *a, const struct cfg_place *b)
{
	return a->kind == b->kind && a->index == b->index && a->field == b->field &&
	       a->global == b->global && a->name == b->name;
}

/* What a pointer variable points at, if all that is stored in it agrees. */
static struct cfg_place variable_place(struct unit *unit, LLVMValueRef slot,
				       GHashTable *call_ops, int steps)
{
	struct cfg_place found = nowhere, place;
	LLVMUseRef use;

	for (use = LLVMGetFirstUse(slot); use; use = LLVMGetNextUse(use)) {
		LLVMValueRef user = LLVMGetUser(use);

		if (LLVMIsALoadInst(user))
			continue;
		if (!LLVMIsAStoreInst(user) || LLVMGetOperand(user, 0) == slot)
			return nowhere;
		place = place_at(unit, LLVMGetOperand(user, 0), call_ops, steps);
		if (place.kind == CFG_NOWHERE || (found.kind && !same_place(&found, &place)))
			return nowhere;
		found = place;
	}
	return found;
}

static struct cfg_place global_place(const struct unit *unit, LLVMValueRef global)
{
	size_t length;
	const char *name = LLVMGetValueName2(global, &length), *dot = strrchr(name, '.');
	struct cfg_place place = { .kind = CFG_AT_GLOBAL };

	/* A static variable of a function is called "function.variable". */
	place.global = model_global_in(unit->model, name, unit->source->path);
	if (!place.global && dot)
		place.global = model_global_in(unit->model, dot + 1, unit->source->path);
	place.name = model_intern(unit->model, name);
	return place;
}

static unsigned int parameter_number(LLVMValueRef parameter)
{
	LLVMValueRef function = LLVMGetParamParent(parameter);
	unsigned int i;

	for (i = 0; LLVMGetParam(function, i) != parameter; i++)
		;
	return i;
}

static struct cfg_place place_at(struct unit *unit, LLVMValueRef value, GHashTable *call_ops,
				 int steps)
{
	struct cfg_place place = nowhere;
	LLVMValueRef from;
	gsize number;

	if (!steps)
		return nowhere;
	if (LLVMIsAArgument(value)) {
		place.kind = CFG_AT_PARAM;
		place.index = parameter_number(value);
		return place;
	}
	if (LLVMIsAGlobalVariable(value))
		return global_place(unit, value);
	if (LLVMIsAGetElementPtrInst(value) || (LLVMIsAConstantExpr(value) &&
	    LLVMGetConstOpcode(value) == LLVMGetElementPtr)) {
		LLVMTypeKind kind = LLVMGetTypeKind(LLVMGetGEPSourceElementType(value));

		if (kind == LLVMStructTypeKind && LLVMGetNumOperands(value) > 2)
			return member_place(unit, value, call_ops, steps - 1);
		/* A step through an array stays in it; one through bytes may lead anywhere. */
		if (kind == LLVMIntegerTypeKind)
			return nowhere;
		return place_at(unit, LLVMGetOperand(value, 0), call_ops, steps - 1);
	}
	if (!LLVMIsAInstruction(value))
		return nowhere;
	switch (LLVMGetInstructionOpcode(value)) {
	case LLVMLoad:
		from = LLVMGetOperand(value, 0);
		return LLVMIsAAllocaInst(from) ?
		       variable_place(unit, from, call_ops, steps - 1) : nowhere;
	case LLVMCall:
		number = GPOINTER_TO_SIZE(g_hash_table_lookup(call_ops, value));
		place.kind = number ? CFG_AT_RESULT : CFG_NOWHERE;
		place.index = number - 1;
		return place;
	default:
		return nowhere;
	}
}

struct cfg_place value_place(struct unit *unit, LLVMValueRef value, GHashTable *call_ops)
{
	if (LLVMGetTypeKind(LLVMTypeOf(value)) != LLVMPointerTypeKind)
		return nowhere;
	return place_at(unit, value, call_ops, STEPS);
}
