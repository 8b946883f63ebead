// SPDX-License-Identifier: GPL-2.0-or-later
/* The plan: all that crosses, in tables, from a partition. */
#include <string.h>

#include "diag.h"
#include "marshal.h"
#include "mdrv_plan.h"
#include "wire_internal.h"

static struct plan *plan_new(struct model *model, const struct partition *partition)
{
	struct plan *plan = g_new0(struct plan, 1);

	plan->model = model;
	plan->partition = partition;
	plan->records = g_ptr_array_new();
	plan->functions = g_ptr_array_new();
	plan->globals = g_ptr_array_new();
	plan->upcalls = g_ptr_array_new();
	plan->downcalls = g_ptr_array_new();
	plan->sites = g_ptr_array_new();
	plan->undos = g_ptr_array_new();
	plan->interposed = g_ptr_array_new();
	plan->scopes = g_ptr_array_new();
	plan->traps = g_ptr_array_new();
	plan->absent = g_ptr_array_new();
	plan->locals = g_ptr_array_new();
	plan->enclosures = g_ptr_array_new();
	plan->reached = g_ptr_array_new();
	return plan;
}

void plan_free(struct plan *plan)
{
	if (!plan)
		return;
	g_ptr_array_unref(plan->records);
	g_ptr_array_unref(plan->functions);
	g_ptr_array_unref(plan->globals);
	g_ptr_array_unref(plan->upcalls);
	g_ptr_array_unref(plan->downcalls);
	g_ptr_array_unref(plan->sites);
	g_ptr_array_unref(plan->undos);
	g_ptr_array_unref(plan->interposed);
	g_ptr_array_unref(plan->scopes);
	g_ptr_array_unref(plan->traps);
	g_ptr_array_unref(plan->absent);
	g_ptr_array_unref(plan->locals);
	g_ptr_array_unref(plan->enclosures);
	g_ptr_array_unref(plan->reached);
	g_free(plan);
}

static void number_pass(struct builder *b, struct pass *pass)
{
	if (pass->kind == PASS_PTR || pass->kind == PASS_SETS)
		pass->record = wire_record_number(b, pass->record_name, pass->pointee);
}

/* Every type that crosses as an argument gets its record. */
static void number_crossings(struct builder *b, GPtrArray *crossings)
{
	for (guint i = 0; i < crossings->len; i++) {
		struct crossing *crossing = crossings->pdata[i];

		for (guint j = 0; j < crossing->params->len; j++)
			number_pass(b, crossing->params->pdata[j]);
		number_pass(b, &crossing->result);
	}
}

static bool has(GPtrArray *array, gconstpointer item)
{
	return g_ptr_array_find(array, item, NULL);
}

static bool provided(const struct builder *b, const struct function *function)
{
	const struct crossing *downcall = g_hash_table_lookup(b->downcalls, function->name);

	return g_hash_table_contains(b->knowledge->local, function->name) ||
	       (downcall && !downcall->is_inline) || has(b->plan->locals, function);
}

static void add_callees_trap(struct builder *b, const struct function *function);

static void add_trap(struct builder *b, struct function *function)
{
	if (function->in_driver && function->defined)
		return;
	if (!function->defined) {
		if (!provided(b, function) && !has(b->plan->traps, function))
			g_ptr_array_add(b->plan->traps, function);
		return;
	}
	/* An inline whose address is taken is compiled: its externs must link. */
	if (g_hash_table_add(b->trap_set, function))
		add_callees_trap(b, function);
}

static void add_callees_trap(struct builder *b, const struct function *function)
{
	for (guint i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];

		if (call->callee)
			add_trap(b, call->callee);
	}
}

static void add_pointer(struct builder *b, struct function *function)
{
	for (guint i = 0; i < b->plan->functions->len; i++) {
		const struct function *other = b->plan->functions->pdata[i];

		for (guint j = 0; !strcmp(other->name, function->name) &&
				  j < function->references->len; j++) {
			const struct reference *reference = function->references->pdata[j];

			if (reference->in &&
			    g_hash_table_contains(b->reached_set, reference->in))
				wire_keep_twin(b, function, other, reference->in);
		}
	}
	g_ptr_array_add(b->plan->functions, function);
}

