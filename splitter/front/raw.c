// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Records used as raw memory: memset(&p->stats, 0, ...) names no field and writes
 * all of them, and so does a helper that gets the record as void * or u8 *. Each
 * place where a pointer to a record takes on such a type is followed to where the
 * memory is used; the access is put down at that place, for there the record is
 * still known. What the kernel does behind an argument is a fact of the knowledge
 * base (buffer, out, inout).
 */
#include <string.h>

#include "source.h"

/* A value on its way: the call it went into, so that it comes back out of that one. */
struct frame {
	const struct frame *outer;
	const struct call *call;
};

struct journey {
	struct model *model;
	const struct knowledge *knowledge;
	const struct raw_flow *start;
	unsigned int modes;	/* what is done to the memory, all in all */
	bool as_text;		/* it is read as a string */
	bool as_bytes;		/* it is used in other ways, or freed */
	bool as_user;		/* it is an address of a process */
	GHashTable *seen;	/* struct raw_pointer * -> the call it was reached by */
};

static void add_access(struct model *model, const struct raw_flow *from, GPtrArray *path,
		       unsigned int modes)
{
	struct access *access = model_alloc(model, sizeof(*access));

	access->base = from->record;
	access->path = model_array(model);
	g_ptr_array_extend(access->path, path, NULL, NULL);
	access->modes = modes;
	access->at = from->at;
	access->in = from->in;
	access->global = from->global;
	access->raw = true;
	g_ptr_array_add(from->in->accesses, access);
}

static void add_fields(struct model *model, const struct raw_flow *from,
		       const struct record *record, GPtrArray *path, unsigned int modes)
{
	guint i;

	for (i = 0; i < record->fields->len; i++) {
		struct field *field = record->fields->pdata[i];
		const struct type *type = field->type;

		while (type->kind == TYPE_ARRAY)
			type = type->elem;
		g_ptr_array_add(path, field);
		/* A union is taken as a whole: which member is meant nobody knows. */
		if (type->kind == TYPE_RECORD && !type->record->is_union &&
		    type->record->fields->len)
			add_fields(model, from, type->record, path, modes);
		else
			add_access(model, from, path, modes);
		g_ptr_array_remove_index(path, path->len - 1);
	}
}

/* Does @outer hold an @inner by value, in its first bytes if @first? */
static bool holds(const struct record *outer, const struct record *inner, bool first, int depth)
{
	guint i;

	for (i = 0; i < outer->fields->len && depth; i++) {
		const struct field *field = outer->fields->pdata[i];
		const struct type *type = field->type;

		while (type->kind == TYPE_ARRAY)
			type = type->elem;
		if (type->kind != TYPE_RECORD || (first && field->bit_offset))
			continue;
		if (type->record == inner || holds(type->record, inner, first, depth - 1))
			return true;
	}
	return false;
}

/*
 * Another type for the same memory? Not if it is that of an enclosing record, as
 * container_of() gives, or of the first member: those are objects of their own.
 */
static bool reinterprets(const struct record *from, const struct record *to)
{
	return from != to && to->complete && !holds(to, from, false, 8) &&
	       !holds(from, to, true, 8);
}

static unsigned int modes_of(const struct fact_arg *arg)
{
	if (!arg || !arg->kind)
		return 0;
	if (!strcmp(arg->kind, "out"))
		return ACCESS_WRITE;
	if (!strcmp(arg->kind, "inout"))
		return ACCESS_READ | ACCESS_WRITE;
	return strcmp(arg->kind, "buffer") ? 0 : ACCESS_READ;
}

static void follow(struct journey *journey, const struct raw_flow *flow,
		   const struct frame *frame);

static void follow_all(struct journey *journey, GPtrArray *flows, const struct frame *frame)
{
	guint i;

	for (i = 0; flows && i < flows->len; i++)
		follow(journey, flows->pdata[i], frame);
}

static void follow_result(struct journey *journey, const struct function *function,
			  const struct frame *frame)
{
	guint i;

	if (frame) {
		follow_all(journey, frame->call->raw_out, frame->outer);
		return;
	}
	for (i = 0; i < function->callers->len; i++)
		follow_all(journey, ((struct call *)function->callers->pdata[i])->raw_out, NULL);
}

