// SPDX-License-Identifier: GPL-2.0-or-later
/* plan.json; its schema is in README.md and changes only by addition. */
#include <json-c/json.h>

#include "internal.h"
#include "mdrv_plan.h"

static struct json_object *text(const char *value)
{
	return value ? json_object_new_string(value) : NULL;
}

static void add(struct json_object *object, const char *key, struct json_object *value)
{
	json_object_object_add(object, key, value);
}

static struct json_object *number(uint64_t value)
{
	return json_object_new_int64(value);
}

static struct json_object *location(const struct location *at)
{
	struct json_object *object = json_object_new_object();

	add(object, "file", text(at->file));
	add(object, "line", number(at->line));
	add(object, "column", number(at->column));
	return object;
}

static const char *const domains[] = { "kernel", "user", "both" };
static const char *const kinds[] = {
	[REASON_ROOT] = "root", [REASON_REACHED] = "reached", [REASON_LOCK_HELD] = "lock-held",
	[REASON_TAKES_LOCK] = "takes-lock", [REASON_PINNED] = "pinned",
	[REASON_AMBIGUOUS] = "ambiguous", [REASON_HINT] = "hint",
	[REASON_NO_FAILURE] = "no-failure", [REASON_MODULE] = "module",
	[REASON_MOVABLE] = "movable", [REASON_HELPER] = "helper",
	[REASON_UNREACHED] = "unreached",
};

static struct json_object *reason_object(const struct reason *reason)
{
	struct json_object *object = json_object_new_object();

	add(object, "kind", text(kinds[reason->kind]));
	add(object, "text", text(reason->text));
	add(object, "at", location(&reason->at));
	if (reason->via)
		add(object, "via", text(reason->via->name));
	if (reason->hint)
		add(object, "hint", text(reason->hint));
	return object;
}

static struct json_object *reasons_array(GPtrArray *reasons)
{
	struct json_object *array = json_object_new_array();

	for (guint i = 0; reasons && i < reasons->len; i++)
		json_object_array_add(array, reason_object(reasons->pdata[i]));
	return array;
}

static struct json_object *function_object(const struct decision *decision)
{
	const struct function *function = decision->function;
	struct json_object *object = json_object_new_object();

	add(object, "name", text(function->name));
	add(object, "at", location(&function->at));
	add(object, "lines", number(function->lines));
	if (function->section_of)
		add(object, "section", json_object_new_boolean(true));
	add(object, "domain", text(domains[decision->domain]));
	add(object, "entry", json_object_new_boolean(decision->entry));
	add(object, "upcall", json_object_new_boolean(decision->needs_upcall));
	add(object, "downcall", json_object_new_boolean(decision->needs_downcall));
	add(object, "reasons", reasons_array(decision->reasons));
	return object;
}

static const char *access_text(unsigned int access)
{
	static const char *const names[] = { "", "r", "w", "rw" };

	return names[access & MDRV_RW];
}

static const char *record_text(const struct plan *plan, unsigned int record)
{
	if (record == MDRV_REC_VOID)
		return "void";
	if (record == MDRV_REC_BYTES)
		return "bytes";
	return ((struct wire_record *)plan->records->pdata[record - 1])->name;
}

/* What the user half may store. */
static void add_stored(struct json_object *object, const struct wire_field *field)
{
	static const char *const names[] = { "null", "error", "number" };
	struct json_object *blank;

	if (field->kind == WIRE_INT && field->blank & MDRV_BLANK_MOST)
		add(object, "most", number(field->least));
	if (!(field->access & MDRV_W) || (field->kind != WIRE_PTR && field->kind != WIRE_STR &&
					  field->kind != WIRE_FN))
		return;
	blank = json_object_new_array();
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (field->blank & (1u << i))
			json_object_array_add(blank, text(names[i]));
	add(object, "blank", blank);
	if (field->expects)
		add(object, "expects", text(field->expects->name));
	else if (field->blank & MDRV_BLANK_SMALLER)
		add(object, "least", field->length ? text(field->length) : number(field->least));
}

