// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * mdrv explain FIELD: who uses it where, whether it crosses and how, and what its
 * pointer points at. Accesses are to the field of a type, whatever the object.
 */
#include <string.h>

#include "explain_internal.h"
#include "knowledge.h"
#include "mdrv_plan.h"

const char *explain_short(const char *record)
{
	const char *space = strchr(record, ' ');

	return space ? space + 1 : record;
}

/* A member by name, also one of an anonymous struct or union within. */
static struct field *member(const struct record *record, const char *name)
{
	guint i;

	for (i = 0; record && i < record->fields->len; i++) {
		struct field *field = record->fields->pdata[i];
		const struct type *type = field->type;
		struct field *inner;

		if (*name && !strcmp(field->name, name))
			return field;
		inner = !*field->name && type->kind == TYPE_RECORD ?
			member(type->record, name) : NULL;
		if (inner)
			return inner;
	}
	return NULL;
}

static const struct record *record_within(const struct type *type)
{
	while (type->kind == TYPE_ARRAY || type->kind == TYPE_POINTER)
		type = type->elem;
	return type->kind == TYPE_RECORD ? type->record : NULL;
}

/* Follow "a.b[0].c" from a record; through pointers as well, as one would write it. */
static struct field *follow(const struct record *record, const char *path)
{
	g_auto(GStrv) names = g_strsplit(path, ".", 0);
	struct field *field = NULL;
	guint i;

	for (i = 0; names[i]; i++) {
		char *bracket = strchr(names[i], '[');

		if (bracket)
			*bracket = '\0';
		if (!*names[i])
			continue;
		field = member(field ? record_within(field->type) : record, names[i]);
		if (!field)
			return NULL;
	}
	return field;
}

static void add(GPtrArray *fields, struct field *field)
{
	if (field && !g_ptr_array_find(fields, field, NULL))
		g_ptr_array_add(fields, field);
}

/*
 * "struct x.a.b" and "x.a.b" name one field. "b" alone stands for all fields of that
 * name in records that the driver defines, or else in any record that it uses.
 */
GPtrArray *explain_find_fields(const struct partition *partition, const char *name)
{
	g_auto(GStrv) parts = g_strsplit(name, "->", 0);
	g_autofree char *plain = g_strjoinv(".", parts);
	const char *dot = strchr(plain, '.');
	g_autofree char *wanted = dot ? g_strndup(plain, dot - plain) : NULL;
	GPtrArray *fields = g_ptr_array_new();
	guint i;

	for (i = 0; i < partition->model->records->len; i++) {
		const struct record *record = partition->model->records->pdata[i];

		if (wanted && (!strcmp(record->name, wanted) ||
			       !strcmp(explain_short(record->name), wanted)))
			add(fields, follow(record, dot + 1));
		else if (!wanted && record->in_driver)
			add(fields, member(record, plain));
	}
	for (i = 0; !wanted && !fields->len && i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];
		GPtrArray *accesses = decision->function->accesses;
		guint j, k;

		for (j = 0; j < accesses->len; j++) {
			const struct access *access = accesses->pdata[j];

			for (k = 0; k < access->path->len; k++) {
				struct field *field = access->path->pdata[k];

				if (!strcmp(field->name, plain))
					add(fields, field);
			}
		}
	}
	return fields;
}

static bool goes_through(const struct access *access, const struct field *field)
{
	guint i;

	for (i = 0; i + 1 < access->path->len; i++) {
		if (access->path->pdata[i] == field)
			return true;
	}
	return false;
}

static bool ends_at(const struct access *access, const struct field *field)
{
	return access->path->pdata[access->path->len - 1] == field;
}

static bool uses(const struct access *access, const struct field *field, unsigned int mode)
{
	return mode ? ends_at(access, field) && access->modes & mode :
		      goes_through(access, field);
}

