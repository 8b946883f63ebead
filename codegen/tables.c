// SPDX-License-Identifier: GPL-2.0-or-later
/* The plan as C tables: one walk, for either half. */
#include <inttypes.h>
#include <string.h>

#include "internal.h"
#include "mdrv_plan.h"

/* A list of what has numbers, and from it the numbers. */
static void emit_list(GString *to, const char *list, const char *prefix, guint first,
		      GPtrArray *names)
{
	emit(to, "#define MDRV_EACH_%s(X)", list);
	for (guint i = 0; i < names->len; i++)
		emit(to, " \\\n\tX(%u, %s)", first + i, (const char *)names->pdata[i]);
	emit(to, "\n");
	if (names->len)
		emit(to, "#define MDRV_NUMBER(n, name) MDRV_%s_##name = n,\n"
			 "enum { MDRV_EACH_%s(MDRV_NUMBER) };\n#undef MDRV_NUMBER\n", prefix,
		     list);
	emit(to, "\n");
}

static void emit_numbers(GString *to, const struct plan *plan)
{
	g_autoptr(GPtrArray) records = g_ptr_array_new(), upcalls = g_ptr_array_new(),
		downcalls = g_ptr_array_new();

	for (guint i = 0; i < plan->records->len; i++)
		g_ptr_array_add(records, (void *)
				((struct wire_record *)plan->records->pdata[i])->ident);
	for (guint i = 0; i < plan->upcalls->len; i++)
		g_ptr_array_add(upcalls, (void *)
				((struct crossing *)plan->upcalls->pdata[i])->name);
	for (guint i = 0; i < plan->downcalls->len; i++)
		g_ptr_array_add(downcalls, (void *)
				((struct crossing *)plan->downcalls->pdata[i])->name);
	emit_list(to, "RECORD", "REC", 1, records);
	emit_list(to, "UPCALL", "UP", 0, upcalls);
	emit_list(to, "DOWNCALL", "DC", 0, downcalls);
}

/* What is defined for each of @list, in one file or the other, is known to all. */
static void emit_declarations(GString *to, const char *list, const char *declaration)
{
	emit(to, "#define MDRV_DECLARE(n, name) %s;\nMDRV_EACH_%s(MDRV_DECLARE)\n"
		 "#undef MDRV_DECLARE\n", declaration, list);
}

void emit_plan_header(GString *to, const struct plan *plan, enum side side)
{
	emit_banner(to, plan, side, "numbers of the plan");
	emit(to, "#ifndef MDRV_PLAN_NUMBERS_H\n#define MDRV_PLAN_NUMBERS_H\n\n");
	emit(to, "#define MDRV_PLAN_HASH \"%s\"\n\n", plan->hash);
	emit_numbers(to, plan);
	emit_declarations(to, "RECORD", "extern const struct mdrv_record mdrv_record_##name");
	if (side == USER_HALF) {
		emit(to, "struct mdrv_call;\n");
		emit_declarations(to, "UPCALL", "int mdrv_h_##name(struct mdrv_call *mdrv_call)");
	} else {
		emit_declarations(to, "DOWNCALL",
				  "extern const struct mdrv_downcall mdrv_dc_##name");
		emit_undo_declarations(to, plan);
		emit(to, "\nextern struct mdrv_driver mdrv_driver;\n"
			 "int mdrv_driver_init(void);\nvoid mdrv_driver_exit(void);\n");
	}
	emit(to, "\n#endif\n");
}

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
			    const struct wire_field *field)
{
	const char *ctype = field->in_tail ? record->tail->name : record->ctype;

	emit(to, "\tunion {\n\t\t%s rec;\n\t\t__u8 bytes[sizeof(%s)];\n"
		 "\t} all = { .rec.%s = -1 }, bits = { .rec.%s = value };\n"
		 "\t__u8 *to = (__u8 *)rec + %s;\n\n", ctype, ctype, field->path, field->path,
	     field->in_tail ? record->tail_offset : "0");
	emit(to, "\tfor (unsigned int i = 0; i < sizeof(all.bytes); i++)\n"
		 "\t\tto[i] = (to[i] & ~all.bytes[i]) | bits.bytes[i];\n}\n\n");
}

