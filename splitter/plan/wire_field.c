// SPDX-License-Identifier: GPL-2.0-or-later
/* From a use of a field in the source to fields and places of a wire record. */
#include <string.h>

#include "diag.h"
#include "marshal.h"
#include "marshal_type.h"
#include "mdrv_plan.h"
#include "wire_internal.h"

#define TAKEN_FOR "that is what all of the driver takes it for"

static const struct type *element(const struct type *type)
{
	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	return type;
}

/* A member designator under construction. */
struct designator {
	GString *path;
	GString *array;		/* the array that the path goes through, if any */
	uint64_t count;
	unsigned int arrays;
};

static unsigned int rights(unsigned int modes, const struct type *type)
{
	unsigned int access = 0;

	if (modes & ACCESS_READ)
		access |= MDRV_R;
	if (modes & ACCESS_WRITE)
		access |= MDRV_W;
	if (modes & ACCESS_ADDRESS)
		access |= type->is_const || element(type)->is_const ? MDRV_R : MDRV_RW;
	return access;
}

/* Is there a record of this type that is not a view of untyped memory? */
static bool has_instances(const struct builder *b, const struct record *record)
{
	for (guint i = 0; i < b->model->records->len; i++) {
		const struct record *other = b->model->records->pdata[i];

		for (guint j = 0; j < other->fields->len; j++) {
			const struct field *field = other->fields->pdata[j];

			if (element(field->type)->record == record)
				return true;
		}
	}
	for (guint i = 0; i < b->model->globals->len; i++) {
		const struct global *global = b->model->globals->pdata[i];

		if (element(global->type)->record == record)
			return true;
	}
	for (guint i = 0; i < b->model->functions->len; i++) {
		const struct function *function = b->model->functions->pdata[i];

		for (guint j = 0; function->calls && j < function->calls->len; j++) {
			const struct call *call = function->calls->pdata[j];
			const struct fact *fact = call->callee ?
				knowledge_fact(b->knowledge, call->callee->name) : NULL;

			if (call->assigned_record == record && fact && fact->alloc_size >= 0)
				return true;
		}
	}
	return false;
}

/*
 * A record of integers that the driver defines, but of which it has no instance
 * anywhere, describes the layout of memory that the device shares.
 */
static bool is_layout(const struct builder *b, const struct type *type)
{
	return type->record && type->record->in_driver && type_is_plain(type) &&
	       !has_instances(b, type->record);
}

static void point_at(struct wire_field *field, const char *name, struct record *record,
		     const char *why)
{
	field->target_name = name;
	field->pointee = record;
	field->why = why;
}

/* What a fact or a hint says that it points at. */
static bool fill_by_fact(struct builder *b, struct wire_field *wire,
			 const struct field_fact *fact)
{
	const char *kind = fact && fact->kind ? fact->kind : "";
	const char *why = fact && fact->is_hint ? "a hint says so" : "the annotations say so";

	if (!strcmp(kind, "string"))
		wire->kind = WIRE_STR;
	else if (!strcmp(kind, "buffer"))
		point_at(wire, MARSHAL_BYTES, NULL, why);
	else if (!strcmp(kind, "opaque"))
		point_at(wire, NULL, NULL, why);
	else if (fact && fact->target)
		point_at(wire, fact->target, model_record(b->model, fact->target), why);
	else
		return false;
	if (!strcmp(kind, "buffer"))
		wire->length = fact->length;
	wire->why = why;
	wire->why_at = fact->at;
	return true;
}

