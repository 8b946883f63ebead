// SPDX-License-Identifier: GPL-2.0-or-later
/* Records of the plan as C tables, their fields and places, for either half. */
#include <inttypes.h>
#include <string.h>

#include "internal.h"
#include "mdrv_plan.h"

/* Between the name of a global and a path within it. */
static const char *joint(const char *path)
{
	return *path && *path != '[' ? "." : "";
}

/* The lvalue that a path of a record names, for sizeof. */
static char *lvalue(const struct wire_record *record, const char *path, bool in_tail)
{
	const char *ctype = in_tail ? record->tail->name : record->ctype;

	if (record->global)
		return g_strdup_printf("%s%s%s", record->global->name, joint(path), path);
	if (!*path)
		return g_strdup_printf("(*(%s *)0)", ctype);
	return g_strdup_printf("((%s *)0)->%s", ctype, path);
}

/* Where the private area begins, by the name that emit_record() gives it. */
static char *tail_base(const struct wire_record *record)
{
	return g_strdup_printf("MDRV_TAIL_OF_%s", record->ident);
}

static char *offset(const struct wire_record *record, const char *path, bool in_tail)
{
	const char *ctype = in_tail ? record->tail->name : record->ctype;
	g_autofree char *inner = NULL;

	if (record->global && g_str_has_prefix(path, "[0]."))
		inner = g_strdup_printf("offsetof(typeof(%s[0]), %s)", record->global->name,
					path + strlen("[0]."));
	else if (!*path || *path == '[')
		inner = g_strdup("0");
	else
		inner = g_strdup_printf("offsetof(%s, %s)", ctype, path);
	if (in_tail) {
		g_autofree char *base = tail_base(record);

		return g_strdup_printf("%s + %s", base, inner);
	}
	return g_steal_pointer(&inner);
}

static const char *kind_name(enum wire_kind kind)
{
	static const char *const names[] = {
		[WIRE_INT] = "INT", [WIRE_BITS] = "BITS", [WIRE_BYTES] = "BYTES",
		[WIRE_PTR] = "PTR", [WIRE_STR] = "STR", [WIRE_FN] = "FN",
	};

	return names[kind];
}

static const char *access_name(unsigned int access)
{
	static const char *const names[] = { "NONE", "R", "W", "RW" };

	return names[access & MDRV_RW];
}

/*
 * The driver never sets them, a twin still has to get them: as the bits that an
 * initialiser of theirs would set.
 */
static void emit_const_bits(GString *to, const struct wire_record *record,
			    const struct wire_field *field, const char *name, const char *member)
{
	const char *ctype = field->in_tail ? record->tail->name : record->ctype;

	emit(to, "static __u64 %s(void *rec, const __u64 *value)\n{\n", name);
	emit(to, "\tunion {\n\t\t%s rec;\n\t\t__u8 bytes[sizeof(%s)];\n"
		 "\t} all = { .rec.%s = -1 }, bits = { .rec.%s = value ? *value : 0 };\n"
		 "\t__u8 *to = (__u8 *)rec + %s;\n\n", ctype, ctype, field->path, field->path,
	     field->in_tail ? record->tail_offset : "0");
	emit(to, "\tfor (unsigned int i = 0; value && i < sizeof(all.bytes); i++)\n"
		 "\t\tto[i] = (to[i] & ~all.bytes[i]) | bits.bytes[i];\n"
		 "\treturn %s;\n}\n\n", member);
}

/* What the user half may store. */
static void emit_stored(GString *to, const struct plan *plan, const struct wire_field *field)
{
	static const char *const names[] = {
		"MDRV_BLANK_NULL", "MDRV_BLANK_ERR", "MDRV_BLANK_RAW", "MDRV_BLANK_SMALLER",
	};
	const char *joint = ", .blank = ";

	if (field->kind == WIRE_INT) {
		if (field->blank & MDRV_BLANK_MOST)
			emit(to, ", .blank = MDRV_BLANK_MOST, .least = %" PRIu64, field->least);
		return;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		if (!(field->blank & (1u << i)))
			continue;
		emit(to, "%s%s", joint, names[i]);
		joint = " | ";
	}
	if (field->expects)
		emit(to, ", .expects = %s", RECORD_MACRO(plan, field->expects->number));
	if (field->length && (field->access & MDRV_W))
		emit(to, ", .least = %s", field->length);
	else if (field->least)
		emit(to, ", .least = %" PRIu64, field->least);
}

