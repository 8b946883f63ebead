// SPDX-License-Identifier: GPL-2.0-or-later
/* Which code runs in the user half, and every call that leaves it. */
#include <string.h>

#include "diag.h"
#include "marshal.h"
#include "mdrv_plan.h"
#include "wire_internal.h"

bool wire_runs_in_user(const struct builder *b, const struct function *function)
{
	const struct decision *decision = partition_of(b->partition, function);

	return decision && decision->domain != DOMAIN_KERNEL;
}

static void reach(struct builder *b, struct function *function, const char *home)
{
	if (!g_hash_table_add(b->reached_set, function))
		return;
	g_ptr_array_add(b->reached, function);
	g_hash_table_insert(b->homes, function, (gpointer)home);
}

const char *wire_home(const struct builder *b, const struct function *function)
{
	const char *home = g_hash_table_lookup(b->homes, function);

	return home ? home : function->unit ? function->unit->path : function->file;
}

static void add_local(struct builder *b, struct function *function)
{
	if (!g_ptr_array_find(b->plan->locals, function, NULL))
		g_ptr_array_add(b->plan->locals, function);
}

/* Two calls of one function: what both of them pass. */
static void merge(struct crossing *known, const struct crossing *other)
{
	for (guint i = 0; i < known->params->len; i++) {
		struct pass *a = known->params->pdata[i];
		const struct pass *b = other->params->pdata[i];

		a->nullable |= b->nullable;
		if (a->kind == PASS_PTR && b->kind == PASS_PTR &&
		    g_strcmp0(a->record_name, b->record_name)) {
			a->record_name = NULL;
			a->pointee = NULL;
		}
	}
}

/* An argument of one record only, or of one number, that two calls pass as two, or NULL. */
static const struct pass *disagreement(const struct crossing *known, const struct crossing *other)
{
	for (guint i = 0; i < known->params->len; i++) {
		const struct pass *a = known->params->pdata[i], *b = other->params->pdata[i];

		if ((a->typed && g_strcmp0(a->record_name, b->record_name)) ||
		    (a->kind == PASS_DROP && g_strcmp0(a->text, b->text)))
			return b;
	}
	return NULL;
}

void wire_keep(struct builder *b, const struct function *function, const struct location *at,
	       const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list ap;

	va_start(ap, format);
	text = g_strdup_vprintf(format, ap);
	va_end(ap);
	if (!(function && model_keep(b->model, function, at, text, NULL)) && !b->again)
		diag_error(at, "%s%s%s", function ? function->name : "",
			   function ? "() " : "", text);
	else
		b->again = true;
	b->failed = true;
}

/* Names are what the halves know functions by. */
void wire_keep_twin(struct builder *b, const struct function *function,
		    const struct function *other, const struct function *which)
{
	wire_keep(b, which, &function->at, "%s %s(), which crosses between the halves, as does "
		  "another %s() at %s:%u: there is no way to tell them apart",
		  which == function ? "is" : "uses", function->name, other->name,
		  other->at.file, other->at.line);
}

static void add_user(struct crossing *crossing, const char *home)
{
	if (!g_ptr_array_find_with_equal_func(crossing->users, home, g_str_equal, NULL))
		g_ptr_array_add(crossing->users, (gpointer)home);
}

static void add_downcall(struct builder *b, struct function *function, const struct call *call)
{
	struct crossing *known = g_hash_table_lookup(b->downcalls, function->name);
	struct location at;
	const char *why, *hint;
	struct crossing *crossing;
	const struct pass *odd;

	crossing = marshal_downcall(b->model, b->knowledge, function, call, &why, &at, &hint);
	if (!crossing) {
		wire_keep(b, call->caller, &call->at, "calls %s(): %s", function->name, why);
		return;
	}
	if (known && known->function != function && !known->is_macro) {
		wire_keep_twin(b, function, known->function, call->caller);
		return;
	}
	if (known && function->in_header && inline_state(function) &&
	    strcmp(known->home, wire_home(b, call->caller))) {
		wire_keep(b, call->caller, &call->at, "calls %s(), of which each file that "
			  "includes it has one, with what it keeps between calls",
			  function->name);
		return;
	}
	odd = known ? disagreement(known, crossing) : NULL;
	if (odd) {
		wire_keep(b, call->caller, &call->at, "hands %s() a %s, and another call "
			  "something else: they could be exchanged", function->name,
			  odd->kind == PASS_DROP ? odd->text : odd->record_name);
		return;
	}
	if (known) {
		merge(known, crossing);
		add_user(known, wire_home(b, call->caller));
		return;
	}
	crossing->home = wire_home(b, function->in_driver ? function : call->caller);
	crossing->users = model_array(b->model);
	add_user(crossing, wire_home(b, call->caller));
	crossing->number = b->plan->downcalls->len;
	g_ptr_array_add(b->plan->downcalls, crossing);
	g_hash_table_insert(b->downcalls, (gpointer)crossing->name, crossing);
}

