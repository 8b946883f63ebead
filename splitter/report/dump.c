// SPDX-License-Identifier: GPL-2.0-or-later
/* The model as text, for developers of the tool: mdrv analyze --dump-model. */
#include "summary.h"
#include "targets.h"

static const char *const argument_kinds[] = {
	[ARG_OTHER] = "other", [ARG_NULL] = "null", [ARG_INT] = "int", [ARG_STRING] = "string",
	[ARG_FUNCTION] = "function", [ARG_LOCAL_ADDRESS] = "&local",
	[ARG_GLOBAL_ADDRESS] = "&global", [ARG_PARAM] = "param",
	[ARG_FIELD_ADDRESS] = "&field", [ARG_FIELD] = "field",
	[ARG_LOCAL] = "local",
};

static const char *const trait_names[] = {
	"asm-effect", "per-cpu", "privileged", "kernel-global", "stack-object", "current",
	"atomic-op", "container-of", "float", "asm-goto", "mmio",
};

static void dump_bits(FILE *to, unsigned int bits, const char *const *names, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (bits & 1u << i)
			fprintf(to, " %s", names[i]);
	}
}

static void dump_modes(FILE *to, unsigned int modes)
{
	fprintf(to, "%s%s%s", modes & ACCESS_READ ? "r" : "", modes & ACCESS_WRITE ? "w" : "",
		modes & ACCESS_ADDRESS ? "&" : "");
}

static const char *const held[] = { "spinlock", "irq-off", "bh-off", "rcu", "preempt-off" };

static void dump_held(FILE *to, const char *what, unsigned int bits)
{
	if (bits) {
		fprintf(to, " %s", what);
		dump_bits(to, bits, held, G_N_ELEMENTS(held));
	}
}

static void dump_targets(FILE *to, const struct call *call)
{
	guint i;

	for (i = 0; call->targets && i < call->targets->len; i++) {
		const struct target *target = call->targets->pdata[i];

		fprintf(to, "%s%s:%s", i ? "," : " TARGETS ", targets_how(target->how),
			target->function->name);
	}
	fputs(call->outward ? " OUTWARD" : "", to);
	fputs(call->by_type ? " BY-TYPE" : "", to);
	fputs(call->unresolved ? " UNRESOLVED" : "", to);
}

static void dump_call(FILE *to, const struct call *call)
{
	guint i;

	fprintf(to, "  call %u:%u ", call->at.line, call->at.column);
	if (call->kind == CALL_DIRECT)
		fputs(call->callee->name, to);
	else if (call->kind == CALL_SLOT)
		fprintf(to, "slot %s.%s", call->slot->owner->name, call->slot->name);
	else
		fputs("pointer", to);
	for (i = 0; i < call->args->len; i++) {
		const struct argument *argument = call->args->pdata[i];

		fprintf(to, "%s%s `%s` %s", i ? ", " : " (", argument_kinds[argument->kind],
			argument->text ? argument->text : "",
			argument->type ? argument->type->spelling : "?");
		if (argument->kind == ARG_INT || argument->kind == ARG_PARAM)
			fprintf(to, " =%lld", (long long)argument->value);
		if (argument->function)
			fprintf(to, " fn=%s", argument->function->name);
		if (argument->global)
			fprintf(to, " global=%s", argument->global->name);
		if (argument->field)
			fprintf(to, " field=%s.%s", argument->field->owner->name,
				argument->field->name);
	}
	if (call->args->len)
		fputc(')', to);
	if (call->macro)
		fprintf(to, " macro=%s", call->macro);
	if (call->assigned)
		fputs(" used", to);
	if (call->assigned_record)
		fprintf(to, " ->%s", call->assigned_record->name);
	dump_held(to, "HELD", call->held);
	if (call->held)
		fprintf(to, " by %s", call->held_by ? call->held_by : "?");
	dump_held(to, "SURELY", call->surely_held);
	dump_held(to, "DROPPED", call->dropped);
	dump_targets(to, call);
	fputc('\n', to);
}

static void dump_escape(FILE *to, const struct model *model, const struct escape *escape)
{
	fprintf(to, "  escape %u:%u", escape->at.line, escape->at.column);
	if (escape->kind == ESCAPE_SLOT)
		fprintf(to, " slot %s.%s", model_owner(model, escape->field), escape->field->name);
	else if (escape->kind == ESCAPE_ARGUMENT)
		fprintf(to, " argument %u of %s", escape->arg,
			escape->call->callee ? escape->call->callee->name : "pointer");
	else if (escape->kind == ESCAPE_EXPORT)
		fputs(" export", to);
	fputc('\n', to);
}

static void dump_reference(FILE *to, const struct reference *reference)
{
	fprintf(to, "  ref %s:%u:%u", reference->at.file, reference->at.line, reference->at.column);
	if (reference->kind == REF_SLOT)
		fprintf(to, " slot %s.%s", reference->field->owner->name, reference->field->name);
	if (reference->kind == REF_ARGUMENT)
		fprintf(to, " argument %u of %s", reference->arg,
			reference->call->callee ? reference->call->callee->name : "pointer");
	if (reference->tested)
		fputs(" tested", to);
	if (reference->global)
		fprintf(to, " global=%s", reference->global->name);
	if (reference->in)
		fprintf(to, " in=%s", reference->in->name);
	fputc('\n', to);
}