/* Where it is, up to its kind: the form is the shortest one that says so. */
static void emit_where(GString *to, const struct wire_record *record,
		       const struct wire_field *field)
{
	const char *s = field->is_array ? "S" : "";

	if (record->global || !*field->path) {
		g_autofree char *at = offset(record, field->path, field->in_tail);
		g_autofree char *value = lvalue(record, field->path, field->in_tail);

		emit(to, "MDRV_VALUE%s(%s", s, at);
		if (field->is_array) {
			g_autofree char *array = lvalue(record, field->array, field->in_tail);

			emit(to, ", %s", array);
		}
		emit(to, ", %s", value);
	} else {
		g_autofree char *base = tail_base(record);

		if (field->in_tail)
			emit(to, "MDRV_TAIL%s(%s, %s", s, base, record->tail->name);
		else
			emit(to, "MDRV_FIELD%s(%s", s, record->ctype);
		if (field->is_array)
			emit(to, ", %s", field->array);
		emit(to, ", %s", field->path);
	}
	if (field->is_array)
		emit(to, ", %" PRIu64, field->count);
}

static void emit_field(GString *to, const struct plan *plan, const struct wire_record *record,
		       const struct wire_field *field, guint index)
{
	g_autofree char *value = lvalue(record, field->path, field->in_tail);

	if (field->kind == WIRE_BITS) {
		emit(to, "\tMDRV_BITFIELD(\"%s\", %s, mdrv_bits_%s_%u), /* %s:%u */\n",
		     field->name, access_name(field->access), record->ident, index,
		     short_path(plan, field->at.file), field->at.line);
		return;
	}
	emit(to, "\t");
	emit_where(to, record, field);
	emit(to, ", %s, %s, %" PRIu64, kind_name(field->kind), access_name(field->access),
	     field->type->size);
	if (field->kind == WIRE_PTR)
		emit(to, ", .target = %s%s", RECORD_MACRO(plan, field->target),
		     field->follow ? ", .follow = 1" : "");
	emit_stored(to, plan, field);
	if (field->length)
		emit(to, ", .length = %s", field->length);
	if (field->is_text)
		emit(to, ", .target = 1");
	if (field->kind == WIRE_FN)
		emit(to, ", .fits = MDRV_FITS(typeof(%s))", value);
	emit(to, "), /* %s:%u */\n", short_path(plan, field->at.file), field->at.line);
}

static const struct wire_record *plan_record(const struct plan *plan, unsigned int number)
{
	return plan->records->pdata[number - 1];
}

/* A member of an array's elements: its copies are as far apart as those. */
static void emit_inner_place(GString *to, const struct wire_record *record,
			     const struct wire_place *place, const char *ident, const char *at)
{
	g_autofree char *array = lvalue(record, place->array, place->in_tail);
	const char *whole = place->in_tail ? record->tail->name : record->name;

	emit(to, "\t\tMDRV_SPOT(\"%s%s%s\", %s, %s, %u, sizeof((%s)[0])),\n", whole,
	     joint(place->path), place->path, ident, at,
	     (guint)MIN(place->count, G_MAXUINT16), array);
}

