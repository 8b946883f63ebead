// SPDX-License-Identifier: GPL-2.0-or-later
#include <string.h>

#include "builder.h"

static unsigned int line;

static struct location here(void)
{
	return (struct location){ .file = "drv.c", .line = ++line, .column = 1 };
}

static struct type *build_type(struct model *model, const char *spelling)
{
	struct type *type = model_alloc(model, sizeof(*type));

	type->spelling = type->canonical = spelling;
	if (!strcmp(spelling, "void"))
		return type;
	type->kind = TYPE_INT;
	type->size = 4;
	type->is_signed = !g_str_has_prefix(spelling, "unsigned");
	return type;
}

struct record *build_record(struct model *model, const char *name)
{
	struct record *record = model_record(model, name);

	if (record)
		return record;
	record = model_alloc(model, sizeof(*record));
	record->name = name;
	record->complete = true;
	record->size = 64;
	record->fields = model_array(model);
	record->at = here();
	g_ptr_array_add(model->records, record);
	g_hash_table_insert(model->record_by_name, (gpointer)name, record);
	return record;
}

struct field *build_field(struct model *model, const char *record_name, const char *name)
{
	struct record *record = build_record(model, record_name);
	struct field *field;
	guint i;

	for (i = 0; i < record->fields->len; i++) {
		field = record->fields->pdata[i];
		if (!strcmp(field->name, name))
			return field;
	}
	field = model_alloc(model, sizeof(*field));
	field->name = name;
	field->owner = record;
	field->type = build_type(model, "int");
	field->at = here();
	g_ptr_array_add(record->fields, field);
	return field;
}

static struct parameter *build_parameter(struct model *model)
{
	struct parameter *parameter = model_alloc(model, sizeof(*parameter));
	struct type *record = model_alloc(model, sizeof(*record));
	struct type *pointer = model_alloc(model, sizeof(*pointer));

	record->kind = TYPE_RECORD;
	record->spelling = record->canonical = "struct dev";
	record->size = 64;
	record->record = build_record(model, "struct dev");
	pointer->kind = TYPE_POINTER;
	pointer->spelling = pointer->canonical = "struct dev *";
	pointer->size = 8;
	pointer->elem = record;
	parameter->name = "dev";
	parameter->type = pointer;
	parameter->at = here();
	return parameter;
}

struct function *build_extern(struct model *model, const char *name, const char *returns)
{
	struct function *function = model_alloc(model, sizeof(*function));

	function->name = name;
	function->at = here();
	function->type = model_alloc(model, sizeof(*function->type));
	function->type->kind = TYPE_FUNCTION;
	function->type->elem = build_type(model, returns);
	function->params = model_array(model);
	g_ptr_array_add(function->params, build_parameter(model));
	function->calls = model_array(model);
	function->callers = model_array(model);
	function->references = model_array(model);
	function->accesses = model_array(model);
	function->stores = model_array(model);
	function->constants = model_array(model);
	function->raw_flows = model_array(model);
	function->raw_uses = model_array(model);
	function->besides = model_array(model);
	function->raw_pointers = model_array(model);
	function->globals = model_array(model);
	function->statics = model_array(model);
	function->locals = model_array(model);
	g_ptr_array_add(model->functions, function);
	g_hash_table_insert(model->function_by_name, (gpointer)name, function);
	return function;
}

struct function *build_function(struct model *model, const char *name, const char *returns)
{
	struct function *function = build_extern(model, name, returns);

	function->defined = true;
	function->in_driver = true;
	function->is_static = true;
	function->file = "drv.c";
	return function;
}

struct call *build_call(struct model *model, struct function *caller, struct function *callee,
			unsigned int held)
{
	struct call *call = model_alloc(model, sizeof(*call));
	struct argument *argument = model_alloc(model, sizeof(*argument));

	argument->kind = ARG_PARAM;
	argument->text = "dev";
	argument->type = ((struct parameter *)caller->params->pdata[0])->type;
	call->kind = CALL_DIRECT;
	call->at = here();
	call->caller = caller;
	call->callee = callee;
	call->args = model_array(model);
	g_ptr_array_add(call->args, argument);
	call->held = held;
	call->held_by = held ? "grab(&dev->lock)" : NULL;
	g_ptr_array_add(caller->calls, call);
	g_ptr_array_add(callee->callers, call);
	return call;
}

struct reference *build_slot(struct model *model, struct function *function,
			     const char *record, const char *field)
{
	struct reference *reference = model_alloc(model, sizeof(*reference));

	reference->kind = REF_SLOT;
	reference->target = function;
	reference->at = here();
	reference->field = build_field(model, record, field);
	g_ptr_array_add(function->references, reference);
	return reference;
}

struct access *build_access(struct model *model, struct function *function,
			    const char *record, const char *field, unsigned int modes)
{
	struct access *access = model_alloc(model, sizeof(*access));

	access->base = build_record(model, record);
	access->path = model_array(model);
	g_ptr_array_add(access->path, build_field(model, record, field));
	access->modes = modes;
	access->at = here();
	access->in = function;
	g_ptr_array_add(function->accesses, access);
	return access;
}
