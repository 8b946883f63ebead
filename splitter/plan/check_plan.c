// SPDX-License-Identifier: GPL-2.0-or-later
/* The closing check: pointers of user code, and what the plan says they lead to. */
#include "check_plan_internal.h"
#include "marshal.h"
#include "marshal_type.h"
#include "mdrv_plan.h"

static void index_reached(struct check_work *w)
{
	GPtrArray *reached = w->check->plan->reached;

	for (guint i = 0; i < reached->len; i++) {
		struct function *function = reached->pdata[i];

		g_hash_table_add(w->reached, function);
		for (guint j = 0; j < function->accesses->len; j++) {
			const struct access *access = function->accesses->pdata[j];

			if (!access->local && !access->global)
				g_hash_table_add(w->looked_at, access->base);
		}
	}
}

static void index_fields(struct check_work *w)
{
	GPtrArray *records = w->check->plan->records;

	for (guint i = 0; i < records->len; i++) {
		const struct wire_record *record = records->pdata[i];

		for (guint j = 0; j < record->fields->len; j++) {
			struct wire_field *field = record->fields->pdata[j];

			if (field->source)
				g_hash_table_insert(w->shown, field->source, field);
		}
	}
}

static void complain(const struct check_work *w, struct function *function,
		     const struct location *at, const char *text)
{
	struct finding *finding = model_alloc(w->check->model, sizeof(*finding));

	finding->function = function;
	finding->at = *at;
	finding->text = model_intern(w->check->model, text);
	g_ptr_array_add(w->findings, finding);
}

static void blame(const struct check_work *w, struct function *in, const struct location *at,
		  const char *text, int depth)
{
	const struct decision *decision = partition_of(w->check->plan->partition, in);

	if (decision) {
		if (decision->domain != DOMAIN_KERNEL)
			complain(w, in, at, text);
		return;
	}
	for (guint i = 0; depth && i < in->callers->len; i++) {
		const struct call *call = in->callers->pdata[i];

		if (g_hash_table_contains(w->reached, call->caller))
			blame(w, call->caller, &call->at, text, depth - 1);
	}
}

void check_blame(const struct check_work *w, struct function *in, const struct location *at,
		 const char *text)
{
	blame(w, in, at, text, 4);
}

static bool is_enclosed(const struct check_work *w, const struct record *inner,
			const struct record *outer)
{
	GPtrArray *enclosures = w->check->plan->enclosures;

	for (guint i = 0; i < enclosures->len; i++) {
		const struct wire_enclosure *enclosure = enclosures->pdata[i];

		if (enclosure->inner->record == inner && enclosure->outer->record == outer)
			return true;
	}
	return false;
}

/*
 * Are all objects of that type in the runtime's registry? Those that moved code
 * allocates are, so that a pointer of any type to one is known for what it is.
 */
static bool is_registered(const struct check_work *w, const struct record *record)
{
	const struct model *model = w->check->model;
	bool any = false;

	for (guint i = 0; i < model->functions->len; i++) {
		struct function *function = model->functions->pdata[i];

		for (guint j = 0; function->in_driver && j < function->calls->len; j++) {
			const struct call *call = function->calls->pdata[j];
			const struct fact *fact = call->callee ?
				knowledge_fact(w->check->knowledge, call->callee->name) : NULL;

			if (call->assigned_record != record || !fact || fact->alloc_size < 0)
				continue;
			if (fact->route != ROUTE_LOCAL ||
			    !g_hash_table_contains(w->reached, function))
				return false;
			any = true;
		}
	}
	return any;
}

/* Does it point at what is not the driver's, and only to be read? */
static bool is_lent(const struct check_work *w, const struct field *field)
{
	const struct field_fact *fact = field->owner ?
		knowledge_field(w->check->knowledge, field->owner->name, field->name) : NULL;

	return fact && !g_strcmp0(fact->kind, "lent");
}

/* Does the plan have it that the field's value points at what the code takes it for? */
static bool is_given(const struct check_work *w, const struct wire_field *wire,
		     const struct taken_as *taken)
{
	const struct field *field = wire->source;

	if (wire->kind == WIRE_PTR && wire->target_name &&
	    strcmp(wire->target_name, MARSHAL_BYTES))
		return taken->back ? is_enclosed(w, wire->pointee, taken->as) :
			!g_strcmp0(wire->target_name, taken->as->name);
	if (wire->kind == WIRE_PTR && !wire->target_name && wire->follow)
		return !is_lent(w, field) && is_registered(w, taken->as);
	return wire->kind == WIRE_PTR &&
	       (wire->length || field->is_iomem ||
		marshal_is_mapped(w->check->model, w->check->knowledge, field));
}

