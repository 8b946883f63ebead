// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which statements: of functions that nothing else keeps in the kernel, the smallest
 * expression or run of statements around each obstacle; for a lock all up to where it
 * is given back. What comes of it is for the analysis of the new text to judge.
 */
#include <string.h>

#include "context.h"
#include "diag.h"
#include "section.h"

struct search {
	struct model *model;
	const struct knowledge *knowledge;
	struct function *function;
	const char *text;	/* of the file that it is in */
	const GArray *lines;	/* ... where they begin */
	GArray *ranges;		/* struct range */
	const char *why;	/* that it cannot be done, or NULL */
};

struct range {
	const struct part *first, *last;
};

/* Offsets at which lines begin: asked for each call of a function several times. */
static GArray *lines_of(const struct source *source)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(unsigned int));
	unsigned int begin = 0;

	g_array_append_val(lines, begin);
	for (const char *p = source->text; (p = strchr(p, '\n')); p++) {
		begin = p + 1 - source->text;
		g_array_append_val(lines, begin);
	}
	return lines;
}

static unsigned int offset_of(const struct search *search, const struct location *at)
{
	return at->line && at->line <= search->lines->len ?
		g_array_index(search->lines, unsigned int, at->line - 1) + at->column - 1 : 0;
}

static bool is_in(const struct part *part, unsigned int offset)
{
	return part->begin <= offset && offset < part->end;
}

static const struct part *innermost(const struct part *part, unsigned int offset)
{
	for (guint i = 0; i < part->parts->len; i++) {
		const struct part *inner = part->parts->pdata[i];

		if (is_in(inner, offset))
			return innermost(inner, offset);
	}
	return part;
}

static const struct part *find_part(const struct search *search, const struct location *at)
{
	const struct part *whole = search->function->body->whole;
	unsigned int offset = offset_of(search, at);

	return at->file == search->function->file && is_in(whole, offset) ?
		innermost(whole, offset) : NULL;
}

/* A value that a function can return, by a type that has a name where it stands. */
static bool is_value(const struct type *type)
{
	if (!type || strchr(type->spelling, '('))
		return false;
	return type->kind == TYPE_INT ||
	       (type->kind == TYPE_POINTER && type->elem->kind == TYPE_RECORD);
}

/* Can it be replaced by a call, or statements with one? */
static bool is_replaceable(const struct part *part)
{
	if (!part->whole || part->leaves || !part->around)
		return false;
	if (!part->statement)
		return is_value(part->type);
	return part->kind == PART_EXPRESSION || part->kind == PART_CHOICE ||
	       part->kind == PART_LOOP || part->kind == PART_BLOCK || part->kind == PART_SWITCH;
}

static void add_range(struct search *search, const struct part *first, const struct part *last)
{
	struct range range = { first, last };

	g_array_append_val(search->ranges, range);
}

/* The smallest piece around @at that can be replaced. */
static void cover(struct search *search, const struct location *at)
{
	const struct part *part = find_part(search, at);

	while (part && !is_replaceable(part))
		part = part->around;
	if (part)
		add_range(search, part, part);
	else
		search->why = "no statement around it can be taken out";
}

static const struct fact *fact_of(const struct search *search, const struct call *call)
{
	return call->kind == CALL_DIRECT ?
		knowledge_fact(search->knowledge, call->callee->name) : NULL;
}

/* Does a call that begins (or ends) a region stand in @part? */
static bool has_region(const struct search *search, const struct part *part, bool ends)
{
	for (guint i = 0; i < search->function->calls->len; i++) {
		const struct call *call = search->function->calls->pdata[i];
		const struct fact *fact = fact_of(search, call);

		if (fact && (ends ? fact->ends : fact->begins) &&
		    is_in(part, offset_of(search, &call->at)))
			return true;
	}
	return false;
}