static void print_half(const struct question *question, const struct function *function)
{
	const struct decision *decision = partition_of(question->partition, function);

	fprintf(question->to, "    %s() of ", function->name);
	if (!decision) {
		fputs("a header", question->to);
		return;
	}
	fprintf(question->to, "%s%s in ", decision->domain == DOMAIN_BOTH ? "" : "the ",
		explain_halves[decision->domain]);
	explain_contexts(question->to, decision->contexts);
}

/* One line for a function, with all the places in it. */
static bool print_user(const struct question *question, const struct function *function,
		       const struct field *field, unsigned int mode, const char *title)
{
	const struct access *last = NULL;
	FILE *to = question->to;
	guint i;

	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];

		if (!uses(access, field, mode) || (last && access->at.line == last->at.line))
			continue;
		if (last) {
			fprintf(to, ", %u", access->at.line);
		} else {
			fputs(title, to);
			print_half(question, function);
			fprintf(to, "%s (%s:%u", access->local ? ", in an object of its own" : "",
				access->at.file, access->at.line);
		}
		last = access;
	}
	if (last)
		fputs(")\n", to);
	return last != NULL;
}

/* Functions of the driver and the inlines that it uses. */
static bool print_users(const struct question *question, const struct field *field,
			unsigned int mode, const char *title)
{
	const struct model *model = question->partition->model;
	bool any = false;
	guint i;

	for (i = 0; i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];

		if (function->accesses)
			any |= print_user(question, function, field, mode, any ? "" : title);
	}
	return any;
}

static void print_target(const struct question *question, const struct field *field,
			 const struct wire_field *wire)
{
	FILE *to = question->to;

	if (wire->kind == WIRE_STR) {
		fputs("      points at a string, which travels by value", to);
	} else if (wire->kind == WIRE_FN) {
		fputs("      points at a function, which travels by its number in the plan", to);
	} else if (wire->target == MDRV_REC_BYTES) {
		fprintf(to, "      points at memory without a type%s%s",
			wire->length ? ", bytes: " : "", wire->length ? wire->length : "");
	} else if (wire->target_name) {
		fprintf(to, "      points at %s, which is tracked", wire->target_name);
	} else {
		fputs("      points at what is not known: travels as an opaque handle", to);
	}
	fprintf(to, "; because %s", wire->why ? wire->why : field->type->spelling);
	explain_at(to, wire->why_at.file ? &wire->why_at : &field->at);
	fputc('\n', to);
}

static const char *const wire_kinds[] = {
	[WIRE_INT] = "an integer", [WIRE_BITS] = "a bit-field", [WIRE_BYTES] = "bytes",
	[WIRE_PTR] = "a pointer", [WIRE_STR] = "a string", [WIRE_FN] = "a function",
};

static void print_wire(const struct question *question, const struct field *field,
		       const struct wire_record *record, const struct wire_field *wire)
{
	FILE *to = question->to;

	fprintf(to, "    %s.%s as %s%s: %s", record->name, wire->path, wire_kinds[wire->kind],
		wire->count > 1 ? " (each element of the array)" : "",
		(wire->access & MDRV_RW) == MDRV_RW ? "in both directions" :
		wire->access & MDRV_W ? "from the user half to the kernel" :
		"from the kernel to the user half");
	fputs("; first used there", to);
	explain_at(to, &wire->at);
	fputc('\n', to);
	if (wire->kind == WIRE_PTR || wire->kind == WIRE_STR || wire->kind == WIRE_FN)
		print_target(question, field, wire);
}

static const struct record *start_of(const struct wire_record *record,
				     const struct wire_field *wire)
{
	if (wire->in_tail)
		return record->tail;
	if (record->global)
		return record_within(record->global->type);
	return record->record;
}