static void check_taken(struct check_work *w, const struct field *field)
{
	const struct wire_field *wire = g_hash_table_lookup(w->shown, field);

	for (guint i = 0; wire && field->taken && i < field->taken->len; i++) {
		const struct taken_as *taken = field->taken->pdata[i];
		const char *owner = model_owner(w->check->model, field);
		g_autofree char *text = NULL;

		if (field->is_user || !g_hash_table_contains(w->reached, taken->in) ||
		    !g_hash_table_contains(w->looked_at, taken->as) || is_given(w, wire, taken))
			continue;
		text = g_strdup_printf("takes what %s.%s %s for a %s, which %s%s", owner,
				       field->name,
				       field->type->kind == TYPE_INT ? "holds" : "points at",
				       taken->as->name,
				       field->type->kind == TYPE_POINTER &&
				       field->type->elem->kind != TYPE_VOID ?
				       "its type does not say" :
				       "not all of the driver takes it for",
				       is_lent(w, field) ? ", or some of it writes" : "");
		check_blame(w, taken->in, &taken->at, text);
	}
}

/* Does the user half get the value of a global from the kernel half? */
static bool crosses(const struct check_work *w, const struct global *global)
{
	GPtrArray *globals = w->check->plan->globals;

	for (guint i = 0; i < globals->len; i++) {
		const struct wire_global *wire = globals->pdata[i];

		if (wire->global == global)
			return wire->own->fields->len;
	}
	return false;
}

/* What a global points at: a record, by its type, a string, or nobody knows how much. */
static void check_value(struct check_work *w, struct function *function,
			const struct raw_flow *flow)
{
	const struct global *global = flow->value;
	const struct type *type = global->type;
	bool number = type->kind == TYPE_INT;
	g_autofree char *text = NULL;

	if (!global->in_driver || flow->as_user || (!number && !crosses(w, global)))
		return;
	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	if (!number && (!flow->modes || flow->as_text || type->kind != TYPE_POINTER ||
			(type->elem->is_const && !strcmp(type->elem->canonical, "const char"))))
		return;
	text = number ? g_strdup_printf("makes an address of '%s', a number", global->name) :
		g_strdup_printf("uses what '%s' points at, of a length that is not known",
				global->name);
	check_blame(w, function, &flow->at, text);
}

/* Addresses of its own variables are nothing that the kernel half could look behind. */
static void check_stores(struct check_work *w, struct function *function)
{
	for (guint i = 0; i < function->stores->len; i++) {
		const struct store *store = function->stores->pdata[i];
		const struct wire_field *wire = store->field ?
			g_hash_table_lookup(w->shown, store->field) : NULL;
		g_autofree char *text = NULL;

		if (store->kind != STORE_FIELD || !wire || wire->kind != WIRE_PTR ||
		    !store->value || store->value->kind != ARG_LOCAL_ADDRESS ||
		    !(wire->access & MDRV_W))
			continue;
		text = g_strdup_printf("stores the address of a variable of its own in %s.%s",
				       model_owner(w->check->model, store->field),
				       store->field->name);
		check_blame(w, function, &store->at, text);
	}
}

/* A number that a pointer is made of, and nobody knows to where. */
static void check_numbers(struct check_work *w, struct function *function)
{
	for (guint i = 0; i < function->raw_flows->len; i++) {
		const struct raw_flow *flow = function->raw_flows->pdata[i];
		const struct field *field = flow->field;
		g_autofree char *text = NULL;

		if (flow->value)
			check_value(w, function, flow);
		if (!field || field->type->kind != TYPE_INT || flow->as_user || field->taken ||
		    !flow->modes)
			continue;
		text = g_strdup_printf("uses %s.%s, a number, as an address",
				       model_owner(w->check->model, field), field->name);
		check_blame(w, function, &flow->at, text);
	}
}

bool check_has_tail(const struct check_work *w, const struct record *base,
		    const struct record *tail)
{
	GPtrArray *records = w->check->plan->records;

	for (guint i = 0; i < records->len; i++) {
		const struct wire_record *record = records->pdata[i];

		if (record->tail == tail && (!base || record->record == base))
			return true;
	}
	return false;
}

/* Allocated by user code: the registry knows each, and finds it by any address in it. */
static bool is_allocated(const struct check_work *w, const struct record *record)
{
	const struct plan *plan = w->check->plan;

	for (guint i = 0; i < plan->sites->len; i++) {
		const struct wire_site *site = plan->sites->pdata[i];

		const struct wire_record *of = site->record - 1 < plan->records->len ?
			plan->records->pdata[site->record - 1] : NULL;

		if (of && of->record == record)
			return true;
	}
	return false;
}

enum place_of { INSIDE, OUTSIDE };

