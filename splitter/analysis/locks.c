// SPDX-License-Identifier: GPL-2.0-or-later
/* The table of locks: sites gathered by what they lock, contexts added up. */
#include <string.h>

#include "locks.h"
#include "locks_taken.h"

const char *lock_class_name(enum lock_class class)
{
	static const char *const names[] = {
		[LOCK_UNREACHED] = "unreached", [LOCK_PROCESS] = "process",
		[LOCK_ATOMIC] = "atomic", [LOCK_SOFTIRQ] = "softirq",
		[LOCK_HARDIRQ] = "hardirq", [LOCK_UNKNOWN] = "unknown",
	};

	return names[class];
}

const char *lock_variant_name(enum lock_variant variant)
{
	static const char *const names[] = {
		[LOCK_PLAIN] = "plain", [LOCK_BH] = "bh", [LOCK_IRQ] = "irq",
		[LOCK_IRQSAVE] = "irqsave",
	};

	return names[variant];
}

static enum lock_class class_of(unsigned int contexts)
{
	/* Nothing is worse than an interrupt handler: what else may be does not matter. */
	if (contexts & CONTEXT_HARDIRQ)
		return LOCK_HARDIRQ;
	if (contexts & CONTEXT_UNKNOWN)
		return LOCK_UNKNOWN;
	if (contexts & CONTEXT_SOFTIRQ)
		return LOCK_SOFTIRQ;
	if (contexts & CONTEXT_ATOMIC)
		return LOCK_ATOMIC;
	return contexts & CONTEXT_PROCESS ? LOCK_PROCESS : LOCK_UNREACHED;
}

static enum lock_variant variant_of(const struct fact *fact)
{
	if (fact->begins & HELD_IRQ_OFF)
		return strstr(fact->name, "irqsave") ? LOCK_IRQSAVE : LOCK_IRQ;
	return fact->begins & HELD_BH_OFF ? LOCK_BH : LOCK_PLAIN;
}

struct gathering {
	struct contexts *contexts;
	struct locks *locks;
	struct takings *takings;
	GHashTable *by_name;	/* name -> struct lock * */
	GHashTable *outside;	/* struct field * or struct global *: handed to the kernel */
};

/* The argument that names the lock; in a macro it may be that of a nested call. */
static const struct argument *lock_argument(const struct call *call, unsigned int number)
{
	GPtrArray *calls = call->caller->calls;
	guint i;

	for (i = 0; i < calls->len; i++) {
		const struct call *other = calls->pdata[i];
		const struct argument *arg = other->args && other->args->len > number ?
					     other->args->pdata[number] : NULL;

		if (arg && arg->text && *arg->text && other->at.line == call->at.line &&
		    other->at.column == call->at.column &&
		    (arg->field || arg->global || other == call))
			return arg;
	}
	return NULL;
}

static struct lock *lock_named(struct gathering *gathering, const char *name)
{
	struct lock *lock = g_hash_table_lookup(gathering->by_name, name);

	if (lock)
		return lock;
	lock = model_alloc(gathering->contexts->model, sizeof(*lock));
	lock->name = model_intern(gathering->contexts->model, name);
	lock->sites = model_array(gathering->contexts->model);
	g_ptr_array_add(gathering->locks->locks, lock);
	g_hash_table_insert(gathering->by_name, (gpointer)lock->name, lock);
	return lock;
}

/* May the kernel take it too, or is it not known which lock it is? */
static bool is_outside(const struct gathering *gathering, const struct lock *lock)
{
	if (!lock->known)
		return true;
	if (lock->field)
		return (lock->field->owner && !lock->field->owner->in_driver) ||
		       g_hash_table_contains(gathering->outside, lock->field);
	return lock->global && (!lock->global->in_driver ||
				g_hash_table_contains(gathering->outside, lock->global));
}