static void fill_pointer(struct builder *b, const struct wire_record *record,
			 struct wire_field *wire, const struct type *type,
			 const struct field *source, const struct field_fact *fact)
{
	const struct type *pointee = type->elem;

	wire->kind = WIRE_PTR;
	if (source && source->is_user) {
		wire->kind = WIRE_INT;
	} else if (pointee->kind == TYPE_FUNCTION) {
		wire->kind = WIRE_FN;
		wire->why = "of its type";
	} else if (fill_by_fact(b, wire, fact)) {
		;
	} else if (pointee->kind == TYPE_RECORD) {
		if (is_layout(b, pointee))
			point_at(wire, MARSHAL_BYTES, NULL,
				 "the driver has no object of that type: it describes memory that "
				 "the device shares");
		else
			point_at(wire, type_record_name(b->model, pointee), pointee->record,
				 "of its type");
	} else if (pointee->kind == TYPE_INT && pointee->is_const && pointee->is_char &&
		   g_str_has_suffix(pointee->canonical, " char") &&
		   !strstr(pointee->canonical, "signed")) {
		wire->kind = WIRE_STR;
		wire->why = "of its type: characters that are only read";
	} else if (record->global && record->global->is_param && pointee->is_char) {
		wire->kind = WIRE_STR;
		wire->why = "it is a parameter of the module";
	} else if (source && marshal_is_text(source)) {
		wire->kind = WIRE_STR;
		wire->why = "all of the driver uses it as a string";
	} else if (source && source->is_iomem) {
		point_at(wire, MARSHAL_BYTES, NULL, "it is declared __iomem");
	} else if (source && pointee->kind != TYPE_POINTER &&
		   (wire->length = marshal_length(b->model, b->knowledge, source))) {
		point_at(wire, MARSHAL_BYTES, NULL,
			 "the driver always allocates memory of that size for it");
	} else if (source && pointee->kind == TYPE_VOID) {
		struct record *record = wire_taken_for(source);

		if (record)
			point_at(wire, record->name, record, TAKEN_FOR);
	}
}

/* An integer as wide as a pointer that the driver makes a pointer to a record of. */
static bool fill_address(struct wire_field *wire, const struct type *type,
			 const struct field *source)
{
	struct record *record = source && type->kind == TYPE_INT && !wire->is_array ?
		wire_taken_for(source) : NULL;

	if (!record || type->size != sizeof(uint64_t))
		return false;
	wire->kind = WIRE_PTR;
	point_at(wire, record->name, record, TAKEN_FOR);
	return true;
}

static struct wire_field *find_field(const struct wire_record *record, const char *path,
				     bool in_tail)
{
	for (guint i = 0; i < record->fields->len; i++) {
		struct wire_field *field = record->fields->pdata[i];

		if (field->in_tail == in_tail && !strcmp(field->path, path))
			return field;
	}
	return NULL;
}

static struct wire_field *new_field(struct builder *b, struct wire_record *record,
				    const char *path, bool in_tail,
				    const struct location *at)
{
	struct wire_field *field = model_alloc(b->model, sizeof(*field));
	g_autofree char *name = g_strdup_printf("%s%s%s", record->ident, *path ? "." : "", path);

	field->path = model_intern(b->model, path);
	field->name = model_intern(b->model, name);
	field->in_tail = in_tail;
	field->count = 1;
	field->at = *at;
	g_ptr_array_add(record->fields, field);
	return field;
}

static void set_array(struct builder *b, struct wire_field *field, const char *array,
		      uint64_t count)
{
	field->is_array = true;
	field->array = model_intern(b->model, array);
	field->count = count;
}

static void no_form(struct builder *b, const struct wire_record *record,
		    const struct designator *d, const struct location *at)
{
	wire_keep(b, b->using, at,
		  "uses %s%s%s, an array within an array, which has no wire form", record->name,
		  d->path->str[0] == '[' ? "" : ".", d->path->str);
}

/*
 * One value, or an array of them: @d says which array the path went through
 * already. Arrays of bytes, and arrays within arrays, travel whole.
 */
static void add_value(struct builder *b, struct wire_record *record,
		      const struct designator *d, bool in_tail, struct type *type,
		      const struct field *source, unsigned int bit_width, unsigned int modes,
		      const struct location *at)
{
	const struct field_fact *fact = source && source->owner ?
		knowledge_field(b->knowledge, source->owner->name, source->name) : NULL;
	struct wire_field *field = find_field(record, d->path->str, in_tail);
	g_autofree char *first = NULL;

	if (fact && fact->kind && !strcmp(fact->kind, "skip"))
		return;
	if (!field && type->kind == TYPE_ARRAY) {
		first = g_strdup_printf("%s[0]", d->path->str);
		field = find_field(record, first, in_tail);
	}
	if (field) {
		field->access |= rights(modes, type);
		return;
	}
	if (type->kind == TYPE_ARRAY && element(type)->kind != TYPE_INT &&
	    (d->arrays || type->elem->kind == TYPE_ARRAY)) {
		no_form(b, record, d, at);
		return;
	}
	if (type->kind == TYPE_ARRAY && !d->arrays && type->elem->kind != TYPE_ARRAY &&
	    type->elem->size != 1) {
		field = new_field(b, record, first, in_tail, at);
		set_array(b, field, d->path->str, type->count);
		type = type->elem;
	} else {
		field = new_field(b, record, d->path->str, in_tail, at);
		if (d->arrays)
			set_array(b, field, d->array->str, d->count);
	}
	field->source = (struct field *)source;
	field->type = type;
	field->elem_type = type->spelling;
	field->is_signed = type->is_signed;
	field->access = rights(modes, type);
	if (type->kind == TYPE_ARRAY) {
		field->kind = WIRE_BYTES;
		field->is_text = fact && fact->kind && !strcmp(fact->kind, "string");
	} else if (type->kind == TYPE_POINTER)
		fill_pointer(b, record, field, type, source, fact);
	else if (!fill_address(field, type, source))
		field->kind = bit_width ? WIRE_BITS : type->size > 8 ? WIRE_BYTES : WIRE_INT;
}