/* All but the first, which is the record itself. */
static void emit_places(GString *to, const struct plan *plan, const struct wire_record *record)
{
	emit(to, ",\n\t.nplaces = %u, .places = {\n", record->places->len - 1);
	for (guint i = 1; i < record->places->len; i++) {
		const struct wire_place *place = record->places->pdata[i];
		const struct wire_record *part = place->record ?
			plan_record(plan, place->record) : NULL;
		const char *ident = part ? part->ident : "VOID";
		g_autofree char *at = offset(record, place->path, place->in_tail);
		g_autofree char *value = lvalue(record, place->path, place->in_tail);
		guint count = MIN(place->count, G_MAXUINT16);	/* no more can be named */

		if (part && part->incomplete)
			emit(to, "\t\tMDRV_PLACE(%s, %s, 1, 0),\n", ident, at);
		else if (place->array)
			emit_inner_place(to, record, place, ident, at);
		else if (*place->path && !record->global && place->in_tail)
			emit(to, "\t\tMDRV_TAIL_PART(%s, MDRV_TAIL_OF_%s, %s, %s, %u),\n",
			     ident, record->ident, record->tail->name, place->path, count);
		else if (*place->path && !record->global)
			emit(to, "\t\tMDRV_PART(%s, %s, %s, %u),\n", ident, record->ctype,
			     place->path, count);
		else
			emit(to, "\t\tMDRV_WHOLE(%s, %s, %s, %u),\n", ident, at, value, count);
	}
	emit(to, "\t}");
}

static char *replaced_by(const char *text, const char *what, const char *with)
{
	g_auto(GStrv) parts = g_strsplit(text, what, -1);

	return g_strjoinv(with, parts);
}

/* Members that the kernel half finds the record around: it tells that they are those. */
static void emit_enclosures(GString *to, const struct plan *plan,
			    const struct wire_record *record)
{
	g_autoptr(GString) table = g_string_new(NULL);
	guint count = 0;

	for (guint i = 0; i < plan->enclosures->len; i++) {
		const struct wire_enclosure *enclosure = plan->enclosures->pdata[i];
		g_autofree char *when = NULL;

		if (enclosure->outer != record)
			continue;
		if (enclosure->when) {
			when = replaced_by(enclosure->when, "$0", "mdrv_p");
			emit(to, "static int mdrv_within_%s_%u(const void *mdrv_at)\n{\n"
				 "\t%s *mdrv_p = (void *)mdrv_at;\n\n\treturn !!(%s);\n}\n\n",
			     record->ident, count, enclosure->inner->ctype, when);
			emit(table, "\t{ %s, offsetof(%s, %s), mdrv_within_%s_%u },\n",
			     RECORD_MACRO(plan, enclosure->inner->number), record->ctype,
			     enclosure->path, record->ident, count);
		} else {
			emit(table, "\t{ %s, offsetof(%s, %s), 0 },\n",
			     RECORD_MACRO(plan, enclosure->inner->number), record->ctype,
			     enclosure->path);
		}
		count++;
	}
	if (count)
		emit(to, "const struct mdrv_enclosure mdrv_within_%s[] = {\n%s};\n\n",
		     record->ident, table->str);
}

static guint count_enclosures(const struct plan *plan, const struct wire_record *record)
{
	guint count = 0;

	for (guint i = 0; i < plan->enclosures->len; i++)
		count += ((struct wire_enclosure *)plan->enclosures->pdata[i])->outer == record;
	return count;
}

/* The table of what emit_enclosures() has left in one file or the other. Return: its length. */
guint emit_within(GString *to, const struct plan *plan)
{
	g_autoptr(GString) rows = g_string_new(NULL);
	guint rows_len = 0;

	for (guint i = 0; i < plan->records->len; i++) {
		const struct wire_record *record = plan->records->pdata[i];
		guint count = count_enclosures(plan, record);

		if (!count)
			continue;
		emit(to, "extern const struct mdrv_enclosure mdrv_within_%s[%u];\n", record->ident,
		     count);
		emit(rows, "\t{ %s, %u, mdrv_within_%s },\n", RECORD_MACRO(plan, record->number),
		     count, record->ident);
		rows_len++;
	}
	if (rows_len)
		emit(to, "static const struct mdrv_within mdrv_within[] = {\n%s};\n\n", rows->str);
	return rows_len;
}