/* The last of the statements up to which a region goes that begins in number @index. */
static const struct part *region_end(const struct search *search, GPtrArray *parts, guint index)
{
	const struct part *last = NULL;

	for (guint i = index; i < parts->len; i++) {
		const struct part *part = parts->pdata[i];

		if (i > index && last && has_region(search, part, false))
			break;
		if (has_region(search, part, true))
			last = part;
	}
	return last;
}

static void cover_region(struct search *search, const struct location *at)
{
	const struct part *part = find_part(search, at), *last = NULL;

	for (; part && !last; part = last ? part : part->around) {
		guint index;

		if (!part->statement || !part->around || part->around->kind != PART_BLOCK ||
		    !g_ptr_array_find(part->around->parts, part, &index))
			continue;
		last = region_end(search, part->around->parts, index);
		if (last)
			break;
	}
	/* what a label marks, not the label: it is jumped to */
	while (part && last && part->kind == PART_LABEL && part->parts->len)
		part = part->parts->pdata[part->parts->len - 1];
	if (part && last)
		add_range(search, part, last->begin <= part->begin ? part : last);
	else
		search->why = "a region of it does not end in a row of statements";
}

/* Reasons of one text are told once: all calls of that function. */
static void cover_calls(struct search *search, const struct reason *reason)
{
	const struct call *told = NULL;

	for (guint i = 0; i < search->function->calls->len; i++) {
		const struct call *call = search->function->calls->pdata[i];

		if (!memcmp(&call->at, &reason->at, sizeof(call->at)))
			told = call;
	}
	for (guint i = 0; told && i < search->function->calls->len; i++) {
		const struct call *call = search->function->calls->pdata[i];

		if (call->kind == told->kind && call->callee == told->callee &&
		    call->slot == told->slot)
			cover(search, &call->at);
	}
}

static void cover_regions(struct search *search)
{
	for (guint i = 0; i < search->function->calls->len; i++) {
		const struct call *call = search->function->calls->pdata[i];
		const struct fact *fact = fact_of(search, call);

		if (fact && fact->begins)
			cover_region(search, &call->at);
	}
}

static gint by_begin(gconstpointer a, gconstpointer b)
{
	const struct range *x = a, *y = b;

	if (x->first->begin != y->first->begin)
		return x->first->begin < y->first->begin ? -1 : 1;
	return x->last->end > y->last->end ? -1 : x->last->end < y->last->end;
}

/* None within another; what overlaps otherwise has no common run of statements. */
static void merge(struct search *search)
{
	GArray *ranges = search->ranges;

	g_array_sort(ranges, by_begin);
	for (guint i = 1; i < ranges->len;) {
		const struct range *before = &g_array_index(ranges, struct range, i - 1);
		const struct range *range = &g_array_index(ranges, struct range, i);

		if (range->first->begin >= before->last->end) {
			i++;
			continue;
		}
		if (range->last->end > before->last->end)
			search->why = "what must stay overlaps";
		g_array_remove_index(ranges, i);
	}
}

/* A function of which more than half would be sections is better where it is. */
static bool is_worth(const struct search *search)
{
	unsigned int lines = 0;

	for (guint i = 0; i < search->ranges->len; i++) {
		const struct range *range = &g_array_index(search->ranges, struct range, i);

		lines += range->last->line + range->last->lines - range->first->line;
	}
	return lines * 2 <= search->function->lines;
}

/*
 * A section does what the user half asks for, with what it names: nothing that is refused
 * to it elsewhere, and nothing that takes or gives back what has to be accounted for.
 */
static const char *check_calls(const struct search *search, struct section *section)
{
	const char *why = NULL;

	for (guint i = 0; i < search->function->calls->len && !why; i++) {
		const struct call *call = search->function->calls->pdata[i];
		const struct fact *fact = fact_of(search, call);

		if (!section_has(section, offset_of(search, &call->at)))
			continue;
		why = section_through(search->model, section, call);
		if (!fact)
			continue;
		if (fact->begins || fact->ends || fact->bit)
			continue;
		if (fact->route == ROUTE_PINNED || fact->frees >= 0 ||
		    (fact->acquires && !fact->scoped) || (fact->releases && !fact->scoped))
			return "what stands in it is not for the user half to ask for";
	}
	return why;
}

