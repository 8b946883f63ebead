// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The variables of a section: those that go in, those that come back, those that are its
 * own. Whether a value comes back is asked of the text, not of the ways through it: more may
 * come back than is looked at, never less.
 */
#include <string.h>

#include "section.h"

/* What a section, and the rest of the function, does with a variable. */
struct usage {
	unsigned int inside, outside;	/* enum access_mode; PRESENT: it is named */
	bool set_first;		/* in the section, before anything else happens to it */
	bool before;		/* it may have a value when the section begins */
	bool after;		/* it is named where the section may be followed */
	bool declared;		/* in the section */
	bool index;
};

enum { PRESENT = 64 };

/* A statement of the run itself, which is reached whenever the section is. */
static bool is_unconditional(const struct section *section, unsigned int offset)
{
	GPtrArray *parts = section->first->around->parts;

	for (guint i = 0; section->first->statement && i < parts->len; i++) {
		const struct part *part = parts->pdata[i];

		if (section_has(section, part->begin) && part->begin <= offset &&
		    offset < part->end)
			return part->kind == PART_EXPRESSION;
	}
	return false;
}

static struct usage usage_of(const struct section *section, const struct parameter *variable)
{
	unsigned int begin = section->first->begin, end = section->last->end;
	GPtrArray *mentions = section->function->body->mentions;
	bool again = section->first->in_loop;
	struct usage usage = { 0 };

	for (guint i = 0; i < mentions->len; i++) {
		const struct mention *mention = mentions->pdata[i];

		if (mention->variable != variable)
			continue;
		if (!section_has(section, mention->offset)) {
			/* Where it is declared nothing is done to it, but it exists there. */
			usage.outside |= mention->modes | (mention->declared ? 0 : PRESENT);
			usage.before |= mention->modes && (again || mention->offset < begin);
			usage.after |= !mention->declared && (again || mention->offset >= end);
			continue;
		}
		if (!usage.inside)
			usage.set_first = mention->first && mention->modes == ACCESS_WRITE &&
					  is_unconditional(section, mention->offset);
		usage.inside |= mention->modes | PRESENT;
		usage.declared |= mention->declared;
		usage.index |= mention->index;
	}
	return usage;
}

/* Can be a parameter, and the object of a pointer if it comes back? */
static bool is_carried(const struct parameter *variable, bool back)
{
	const struct type *type = variable->type;

	if (strchr(type->spelling, '(') || strchr(type->spelling, '[') || variable->unnamed)
		return false;
	if (type->kind == TYPE_INT)
		return type->size <= 8 && (!back || !type->is_const);
	/* of other pointers nobody says what is behind them: the plan would refuse them */
	return !back && type->kind == TYPE_POINTER &&
	       (type->elem->kind == TYPE_RECORD || (type->elem->is_char && type->elem->is_const));
}

/* A type that can be said at file level, of a variable that is the section's own. */
static bool is_declarable(const struct type *type)
{
	const struct type *plain = type->kind == TYPE_ARRAY ? type->elem : type;

	if (strchr(plain->spelling, '(') || strchr(plain->spelling, '[') ||
	    (type->kind == TYPE_ARRAY && !type->count))
		return false;
	return plain->kind == TYPE_INT || plain->kind == TYPE_POINTER ||
	       (plain->kind == TYPE_RECORD && plain->record && plain->record->name[0] &&
		!plain->record->in_function);
}

static bool is_param(const struct function *function, const struct parameter *variable)
{
	return g_ptr_array_find(function->params, variable, NULL);
}

/* Has it no value yet that the section could need? */
static bool begins_here(const struct section *section, const struct parameter *variable,
			const struct usage *usage)
{
	return usage->set_first || (!usage->before && !is_param(section->function, variable));
}

/* May it point at a record on the stack, which the kernel half would not know? */
static bool may_be_local(const struct section *section, const struct parameter *variable)
{
	GPtrArray *locals = section->function->locals;
	const struct type *to = variable->type->kind == TYPE_POINTER ? variable->type->elem : NULL;

	for (guint i = 0; to && to->record && i < locals->len; i++) {
		const struct type *type = ((struct parameter *)locals->pdata[i])->type;

		while (type->kind == TYPE_ARRAY)
			type = type->elem;
		if (type->kind == TYPE_RECORD && type->record == to->record)
			return true;
	}
	return false;
}

