// SPDX-License-Identifier: GPL-2.0-or-later
/* The table of locks: sites gathered by what they lock, contexts added up. */
#include <string.h>

#include "locks.h"

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
	if (contexts & CONTEXT_UNKNOWN)
		return LOCK_UNKNOWN;
	if (contexts & CONTEXT_HARDIRQ)
		return LOCK_HARDIRQ;
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

/* The argument that names the lock; in a macro it may be that of a nested call. */
static const struct argument *lock_argument(const struct call *call)
{
	GPtrArray *calls = call->caller->calls;
	guint i;

	for (i = 0; i < calls->len; i++) {
		const struct call *other = calls->pdata[i];
		const struct argument *arg = other->args && other->args->len ?
					     other->args->pdata[0] : NULL;

		if (arg && arg->text && *arg->text && other->at.line == call->at.line &&
		    other->at.column == call->at.column &&
		    (arg->field || arg->global || other == call))
			return arg;
	}
	return NULL;
}

static struct lock *lock_named(struct locks *locks, struct contexts *contexts, const char *name)
{
	struct lock *lock;
	guint i;

	for (i = 0; i < locks->locks->len; i++) {
		lock = locks->locks->pdata[i];
		if (!strcmp(lock->name, name))
			return lock;
	}
	lock = model_alloc(contexts->model, sizeof(*lock));
	lock->name = model_intern(contexts->model, name);
	lock->sites = model_array(contexts->model);
	g_ptr_array_add(locks->locks, lock);
	return lock;
}

/* The lock that an argument of @function names. */
static struct lock *lock_of(struct locks *locks, struct contexts *contexts,
			    const struct function *function, const struct argument *arg)
{
	g_autofree char *name = NULL;
	struct lock *lock;

	if (arg && arg->field)
		name = g_strdup_printf("%s.%s", contexts_record(contexts, arg->field),
				       arg->field->name);
	else if (arg && arg->global)
		name = g_strdup(arg->global->name);
	else
		name = g_strdup_printf("%s in %s()", arg && arg->text && *arg->text ? arg->text :
				       "a lock", function->name);
	lock = lock_named(locks, contexts, name);
	lock->field = arg ? arg->field : NULL;
	lock->global = arg ? arg->global : NULL;
	lock->known = lock->field || lock->global;
	return lock;
}

static void add_site(struct locks *locks, struct contexts *contexts,
		     const struct standing *standing, struct call *call, const struct fact *fact)
{
	const struct argument *arg = lock_argument(call);
	struct lock *lock = lock_of(locks, contexts, standing->function, arg);
	struct lock_site *site = model_alloc(contexts->model, sizeof(*site));

	site->lock = lock;
	site->at = call->at;
	site->function = standing->function;
	site->call = call;
	site->primitive = call->macro && knowledge_fact(contexts->knowledge, call->macro) ?
			  call->macro : call->callee->name;
	site->text = arg && arg->text ? arg->text : "";
	site->variant = variant_of(fact);
	site->tries = fact->try_lock;
	site->held = call->held;
	site->contexts = standing->contexts;
	if (call->held && site->contexts & CONTEXT_PROCESS)
		site->contexts = (site->contexts & ~CONTEXT_PROCESS) | CONTEXT_ATOMIC;
	lock->contexts |= site->contexts;
	lock->class = class_of(lock->contexts);
	g_ptr_array_add(lock->sites, site);
	g_hash_table_insert(locks->by_call, call, site);
}

static gint by_name(gconstpointer a, gconstpointer b)
{
	const struct lock *first = *(struct lock *const *)a, *second = *(struct lock *const *)b;

	return strcmp(first->name, second->name);
}

struct locks *locks_compute(struct contexts *contexts)
{
	struct locks *locks = g_new0(struct locks, 1);
	guint i, j;

	locks->locks = g_ptr_array_new();
	locks->by_call = g_hash_table_new(NULL, NULL);
	for (i = 0; i < contexts->standings->len; i++) {
		const struct standing *standing = contexts->standings->pdata[i];

		for (j = 0; j < standing->function->calls->len; j++) {
			struct call *call = standing->function->calls->pdata[j];
			const struct fact *fact = call->kind == CALL_DIRECT ?
				knowledge_fact(contexts->knowledge, call->callee->name) : NULL;

			if (fact && fact->is_lock && fact->begins)
				add_site(locks, contexts, standing, call, fact);
		}
	}
	g_ptr_array_sort(locks->locks, by_name);
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
