// SPDX-License-Identifier: GPL-2.0-or-later
#include <string.h>

#include "marshal_type.h"

const char *type_record_name(struct model *model, const struct type *type)
{
	static const char *const qualifiers[] = { "const ", "volatile ", "restrict " };
	const char *name = type->spelling;
	bool again = true;

	if (type->record && type->record->name[0])
		return type->record->name;
	while (again) {
		again = false;
		for (gsize i = 0; i < G_N_ELEMENTS(qualifiers); i++) {
			if (g_str_has_prefix(name, qualifiers[i])) {
				name += strlen(qualifiers[i]);
				again = true;
			}
		}
	}
	/* clang's "struct (unnamed at ...)": nobody can say that in C */
	return strchr(name, '(') ? NULL : model_intern(model, name);
}

bool type_is_word(const struct type *type)
{
	return type->kind == TYPE_RECORD && type->size && type->size <= 8 &&
	       !strchr(type->spelling, '(') && type_is_plain(type);
}

const struct record *type_table_of(const struct knowledge *knowledge, const struct type *type)
{
	const struct type *elem = type && (type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY) ?
		type->elem : NULL;
	const struct record *record = elem && elem->kind == TYPE_POINTER && elem->elem->is_const ?
		elem->elem->record : NULL;

	return record && g_str_has_prefix(record->name, "struct ") &&
	       g_hash_table_contains(knowledge->tables, record->name + strlen("struct ")) ?
		record : NULL;
}

const char *type_table_name(struct model *model, const struct record *record)
{
	g_autofree char *name = g_strconcat("table of ", record->name, NULL);

	return model_intern(model, name);
}

bool type_is_record_pointer(const struct type *type)
{
	return type && type->kind == TYPE_POINTER && type->elem &&
	       type->elem->kind == TYPE_RECORD;
}

bool type_is_plain(const struct type *type)
{
	switch (type->kind) {
	case TYPE_INT:
		return true;
	case TYPE_ARRAY:
		return type->count && type_is_plain(type->elem);
	case TYPE_RECORD:
		if (!type->record || !type->record->complete)
			return false;
		for (guint i = 0; i < type->record->fields->len; i++) {
			const struct field *field = type->record->fields->pdata[i];

			if (!type_is_plain(field->type))
				return false;
		}
		return true;
	default:
		return false;
	}
}