/* One variable that the section names: false if it cannot be had there. */
static bool carry_variable(struct section *section, struct parameter *variable)
{
	struct usage usage = usage_of(section, variable);
	bool elsewhere = usage.outside || is_param(section->function, variable);
	bool back = usage.inside & (ACCESS_WRITE | ACCESS_ADDRESS) && usage.after;

	if (usage.declared)
		return !usage.after;
	/* An address that was taken before may be used in it, one taken in it after it. */
	if ((usage.inside | usage.outside) & ACCESS_ADDRESS && elsewhere &&
	    (usage.outside & ACCESS_ADDRESS || variable->type->kind != TYPE_INT))
		return false;
	if (!elsewhere) {
		g_ptr_array_add(section->locals, variable);
		return is_declarable(variable->type);
	}
	if (!is_carried(variable, false) || may_be_local(section, variable))
		return false;
	if (!back) {
		g_ptr_array_add(begins_here(section, variable, &usage) ? section->locals :
				section->inputs, variable);
		return true;
	}
	if (!is_carried(variable, true)) {
		/* a pointer: only what is set there, and is all that comes back */
		if (!usage.set_first || section->result || !section->first->statement)
			return false;
		section->result = variable;
		g_ptr_array_add(section->locals, variable);
		return true;
	}
	g_ptr_array_add(section->outputs, variable);
	return true;
}

/* Two of one name would be one. */
static bool has_namesake(const struct section *section, const struct parameter *variable)
{
	GPtrArray *mentions = section->function->body->mentions;

	for (guint i = 0; i < mentions->len; i++) {
		const struct mention *mention = mentions->pdata[i];

		if (section_has(section, mention->offset) && mention->variable != variable &&
		    !strcmp(mention->variable->name, variable->name))
			return true;
	}
	return false;
}

static bool has_loop(const struct section *section, const struct part *part)
{
	for (guint i = 0; i < part->parts->len; i++) {
		const struct part *inner = part->parts->pdata[i];

		if ((inner->kind == PART_LOOP && section_has(section, inner->begin)) ||
		    has_loop(section, inner))
			return true;
	}
	return false;
}

/* What a number must not be: how much memory, or how long to wait with interrupts off. */
static bool is_amount(const struct call *call, const struct fact *fact)
{
	const char *name = call->callee->name;

	return (fact && fact->route == ROUTE_PINNED && !fact->begins && !fact->ends) ||
	       g_str_has_prefix(name, "mem") || g_str_has_prefix(name, "__mem") ||
	       strstr(name, "delay");
}

/*
 * A number that comes from the user half is no index, no length and no count: the check
 * that made it one may be there.
 */
static bool trusts_number(const struct section *section, const struct knowledge *knowledge)
{
	GPtrArray *mentions = section->function->body->mentions;
	GPtrArray *calls = section->function->calls;
	bool number = false, index = has_loop(section, section->function->body->whole);

	for (guint i = 0; i < section->inputs->len; i++)
		number |= ((struct parameter *)section->inputs->pdata[i])->type->kind == TYPE_INT;
	number |= section->outputs->len > 0;
	for (guint i = 0; i < mentions->len; i++) {
		const struct mention *mention = mentions->pdata[i];

		index |= section_has(section, mention->offset) && mention->index;
	}
	for (guint i = 0; i < calls->len; i++) {
		const struct call *call = calls->pdata[i];
		const struct fact *fact = call->kind == CALL_DIRECT ?
			knowledge_fact(knowledge, call->callee->name) : NULL;

		if (call->at.line < section->first->line ||
		    call->at.line >= section->last->line + section->last->lines)
			continue;
		for (guint j = 0; call->kind == CALL_DIRECT && j < call->args->len; j++) {
			const struct argument *value = call->args->pdata[j];
			bool fixed = value->kind == ARG_INT || value->kind == ARG_NULL ||
				     value->kind == ARG_STRING;

			index |= !fixed && value->type && value->type->kind == TYPE_INT &&
				 is_amount(call, fact);
		}
	}
	return number && index;
}

static void find_exits(struct section *section, const struct part *part)
{
	for (guint i = 0; i < part->parts->len; i++) {
		const struct part *inner = part->parts->pdata[i];

		if (inner->begin >= section->last->end || inner->end <= section->first->begin)
			continue;
		if (section_has(section, inner->begin) &&
		    (inner->kind == PART_RETURN || inner->kind == PART_GOTO ||
		     inner->kind == PART_BREAK || inner->kind == PART_CONTINUE ||
		     inner->kind == PART_LABEL || inner->kind == PART_OTHER || inner->leaves))
			g_ptr_array_add(section->exits, (gpointer)inner);
		find_exits(section, inner);
	}
}

/* break and continue of a loop, and break and case of a switch, that the section has. */
static bool stays_inside(const struct section *section, const struct part *jump)
{
	for (const struct part *part = jump->around; part && section_has(section, part->begin);
	     part = part->around)
		if ((part->kind == PART_LOOP && jump->kind != PART_LABEL) ||
		    (part->kind == PART_SWITCH && jump->kind != PART_CONTINUE))
			return true;
	return false;
}