/* Functions that user code may call through a pointer, whoever has stored them there. */
static void add_targets(struct builder *b, GHashTable *targets)
{
	for (guint i = 0; i < b->reached->len; i++) {
		const struct function *function = b->reached->pdata[i];

		for (guint j = 0; j < function->calls->len; j++) {
			const struct call *call = function->calls->pdata[j];

			for (guint k = 0; call->kind != CALL_DIRECT && call->targets &&
					  k < call->targets->len; k++) {
				const struct target *target = call->targets->pdata[k];

				if (target->function->in_driver)
					g_hash_table_add(targets, target->function);
			}
		}
	}
}

/* Fields of function pointers that the user half sees. */
static GHashTable *pointer_fields(const struct builder *b)
{
	GHashTable *fields = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < b->plan->records->len; i++) {
		const struct wire_record *record = b->plan->records->pdata[i];

		for (guint j = 0; j < record->fields->len; j++) {
			const struct wire_field *field = record->fields->pdata[j];

			if (field->kind == WIRE_FN && field->source)
				g_hash_table_add(fields, field->source);
		}
	}
	return fields;
}

/* One of two functions of a name: the tables have no name for the second. */
static bool is_twin(const struct builder *b, const struct function *function)
{
	for (guint i = 0; i < b->plan->functions->len; i++)
		if (!strcmp(((struct function *)b->plan->functions->pdata[i])->name,
			    function->name))
			return true;
	return false;
}

/*
 * Functions used as values by user code cross, and so do those that it comes upon;
 * by tables, they need an address.
 */
static void add_functions(struct builder *b)
{
	g_autoptr(GHashTable) met = pointer_fields(b);

	add_targets(b, met);
	for (guint i = 0; i < b->model->functions->len; i++) {
		struct function *function = b->model->functions->pdata[i];
		bool crosses = false, used = false;

		for (guint j = 0; function->references && j < function->references->len; j++) {
			const struct reference *reference = function->references->pdata[j];

			crosses |= reference->in &&
				g_hash_table_contains(b->reached_set, reference->in);
			used |= !reference->in;
			if (function->in_driver && function->defined && reference->field &&
			    g_hash_table_contains(met, reference->field))
				g_hash_table_add(met, function);
		}
		if (crosses)
			add_pointer(b, function);
		if (crosses || used)
			add_trap(b, function);
		/* What a macro defined stays in the text of both halves, with what it calls. */
		if (function->in_driver && function->defined && function->from_macro)
			add_callees_trap(b, function);
	}
	for (guint i = 0; i < b->model->functions->len; i++) {
		struct function *function = b->model->functions->pdata[i];

		if (!g_hash_table_contains(met, function) || is_twin(b, function))
			continue;
		g_ptr_array_add(b->plan->functions, function);
		add_trap(b, function);
	}
}

/* What other modules define, and tables of the driver name: it has to link, no more. */
static void add_absent(struct builder *b)
{
	for (guint i = 0; i < b->model->globals->len; i++) {
		struct global *global = b->model->globals->pdata[i];

		if (global->initial && !global->in_driver &&
		    strcmp(global->name, "__this_module") &&
		    !g_hash_table_contains(b->knowledge->local, global->name))
			g_ptr_array_add(b->plan->absent, global);
	}
}

static void add_undo(struct builder *b, const struct fact *fact, const char *home)
{
	struct wire_undo *undo;

	if (!fact || !fact->acquires || !fact->undo)
		return;
	for (guint i = 0; i < b->plan->undos->len; i++) {
		undo = b->plan->undos->pdata[i];
		if (!strcmp(undo->fact->acquires, fact->acquires))
			return;
	}
	undo = model_alloc(b->model, sizeof(*undo));
	undo->fact = fact;
	undo->home = home;
	wire_late(b, undo);
	g_ptr_array_add(b->plan->undos, undo);
}

static void add_passage(struct builder *b, struct function *function, const char *home)
{
	struct wire_passage *passage;

	for (guint i = 0; i < b->plan->interposed->len; i++) {
		passage = b->plan->interposed->pdata[i];
		if (passage->function != function)
			continue;
		if (!has(passage->users, home))
			g_ptr_array_add(passage->users, (gpointer)home);
		return;
	}
	passage = model_alloc(b->model, sizeof(*passage));
	passage->function = function;
	passage->home = home;
	passage->users = model_array(b->model);
	g_ptr_array_add(passage->users, (gpointer)home);
	g_ptr_array_add(b->plan->interposed, passage);
}

