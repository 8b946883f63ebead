// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Does the knowledge base fit this driver? Hints must name things that exist;
 * facts about the kernel may know more than this kernel has, but what they say
 * about a function that is there must fit its prototype.
 */
#include <string.h>

#include "diag.h"
#include "knowledge.h"

/* "; did you mean 'x'?", or @otherwise. */
static char *suggestion(const char *word, GPtrArray *names, const char *otherwise)
{
	const char *near = diag_nearest(word, (const char *const *)names->pdata, names->len);

	if (near)
		return g_strdup_printf("did you mean '%s'?", near);
	return g_strdup(otherwise);
}

static bool unknown(const struct location *at, const char *what, const char *word,
		    GPtrArray *names, const char *otherwise)
{
	g_autofree char *fix = suggestion(word, names, otherwise);

	diag_error(at, "%s '%s' does not exist; %s", what, word, fix);
	return false;
}

static const struct function *driver_function(const struct model *model, const char *name)
{
	const struct function *function = model_function(model, name);

	return function && function->defined && function->in_driver ? function : NULL;
}

static bool unknown_function(const struct hint *hint, const struct model *model)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	guint i;

	for (i = 0; i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];

		if (function->defined && function->in_driver)
			g_ptr_array_add(names, (gpointer)function->name);
	}
	return unknown(&hint->at, "function", hint->function, names,
		       "'functions' takes functions that this driver defines, 'kernel' those of "
		       "the kernel");
}

/* Turn a parameter name into its number. */
static bool resolve_name(struct fact_arg *arg, const struct function *function)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	guint i;

	for (i = 0; i < function->params->len; i++) {
		const struct parameter *param = function->params->pdata[i];

		if (!strcmp(param->name, arg->name)) {
			arg->index = (int)i;
			return true;
		}
		g_ptr_array_add(names, (gpointer)param->name);
	}
	return unknown(&arg->at, "parameter", arg->name, names, "name a parameter of the function");
}

static bool check_args(GPtrArray *args, const struct function *function)
{
	bool ok = true;
	guint i;

	for (i = 0; i < args->len; i++) {
		struct fact_arg *arg = args->pdata[i];

		if (arg->index == ARG_BY_NAME) {
			ok = resolve_name(arg, function) && ok;
		} else if (arg->index >= (int)function->params->len) {
			diag_error(&arg->at, "'%s' has %u parameters, so there is no number %d; "
					     "count from 0",
				   function->name, function->params->len, arg->index);
			ok = false;
		}
	}
	return ok;
}

static bool check_targets(const struct hint *hint, const struct model *model)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	bool ok = true;
	guint i;

	for (i = 0; hint->targets->len && i < model->functions->len; i++)
		g_ptr_array_add(names, (gpointer)((struct function *)
						  model->functions->pdata[i])->name);
	for (i = 0; i < hint->targets->len; i++) {
		const char *name = hint->targets->pdata[i];

		if (strcmp(name, "kernel") && !model_function(model, name))
			ok = unknown(&hint->at, "function", name, names,
				     "name a function, or 'kernel' for none of the driver") && ok;
	}
	return ok;
}

static bool check_hints(struct knowledge *knowledge, const struct model *model)
{
	GHashTableIter iter;
	gpointer value;
	bool ok = true;

	g_hash_table_iter_init(&iter, knowledge->hints);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct hint *hint = value;
		const struct function *function = driver_function(model, hint->function);

		if (!function)
			ok = unknown_function(hint, model) && ok;
		else
			ok = check_args(hint->args, function) && ok;
		ok = check_targets(hint, model) && ok;
	}
	return ok;
}

static bool check_facts(struct knowledge *knowledge, const struct model *model)
{
	GHashTableIter iter;
	gpointer value;
	bool ok = true;

	g_hash_table_iter_init(&iter, knowledge->facts);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct fact *fact = value;
		const struct function *function = model_function(model, fact->name);

		if (function && function->params && function->params->len)
			ok = check_args(fact->args, function) && ok;
	}
	return ok;
}

static bool record_has(const struct record *record, const char *field, GPtrArray *names)
{
	guint i;

	for (i = 0; i < record->fields->len; i++) {
		const struct field *f = record->fields->pdata[i];

		if (!strcmp(f->name, field))
			return true;
		if (!*f->name && f->type->record && record_has(f->type->record, field, names))
			return true;
		if (*f->name)
			g_ptr_array_add(names, (gpointer)f->name);
	}
	return false;
}