static void add_access(struct builder *b, struct wire_record *record, struct designator *d,
		       bool in_tail, const struct access *access);

/* What is done to the sub-record by its own type is done to this one. */
static void add_inner(struct builder *b, struct wire_record *record,
		      const struct wire_place *place, const struct designator *outer,
		      const struct type *type)
{
	GPtrArray *inner = g_hash_table_lookup(b->accesses, place->record_name);

	for (guint i = 0; inner && i < inner->len; i++) {
		struct designator d = *outer;

		d.path = g_string_new(place->path);
		d.array = g_string_new(type->kind == TYPE_ARRAY ? outer->path->str :
				       outer->array->str);
		d.count = place->count;
		d.arrays = place->is_array;
		add_access(b, record, &d, place->in_tail, inner->pdata[i]);
		g_string_free(d.path, TRUE);
		g_string_free(d.array, TRUE);
	}
}

static void add_place(struct builder *b, struct wire_record *record,
		      const struct designator *d, bool in_tail, const struct type *type)
{
	const char *name;
	struct wire_place *place;
	g_autofree char *path = NULL;

	if (d->arrays + (type->kind == TYPE_ARRAY) > 1)
		return;		/* no wire form: the address stays local */
	path = type->kind == TYPE_ARRAY ? g_strdup_printf("%s[0]", d->path->str) :
		g_strdup(d->path->str);
	for (guint i = 1; i < record->places->len; i++) {
		place = record->places->pdata[i];
		if (place->in_tail == in_tail && !strcmp(place->path, path))
			return;
	}
	name = type_record_name(b->model, element(type));
	if (!name)
		return;
	place = model_alloc(b->model, sizeof(*place));
	place->record_name = name;
	place->record = wire_record_number(b, name, element(type)->record);
	place->path = model_intern(b->model, path);
	place->in_tail = in_tail;
	place->is_array = type->kind == TYPE_ARRAY || d->arrays;
	place->array = d->arrays ? model_intern(b->model, d->array->str) : NULL;
	place->count = type->kind == TYPE_ARRAY ? type->count : d->arrays ? d->count : 1;
	g_ptr_array_add(record->places, place);
	add_inner(b, record, place, d, type);
}

/*
 * An array of pointers: what takes one as a whole, as a void pointer or a pointer to a
 * pointer, may be given the address of its elements.
 */
static void add_table(struct builder *b, struct wire_record *record, const struct designator *d,
		      bool in_tail, const struct type *type)
{
	g_autofree char *path = g_strdup_printf("%s[0]", d->path->str);
	struct wire_place *place;

	if (type->kind != TYPE_ARRAY || type->elem->kind != TYPE_POINTER || !type->count ||
	    d->arrays)
		return;
	for (guint i = 1; i < record->places->len; i++) {
		place = record->places->pdata[i];
		if (place->in_tail == in_tail && !strcmp(place->path, path))
			return;
	}
	place = model_alloc(b->model, sizeof(*place));
	place->record_name = "void";
	place->record = MDRV_REC_VOID;
	place->path = model_intern(b->model, path);
	place->in_tail = in_tail;
	place->is_array = true;
	place->count = type->count;
	g_ptr_array_add(record->places, place);
}

void wire_add_place(struct builder *b, struct wire_record *record, const char *path,
		    const struct wire_record *inner)
{
	struct type type = { .kind = TYPE_RECORD, .spelling = inner->name,
			     .record = inner->record };
	struct designator d = {
		.path = g_string_new(path), .array = g_string_new(NULL), .count = 1,
	};

	add_place(b, record, &d, false, &type);
	g_string_free(d.path, TRUE);
	g_string_free(d.array, TRUE);
}

static void designate(struct designator *d, const char *name)
{
	if (!name || !*name)
		return;		/* member of an anonymous struct or union */
	if (d->path->len)
		g_string_append_c(d->path, '.');
	g_string_append(d->path, name);
}

