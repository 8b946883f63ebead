// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Atomic operations on bits. A flag that is tested and set, and cleared by the same
 * function, is one that others wait for: a user half that dies in between would leave them
 * waiting for ever. Such sections are told to the undo log like a lock that is taken and
 * given back. A bit that is set or cleared once and for all is what a kept function would
 * change as well.
 */
#include <string.h>

#include "marshal.h"
#include "section.h"

enum bit_kind { BIT_NONE, BIT_TEST_AND_SET, BIT_SET, BIT_CLEAR, BIT_OTHER };

static enum bit_kind kind_of(const struct knowledge *knowledge, const struct call *call)
{
	const struct fact *fact = call->kind == CALL_DIRECT ?
		knowledge_fact(knowledge, call->callee->name) : NULL;

	if (fact && fact->bit)
		return !strcmp(fact->bit, "test-and-set") ? BIT_TEST_AND_SET :
		       !strcmp(fact->bit, "set") ? BIT_SET :
		       !strcmp(fact->bit, "clear") ? BIT_CLEAR : BIT_OTHER;
	return call->kind == CALL_DIRECT && call->callee->in_header && fact &&
	       fact->route == ROUTE_PINNED && !fact->begins && !fact->ends &&
	       marshal_is_atomic(call->callee) ? BIT_OTHER : BIT_NONE;
}

static const char *text_of(const struct call *call, guint index)
{
	const struct argument *value = index < call->args->len ? call->args->pdata[index] : NULL;

	return value ? value->text : "";
}

/* Words that are not known, those of a macro, may be any. */
static bool same_bit(const struct call *a, const struct call *b)
{
	return a->macro || b->macro || (!strcmp(text_of(a, 0), text_of(b, 0)) &&
					!strcmp(text_of(a, 1), text_of(b, 1)));
}

/* Is the bit of @call set and cleared by the function: until then others wait? */
static bool is_paired(const struct knowledge *knowledge, const struct call *call,
		      enum bit_kind kind)
{
	bool sets = kind != BIT_CLEAR;
	GPtrArray *calls = call->caller->calls;

	for (guint i = 0; i < calls->len; i++) {
		const struct call *other = calls->pdata[i];
		enum bit_kind its = kind_of(knowledge, other);

		if (other != call && its != BIT_NONE && (its != BIT_CLEAR) != sets &&
		    same_bit(call, other))
			return true;
	}
	return false;
}

/* A section that is this call and nothing else, perhaps negated, on one object. */
static bool is_alone(const struct section *section, const char *source, bool *negated)
{
	const char *text = source + section->first->begin;
	const char *end = source + section->last->end;
	int depth = 0;

	*negated = *text == '!';
	text += *negated;
	while (text < end && (g_ascii_isalnum(*text) || *text == '_'))
		text++;
	for (; text < end && (depth || *text == '('); text++) {
		depth += (*text == '(') - (*text == ')');
		if (!depth) {
			text++;
			break;
		}
	}
	return (text == end || (text + 1 == end && *text == ';')) &&
	       section->first == section->last && section->inputs->len == 1 &&
	       !section->outputs->len && !section->locals->len;
}

/*
 * A constant bit of a member of the object itself, both written out: what undoes it is said
 * in the same words, when all else may have changed.
 */
static bool is_plain(const struct call *call, const char *object)
{
	g_autofree char *member = g_strdup_printf("^& ?%s->\\w+(\\.\\w+)*$", object);
	const struct argument *bit = call->args->len ? call->args->pdata[0] : NULL;

	return !call->macro && bit && bit->kind == ARG_INT && *bit->text &&
	       g_regex_match_simple(member, text_of(call, 1), 0, 0);
}

/* "&adapter->flags" -> "&$0->flags" */
static char *on_argument(const char *text, const char *name)
{
	g_autofree char *pattern = g_strdup_printf("\\b%s\\b", name);
	g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);

	return g_regex_replace_literal(regex, text, -1, 0, "$0", 0, NULL);
}

static const char *log_pair(struct model *model, struct section *section,
			    const struct call *call, enum bit_kind kind, const char *source)
{
	const struct parameter *object = section->inputs->len ? section->inputs->pdata[0] : NULL;
	g_autofree char *class = NULL, *word = NULL, *undo = NULL;
	bool negated;

	if (kind == BIT_SET || !is_alone(section, source, &negated) ||
	    object->type->kind != TYPE_POINTER || !is_plain(call, object->name))
		return "it changes a bit that others may wait for";
	word = on_argument(text_of(call, 1), object->name);
	class = g_strdup_printf("bit_%s_%s_%s", text_of(call, 0), word, object->type->spelling);
	g_strcanon(class, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS, '_');
	section->class = model_intern(model, class);
	section->takes = kind == BIT_TEST_AND_SET;
	section->negated = negated;
	undo = g_strdup_printf("clear_bit(%s, %s)", text_of(call, 0), word);
	section->undo = model_intern(model, undo);
	return NULL;
}

const char *section_bits(struct model *model, const struct knowledge *knowledge,
			 struct section *section)
{
	const struct source *source = model_source(model, section->function->file);
	GPtrArray *calls = section->function->calls;
	const char *why = NULL;

	for (guint i = 0; i < calls->len && !why; i++) {
		const struct call *call = calls->pdata[i];
		enum bit_kind kind = kind_of(knowledge, call);

		if (kind == BIT_NONE || call->at.line < section->first->line ||
		    call->at.line >= section->last->line + section->last->lines)
			continue;
		if (kind == BIT_OTHER)
			why = "it changes a word that others may wait for";
		else if (is_paired(knowledge, call, kind))
			why = log_pair(model, section, call, kind, source->text);
	}
	return why;
}

static void tell(struct knowledge *knowledge, const struct section *section)
{
	struct fact *fact = knowledge_add(knowledge, section->name);

	fact->route = ROUTE_DOWNCALL;
	fact->at = section->function->at;
	fact->scoped = true;
	fact->strict = !section->takes;
	fact->keys = 1;
	g_ptr_array_add(fact->log, (gpointer)"$0");
	if (section->takes) {
		fact->acquires = section->class;
		fact->undo = section->undo;
		fact->when = section->negated ? "$r" : "!$r";
	} else {
		fact->releases = section->class;
	}
}

void sections_tell(struct knowledge *knowledge, GPtrArray *sections, bool known)
{
	for (guint i = 0; i < sections->len; i++) {
		const struct section *section = sections->pdata[i];

		if (!section->class)
			continue;
		if (known)
			tell(knowledge, section);
		else
			knowledge_forget(knowledge, section->name);
	}
}