/* A hint about record.field. */
static bool check_member(const struct model *model, const struct location *at,
			 const char *record_name, const char *field)
{
	const struct record *record = model_record(model, record_name);
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	guint i;

	if (record && (!record->complete || !strcmp(field, "*")))
		return true;
	if (record)
		return record_has(record, field, names) ||
		       unknown(at, "field", field, names, "name a field of that record");
	for (i = 0; i < model->records->len; i++) {
		const struct record *other = model->records->pdata[i];

		if (other->name && *other->name)
			g_ptr_array_add(names, (gpointer)other->name);
	}
	return unknown(at, "record", record_name, names, "name a record that this driver uses");
}

/* Defined in a file of the driver: a source, or an inline of a header of its own. */
static bool is_own(const struct model *model, const struct function *function)
{
	size_t length = strlen(model->directory);

	return function->defined && !function->from_macro &&
	       (function->in_driver ||
		(function->file && !strncmp(function->file, model->directory, length) &&
		 function->file[length] == '/'));
}

/* Other functions of that name, which are the kernel's: who calls them stays there. */
static void keep_callers(struct model *model, const struct function *own)
{
	for (guint i = 0; i < model->functions->len; i++) {
		const struct function *other = model->functions->pdata[i];

		for (guint j = 0; !strcmp(other->name, own->name) && !is_own(model, other) &&
				  j < other->callers->len; j++) {
			const struct call *call = other->callers->pdata[j];
			g_autofree char *text = g_strdup_printf(
				"calls %s() of the kernel, whose name a function at %s:%u has, too",
				own->name, own->at.file, own->at.line);

			model_keep(model, call->caller, &call->at, text, NULL);
		}
	}
}

/* What a hint says about the driver's own function is not forgotten. */
static bool is_hinted(const struct knowledge *knowledge, const struct fact *fact)
{
	const struct hint *hint = knowledge_hint(knowledge, fact->name);

	return fact->is_hint || (hint && hint->effects == fact);
}

void knowledge_forget_own(struct knowledge *knowledge, struct model *model)
{
	for (guint i = 0; i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];
		const struct fact *fact = g_hash_table_lookup(knowledge->facts, function->name);
		bool foreign = fact && !is_hinted(knowledge, fact);
		bool known = foreign || g_hash_table_contains(knowledge->local, function->name);

		if (!known || !is_own(model, function))
			continue;
		if (foreign)
			g_hash_table_remove(knowledge->facts, function->name);
		g_hash_table_remove(knowledge->local, function->name);
		keep_callers(model, function);
	}
}

bool knowledge_check(struct knowledge *knowledge, const struct model *model)
{
	bool ok = check_hints(knowledge, model);
	GHashTableIter iter;
	gpointer value;

	ok = check_facts(knowledge, model) && ok;
	g_hash_table_iter_init(&iter, knowledge->slots);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct slot_fact *slot = value;

		if (slot->is_hint)
			ok = check_member(model, &slot->at, slot->record, slot->field) && ok;
	}
	g_hash_table_iter_init(&iter, knowledge->fields);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct field_fact *field = value;

		if (field->is_hint)
			ok = check_member(model, &field->at, field->record, field->field) && ok;
	}
	return ok;
}

bool knowledge_check_kernel(const struct knowledge *knowledge, const char *kdir,
			    const char *release)
{
	struct location at = { .file = kdir };
	g_autofree char *covers = kernel_range_words(&knowledge->covers);

	if (!knowledge->kernel)
		diag_error(&at, "kernel release \"%s\" does not begin with a version such as 6.1; "
				"say with --kernel-version X.Y which kernel's interfaces it has",
			   release);
	else if (!kernel_range_has(&knowledge->covers, knowledge->kernel))
		diag_error(&at, "kernel %u.%u is none that the annotations know: they describe "
				"kernels %s (%s:%u); if its interfaces are those of one of these, "
				"name that with --kernel-version X.Y",
			   knowledge->kernel >> 16, knowledge->kernel & 0xffff, covers,
			   knowledge->covers_at.file, knowledge->covers_at.line);
	else
		return true;
	return false;
}