/* Where @label stands, or NULL. */
static const struct part *find_label(const struct part *part, const char *label)
{
	if (part->kind == PART_LABEL && !g_strcmp0(part->label, label))
		return part;
	for (guint i = 0; i < part->parts->len; i++) {
		const struct part *found = find_label(part->parts->pdata[i], label);

		if (found)
			return found;
	}
	return NULL;
}

/* Does anything outside jump to a label that the section has? */
static bool is_entered(const struct section *section, const struct part *part, const char *label)
{
	if (part->kind == PART_GOTO && part->label == label &&
	    !section_has(section, part->begin))
		return true;
	for (guint i = 0; i < part->parts->len; i++)
		if (is_entered(section, part->parts->pdata[i], label))
			return true;
	return false;
}

/* Is @part in fact no way out of the section? */
static bool is_inner(const struct section *section, const struct part *part)
{
	const struct part *whole = section->function->body->whole, *label;

	switch (part->kind) {
	case PART_LABEL:
		return part->label ? !is_entered(section, whole, part->label) :
				     stays_inside(section, part);
	case PART_GOTO:
		label = find_label(whole, part->label);
		return label && section_has(section, label->begin);
	case PART_BREAK:
	case PART_CONTINUE:
		return stays_inside(section, part);
	case PART_OTHER:	/* a semicolon alone; else assembly, a computed goto */
		return part->end == part->begin + 1;
	default:
		return false;
	}
}

/* Those that a caller can go on with: a macro, a label inside or a computed goto cannot. */
static bool exits_fit(struct section *section)
{
	const struct type *result = section->function->type->elem;

	for (guint i = section->exits->len; i-- > 0;) {
		const struct part *exit = section->exits->pdata[i];

		if (is_inner(section, exit) && !exit->leaves)
			g_ptr_array_remove_index(section->exits, i);
		else if (exit->kind == PART_LABEL || exit->kind == PART_OTHER || exit->leaves ||
			 !exit->whole ||
			 (exit->kind == PART_GOTO && !*exit->label) ||
			 (exit->kind == PART_RETURN && result->kind != TYPE_INT &&
			  result->kind != TYPE_VOID))
			return false;
	}
	return true;
}

unsigned int section_exit(const struct section *section, const struct part *exit)
{
	if (exit->kind != PART_GOTO)
		return exit->kind == PART_RETURN ? EXIT_RETURN :
		       exit->kind == PART_BREAK ? EXIT_BREAK : EXIT_CONTINUE;
	for (guint i = 0; i < section->exits->len; i++) {
		const struct part *other = section->exits->pdata[i];

		if (other->kind == PART_GOTO && other->label == exit->label)
			return EXIT_LABELS + i;
	}
	return EXIT_END;
}

/* What is told of a variable that has no way in, or out. */
static const char *refusal(struct model *model, const struct parameter *variable)
{
	g_autofree char *text = g_strdup_printf("'%s' (%s) has no way in or out", variable->name,
						variable->type->spelling);

	return model_intern(model, text);
}

/* All that is named in it. */
static const char *carry_variables(struct model *model, struct section *section)
{
	GPtrArray *mentions = section->function->body->mentions;
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < mentions->len; i++) {
		const struct mention *mention = mentions->pdata[i];

		if (!section_has(section, mention->offset) ||
		    !g_hash_table_add(seen, mention->variable))
			continue;
		if (has_namesake(section, mention->variable) ||
		    !carry_variable(section, mention->variable))
			return refusal(model, mention->variable);
	}
	return NULL;
}

const char *section_carry(struct model *model, const struct knowledge *knowledge,
			  struct section *section)
{
	struct usage usage;
	const char *why;

	section->inputs = model_array(model);
	section->outputs = model_array(model);
	section->locals = model_array(model);
	section->exits = model_array(model);
	why = carry_variables(model, section);
	if (why)
		return why;
	find_exits(section, section->function->body->whole);
	if (!exits_fit(section))
		return "it is left by another way than its end";
	if (trusts_number(section, knowledge))
		return "a number from the user half could become an index, a length or a count";
	if (section->result)
		return section->outputs->len || section->exits->len ?
			"more comes back than one pointer" : NULL;
	if (section->outputs->len == 1 && section->first->statement && !section->exits->len) {
		section->result = section->outputs->pdata[0];
		g_ptr_array_set_size(section->outputs, 0);
		usage = usage_of(section, section->result);
		g_ptr_array_add(begins_here(section, section->result, &usage) ? section->locals :
				section->inputs, section->result);
	}
	return NULL;
}
