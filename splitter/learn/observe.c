// SPDX-License-Identifier: GPL-2.0-or-later
/* Calls through fields, copies of them, and the members that were seen at all. */
#include <string.h>

#include <json.h>

#include "observe.h"
#include "proof.h"

struct observer {
	struct contexts *contexts;
	struct prover *prover;
	struct json_object *uses, *seen;
};

static const char *const contexts_words[] = {
	[VERDICT_PROCESS] = "process", [VERDICT_ATOMIC] = "atomic", [VERDICT_UNKNOWN] = "unknown",
};

/* Is it for others: a member of a record with a name, of a header? */
static bool is_shared(const struct observer *observer, const struct field *field)
{
	const char *owner = model_owner(observer->contexts->model, field);

	return field->name && *field->name && owner && *owner && field->owner->at.file &&
	       g_str_has_suffix(field->owner->at.file, ".h");
}

static bool is_function_pointer(const struct field *field)
{
	return field->type->kind == TYPE_POINTER && field->type->elem->kind == TYPE_FUNCTION;
}

static void add_text(struct json_object *object, const char *key, const char *text)
{
	json_object_object_add(object, key, json_object_new_string(text));
}

/* @key: "slot" or "function", which @name is. */
static struct json_object *add_finding(struct observer *observer, const char *key,
				       const char *name, const struct location *at,
				       struct finding finding)
{
	struct json_object *use = json_object_new_object(), *needs;
	guint i;

	add_text(use, key, name);
	json_object_object_add(use, "line", json_object_new_int64(at->line));
	add_text(use, "context", contexts_words[finding.verdict]);
	add_text(use, "why", finding.why);
	if (finding.pinned)
		add_text(use, "pinned", finding.pinned);
	if (finding.needs) {
		needs = json_object_new_array();
		for (i = 0; i < finding.needs->len; i++)
			json_object_array_add(needs,
					      json_object_new_string(finding.needs->pdata[i]));
		json_object_object_add(use, "needs", needs);
	}
	json_object_array_add(observer->uses, use);
	return use;
}

static void add_use(struct observer *observer, const struct field *field,
		    const struct location *at, struct finding finding)
{
	g_autofree char *slot = NULL;

	if (!is_shared(observer, field))
		return;
	slot = g_strdup_printf("%s.%s", model_owner(observer->contexts->model, field), field->name);
	add_text(add_finding(observer, "slot", slot, at, finding), "record",
		 field->owner->at.file);
}

static void see(struct observer *observer, const char *name, unsigned int line)
{
	struct json_object *lines;
	size_t i;

	if (!json_object_object_get_ex(observer->seen, name, &lines)) {
		lines = json_object_new_array();
		json_object_object_add(observer->seen, name, lines);
	}
	for (i = json_object_array_length(lines); i-- > 0;) {
		if (json_object_get_int64(json_object_array_get_idx(lines, i)) == line)
			return;
	}
	json_object_array_add(lines, json_object_new_int64(line));
}

/*
 * May a place where the name stands be asked about? Not if people have said how it is
 * called. What is static has a namesake elsewhere, perhaps.
 */
static bool may_be_named(const struct observer *observer, const struct function *function)
{
	return (function->in_driver || !function->defined) &&
	       !g_hash_table_contains(observer->contexts->knowledge->facts, function->name);
}

static void observe_function(struct observer *observer, const struct function *function,
			     const struct location *at, struct finding finding)
{
	g_autofree char *name = NULL;

	if (!may_be_named(observer, function))
		return;
	name = g_strdup_printf("%s()", function->name);
	see(observer, name, at->line);
	if (!function->is_static)
		add_finding(observer, "function", function->name, at, finding);
}

/* Where the address of a function is put that this file does not define. */
static void observe_addresses(struct observer *observer, const struct function *function)
{
	g_autofree char *name = g_strdup_printf("%s()", function->name);
	guint i;

	if (!may_be_named(observer, function))
		return;
	for (i = 0; i < function->references->len; i++) {
		const struct reference *reference = function->references->pdata[i];

		if (reference->in && !reference->in->in_driver)
			continue;
		if (reference->tested || function->defined)
			see(observer, name, reference->at.line);
		else
			observe_function(observer, function, &reference->at,
					 prover_judge_address(observer->prover, reference));
	}
}

static void observe_calls(struct observer *observer, const struct function *function)
{
	guint i;

	for (i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];

		if (call->kind == CALL_DIRECT)
			observe_function(observer, call->callee, &call->at,
					 prover_judge(observer->prover, call));
		if (call->kind != CALL_SLOT)
			continue;
		see(observer, call->slot->name, call->at.line);
		add_use(observer, call->slot, &call->at, prover_judge(observer->prover, call));
	}
}

static void observe_accesses(struct observer *observer, const struct function *function)
{
	guint i, j;

	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		const struct field *leaf = access->path->pdata[access->path->len - 1];

		for (j = 0; j < access->path->len; j++) {
			const struct field *field = access->path->pdata[j];

			if (*field->name)
				see(observer, field->name, access->at.line);
		}
		if ((access->modes & ACCESS_ADDRESS) && is_function_pointer(leaf))
			add_use(observer, leaf, &access->at,
				(struct finding){ .why = "its address is taken",
						.verdict = VERDICT_UNKNOWN });
	}
}

/* Somebody may call what was copied, nobody knows where. */
static bool is_copy(const struct value_flow *flow)
{
	if (flow->from.kind != PLACE_FIELD || !is_function_pointer(flow->from.field))
		return false;
	return flow->to.kind != PLACE_CALLEE || flow->to.call->kind != CALL_SLOT ||
	       flow->to.call->slot != flow->from.field;
}

static void observe_copies(struct observer *observer)
{
	const struct model *model = observer->contexts->model;
	guint i;

	for (i = 0; i < model->flows->len; i++) {
		const struct value_flow *flow = model->flows->pdata[i];

		if (is_copy(flow))
			add_use(observer, flow->from.field, &flow->at,
				(struct finding){ .verdict = VERDICT_UNKNOWN,
						.why = "it is copied" });
	}
}

bool observe_print(FILE *to, struct contexts *contexts)
{
	struct json_object *root = json_object_new_object();
	struct observer observer = {
		.contexts = contexts, .prover = prover_new(contexts),
		.uses = json_object_new_array(), .seen = json_object_new_object(),
	};
	bool ok;
	guint i;

	for (i = 0; i < contexts->model->functions->len; i++) {
		const struct function *function = contexts->model->functions->pdata[i];

		observe_addresses(&observer, function);
		if (!function->in_driver || !function->defined)
			continue;
		observe_calls(&observer, function);
		observe_accesses(&observer, function);
	}
	observe_copies(&observer);
	json_object_object_add(root, "uses", observer.uses);
	json_object_object_add(root, "seen", observer.seen);
	fputs(json_object_to_json_string_ext(root, JSON_C_TO_STRING_PLAIN), to);
	ok = fputc('\n', to) != EOF;
	json_object_put(root);
	prover_free(observer.prover);
	return ok;
}