/* "struct work_struct.func": the type that this field has. */
static void set_field_type(struct builder *b, struct type *type, const char *path)
{
	const char *dot = strrchr(path, '.');
	g_autofree char *text = dot ? g_strdup_printf("typeof(((%.*s *)0)->%s)", (int)(dot - path),
						      path, dot + 1) : NULL;

	if (!text)
		return;
	type->spelling = model_intern(b->model, text);
	type->canonical = type->spelling;
}

static struct type *made_up_type(struct builder *b, const struct fact_arg *arg)
{
	struct type *type = model_alloc(b->model, sizeof(*type));
	g_autofree char *pointer = NULL;

	type->kind = TYPE_INT;
	type->size = 8;
	type->spelling = "unsigned long";
	type->canonical = type->spelling;
	if (arg->kind && !strcmp(arg->kind, "callback")) {
		type->kind = TYPE_POINTER;
		type->spelling = "void *";
		type->canonical = type->spelling;
		type->elem = model_alloc(b->model, sizeof(*type));
		type->elem->kind = TYPE_FUNCTION;
		if (arg->record)
			set_field_type(b, type, arg->record);
		return type;
	}
	if (!arg->record)
		return type;
	type->elem = model_alloc(b->model, sizeof(*type));
	type->elem->kind = TYPE_RECORD;
	type->elem->spelling = arg->record;
	type->elem->canonical = arg->record;
	type->elem->record = model_record(b->model, arg->record);
	type->kind = TYPE_POINTER;
	pointer = g_strdup_printf("%s *", arg->record);
	type->spelling = model_intern(b->model, pointer);
	type->canonical = type->spelling;
	return type;
}

/* A macro has no parameters with types: its fact must list them all. */
static struct function *made_up_function(struct builder *b, const struct fact *fact)
{
	struct function *function = model_alloc(b->model, sizeof(*function));
	struct type *result = model_alloc(b->model, sizeof(*result));

	result->kind = TYPE_VOID;
	result->spelling = "void";
	result->canonical = "void";
	function->name = fact->name;
	function->at = fact->at;
	function->type = model_alloc(b->model, sizeof(*function->type));
	function->type->kind = TYPE_FUNCTION;
	function->type->elem = result;
	function->params = model_array(b->model);
	function->calls = model_array(b->model);
	function->accesses = model_array(b->model);
	function->stores = model_array(b->model);
	function->settings = model_array(b->model);
	function->globals = model_array(b->model);
	function->statics = model_array(b->model);
	function->in_header = true;
	function->is_inline = true;
	for (guint i = 0; fact->args && i < fact->args->len; i++) {
		const struct fact_arg *arg = fact_arg(fact->args, i);
		struct parameter *param = model_alloc(b->model, sizeof(*param));
		g_autofree char *name = g_strdup_printf("a%u", i);

		if (!arg)
			break;
		param->name = model_intern(b->model, name);
		param->type = made_up_type(b, arg);
		param->at = fact->at;
		g_ptr_array_add(function->params, param);
	}
	return function;
}

/*
 * The call stands in the expansion of a macro that a fact sends to the kernel as
 * a whole, or that the user half's headers define anew.
 */
static bool macro_call(struct builder *b, const struct call *call)
{
	const struct fact *fact;
	struct crossing *crossing;

	if (marshal_is_replaced(b->knowledge, call))
		return true;
	if (!call->macro || (call->callee && !strcmp(call->macro, call->callee->name)))
		return false;
	if (g_hash_table_contains(b->downcalls, call->macro))
		return true;
	fact = knowledge_fact(b->knowledge, call->macro);
	if (!fact)
		return false;
	if (fact->route != ROUTE_DOWNCALL || !fact_lists_all(fact))
		return false;
	add_downcall(b, made_up_function(b, fact), call);
	crossing = g_hash_table_lookup(b->downcalls, call->macro);
	if (crossing)
		crossing->is_macro = true;
	return true;
}