/* Plain memory is what the user half knows, or a field may still point at. */
static bool tells_of_memory(const struct builder *b, const struct fact *fact)
{
	bool known = b->plan->sites->len || b->plan->records->len;

	return (fact->frees >= 0 && (fact->route != ROUTE_LOCAL || known)) ||
	       (fact->gives && known);
}

/* What may be left out when its caller was sent by a user half that lies. */
static bool returns_nothing(const struct function *function)
{
	return function->type->elem->kind == TYPE_VOID;
}

static void interpose(struct builder *b, const struct function *function, const char *home,
		      GHashTable *seen)
{
	if (!g_hash_table_add(seen, (gpointer)function))
		return;
	for (guint i = 0; i < function->calls->len; i++) {
		struct function *callee = ((struct call *)function->calls->pdata[i])->callee;
		const struct fact *fact;

		if (!callee)
			continue;
		if (callee->defined) {
			if (callee->in_header)
				interpose(b, callee, home, seen);
			continue;
		}
		fact = knowledge_fact(b->knowledge, callee->name);
		if (!fact || (!fact->releases && !fact->acquires && !fact->also->len &&
			      fact->tail < 0 && !fact->before && !fact->after && !fact->via &&
			      !(fact->requires && returns_nothing(callee)) &&
			      !tells_of_memory(b, fact)))
			continue;
		/* Arguments that no format describes cannot be handed on. */
		if (callee->type->variadic && fact->format < 0)
			continue;
		add_passage(b, callee, home);
		add_undo(b, fact, home);
	}
}

static void interpose_source(struct builder *b, const char *path)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	GPtrArray *decisions = b->partition->decisions;

	for (guint i = 0; i < decisions->len; i++) {
		const struct decision *decision = decisions->pdata[i];

		if (decision->domain != DOMAIN_USER &&
		    !g_strcmp0(wire_home(b, decision->function), path))
			interpose(b, decision->function, path, seen);
	}
}

static void add_downcall_undo(struct builder *b, const struct crossing *crossing)
{
	add_undo(b, crossing->fact, crossing->home);
}

static void add_resources(struct builder *b)
{
	GPtrArray *sources = b->model->sources;

	for (guint i = 0; i < b->plan->downcalls->len; i++)
		add_downcall_undo(b, b->plan->downcalls->pdata[i]);
	for (guint i = 0; i < sources->len; i++)
		interpose_source(b, ((struct source *)sources->pdata[i])->path);
}

/* Is what a call returns put into a field or a global, where the kernel may look at it? */
static bool is_stored(const struct function *function, const struct call *call)
{
	const char *local = NULL;

	for (guint i = 0; i < function->stores->len; i++) {
		const struct store *store = function->stores->pdata[i];
		bool same = store->value && (store->value->kind == ARG_CALL ?
					     store->value->call == call :
					     local && store->value->kind == ARG_LOCAL &&
					     !g_strcmp0(store->value->local, local));

		if (same && (store->kind == STORE_FIELD || store->kind == STORE_GLOBAL))
			return true;
		if (same && store->kind == STORE_LOCAL)
			local = store->local;
	}
	return false;
}

/*
 * The record that user code allocates there, MDRV_REC_BYTES, or 0: memory of its own.
 * Many records in one piece, where the kernel may look: check_alloc.c keeps who makes them.
 */
static unsigned int allocated(struct builder *b, const struct function *function,
			      const struct call *call, const struct fact *fact)
{
	struct wire_record *record;

	if ((fact->alloc_text || fact->alloc_count >= 0) && !is_stored(function, call))
		return 0;
	if (fact->alloc_text)
		return MDRV_REC_BYTES;
	if (call->assigned_record && call->assigned_record->name[0]) {
		record = wire_record_of(b, call->assigned_record->name, call->assigned_record);
		record->plain = true;
		return record->number;
	}
	return !call->assigned_record && is_stored(function, call) ? MDRV_REC_BYTES : 0;
}

/* What the user half names the owner of managed memory as. */
static unsigned int device_record(struct builder *b, const struct call *call, int arg)
{
	const struct parameter *device = call->callee->params->pdata[arg];
	struct record *record = device->type->elem->record;

	return wire_record_number(b, record->name, record);
}