/* Bit-fields have no address: they go through functions. */
static void emit_bits(GString *to, const struct wire_record *record)
{
	for (guint i = 0; i < record->fields->len; i++) {
		const struct wire_field *field = record->fields->pdata[i];
		g_autofree char *base = NULL, *tail = tail_base(record);

		if (field->kind != WIRE_BITS)
			continue;
		base = field->in_tail ?
			g_strdup_printf("((%s *)((char *)rec + %s))", record->tail->name, tail) :
			g_strdup_printf("((%s *)rec)", record->ctype);
		emit(to, "static __u64 mdrv_get_%s_%u(const void *rec)\n{\n"
			 "\treturn %s->%s;\n}\n\n", record->ident, i, base, field->path);
		emit(to, "static void mdrv_set_%s_%u(void *rec, __u64 value)\n{\n", record->ident,
		     i);
		if (field->type->is_const)
			emit_const_bits(to, record, field);
		else
			emit(to, "\t%s->%s = value;\n}\n\n", base, field->path);
	}
}

/* What the user half may store in a pointer. */
static void emit_stored(GString *to, const struct plan *plan, const struct wire_field *field)
{
	static const char *const names[] = {
		"MDRV_BLANK_NULL", "MDRV_BLANK_ERR", "MDRV_BLANK_RAW", "MDRV_BLANK_SMALLER",
	};
	const char *joint = ", .blank = ";

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
		emit(to, "\tMDRV_ROW(\"%s\", BITS, %s, 0, 0, 1, 0, .get = mdrv_get_%s_%u, "
			 ".set = mdrv_set_%s_%u), /* %s:%u */\n", field->name,
		     access_name(field->access), record->ident, index, record->ident, index,
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
		emit(to, ", .length = MDRV_FITS(typeof(%s))", value);
	emit(to, "), /* %s:%u */\n", short_path(plan, field->at.file), field->at.line);
}

static void emit_fields(GString *to, const struct plan *plan, const struct wire_record *record)
{
	emit_bits(to, record);
	emit(to, "static const struct mdrv_field mdrv_fields_%s[] = {\n", record->ident);
	for (guint i = 0; i < record->fields->len; i++)
		emit_field(to, plan, record, record->fields->pdata[i], i);
	emit(to, "};\n\n");
}

static const struct wire_record *plan_record(const struct plan *plan, unsigned int number)
{
	return plan->records->pdata[number - 1];
}

static void emit_places(GString *to, const struct plan *plan, const struct wire_record *record)
{
	emit(to, "static const struct mdrv_place mdrv_places_%s[] = {\n", record->ident);
	for (guint i = 0; i < record->places->len; i++) {
		const struct wire_place *place = record->places->pdata[i];
		g_autofree char *at = offset(record, place->path, place->in_tail);
		g_autofree char *value = lvalue(record, place->path, place->in_tail);

		if (!i && record->incomplete)
			emit(to, "\t{ %s, 0, 1, 0 },\n", RECORD_MACRO(plan, place->record));
		else if (i && plan_record(plan, place->record)->incomplete)
			emit(to, "\t{ %s, %s, 1, 0 },\n", RECORD_MACRO(plan, place->record), at);
		else
			emit(to, "\t{ %s, %s, %" PRIu64 ", sizeof(%s) },\n",
			     RECORD_MACRO(plan, place->record), at, place->count, value);
	}
	emit(to, "};\n\n");
}

static char *replaced_by(const char *text, const char *what, const char *with)
{
	g_auto(GStrv) parts = g_strsplit(text, what, -1);

	return g_strjoinv(with, parts);
}

/* Members that the kernel half finds the record around: it tells that they are those. */
static guint emit_enclosures(GString *to, const struct plan *plan,
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
		emit(to, "static const struct mdrv_enclosure mdrv_enclosures_%s[] = {\n%s};\n\n",
		     record->ident, table->str);
	return count;
}

static void emit_record(GString *to, const struct plan *plan, const struct wire_record *record,
			enum side side)
{
	g_autofree char *base = tail_base(record);
	guint enclosures;

	emit(to, "/* %s */\n", record->name);
	if (record->tail)
		emit(to, "#define %s (%s)\n", base, record->tail_offset);
	if (record->fields->len)
		emit_fields(to, plan, record);
	emit_places(to, plan, record);
	enclosures = side == KERNEL_HALF ? emit_enclosures(to, plan, record) : 0;
	emit(to, "const struct mdrv_record mdrv_record_%s = {\n\tMDRV_NAMED(\"%s\")\n",
	     record->ident, record->name);
	if (record->tail)
		emit(to, "\t.size = %s + sizeof(%s),\n", base, record->tail->name);
	else if (record->global)
		emit(to, "\t.size = sizeof(%s),\n", record->global->name);
	else if (!record->incomplete)
		emit(to, "\t.size = sizeof(%s),\n", record->ctype);
	if (record->base)
		emit(to, "\t.base = %s,\n", RECORD_MACRO(plan, record->base));
	if (record->plain)
		emit(to, "\t.plain = 1,\n");
	if (enclosures)
		emit(to, "\t.nenclosures = %u,\n\t.enclosures = mdrv_enclosures_%s,\n",
		     enclosures, record->ident);
	if (record->fields->len)
		emit(to, "\tMDRV_HAS(mdrv_fields_%s),\n", record->ident);
	emit(to, "\tMDRV_PLACES(mdrv_places_%s),\n};\n\n", record->ident);
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

static bool is_main(const struct plan *plan, const struct source *source)
{
	return source == plan->model->sources->pdata[0];
}

/* Does the file with the tables know the function by its own name? */
static bool in_sight(const struct plan *plan, const struct function *function)
{
	if (function->in_driver && function->file)
		return is_main(plan, source_at(plan, function->file));
	return plan->model->sources->len == 1 || function->in_header;
}

/* Names that the tables, in another file, know this file's statics by. */
void emit_symbols(GString *to, const struct plan *plan, const struct source *source)
{
	if (is_main(plan, source))
		return;
	for (guint i = 0; i < plan->functions->len; i++) {
		const struct function *function = plan->functions->pdata[i];

		if (function->in_driver && !function->in_header &&
		    source_at(plan, function->file) == source)
			emit(to, "extern typeof(%s) mdrv_fn_%s __attribute__((alias(\"%s\")));\n",
			     function->name, function->name, function->name);
	}
	for (guint i = 0; i < plan->globals->len; i++) {
		const struct wire_global *wire = plan->globals->pdata[i];
		const struct global *global = wire->global;

		if (source_at(plan, global->at.file) == source)
			emit(to, "extern typeof(%s) mdrv_%s "
				 "__attribute__((alias(\"%s\")));\n"
				 "_Static_assert(sizeof(%s) == %" PRIu64 ", \"%s\");\n",
			     global->name, wire->own->ident, global->name, global->name,
			     global->type->size, global->name);
	}
}

static void emit_far_symbols(GString *to, const struct plan *plan)
{
	for (guint i = 0; i < plan->functions->len; i++) {
		const struct function *function = plan->functions->pdata[i];

		if (in_sight(plan, function))
			continue;
		emit(to, "extern char mdrv_fn_%s[]", function->name);
		if (!function->in_driver)
			emit(to, " __asm__(\"%s\")", function->name);
		emit(to, ";\n");
	}
	for (guint i = 0; i < plan->globals->len; i++) {
		const struct wire_global *wire = plan->globals->pdata[i];

		if (!is_main(plan, source_at(plan, wire->global->at.file)))
			emit(to, "extern char mdrv_%s[];\n", wire->own->ident);
	}
}

static void emit_functions(GString *to, const struct plan *plan)
{
	if (plan->functions->len)
		emit(to, "static const struct mdrv_fn mdrv_fns[] = {\n");
	for (guint i = 0; i < plan->functions->len; i++) {
		const struct function *function = plan->functions->pdata[i];

		emit(to, "\tMDRV_FUNCTION(\"%s\", %s%s),\n", function->name,
		     in_sight(plan, function) ? "" : "mdrv_fn_", function->name);
	}
	if (plan->functions->len)
		emit(to, "};\n\n");
}

static void emit_globals(GString *to, const struct plan *plan)
{
	if (plan->globals->len)
		emit(to, "static const struct mdrv_global mdrv_globals[] = {\n");
	for (guint i = 0; i < plan->globals->len; i++) {
		const struct wire_global *global = plan->globals->pdata[i];
		const char *name = global->global->name;
		bool near = is_main(plan, source_at(plan, global->global->at.file));

		emit(to, "\tMDRV_GLOBAL(\"%s\", %s%s, %s, %" PRIu64 "),\n", name,
		     near ? "" : "mdrv_", near ? name : global->own->ident,
		     RECORD_MACRO(plan, global->record),
		     global->global->type->size);
	}
	if (plan->globals->len)
		emit(to, "};\n\n");
}

static const char *mode_name(unsigned int mode)
{
	static const char *const names[] = { "PLAIN", "UNDO", "RELEASE" };

	return names[mode];
}

static int by_number(gconstpointer a, gconstpointer b)
{
	const struct crossing *left = *(const struct crossing *const *)a;
	const struct crossing *right = *(const struct crossing *const *)b;

	return left->number < right->number ? -1 : left->number > right->number;
}

static void emit_allowed(GString *to, const struct crossing *upcall)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_new();

	for (guint i = 0; i < upcall->allowed->len; i++)
		g_ptr_array_add(sorted, upcall->allowed->pdata[i]);
	g_ptr_array_sort(sorted, by_number);
	emit(to, "MDRV_ALLOW(%s", upcall->name);
	for (guint i = 0; i < sorted->len; i++)
		emit(to, ", MDRV_DC_%s", ((struct crossing *)sorted->pdata[i])->name);
	emit(to, ");\n");
}

static void emit_upcalls(GString *to, const struct plan *plan, enum side side)
{
	if (!plan->upcalls->len)
		return;
	for (guint i = 0; side == KERNEL_HALF && i < plan->upcalls->len; i++) {
		emit_passes(to, plan, plan->upcalls->pdata[i]);
		emit_allowed(to, plan->upcalls->pdata[i]);
	}
	emit(to, "\nstatic const struct mdrv_upcall mdrv_upcalls[] = {\n");
	for (guint i = 0; i < plan->upcalls->len; i++) {
		const struct crossing *upcall = plan->upcalls->pdata[i];
		g_autofree char *owner = owner_value(upcall);

		if (side == KERNEL_HALF)
			emit(to, "\tMDRV_UPCALL(%s, %s, %s),\n", upcall->name,
			     mode_name(upcall->mode), owner);
		else
			emit(to, "\tMDRV_HANDLER(%s, %s),\n", upcall->name,
			     mode_name(upcall->mode));
	}
	emit(to, "};\n\n");
}

static void emit_downcalls(GString *to, const struct plan *plan, enum side side)
{
	if (!plan->downcalls->len)
		return;
	if (side == KERNEL_HALF)
		emit(to, "#define MDRV_ROW_OF(n, name) &mdrv_dc_##name,\n"
			 "static const struct mdrv_downcall *const mdrv_downcalls[] = {\n");
	else
		emit(to, "#define MDRV_ROW_OF(n, name) #name,\n"
			 "static const char *const mdrv_downcall_names[] = {\n");
	emit(to, "\tMDRV_EACH_DOWNCALL(MDRV_ROW_OF)\n};\n#undef MDRV_ROW_OF\n\n");
}

static void emit_sites(GString *to, const struct plan *plan)
{
	emit(to, "static const struct mdrv_site mdrv_sites[] = {\n");
	for (guint i = 0; i < plan->sites->len; i++) {
		const struct wire_site *site = plan->sites->pdata[i];
		g_autofree char *base = g_path_get_basename(site->file);

		emit(to, "\t{ \"%s\", %u, %s },\n", base, site->line,
		     RECORD_MACRO(plan, site->record));
	}
	emit(to, "};\n\n");
}

static void emit_table(GString *to, const char *member, const char *count, guint length)
{
	if (length)
		emit(to, "\t.%s = %u,\n\t.%s = mdrv_%s,\n", count, length, member, member);
}

void emit_tables(GString *to, const struct plan *plan, enum side side)
{
	bool sites = side == USER_HALF && plan->sites->len;

	emit(to, "static const struct mdrv_place mdrv_places_void[] = {\n"
		 "\t{ MDRV_REC_VOID, 0, 1, 0 },\n};\n"
		 "static const struct mdrv_record mdrv_record_void = {\n"
		 "\tMDRV_NAMED(\"void\")\n\tMDRV_PLACES(mdrv_places_void),\n};\n\n");
	emit(to, "#define MDRV_ROW_OF(n, name) &mdrv_record_##name,\n"
		 "static const struct mdrv_record *const mdrv_records[] = {\n"
		 "\t&mdrv_record_void,\n\tMDRV_EACH_RECORD(MDRV_ROW_OF)\n};\n"
		 "#undef MDRV_ROW_OF\n\n");
	emit_far_symbols(to, plan);
	emit_functions(to, plan);
	emit_globals(to, plan);
	emit_upcalls(to, plan, side);
	emit_downcalls(to, plan, side);
	if (sites)
		emit_sites(to, plan);
	emit(to, "static const struct mdrv_plan mdrv_plan = {\n\t.name = \"%s\",\n"
		 "\t.hash = MDRV_PLAN_HASH,\n\t.abi = MDRV_ABI,\n", plan->model->module);
	emit_table(to, "records", "nrecords", plan->records->len + 1);
	emit_table(to, "fns", "nfns", plan->functions->len);
	emit_table(to, "globals", "nglobals", plan->globals->len);
	emit_table(to, "upcalls", "nupcalls", plan->upcalls->len);
	emit_table(to, side == KERNEL_HALF ? "downcalls" : "downcall_names", "ndowncalls",
		   plan->downcalls->len);
	if (sites)
		emit_table(to, "sites", "nsites", plan->sites->len);
	emit(to, "};\n\n");
}