/* Nothing but what stands in its own body speaks against it. */
static bool is_held_by_statements(const struct decision *decision)
{
	const struct function *function = decision->function;

	if (decision->domain != DOMAIN_KERNEL || !decision->reasons->len || !function->body ||
	    function->is_init || function->is_exit)
		return false;
	for (guint i = 0; i < decision->reasons->len; i++) {
		const struct reason *reason = decision->reasons->pdata[i];

		if (!reason->section)
			return false;
		if (reason->at.file != function->file || reason->at.line < function->body_line ||
		    reason->at.line > function->last_line)
			return false;
	}
	return true;
}

static bool is_taken(const struct model *model, GPtrArray *sections, const char *name)
{
	for (guint i = 0; i < sections->len; i++)
		if (!strcmp(((struct section *)sections->pdata[i])->name, name))
			return true;
	return model_function(model, name);
}

/* A name that is the driver's only one: halves know functions by their names. */
static const char *name_of(struct model *model, GPtrArray *sections,
			   const struct function *function)
{
	for (unsigned int number = 1;; number++) {
		g_autofree char *name = g_strdup_printf("%s_section%u", function->name, number);

		if (!is_taken(model, sections, name))
			return model_intern(model, name);
	}
}

static void add_sections(struct search *search, GPtrArray *sections)
{
	guint before = sections->len;

	for (guint i = 0; i < search->ranges->len && !search->why; i++) {
		const struct range *range = &g_array_index(search->ranges, struct range, i);
		struct section *section = model_alloc(search->model, sizeof(*section));

		section->function = search->function;
		section->first = range->first;
		section->last = range->last;
		section->name = name_of(search->model, sections, search->function);
		search->why = section_carry(search->model, search->knowledge, section);
		if (!search->why)
			search->why = check_calls(search, section);
		if (!search->why)
			search->why = section_bits(search->model, search->knowledge, section);
		g_ptr_array_add(sections, section);
	}
	if (search->why)
		g_ptr_array_set_size(sections, before);
}

static void search_function(struct search *search, const struct decision *decision,
			    GPtrArray *sections)
{
	if (!section_fits_before(search->text, search->function))
		search->why = "what stands before it may belong to it";
	if (search->function->body->opaque)
		search->why = "it has variables that cannot be followed";
	for (guint i = 0; i < decision->reasons->len; i++)
		cover_calls(search, decision->reasons->pdata[i]);
	cover_regions(search);
	merge(search);
	if (!search->why && !is_worth(search))
		search->why = "more than half of it would be sections";
	if (!search->why)
		add_sections(search, sections);
	if (search->why)
		diag_verbose(2, "%s() stays whole: %s", search->function->name, search->why);
}

static void free_lines(gpointer lines)
{
	g_array_unref(lines);
}

static const GArray *lines_in(GHashTable *files, const struct model *model, const char *path)
{
	GArray *lines = g_hash_table_lookup(files, path);

	if (!lines) {
		lines = lines_of(model_source(model, path));
		g_hash_table_insert(files, (gpointer)path, lines);
	}
	return lines;
}

GPtrArray *sections_find(struct model *model, const struct knowledge *knowledge,
			 const struct partition *partition)
{
	g_autoptr(GHashTable) files = g_hash_table_new_full(NULL, NULL, NULL, free_lines);
	GPtrArray *sections = g_ptr_array_new();

	for (guint i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];
		struct search search = {
			.model = model, .knowledge = knowledge, .function = decision->function,
		};

		if (!is_held_by_statements(decision))
			continue;
		search.text = model_source(model, decision->function->file)->text;
		search.lines = lines_in(files, model, decision->function->file);
		search.ranges = g_array_new(FALSE, FALSE, sizeof(struct range));
		search_function(&search, decision, sections);
		g_array_unref(search.ranges);
	}
	return sections;
}