/* The lock at a place, or what the source says if bitcode does not tell. */
static struct lock *lock_at(struct gathering *gathering, const struct function *function,
			    const struct cfg_place *place, const struct argument *arg)
{
	struct field *field = place->kind == CFG_AT_FIELD ? place->field : NULL;
	struct global *global = place->kind == CFG_AT_GLOBAL ? place->global : NULL;
	const char *plain = place->kind == CFG_AT_FIELD || place->kind == CFG_AT_GLOBAL ?
			    place->name : NULL;
	g_autofree char *name = NULL;
	struct lock *lock;

	/* The first member of a global is at the place of the global itself. */
	if (global && arg && arg->kind == ARG_FIELD_ADDRESS) {
		field = arg->field;
		global = NULL;
	}
	if (!field && !global && !plain && arg && arg->kind != ARG_FIELD) {
		field = arg->field;
		global = arg->global;
	}
	if (field)
		name = g_strdup_printf("%s.%s", contexts_record(gathering->contexts, field),
				       field->name);
	else if (global || plain)
		name = g_strdup(global ? global->name : plain);
	else
		name = g_strdup_printf("%s in %s()", arg && arg->text && *arg->text ? arg->text :
				       "a lock", function->name);
	lock = lock_named(gathering, name);
	lock->field = field;
	lock->global = global;
	lock->known = field || global || plain;
	lock->outside = is_outside(gathering, lock);
	return lock;
}

static void add_site(struct gathering *gathering, const struct standing *standing,
		     const struct taken *taken, struct call *call, const struct location *at)
{
	const struct argument *arg = call ? lock_argument(call, taken->arg) : NULL;
	struct contexts *contexts = gathering->contexts;
	struct lock_site *site = model_alloc(contexts->model, sizeof(*site));

	site->lock = lock_at(gathering, standing->function, &taken->place, arg);
	site->at = *at;
	site->function = standing->function;
	site->call = call;
	site->helper = taken->helper;
	site->primitive = !taken->helper && call && call->macro &&
			  knowledge_fact(contexts->knowledge, call->macro) ?
			  call->macro : taken->fact->name;
	site->text = arg && arg->text ? arg->text : "";
	site->variant = variant_of(taken->fact);
	site->tries = taken->fact->try_lock;
	site->held = call ? call->held : 0;
	site->contexts = standing->contexts;
	if (site->held && site->contexts & CONTEXT_PROCESS)
		site->contexts = (site->contexts & ~CONTEXT_PROCESS) | CONTEXT_ATOMIC;
	site->lock->contexts |= site->contexts;
	g_ptr_array_add(site->lock->sites, site);
	if (call)
		g_hash_table_insert(gathering->locks->by_call, call, site);
}

/* Is a function called with an argument that its callers of this driver do not show? */
static bool called_from_elsewhere(const struct standing *standing)
{
	return standing->entries->len || standing->function->references->len ||
	       !standing->function->callers->len;
}

/* From the graph of the function: what it takes, itself and by helpers. */
static void add_taken(struct gathering *gathering, const struct standing *standing)
{
	GArray *list = takings_of(gathering->takings, standing->function->cfg);
	guint i;

	for (i = 0; i < list->len; i++) {
		const struct taken *taken = &g_array_index(list, struct taken, i);
		struct call *call = taken->op->calls ? taken->op->calls[0] : NULL;

		if (taken->place.kind == CFG_AT_PARAM && !called_from_elsewhere(standing))
			continue;
		add_site(gathering, standing, taken, call, call ? &call->at : &taken->op->at);
	}
}

/* From the source, for a function that no bitcode has. */
static void add_called(struct gathering *gathering, const struct standing *standing)
{
	guint i;

	for (i = 0; i < standing->function->calls->len; i++) {
		struct call *call = standing->function->calls->pdata[i];
		struct taken taken = { .place.kind = CFG_NOWHERE };

		if (call->kind != CALL_DIRECT)
			continue;
		taken.fact = knowledge_fact(gathering->contexts->knowledge, call->callee->name);
		if (!taken.fact || !taken.fact->is_lock || !taken.fact->begins)
			continue;
		taken.arg = taken.fact->lock_arg;
		add_site(gathering, standing, &taken, call, &call->at);
	}
}