/* Is @field, by another name, @part of a record that begins at @path? */
static bool is_same_field(const struct wire_field *field, const struct wire_field *part,
			  const char *path)
{
	gsize length = *path ? strlen(path) + 1 : 0;

	return !strcmp(field->path + length, part->path) && field->kind == part->kind &&
	       field->access == part->access && field->follow == part->follow &&
	       field->blank == part->blank && field->count == part->count &&
	       field->target == part->target && field->expects == part->expects &&
	       field->least == part->least && field->is_text == part->is_text &&
	       !g_strcmp0(field->length, part->length);
}

static bool is_below(const struct wire_field *field, const char *path, bool in_tail)
{
	gsize length = strlen(path);

	return field->in_tail == in_tail && !strncmp(field->path, path, length) &&
	       (!length || field->path[length] == '.');
}

/* A run of fields that are all those of a record within. */
struct part {
	guint first;
	const struct wire_record *inner;
	const char *path;
	bool in_tail;
};

static bool find_part(const struct wire_record *record, struct part *part)
{
	guint count = part->inner->fields->len, below = 0;
	const char *path = part->path;

	for (guint i = 0; i < record->fields->len; i++) {
		if (!is_below(record->fields->pdata[i], path, part->in_tail))
			continue;
		if (!below++)
			part->first = i;
	}
	if (!count || below != count)
		return false;
	for (guint i = 0; i < count; i++) {
		const struct wire_field *field = record->fields->pdata[part->first + i];

		if (!is_below(field, path, part->in_tail) ||
		    !is_same_field(field, part->inner->fields->pdata[i], path))
			return false;
	}
	return true;
}

static int by_first(gconstpointer a, gconstpointer b)
{
	const struct part *left = a, *right = b;

	return left->first < right->first ? -1 : left->first > right->first;
}

static const struct part *part_at(const GArray *parts, guint field)
{
	for (guint i = 0; i < parts->len; i++) {
		const struct part *part = &g_array_index(parts, struct part, i);

		if (field >= part->first && field < part->first + part->inner->fields->len)
			return part;
	}
	return NULL;
}

static void add_part(GArray *parts, const struct wire_record *record, struct part part)
{
	if (part.inner == record || part.inner->incomplete || part.inner->global ||
	    !find_part(record, &part))
		return;
	for (guint i = 0; i < part.inner->fields->len; i++)
		if (part_at(parts, part.first + i))
			return;
	g_array_append_val(parts, part);
}

/* The fields that @record has in common with records that lie in it: outermost first. */
static GArray *parts_of(const struct plan *plan, const struct wire_record *record)
{
	GArray *parts = g_array_new(FALSE, FALSE, sizeof(struct part));

	if (record->global || record->incomplete)
		return parts;
	if (record->base)
		add_part(parts, record, (struct part){
			.inner = plan_record(plan, record->base), .path = "",
		});
	for (guint i = 1; i < record->places->len; i++) {
		const struct wire_place *place = record->places->pdata[i];

		if (!place->is_array && place->count == 1 && (*place->path || place->in_tail))
			add_part(parts, record, (struct part){
				.inner = plan_record(plan, place->record), .path = place->path,
				.in_tail = place->in_tail,
			});
	}
	g_array_sort(parts, by_first);
	return parts;
}

static void emit_parts(GString *to, const struct plan *plan, const struct wire_record *record,
		       const GArray *parts)
{
	if (!parts->len)
		return;
	emit(to, "static const struct mdrv_part mdrv_parts_%s[] = {\n", record->ident);
	for (guint i = 0; i < parts->len; i++) {
		const struct part *part = &g_array_index(parts, struct part, i);
		g_autofree char *at = offset(record, part->path, part->in_tail);

		emit(to, "\t{ %u, %s, %s },\n", part->first,
		     RECORD_MACRO(plan, part->inner->number), at);
	}
	emit(to, "};\n");
}

static char *size_of(const struct wire_record *record)
{
	g_autofree char *base = tail_base(record);

	if (record->tail)
		return g_strdup_printf("%s + sizeof(%s)", base, record->tail->name);
	if (record->global)
		return g_strdup_printf("sizeof(%s)", record->global->name);
	return record->incomplete ? g_strdup("0") : g_strdup_printf("sizeof(%s)", record->ctype);
}