/* Is what a macro is given used by value, by itself or by its parts? */
static bool takes(const struct crossing *crossing, const struct access *access)
{
	const struct field *leaf = access->path->pdata[access->path->len - 1];
	const struct record *record = access->base;

	if (!(access->modes & ACCESS_ADDRESS) && leaf->type->kind == TYPE_RECORD)
		record = leaf->type->record;
	for (guint i = 0; i < crossing->params->len; i++) {
		const struct pass *pass = crossing->params->pdata[i];

		if (!g_strcmp0(pass->record_name, record->name))
			return true;
	}
	return false;
}

/*
 * Is it the expansion of a macro that runs in the kernel that does this? What is
 * written there, and what is done to that which the macro is given.
 */
bool wire_in_kernel_macro(const struct builder *b, const struct function *function,
			  const struct access *access)
{
	for (guint i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct crossing *crossing;

		if (!call->macro || call->at.line != access->at.line ||
		    call->at.column != access->at.column)
			continue;
		crossing = g_hash_table_lookup(b->downcalls, call->macro);
		if (crossing && crossing->is_macro &&
		    ((access->modes & ACCESS_WRITE) || takes(crossing, access)))
			return true;
	}
	return false;
}

/* Functions of the driver that a pointer may lead to, and that stay in the kernel. */
static void visit_targets(struct builder *b, const struct call *call)
{
	for (guint i = 0; call->targets && i < call->targets->len; i++) {
		struct function *function =
			((struct target *)call->targets->pdata[i])->function;

		if (function->in_driver && function->defined && !function->in_header &&
		    !wire_runs_in_user(b, function))
			add_downcall(b, function, call);
	}
}

static void visit_call(struct builder *b, const struct call *call)
{
	struct function *callee = call->callee;
	const char *why = NULL;

	if (call->kind != CALL_DIRECT)
		visit_targets(b, call);
	if (macro_call(b, call) || call->kind != CALL_DIRECT || !callee)
		return;
	if (callee->in_driver && callee->defined && !callee->in_header) {
		if (!wire_runs_in_user(b, callee))
			add_downcall(b, callee, call);
		return;
	}
	switch (marshal_route(b->model, b->knowledge, callee, &why)) {
	case ROUTE_LOCAL:
		if (callee->defined && callee->in_header &&
		    !g_hash_table_contains(b->knowledge->local, callee->name))
			reach(b, callee, wire_home(b, call->caller));
		else
			add_local(b, callee);
		break;
	case ROUTE_PINNED:
		wire_keep(b, call->caller, &call->at, "calls %s(): %s", callee->name,
			  why ? why : "pinned to the kernel");
		break;
	default:
		add_downcall(b, callee, call);
		break;
	}
}

static void add_upcall(struct builder *b, const struct function *function)
{
	const char *why, *hint;
	struct location at;
	struct crossing *crossing;

	crossing = marshal_upcall(b->model, b->knowledge, function, &why, &at, &hint);
	if (!crossing) {
		wire_keep(b, function, &at, "%s", why);
		return;
	}
	for (guint i = 0; i < b->plan->upcalls->len; i++) {
		const struct crossing *other = b->plan->upcalls->pdata[i];

		if (!strcmp(other->name, crossing->name))
			wire_keep_twin(b, function, other->function, function);
	}
	crossing->home = wire_home(b, function);
	crossing->number = b->plan->upcalls->len;
	g_ptr_array_add(b->plan->upcalls, crossing);
}

void wire_reach(struct builder *b)
{
	const struct partition *partition = b->partition;

	for (guint i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];

		if (decision->domain == DOMAIN_KERNEL)
			continue;
		reach(b, decision->function, wire_home(b, decision->function));
		if (decision->needs_upcall)
			add_upcall(b, decision->function);
	}
	/* The array grows while inlines are found. */
	for (guint i = 0; i < b->reached->len; i++) {
		const struct function *function = b->reached->pdata[i];

		for (guint j = 0; j < function->calls->len; j++)
			visit_call(b, function->calls->pdata[j]);
	}
}

/*
 * What an upcall can get to in user code, depth first: functions into @seen.
 * Return: whether a call through a pointer may go anywhere.
 */