static void follow_pointer(struct journey *journey, struct raw_pointer *pointer,
			   const struct frame *frame)
{
	const struct call *call = frame ? frame->call : NULL;
	gpointer known;

	/* Twice through the same helper: from where it was called the second time. */
	if (g_hash_table_lookup_extended(journey->seen, pointer, NULL, &known) && known == call)
		return;
	g_hash_table_insert(journey->seen, pointer, (gpointer)call);
	if (pointer->param == RAW_RESULT)
		follow_result(journey, pointer->in, frame);
	else
		follow_all(journey, pointer->out, frame);
}

static void use(struct journey *journey, unsigned int modes)
{
	journey->modes |= modes;
	journey->as_bytes |= modes != 0;
}

/* One of the user half's own functions without a fact gets characters: what for? */
static bool takes_text(const struct knowledge *knowledge, const struct call *call,
		       unsigned int arg, bool constant)
{
	const struct fact *fact = knowledge_fact(knowledge, call->callee->name);
	const struct parameter *param = arg < call->callee->params->len ?
		call->callee->params->pdata[arg] : NULL;
	const struct type *elem = param && param->type->kind == TYPE_POINTER ?
		param->type->elem : NULL;
	const struct fact_arg *known = fact ? fact_arg(fact->args, arg) : NULL;

	if (known && known->kind)
		return constant && !strcmp(known->kind, "string");
	return elem && elem->is_char && elem->is_const == constant && !call->callee->defined &&
	       g_hash_table_contains(knowledge->local, call->callee->name);
}

static void follow_argument(struct journey *journey, const struct call *call, unsigned int arg,
			    const struct frame *frame)
{
	const struct fact *fact = knowledge_fact(journey->knowledge, call->callee->name);
	const struct frame inner = { frame, call };
	guint i;

	/* It reads a const char * up to its end, and fills a char *. */
	if (takes_text(journey->knowledge, call, arg, true)) {
		journey->as_text = true;
		journey->modes |= ACCESS_READ;
		return;
	}
	if (takes_text(journey->knowledge, call, arg, false))
		use(journey, ACCESS_READ | ACCESS_WRITE);
	if (fact) {
		const struct fact_arg *known = fact_arg(fact->args, arg);

		use(journey, modes_of(known));
		journey->as_user |= known && known->kind && !strcmp(known->kind, "user");
		journey->as_bytes |= fact->frees == (int)arg;
		/* It runs in the kernel, on the master. */
		if (fact->route == ROUTE_DOWNCALL || fact->route == ROUTE_PINNED)
			return;
	}
	if (arg < call->callee->params->len)
		journey->as_user |=
			((struct parameter *)call->callee->params->pdata[arg])->is_user;
	for (i = 0; i < call->callee->raw_pointers->len; i++) {
		struct raw_pointer *pointer = call->callee->raw_pointers->pdata[i];

		if (pointer->param == (int)arg)
			follow_pointer(journey, pointer, &inner);
	}
}

/* What began as a field, or as the address of a record, is a pointer to another one now. */
static void take(struct journey *journey, const struct raw_flow *flow)
{
	const struct raw_flow *start = journey->start;
	struct model *model = journey->model;
	struct taken_as *taken;
	GPtrArray **list = start->field ? &start->field->taken : &model->enclosed;

	if (!flow->as || (!start->field && !start->record) || flow->as == start->record ||
	    (start->record && !flow->back && !start->behind &&
	     !holds(flow->as, start->record, true, 8)))
		return;
	if (!*list)
		*list = model_array(model);
	for (guint i = 0; i < (*list)->len; i++) {
		taken = (*list)->pdata[i];
		if (taken->as == flow->as && taken->back == flow->back &&
		    taken->in == flow->in && taken->from == start->record &&
		    taken->behind == start->behind && taken->inside == start->inside &&
		    taken->param == start->param && taken->origin == start->in)
			return;
	}
	taken = model_alloc(model, sizeof(*taken));
	taken->from = start->record;
	taken->as = flow->as;
	taken->back = flow->back;
	taken->behind = start->behind;
	taken->inside = start->inside;
	taken->param = start->param;
	taken->origin = start->in;
	taken->in = flow->in;
	taken->at = flow->at;
	g_ptr_array_add(*list, taken);
}