static struct json_object *field_object(const struct plan *plan, const struct wire_field *field)
{
	static const char *const names[] = {
		[WIRE_INT] = "int", [WIRE_BITS] = "bits", [WIRE_BYTES] = "bytes",
		[WIRE_PTR] = "pointer", [WIRE_STR] = "string", [WIRE_FN] = "function",
	};
	struct json_object *object = json_object_new_object();

	add(object, "path", text(field->path));
	add(object, "private", json_object_new_boolean(field->in_tail));
	add(object, "kind", text(names[field->kind]));
	add(object, "access", text(access_text(field->access)));
	add(object, "count", number(field->count));
	if (field->kind == WIRE_PTR) {
		add(object, "target", text(record_text(plan, field->target)));
		add(object, "follow", json_object_new_boolean(field->follow));
	}
	add_stored(object, field);
	add(object, "at", location(&field->at));
	return object;
}

static struct json_object *record_object(const struct plan *plan,
					 const struct wire_record *record)
{
	struct json_object *object = json_object_new_object();
	struct json_object *fields = json_object_new_array();
	struct json_object *places = json_object_new_array();

	add(object, "number", number(record->number));
	add(object, "name", text(record->name));
	if (record->base)
		add(object, "base", number(record->base));
	for (guint i = 0; i < record->fields->len; i++)
		json_object_array_add(fields, field_object(plan, record->fields->pdata[i]));
	add(object, "fields", fields);
	for (guint i = 0; i < record->places->len; i++) {
		const struct wire_place *place = record->places->pdata[i];
		struct json_object *entry = json_object_new_object();

		add(entry, "path", text(place->path));
		add(entry, "private", json_object_new_boolean(place->in_tail));
		add(entry, "record", text(record_text(plan, place->record)));
		add(entry, "count", number(place->count));
		json_object_array_add(places, entry);
	}
	add(object, "places", places);
	return object;
}

static struct json_object *pass_object(const struct plan *plan, const struct pass *pass)
{
	static const char *const names[] = {
		[PASS_VOID] = "void", [PASS_INT] = "int", [PASS_PTR] = "pointer",
		[PASS_STR] = "string", [PASS_FN] = "function", [PASS_BUF] = "buffer",
		[PASS_FORMAT] = "format", [PASS_DROP] = "drop", [PASS_SETS] = "sets",
	};
	struct json_object *object = json_object_new_object();

	if (pass->param)
		add(object, "name", text(pass->param->name));
	add(object, "type", text(pass->type->spelling));
	add(object, "pass", text(names[pass->kind]));
	if (pass->kind == PASS_PTR || pass->kind == PASS_SETS)
		add(object, "record", text(record_text(plan, pass->record)));
	if (pass->kind == PASS_BUF) {
		add(object, "access", text(access_text(pass->access)));
		add(object, "length", text(pass->length));
	}
	return object;
}

/* What an upcall has done when it succeeds: "pci_enable_device", "pdev->dev.driver_data". */
static struct json_object *must_array(const struct crossing *upcall)
{
	struct json_object *array = json_object_new_array();

	for (guint i = 0; i < upcall->must->len; i++) {
		const struct wire_must *must = upcall->must->pdata[i];
		g_autofree char *place = must->call ? NULL :
			g_strdup_printf("%s->%s", must->pass->param->name, must->field->path);

		json_object_array_add(array, text(place ? place : must->call->name));
	}
	return array;
}