/* Why no value of it crosses, although user code may well use it. */
static const char *why_not(const struct question *question, const struct field *field)
{
	const struct partition *partition = question->partition;
	const struct field_fact *fact = field->owner ?
		knowledge_field(partition->knowledge, field->owner->name, field->name) : NULL;
	const struct type *type = field->type;
	bool whole = false;
	guint i, j;

	if (fact && !g_strcmp0(fact->kind, "skip"))
		return fact->is_hint ? "a hint says that it is not to" :
				       "the annotations say that it is not to";
	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	for (i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];
		GPtrArray *accesses = decision->function->accesses;

		for (j = 0; decision->domain != DOMAIN_KERNEL && j < accesses->len; j++)
			whole |= !((struct access *)accesses->pdata[j])->local &&
				 uses(accesses->pdata[j], field, ACCESS_READ | ACCESS_WRITE |
				      ACCESS_ADDRESS);
	}
	if (!whole)
		return "nothing in the user half uses it by itself";
	return type->kind == TYPE_RECORD ?
		"the user half has its address, and what crosses are members of it" :
		"the user half uses it where it knows the value (a constant, an object of its "
		"own), or by a macro that the kernel half carries out";
}

static void print_crossings(const struct question *question, const struct field *field)
{
	const struct plan *plan = question->plan;
	FILE *to = question->to;
	bool any = false;
	guint i, j;

	fputs("crosses\n", to);
	for (i = 0; plan && i < plan->records->len; i++) {
		const struct wire_record *record = plan->records->pdata[i];

		for (j = 0; j < record->fields->len; j++) {
			const struct wire_field *wire = record->fields->pdata[j];

			if (follow(start_of(record, wire), wire->path) != field)
				continue;
			any = true;
			print_wire(question, field, record, wire);
		}
	}
	if (!plan)
		fputs("    not known: the driver cannot be split as it is\n", to);
	else if (!any)
		fprintf(to, "    no: %s\n", why_not(question, field));
}

static void print_knowledge(const struct question *question, const struct field *field)
{
	const struct field_fact *fact = field->owner ?
		knowledge_field(question->partition->knowledge,
				contexts_record(question->partition->contexts, field),
				field->name) : NULL;
	FILE *to = question->to;

	if (!fact)
		return;
	fprintf(to, "%s\n    kind %s", fact->is_hint ? "hint" : "fact", fact->kind);
	if (fact->target)
		fprintf(to, ", target %s", fact->target);
	if (fact->length)
		fprintf(to, ", length %s", fact->length);
	explain_at(to, &fact->at);
	fputc('\n', to);
}

/* Ambiguities name the field that they are about. */
static void print_ambiguities(const struct question *question, const struct field *field)
{
	const char *record = contexts_record(question->partition->contexts, field);
	g_autofree char *name = g_strdup_printf("%s.%s", record, field->name);
	GPtrArray *ambiguities = question->partition->ambiguities;
	guint i;

	for (i = 0; i < ambiguities->len; i++) {
		const struct reason *reason = ambiguities->pdata[i];
		const char *found = strstr(reason->text, name);

		if (!found || g_ascii_isalnum(found[strlen(name)]) || found[strlen(name)] == '_')
			continue;
		fprintf(question->to, "ambiguous\n    %s", reason->text);
		explain_at(question->to, &reason->at);
		fprintf(question->to, "\n    settle it with the hint: %s\n",
			reason->hint ? reason->hint : "none is known");
	}
}

void explain_one_field(const struct question *question, const struct field *field)
{
	const char *record = contexts_record(question->partition->contexts, field);
	FILE *to = question->to;
	bool any;

	fprintf(to, "%s:%u:%u: field %s.%s: %s", field->at.file, field->at.line, field->at.column,
		record, field->name, field->type->spelling);
	if (field->bit_width)
		fprintf(to, ", %u bits", field->bit_width);
	fprintf(to, ", %" G_GUINT64_FORMAT " bytes at offset %" G_GUINT64_FORMAT "\n",
		field->type->size, field->bit_offset / 8);
	any = print_users(question, field, ACCESS_READ, "read by\n");
	any |= print_users(question, field, ACCESS_WRITE, "written by\n");
	any |= print_users(question, field, ACCESS_ADDRESS, "address taken by\n");
	any |= print_users(question, field, 0, "parts of it used by\n");
	if (!any)
		fputs("used by name nowhere\n", to);
	print_crossings(question, field);
	print_knowledge(question, field);
	print_ambiguities(question, field);
}