/* The user half knows an allocation by file and line: two of one line must be of one kind. */
static void add_site(struct builder *b, GPtrArray *sites, const struct wire_site *new)
{
	g_autofree char *file = g_path_get_basename(new->file);
	struct location at = { .file = new->file, .line = new->line };
	struct wire_site *site;

	for (guint i = 0; i < sites->len; i++) {
		const struct wire_site *old = sites->pdata[i];
		g_autofree char *name = g_path_get_basename(old->file);

		if (old->line == new->line && old->record != new->record && !strcmp(name, file))
			wire_keep(b, new->function, &at, "allocates memory of two kinds in line %u "
				  "of files called %s, where they cannot be told apart", new->line,
				  file);
	}
	site = model_alloc(b->model, sizeof(*site));
	*site = *new;
	g_ptr_array_add(sites, site);
}

/* Allocations of user code, by place in the source: what they are of. */
static void add_sites(struct builder *b)
{
	g_autoptr(GPtrArray) sites = g_ptr_array_new();

	for (guint i = 0; i < b->reached->len; i++) {
		const struct function *function = b->reached->pdata[i];

		for (guint j = 0; function->in_driver && j < function->calls->len; j++) {
			const struct call *call = function->calls->pdata[j];
			const struct fact *fact = call->callee ?
				knowledge_fact(b->knowledge, call->callee->name) : NULL;
			struct wire_site site = { .function = function, .file = call->at.file,
						  .line = call->at.line };

			if (!fact || (fact->alloc_size < 0 && !fact->alloc_text) ||
			    fact->route != ROUTE_LOCAL)
				continue;
			site.record = allocated(b, function, call, fact);
			add_site(b, sites, &site);
			if (site.record && fact->alloc_device >= 0)
				b->plan->device = device_record(b, call, fact->alloc_device);
		}
	}
	for (guint i = 0; i < sites->len; i++)
		if (((struct wire_site *)sites->pdata[i])->record)
			g_ptr_array_add(b->plan->sites, sites->pdata[i]);
}

static bool fits(const struct builder *b)
{
	const struct plan *plan = b->plan;
	struct location at = { .file = plan->model->directory };

	if (plan->records->len < MDRV_MAY_ALLOC_BYTES - MDRV_RIGHTS &&
	    plan->upcalls->len < MDRV_DC_SYNC && plan->downcalls->len < MDRV_RIGHTS &&
	    plan->functions->len < 0xffff && plan->globals->len < 0xffff)
		return true;
	diag_error(&at, "the driver is too large for the wire format");
	return false;
}

struct plan *plan_build(struct model *model, const struct partition *partition)
{
	struct builder b = {
		.model = model,
		.knowledge = partition->knowledge,
		.partition = partition,
		.plan = plan_new(model, partition),
		.reached_set = g_hash_table_new(NULL, NULL),
		.homes = g_hash_table_new(NULL, NULL),
		.downcalls = g_hash_table_new(g_str_hash, g_str_equal),
		.records = g_hash_table_new(g_str_hash, g_str_equal),
		.trap_set = g_hash_table_new(NULL, NULL),
	};

	b.reached = b.plan->reached;
	wire_reach(&b);
	wire_allow(&b);
	wire_index_accesses(&b);
	wire_tails(&b);
	number_crossings(&b, b.plan->upcalls);
	number_crossings(&b, b.plan->downcalls);
	add_sites(&b);
	wire_allow_memory(&b);
	wire_needs(&b);
	wire_globals(&b);
	wire_enclosures(&b);
	wire_fill_records(&b);
	wire_stores(&b);
	wire_ranges(&b);
	wire_musts(&b);
	add_functions(&b);
	add_absent(&b);
	add_resources(&b);
	wire_scopes(&b);
	b.failed |= !fits(&b);
	wire_hash(b.plan);
	g_hash_table_unref(b.reached_set);
	g_hash_table_unref(b.homes);
	g_hash_table_unref(b.downcalls);
	g_hash_table_unref(b.records);
	g_hash_table_unref(b.trap_set);
	g_hash_table_unref(b.accesses);
	g_hash_table_unref(b.global_accesses);
	if (!b.failed)
		return b.plan;
	plan_free(b.plan);
	return NULL;
}
