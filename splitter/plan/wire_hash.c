// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The interface hash: SHA-256 over a text of everything that both halves must
 * agree on. Offsets and sizes of structs are each half's own business and not in
 * it; the size of an integer is, since its sign extension depends on it.
 */
#include <inttypes.h>
#include <string.h>

#include "mdrv_plan.h"
#include "wire_internal.h"

static void add_pass(GString *text, const struct pass *pass)
{
	g_string_append_printf(text, " %d:%u:%u:%d:%s", pass->kind, pass->record, pass->access,
			       pass->nullable, pass->length ? pass->length : "");
	if (pass->kind == PASS_INT && pass->type->kind == TYPE_RECORD)
		g_string_append_printf(text, ":%" PRIu64, pass->type->size);
}

static void add_crossings(GString *text, const char *what, GPtrArray *crossings)
{
	for (guint i = 0; i < crossings->len; i++) {
		const struct crossing *crossing = crossings->pdata[i];

		g_string_append_printf(text, "%s %s", what, crossing->name);
		for (guint j = 0; j < crossing->params->len; j++)
			add_pass(text, crossing->params->pdata[j]);
		add_pass(text, &crossing->result);
		g_string_append_printf(text, " mode %u\n", crossing->mode);
	}
}

static void add_record(GString *text, const struct wire_record *record)
{
	g_string_append_printf(text, "record %u %s base %u plain %d\n", record->number,
			       record->name, record->base, record->plain);
	for (guint i = 0; i < record->fields->len; i++) {
		const struct wire_field *field = record->fields->pdata[i];
		uint64_t size = field->kind == WIRE_INT || field->kind == WIRE_BYTES ?
			field->type->size : 0;

		g_string_append_printf(text, " field %s %d %d %u %u %d %s %" PRIu64 " %" PRIu64
				       " %d\n", field->path, field->in_tail,
				       field->kind, field->access, field->target, field->follow,
				       field->length ? field->length : "-", field->count, size,
				       field->is_signed);
	}
	for (guint i = 0; i < record->places->len; i++) {
		const struct wire_place *place = record->places->pdata[i];

		g_string_append_printf(text, " place %s %d %u %" PRIu64 "\n", place->path,
				       place->in_tail, place->record, place->count);
	}
}

void wire_hash(struct plan *plan)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *digest = NULL;

	g_string_append_printf(text, "abi %d driver %s\n", MDRV_ABI, plan->model->module);
	for (guint i = 0; i < plan->records->len; i++)
		add_record(text, plan->records->pdata[i]);
	for (guint i = 0; i < plan->functions->len; i++)
		g_string_append_printf(text, "function %s\n",
				       ((struct function *)plan->functions->pdata[i])->name);
	for (guint i = 0; i < plan->globals->len; i++) {
		const struct wire_global *global = plan->globals->pdata[i];

		g_string_append_printf(text, "global %s %u\n", global->global->name,
				       global->record);
	}
	add_crossings(text, "upcall", plan->upcalls);
	add_crossings(text, "downcall", plan->downcalls);
	digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, text->len);
	g_strlcpy(plan->hash, digest, sizeof(plan->hash));
}