static bool close_over(struct builder *b, const struct function *function, GHashTable *seen)
{
	bool anything = false;

	if (!g_hash_table_add(seen, (gpointer)function))
		return false;
	for (guint i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];

		if (call->kind != CALL_DIRECT)
			anything = true;
		else if (call->callee && g_hash_table_contains(b->reached_set, call->callee))
			anything |= close_over(b, call->callee, seen);
	}
	return anything;
}

/* The closure of an upcall: all that is reached, if it may call anything. */
static GPtrArray *closure(struct builder *b, const struct crossing *upcall)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	bool anything = close_over(b, upcall->function, seen);
	GPtrArray *found = g_ptr_array_new();

	for (guint i = 0; i < b->reached->len; i++)
		if (anything || g_hash_table_contains(seen, b->reached->pdata[i]))
			g_ptr_array_add(found, b->reached->pdata[i]);
	return found;
}

static void allow_calls(struct builder *b, const struct function *function,
			struct crossing *upcall)
{
	for (guint i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		struct crossing *downcall;

		downcall = call->macro ? g_hash_table_lookup(b->downcalls, call->macro) : NULL;
		if (!downcall && call->callee && !g_hash_table_contains(b->reached_set,
									  call->callee))
			downcall = g_hash_table_lookup(b->downcalls, call->callee->name);
		if (downcall && !g_ptr_array_find(upcall->allowed, downcall, NULL))
			g_ptr_array_add(upcall->allowed, downcall);
	}
}

void wire_allow(struct builder *b)
{
	GPtrArray *upcalls = b->plan->upcalls;

	for (guint i = 0; i < upcalls->len; i++) {
		struct crossing *upcall = upcalls->pdata[i];
		g_autoptr(GPtrArray) functions = closure(b, upcall);

		upcall->allowed = model_array(b->model);
		for (guint j = 0; j < functions->len; j++)
			allow_calls(b, functions->pdata[j], upcall);
	}
}

static bool frees_memory(const struct builder *b, const struct function *function)
{
	for (guint i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct fact *fact = call->callee ?
			knowledge_fact(b->knowledge, call->callee->name) : NULL;

		if (fact && fact->frees >= 0 && fact->route == ROUTE_LOCAL)
			return true;
	}
	return false;
}

void wire_allow_memory(struct builder *b)
{
	GPtrArray *upcalls = b->plan->upcalls, *sites = b->plan->sites;

	for (guint i = 0; i < upcalls->len; i++) {
		struct crossing *upcall = upcalls->pdata[i];
		g_autoptr(GPtrArray) functions = closure(b, upcall);

		upcall->allocates = model_array(b->model);
		for (guint j = 0; j < sites->len; j++) {
			const struct wire_site *site = sites->pdata[j];
			gpointer record = GUINT_TO_POINTER(site->record);

			if (g_ptr_array_find(functions, site->function, NULL) &&
			    !g_ptr_array_find(upcall->allocates, record, NULL))
				g_ptr_array_add(upcall->allocates, record);
		}
		for (guint j = 0; j < functions->len; j++)
			upcall->frees |= frees_memory(b, functions->pdata[j]);
	}
}

/* Strict classes that @function gives back whatever happens. */
static void add_needs(struct builder *b, const struct function *function, GHashTable *seen,
		      GPtrArray *needs)
{
	if (!g_hash_table_add(seen, (gpointer)function))
		return;
	for (guint i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct fact *fact;

		if (!call->always || call->kind != CALL_DIRECT || !call->callee)
			continue;
		fact = knowledge_fact(b->knowledge, call->callee->name);
		if (call->callee->in_driver && call->callee->defined)
			add_needs(b, call->callee, seen, needs);
		else if (fact && fact->releases && fact->strict && !fact->managed &&
			 !g_ptr_array_find_with_equal_func(needs, fact->releases, g_str_equal,
							   NULL))
			g_ptr_array_add(needs, (gpointer)fact->releases);
	}
}

void wire_needs(struct builder *b)
{
	for (guint i = 0; i < b->plan->downcalls->len; i++) {
		struct crossing *downcall = b->plan->downcalls->pdata[i];
		g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

		if (!downcall->in_driver)
			continue;
		downcall->needs = model_array(b->model);
		add_needs(b, downcall->function, seen, downcall->needs);
	}
}