static struct json_object *crossing_object(const struct plan *plan,
					   const struct crossing *crossing, bool up)
{
	static const char *const modes[] = { "plain", "undo", "release" };
	struct json_object *object = json_object_new_object();
	struct json_object *params = json_object_new_array();
	struct json_object *allowed = json_object_new_array();

	add(object, "number", number(crossing->number));
	add(object, "name", text(crossing->name));
	for (guint i = 0; i < crossing->params->len; i++)
		json_object_array_add(params, pass_object(plan, crossing->params->pdata[i]));
	add(object, "parameters", params);
	add(object, "result", pass_object(plan, &crossing->result));
	for (guint i = 0; up && i < crossing->allowed->len; i++)
		json_object_array_add(allowed, text(((struct crossing *)
						     crossing->allowed->pdata[i])->name));
	if (up) {
		add(object, "mode", text(modes[crossing->mode]));
		add(object, "failure", text(crossing->failure));
		add(object, "allowed", allowed);
		add(object, "must", must_array(crossing));
		return object;
	}
	json_object_put(allowed);
	add(object, "to", text(crossing->is_macro ? "macro" : crossing->is_inline ? "inline" :
			       crossing->in_driver ? "driver" : "kernel"));
	if (crossing->fact && crossing->fact->acquires)
		add(object, "acquires", text(crossing->fact->acquires));
	if (crossing->fact && crossing->fact->releases)
		add(object, "releases", text(crossing->fact->releases));
	return object;
}

static struct json_object *names_array(GPtrArray *functions)
{
	struct json_object *array = json_object_new_array();

	for (guint i = 0; i < functions->len; i++)
		json_object_array_add(array, text(((struct function *)functions->pdata[i])->name));
	return array;
}

static void add_wire(struct json_object *root, const struct plan *plan)
{
	struct json_object *records = json_object_new_array();
	struct json_object *globals = json_object_new_array();
	struct json_object *upcalls = json_object_new_array();
	struct json_object *downcalls = json_object_new_array();

	for (guint i = 0; i < plan->records->len; i++)
		json_object_array_add(records, record_object(plan, plan->records->pdata[i]));
	for (guint i = 0; i < plan->globals->len; i++)
		json_object_array_add(globals, text(((struct wire_global *)
						     plan->globals->pdata[i])->global->name));
	for (guint i = 0; i < plan->upcalls->len; i++)
		json_object_array_add(upcalls, crossing_object(plan, plan->upcalls->pdata[i],
							       true));
	for (guint i = 0; i < plan->downcalls->len; i++)
		json_object_array_add(downcalls, crossing_object(plan, plan->downcalls->pdata[i],
								 false));
	add(root, "upcalls", upcalls);
	add(root, "downcalls", downcalls);
	add(root, "records", records);
	add(root, "globals", globals);
	add(root, "pointers", names_array(plan->functions));
	add(root, "traps", names_array(plan->traps));
}

GString *print_json(const struct plan *plan)
{
	const struct partition *partition = plan->partition;
	struct json_object *root = json_object_new_object();
	struct json_object *functions = json_object_new_array();
	struct json_object *sources = json_object_new_array();
	GString *out;

	add(root, "generator", text("mdrv " MDRV_VERSION));
	add(root, "schema", number(1));
	add(root, "driver", text(plan->model->module));
	add(root, "release", text(plan->model->release));
	add(root, "hash", text(plan->hash));
	for (guint i = 0; i < plan->model->sources->len; i++)
		json_object_array_add(sources, text(((struct source *)
						     plan->model->sources->pdata[i])->name));
	add(root, "sources", sources);
	for (guint i = 0; i < partition->decisions->len; i++)
		json_object_array_add(functions, function_object(partition->decisions->pdata[i]));
	add(root, "functions", functions);
	add_wire(root, plan);
	add(root, "ambiguities", reasons_array(partition->ambiguities));
	add(root, "assumptions", reasons_array(partition->assumptions));
	add(root, "facts_used", number(knowledge_facts_used(partition->knowledge)));
	add(root, "hints_used", number(partition->hints_used));
	add(root, "hints_total", number(partition->hints_total));
	out = g_string_new(json_object_to_json_string_ext(root, JSON_C_TO_STRING_PRETTY |
							  JSON_C_TO_STRING_NOSLASHESCAPE));
	g_string_append_c(out, '\n');
	json_object_put(root);
	return out;
}
