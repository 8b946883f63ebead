// SPDX-License-Identifier: GPL-2.0-or-later
/* Reports: which formats there are, and what all of them share. */
#include <string.h>

#include "output.h"
#include "report.h"
#include "report_internal.h"
#include "summary.h"

static bool report_text(struct report *report, FILE *to)
{
	summary_text(to, report->partition);
	return true;
}

static bool report_json(struct report *report, FILE *to)
{
	struct json_object *document = report_document(report);
	g_autofree char *text = report_json_text(document, true);

	json_object_put(document);
	fprintf(to, "%s\n", text);
	return true;
}

static const struct {
	const char *name;
	bool (*write)(struct report *report, FILE *to);
} formats[] = {
	{ "text", report_text },
	{ "json", report_json },
	{ "dot", report_dot },
	{ "svg", report_svg },
	{ "html", report_html },
};

const char report_formats[] = "text, json, dot, svg or html";

static int format_number(const char *format)
{
	guint i;

	for (i = 0; i < G_N_ELEMENTS(formats); i++) {
		if (!strcmp(formats[i].name, format))
			return i;
	}
	return -1;
}

bool report_known(const char *format)
{
	return format_number(format) >= 0;
}

unsigned int report_number(const struct report *report, const struct function *function)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(report->numbers, function));
}

bool report_is_root(const struct report *report, const struct decision *decision)
{
	const struct standing *standing = contexts_of(report->partition->contexts,
						      decision->function);
	guint i;

	for (i = 0; standing && i < standing->entries->len; i++) {
		const struct entry *entry = standing->entries->pdata[i];

		if (entry->context & (CONTEXT_CRITICAL | CONTEXT_UNKNOWN) ||
		    (entry->slot && entry->slot->hot))
			return true;
	}
	return false;
}

bool report_write(const struct partition *partition, const struct plan *plan,
		  const char *format, const char *path)
{
	struct report report = { .partition = partition, .plan = plan };
	struct output output;
	bool ok;
	guint i;

	if (!output_open(&output, path))
		return false;
	report.graph = graph_new(partition, plan);
	report.numbers = g_hash_table_new(NULL, NULL);
	for (i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];

		g_hash_table_insert(report.numbers, decision->function, GUINT_TO_POINTER(i));
	}
	ok = formats[format_number(format)].write(&report, output.file);
	graph_free(report.graph);
	g_hash_table_unref(report.numbers);
	return output_close(&output, ok);
}