/* Is what callers pass a part of something that they have at hand? */
static enum place_of source_of(const struct check_work *w, const struct function *function,
			       int param, int depth)
{
	const struct decision *decision = partition_of(w->check->plan->partition, function);

	if (!depth || param < 0 || (decision && decision->needs_upcall))
		return OUTSIDE;
	for (guint i = 0; i < function->callers->len; i++) {
		const struct call *call = function->callers->pdata[i];
		const struct argument *value = (guint)param < call->args->len ?
			call->args->pdata[param] : NULL;

		if (!g_hash_table_contains(w->reached, call->caller))
			continue;
		if (!value || (value->kind == ARG_PARAM ?
			       source_of(w, call->caller, value->value, depth - 1) == OUTSIDE :
			       value->kind != ARG_FIELD_ADDRESS))
			return OUTSIDE;
	}
	return INSIDE;
}

/* The upcall gives the record around the argument as well. */
static bool is_given_around(const struct check_work *w, const struct taken_as *taken)
{
	GPtrArray *upcalls = w->check->plan->upcalls;

	for (guint i = 0; taken->param >= 0 && i < upcalls->len; i++) {
		const struct crossing *upcall = upcalls->pdata[i];
		const struct pass *pass = upcall->function == taken->origin ?
			upcall->params->pdata[taken->param] : NULL;

		if (pass && pass->around && pass->around->record == taken->as)
			return true;
	}
	return false;
}

static void check_around(struct check_work *w, const struct taken_as *taken)
{
	g_autofree char *text = NULL;

	if (!g_hash_table_contains(w->reached, taken->in) ||
	    !g_hash_table_contains(w->reached, taken->origin) ||
	    !g_hash_table_contains(w->looked_at, taken->as))
		return;
	if (taken->behind) {
		if (check_has_tail(w, taken->from, taken->as))
			return;
		text = g_strdup_printf("takes what lies behind a %s for a %s, which nothing known "
				       "to allocate one puts there", taken->from->name,
				       taken->as->name);
		check_blame(w, taken->in, &taken->at, text);
		return;
	}
	if (taken->inside || is_enclosed(w, taken->from, taken->as) ||
	    check_has_tail(w, NULL, taken->as) || is_allocated(w, taken->as) ||
	    is_given_around(w, taken) ||
	    source_of(w, taken->origin, taken->param, 4) == INSIDE)
		return;
	text = g_strdup_printf("finds a %s around a %s, of which the kernel half cannot tell that "
			       "it is in one", taken->as->name, taken->from->name);
	check_blame(w, taken->in, &taken->at, text);
}

/* A pointer may lead to one of two functions of a name: the tables hold the other. */
static void check_targets(struct check_work *w, struct function *function)
{
	for (guint i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];

		for (guint j = 0; call->kind != CALL_DIRECT && call->targets &&
				  j < call->targets->len; j++) {
			struct function *target =
				((struct target *)call->targets->pdata[j])->function;
			g_autofree char *text = NULL;

			if (!target->in_driver ||
			    g_ptr_array_find(w->check->plan->functions, target, NULL))
				continue;
			text = g_strdup_printf("may call %s() through a pointer, and another file "
					       "has a function of that name", target->name);
			check_blame(w, function, &call->at, text);
		}
	}
}

GPtrArray *check_plan(const struct check *check)
{
	struct check_work w = {
		.check = check,
		.findings = g_ptr_array_new(),
		.reached = g_hash_table_new(NULL, NULL),
		.looked_at = g_hash_table_new(NULL, NULL),
		.shown = g_hash_table_new(NULL, NULL),
	};
	GPtrArray *records = check->model->records, *reached = check->plan->reached;

	index_reached(&w);
	index_fields(&w);
	w.many = check_many_of(&w);
	for (guint i = 0; i < records->len; i++) {
		const struct record *record = records->pdata[i];

		for (guint j = 0; j < record->fields->len; j++)
			check_taken(&w, record->fields->pdata[j]);
	}
	for (guint i = 0; check->model->enclosed && i < check->model->enclosed->len; i++)
		check_around(&w, check->model->enclosed->pdata[i]);
	check_recasts(&w);
	for (guint i = 0; i < reached->len; i++) {
		check_numbers(&w, reached->pdata[i]);
		check_targets(&w, reached->pdata[i]);
		check_stores(&w, reached->pdata[i]);
		check_absent(&w, reached->pdata[i]);
		check_frees(&w, reached->pdata[i]);
		check_written(&w, reached->pdata[i]);
		check_besides(&w, reached->pdata[i]);
		check_allocations(&w, reached->pdata[i]);
		check_arguments(&w, reached->pdata[i]);
		check_addresses(&w, reached->pdata[i]);
	}
	g_hash_table_unref(w.reached);
	g_hash_table_unref(w.looked_at);
	g_hash_table_unref(w.shown);
	g_hash_table_unref(w.many);
	return w.findings;
}