/*
 * The address of a record, or of a part of one, is one of something else now. What is
 * found around it, or behind it, take() has.
 */
static void note_recast(struct journey *journey, const struct raw_flow *flow)
{
	const struct raw_flow *start = journey->start;
	const struct record *from = start->record ? start->record : start->around;
	struct model *model = journey->model;
	struct recast *recast;

	if (!flow->as || !from || flow->back || start->behind || from == flow->as ||
	    holds(flow->as, from, false, 8))
		return;
	if (!model->recasts)
		model->recasts = model_array(model);
	for (guint i = 0; i < model->recasts->len; i++) {
		recast = model->recasts->pdata[i];
		if (recast->part == start->part && recast->from == start->record &&
		    recast->as == flow->as && recast->origin == start->in &&
		    recast->in == flow->in)
			return;
	}
	recast = model_alloc(model, sizeof(*recast));
	recast->around = start->around ? start->around : start->record;
	recast->part = start->part;
	recast->from = start->record;
	recast->as = flow->as;
	recast->origin = start->in;
	recast->in = flow->in;
	recast->at = flow->at;
	g_ptr_array_add(model->recasts, recast);
}

static void follow(struct journey *journey, const struct raw_flow *flow,
		   const struct frame *frame)
{
	guint depth = 0;
	const struct frame *f;

	for (f = frame; f; f = f->outer)
		depth++;
	if (flow->to)
		follow_pointer(journey, flow->to, frame);
	else if (flow->call && depth < 16)
		follow_argument(journey, flow->call, flow->arg, frame);
	else if (!flow->as || (journey->start->record && !journey->start->behind &&
			       reinterprets(journey->start->record, flow->as)))
		use(journey, flow->modes);
	if (!flow->to && !flow->call) {
		take(journey, flow);
		note_recast(journey, flow);
	}
}

/* Flows are kept with the function they are in; here with what they start from. */
static void index_flows(struct model *model)
{
	guint i, j;

	for (i = 0; i < model->functions->len; i++) {
		struct function *function = model->functions->pdata[i];

		for (j = 0; j < function->raw_flows->len; j++) {
			struct raw_flow *flow = function->raw_flows->pdata[j];

			if (flow->pointer)
				g_ptr_array_add(flow->pointer->out, flow);
			if (flow->result && !flow->result->raw_out)
				flow->result->raw_out = model_array(model);
			if (flow->result)
				g_ptr_array_add(flow->result->raw_out, flow);
		}
	}
}

static void start(struct model *model, const struct knowledge *knowledge,
		  struct raw_flow *flow)
{
	struct journey journey = {
		.model = model, .knowledge = knowledge, .start = flow,
		.seen = g_hash_table_new(NULL, NULL),
	};
	GPtrArray *path = g_ptr_array_new();

	follow(&journey, flow, NULL);
	if (journey.modes && flow->record && !flow->behind) {
		add_fields(model, flow, flow->record, path, journey.modes);
	} else if (flow->field) {
		flow->field->as_text |= journey.as_text;
		flow->field->as_bytes |= journey.as_bytes;
		flow->as_user = journey.as_user;
	} else if (flow->value) {
		flow->modes = journey.modes;
		flow->as_user = journey.as_user;
		flow->as_text = journey.as_text && !journey.as_bytes;
	}
	if (journey.modes && flow->field) {
		flow->modes = journey.modes;
		g_ptr_array_add(flow->in->raw_uses, flow);
	}
	g_ptr_array_unref(path);
	g_hash_table_unref(journey.seen);
}

void model_raw_uses(struct model *model, const struct knowledge *knowledge)
{
	guint i, j;

	index_flows(model);
	for (i = 0; i < model->functions->len; i++) {
		struct function *function = model->functions->pdata[i];

		for (j = 0; j < function->raw_flows->len; j++) {
			struct raw_flow *flow = function->raw_flows->pdata[j];

			if (flow->record || flow->field || flow->value || flow->part)
				start(model, knowledge, flow);
		}
	}
}