/* Bit-fields have no address: they go through functions. */
static void emit_bits(GString *to, const struct wire_record *record, const GArray *parts)
{
	for (guint i = 0; i < record->fields->len; i++) {
		const struct wire_field *field = record->fields->pdata[i];
		g_autofree char *tail = tail_base(record);
		g_autofree char *name = g_strdup_printf("mdrv_bits_%s_%u", record->ident, i);
		g_autofree char *member = NULL;

		if (field->kind != WIRE_BITS || part_at(parts, i))
			continue;
		member = field->in_tail ?
			g_strdup_printf("((%s *)((char *)rec + %s))->%s", record->tail->name, tail,
					field->path) :
			g_strdup_printf("((%s *)rec)->%s", record->ctype, field->path);
		if (field->type->is_const)
			emit_const_bits(to, record, field, name, member);
		else
			emit(to, "MDRV_BITS_OF(%s, %s)\n", name, member);
	}
}

static guint count_rows(const struct wire_record *record, const GArray *parts)
{
	guint count = 0;

	for (guint i = 0; i < record->fields->len; i++)
		count += !part_at(parts, i);
	return count;
}

static void emit_fields(GString *to, const struct plan *plan, const struct wire_record *record,
			const GArray *parts)
{
	emit_bits(to, record, parts);
	if (!count_rows(record, parts))
		return;
	emit(to, "static const struct mdrv_field mdrv_fields_%s[] = {\n", record->ident);
	for (guint i = 0; i < record->fields->len; i++)
		if (!part_at(parts, i))
			emit_field(to, plan, record, record->fields->pdata[i], i);
	emit(to, "};\n");
}

/* What a record has besides its size, as members of an initialiser. */
static void emit_members(GString *to, const struct plan *plan, const struct wire_record *record,
			 const GArray *parts)
{
	guint rows = count_rows(record, parts);

	if (record->base)
		emit(to, ", .base = %s", RECORD_MACRO(plan, record->base));
	if (record->plain)
		emit(to, ", .plain = 1");
	if (parts->len)
		emit(to, ", .nfields = %u, MDRV_PARTS(mdrv_parts_%s)", record->fields->len,
		     record->ident);
	if (rows)
		emit(to, ", %s(mdrv_fields_%s)", parts->len ? "MDRV_ROWS" : "MDRV_HAS",
		     record->ident);
	if (record->places->len > 1)
		emit_places(to, plan, record);
}

static void emit_record(GString *to, const struct plan *plan, const struct wire_record *record,
			enum side side)
{
	g_autoptr(GArray) parts = parts_of(plan, record);
	const char *type = record->global ? record->global->name : record->ctype;
	g_autofree char *base = tail_base(record);
	g_autofree char *size = size_of(record);

	if (side == KERNEL_HALF)
		emit_enclosures(to, plan, record);
	if (record->tail)
		emit(to, "#define %s (%s)\n", base, record->tail_offset);
	emit_fields(to, plan, record, parts);
	emit_parts(to, plan, record, parts);
	if (!record->tail && !record->incomplete && !strcmp(record->name, type)) {
		emit(to, "MDRV_RECORD(%s, %s", record->ident, type);
		emit_members(to, plan, record, parts);
		emit(to, ");\n");
	} else {
		emit(to, "const struct mdrv_record mdrv_record_%s = { MDRV_NAMED(\"%s\") "
			 ".size = %s", record->ident, record->name, size);
		emit_members(to, plan, record, parts);
		emit(to, " };\n");
	}
	if (record->fields->len || record->places->len > 1)
		emit(to, "\n");
}

void emit_records(GString *to, const struct plan *plan, const struct source *source,
		  enum side side)
{
	for (guint i = 0; i < plan->records->len; i++) {
		const struct wire_record *record = plan->records->pdata[i];

		if (source_at(plan, record->home) == source)
			emit_record(to, plan, record, side);
	}
}