/* Locks whose address goes to functions of the kernel that nothing is known about. */
static void find_outside(struct gathering *gathering, const struct standing *standing)
{
	guint i, j;

	for (i = 0; i < standing->function->calls->len; i++) {
		const struct call *call = standing->function->calls->pdata[i];

		if (call->kind == CALL_DIRECT &&
		    (call->callee->defined || contexts_fact(gathering->contexts, call) ||
		     knowledge_fact(gathering->contexts->knowledge, call->callee->name)))
			continue;
		for (j = 0; j < call->args->len; j++) {
			const struct argument *arg = call->args->pdata[j];

			if (arg->kind == ARG_FIELD_ADDRESS)
				g_hash_table_add(gathering->outside, arg->field);
			if (arg->kind == ARG_GLOBAL_ADDRESS)
				g_hash_table_add(gathering->outside, arg->global);
		}
	}
}

static gint by_name(gconstpointer a, gconstpointer b)
{
	const struct lock *first = *(struct lock *const *)a, *second = *(struct lock *const *)b;

	return strcmp(first->name, second->name);
}

struct locks *locks_compute(struct contexts *contexts)
{
	struct locks *locks = g_new0(struct locks, 1);
	struct gathering gathering = {
		.contexts = contexts, .locks = locks, .takings = takings_new(),
		.by_name = g_hash_table_new(g_str_hash, g_str_equal),
		.outside = g_hash_table_new(NULL, NULL),
	};
	guint i;

	locks->locks = g_ptr_array_new();
	locks->by_call = g_hash_table_new(NULL, NULL);
	for (i = 0; i < contexts->standings->len; i++)
		find_outside(&gathering, contexts->standings->pdata[i]);
	for (i = 0; i < contexts->standings->len; i++) {
		const struct standing *standing = contexts->standings->pdata[i];

		if (standing->function->cfg && standing->function->cfg->block_count)
			add_taken(&gathering, standing);
		else
			add_called(&gathering, standing);
	}
	for (i = 0; i < locks->locks->len; i++) {
		struct lock *lock = locks->locks->pdata[i];

		lock->class = class_of(lock->contexts | (lock->outside ? CONTEXT_UNKNOWN : 0));
	}
	g_ptr_array_sort(locks->locks, by_name);
	takings_free(gathering.takings);
	g_hash_table_unref(gathering.by_name);
	g_hash_table_unref(gathering.outside);
	return locks;
}

void locks_free(struct locks *locks)
{
	if (!locks)
		return;
	g_ptr_array_unref(locks->locks);
	g_hash_table_unref(locks->by_call);
	g_free(locks);
}

/* Is @part all of @name, or its end after a '.' or a space? */
static bool ends_with_part(const char *name, const char *part)
{
	size_t length = strlen(name), tail = strlen(part);

	if (tail > length || strcmp(name + length - tail, part))
		return false;
	return tail == length || name[length - tail - 1] == '.' || name[length - tail - 1] == ' ';
}

const struct lock *locks_find(const struct locks *locks, const char *name)
{
	const struct lock *found = NULL;
	guint i;

	for (i = 0; i < locks->locks->len; i++) {
		const struct lock *lock = locks->locks->pdata[i];

		if (!strcmp(lock->name, name))
			return lock;
	}
	for (i = 0; i < locks->locks->len; i++) {
		const struct lock *lock = locks->locks->pdata[i];

		if (!lock->known || !ends_with_part(lock->name, name))
			continue;
		if (found)
			return NULL;
		found = lock;
	}
	return found;
}

const struct lock_site *locks_at(const struct locks *locks, const struct call *call)
{
	return g_hash_table_lookup(locks->by_call, call);
}

const struct lock_site *locks_sharer(const struct lock *lock, const struct function *self)
{
	const struct lock_site *best = NULL;
	guint i;

	for (i = 0; i < lock->sites->len; i++) {
		const struct lock_site *site = lock->sites->pdata[i];

		if (site->function == self)
			continue;
		if (!best || class_of(site->contexts) > class_of(best->contexts))
			best = site;
	}
	return best;
}
