// SPDX-License-Identifier: GPL-2.0-or-later
/* One partition for each obstacle and each kind of them, made as if it were not there. */
#include <string.h>

#include "blockers.h"
#include "lift.h"
#include "partition.h"

enum { TRIED = 100 };	/* those with most lines: a partition takes its time */

struct amount {
	unsigned int functions;
	unsigned int lines;
};

static struct amount moved(const struct partition *partition)
{
	struct amount amount = { 0 };

	for (guint i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];
		const struct function *function = decision->function;

		if (decision->domain == DOMAIN_KERNEL)
			continue;
		amount.functions++;
		amount.lines += function->lines;
	}
	return amount;
}

/* @lines: of a function that it keeps, perhaps with others. */
static void add_name(GPtrArray *list, GHashTable *seen, char *name, bool is_kind,
		     unsigned int lines)
{
	struct blocker *blocker = g_hash_table_lookup(seen, name);

	if (!blocker) {
		blocker = g_new0(struct blocker, 1);
		blocker->name = name;
		blocker->is_kind = is_kind;
		g_hash_table_insert(seen, name, blocker);
		g_ptr_array_add(list, blocker);
	} else {
		g_free(name);
	}
	blocker->lines += lines;
}

static void add_reason(GPtrArray *list, GHashTable *seen, const struct reason *reason,
		       unsigned int lines)
{
	char *name = lift_name(reason);
	const char *colon = name ? strchr(name, ':') : NULL;

	if (colon)
		add_name(list, seen, g_strndup(name, colon - name), true, lines);
	if (name)
		add_name(list, seen, name, !colon, lines);
}

static void blocker_free(gpointer data)
{
	struct blocker *blocker = data;

	g_free(blocker->name);
	g_free(blocker);
}

static gint by_lines(gconstpointer a, gconstpointer b)
{
	const struct blocker *left = *(struct blocker *const *)a;
	const struct blocker *right = *(struct blocker *const *)b;

	return left->lines == right->lines ? strcmp(left->name, right->name) :
					     (int)right->lines - (int)left->lines;
}

static GPtrArray *names_of(const struct partition *partition)
{
	GPtrArray *list = g_ptr_array_new_with_free_func(blocker_free);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];

		for (guint j = 0; decision->domain == DOMAIN_KERNEL &&
				  j < decision->reasons->len; j++)
			add_reason(list, seen, decision->reasons->pdata[j],
				   decision->function->lines);
	}
	g_ptr_array_sort(list, by_lines);
	if (list->len > TRIED)
		g_ptr_array_remove_range(list, TRIED, list->len - TRIED);
	return list;
}

GPtrArray *blockers_find(struct model *model, struct knowledge *knowledge,
			 const struct partition *partition)
{
	GPtrArray *list = names_of(partition);
	struct amount now = moved(partition);

	for (guint i = 0; i < list->len; i++) {
		struct blocker *blocker = list->pdata[i];
		struct partition *other;
		struct amount then;

		model->lift = blocker->name;
		other = partition_compute(model, knowledge);
		then = other ? moved(other) : now;
		blocker->functions = MAX(then.functions, now.functions) - now.functions;
		blocker->lines = MAX(then.lines, now.lines) - now.lines;
		partition_free(other);
	}
	model->lift = NULL;
	for (guint i = list->len; i-- > 0;)
		if (!((struct blocker *)list->pdata[i])->functions)
			g_ptr_array_remove_index(list, i);
	g_ptr_array_sort(list, by_lines);
	return list;
}
