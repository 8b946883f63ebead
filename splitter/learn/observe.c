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

static void add_use(struct observer *observer, const struct field *field,
		    const struct location *at, struct finding finding)
{
	struct json_object *use;
	g_autofree char *slot = NULL;

	if (!is_shared(observer, field))
		return;
	slot = g_strdup_printf("%s.%s", model_owner(observer->contexts->model, field), field->name);
	use = json_object_new_object();
	add_text(use, "slot", slot);
	json_object_object_add(use, "line", json_object_new_int64(at->line));
	add_text(use, "context", contexts_words[finding.verdict]);
	add_text(use, "why", finding.why);
	add_text(use, "record", field->owner->at.file);
	if (finding.pinned)
		add_text(use, "pinned", finding.pinned);
	json_object_array_add(observer->uses, use);
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

static void observe_calls(struct observer *observer, const struct function *function)
{
	guint i;

	for (i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];

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
				(struct finding){ VERDICT_UNKNOWN, "its address is taken", NULL });
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
				(struct finding){ VERDICT_UNKNOWN, "it is copied", NULL });
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