static void dump_access(FILE *to, const struct access *access)
{
	guint i;

	fprintf(to, "  access %u:%u %s", access->at.line, access->at.column, access->base->name);
	for (i = 0; i < access->path->len; i++) {
		const struct field *field = access->path->pdata[i];

		fprintf(to, ".%s", field->name);
	}
	fputc(' ', to);
	dump_modes(to, access->modes);
	if (access->global)
		fprintf(to, " global=%s", access->global->name);
	if (access->local)
		fputs(" local", to);
	fputc('\n', to);
}

static void dump_function(FILE *to, const struct model *model, const struct function *function)
{
	guint i;

	fprintf(to, "function %s %s:%u:%u %s", function->name, function->at.file, function->at.line,
		function->at.column, function->type ? function->type->spelling : "?");
	fprintf(to, "%s%s%s%s%s%s%s%s\n", function->defined ? " defined" : "",
		function->in_driver ? " driver" : "", function->in_header ? " header" : "",
		function->is_static ? " static" : "", function->is_inline ? " inline" : "",
		function->from_macro ? " from-macro" : "", function->is_init ? " init" : "",
		function->is_exit ? " exit" : "");
	for (i = 0; i < function->params->len; i++) {
		const struct parameter *parameter = function->params->pdata[i];

		fprintf(to, "  param %s: %s\n", parameter->name, parameter->type->spelling);
	}
	if (function->defined)
		fprintf(to, "  body %s %u-%u lines %u,%u-%u\n", function->file,
			function->body_begin, function->body_end, function->first_line,
			function->body_line, function->last_line);
	for (i = 0; i < function->locals->len; i++) {
		const struct parameter *local = function->locals->pdata[i];

		fprintf(to, "  local %s: %s\n", local->name, local->type->spelling);
	}
	for (i = 0; i < function->references->len; i++)
		dump_reference(to, function->references->pdata[i]);
	for (i = 0; function->escapes && i < function->escapes->len; i++)
		dump_escape(to, model, function->escapes->pdata[i]);
	for (i = 0; i < function->calls->len; i++)
		dump_call(to, function->calls->pdata[i]);
	for (i = 0; i < function->accesses->len; i++)
		dump_access(to, function->accesses->pdata[i]);
	for (i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];

		fprintf(to, "  global %u:%u %s ", use->at.line, use->at.column, use->global->name);
		dump_modes(to, use->modes);
		fputc('\n', to);
	}
	if (function->opens || function->closes) {
		fputs("  regions", to);
		dump_held(to, "OPENS", function->opens);
		dump_held(to, "CLOSES", function->closes);
		fputc('\n', to);
	}
	if (function->traits) {
		fputs("  traits", to);
		dump_bits(to, function->traits, trait_names, G_N_ELEMENTS(trait_names));
		fputc('\n', to);
		for (i = 0; i < G_N_ELEMENTS(function->trait_text); i++) {
			if (function->trait_text[i])
				fprintf(to, "    %s: %s\n", trait_names[i],
					function->trait_text[i]);
		}
	}
}

static void dump_record(FILE *to, const struct record *record)
{
	guint i;

	fprintf(to, "record %s size %llu align %llu%s%s\n", record->name,
		(unsigned long long)record->size, (unsigned long long)record->align,
		record->complete ? "" : " incomplete", record->in_driver ? " driver" : "");
	for (i = 0; i < record->fields->len; i++) {
		const struct field *field = record->fields->pdata[i];

		fprintf(to, "  field %s: %s @%llu", field->name, field->type->spelling,
			(unsigned long long)field->bit_offset);
		if (field->bit_width)
			fprintf(to, " :%u", field->bit_width);
		fputc('\n', to);
	}
}

static void dump_global(FILE *to, const struct global *global)
{
	guint i;

	fprintf(to, "global %s %s:%u:%u %s%s%s%s%s%s%s\n", global->name, global->at.file,
		global->at.line, global->at.column, global->type->spelling,
		global->in_driver ? " driver" : "", global->is_static ? " static" : "",
		global->is_const ? " const" : "", global->from_macro ? " from-macro" : "",
		global->is_param ? " param" : "", global->scope ? " local-static" : "");
	for (i = 0; i < global->slots->len; i++) {
		const struct reference *reference = global->slots->pdata[i];

		fprintf(to, "  slot %s = %s\n", reference->field ? reference->field->name : "?",
			reference->target->name);
	}
}

void summary_dump_model(FILE *to, const struct model *model)
{
	guint i;

	fprintf(to, "module %s directory %s release %s\n", model->module, model->directory,
		model->release);
	for (i = 0; i < model->sources->len; i++) {
		const struct source *source = model->sources->pdata[i];

		fprintf(to, "source %s (%s) last-include %u\n", source->name, source->path,
			source->last_include);
	}
	for (i = 0; i < model->headers->len; i++)
		fprintf(to, "header %s\n", (const char *)model->headers->pdata[i]);
	for (i = 0; i < model->functions->len; i++)
		dump_function(to, model, model->functions->pdata[i]);
	for (i = 0; i < model->globals->len; i++)
		dump_global(to, model->globals->pdata[i]);
	for (i = 0; i < model->records->len; i++)
		dump_record(to, model->records->pdata[i]);
}