static void enter_array(struct designator *d, const struct type *type)
{
	g_string_assign(d->array, d->path->str);
	g_string_append(d->path, "[0]");
	d->count = type->count;
	d->arrays++;
}

/* A struct, or an array of them, that is copied whole: its integers one by one. */
static void add_leaves(struct builder *b, struct wire_record *record, const struct designator *d,
		       bool in_tail, const struct type *type, unsigned int modes,
		       const struct location *at)
{
	struct designator outer = *d;

	if (type->kind == TYPE_ARRAY && (d->arrays || type->elem->kind != TYPE_RECORD)) {
		no_form(b, record, d, at);
		return;
	}
	outer.path = g_string_new(d->path->str);
	outer.array = g_string_new(d->array->str);
	if (type->kind == TYPE_ARRAY)
		enter_array(&outer, type);
	type = element(type);
	for (guint i = 0; i < type->record->fields->len; i++) {
		const struct field *field = type->record->fields->pdata[i];
		struct designator inner = outer;

		inner.path = g_string_new(outer.path->str);
		designate(&inner, field->name);
		if (element(field->type)->kind == TYPE_RECORD)
			add_leaves(b, record, &inner, in_tail, field->type, modes, at);
		else
			add_value(b, record, &inner, in_tail, field->type, field,
				  field->bit_width, modes, at);
		g_string_free(inner.path, TRUE);
	}
	g_string_free(outer.path, TRUE);
	g_string_free(outer.array, TRUE);
}

static void add_target(struct builder *b, struct wire_record *record, struct designator *d,
		       bool in_tail, const struct access *access)
{
	const struct field *field = access->path->pdata[access->path->len - 1];
	const struct type *type = field->type;
	unsigned int modes = access->modes;

	if (element(type)->kind != TYPE_RECORD) {
		if (modes & ACCESS_ADDRESS)
			add_table(b, record, d, in_tail, type);
		add_value(b, record, d, in_tail, field->type, field, field->bit_width, modes,
			  &access->at);
		return;
	}
	if (modes & ACCESS_ADDRESS)
		add_place(b, record, d, in_tail, type);
	modes &= ACCESS_READ | ACCESS_WRITE;
	if (modes && type_is_plain(element(type)))
		add_leaves(b, record, d, in_tail, type, modes, &access->at);
}

static void add_access(struct builder *b, struct wire_record *record, struct designator *d,
		       bool in_tail, const struct access *access)
{
	bool representable = true;

	b->using = access->in;
	for (guint i = 0; i < access->path->len; i++) {
		const struct field *field = access->path->pdata[i];
		const struct type *type = field->type;

		designate(d, field->name);
		if (i + 1 == access->path->len || type->kind != TYPE_ARRAY)
			continue;
		representable &= !d->arrays && type->elem->kind == TYPE_RECORD && type->count;
		enter_array(d, type);
	}
	if (representable)
		add_target(b, record, d, in_tail, access);
	else
		no_form(b, record, d, &access->at);
}

void wire_add_access(struct builder *b, struct wire_record *record, const char *prefix,
		     bool in_tail, const struct access *access)
{
	struct designator d = {
		.path = g_string_new(prefix), .array = g_string_new(NULL), .count = 1,
	};

	add_access(b, record, &d, in_tail, access);
	g_string_free(d.path, TRUE);
	g_string_free(d.array, TRUE);
}

void wire_add_global_access(struct builder *b, struct wire_record *record,
			    const struct access *access)
{
	const struct type *type = record->global->type;
	bool is_array = type->kind == TYPE_ARRAY;
	struct designator d = {
		.path = g_string_new(is_array ? "[0]" : ""), .array = g_string_new(NULL),
		.count = is_array ? type->count : 1, .arrays = is_array,
	};

	add_access(b, record, &d, false, access);
	g_string_free(d.path, TRUE);
	g_string_free(d.array, TRUE);
}

struct wire_field *wire_add_leaf(struct builder *b, struct wire_record *record,
				 const char *path, bool in_tail, struct type *type,
				 unsigned int bit_width, unsigned int modes,
				 const struct location *at)
{
	struct designator d = {
		.path = g_string_new(path), .array = g_string_new(NULL), .count = 1,
	};

	add_value(b, record, &d, in_tail, type, NULL, bit_width, modes, at);
	g_string_free(d.path, TRUE);
	g_string_free(d.array, TRUE);
	return record->fields->len ? record->fields->pdata[record->fields->len - 1] : NULL;
}
