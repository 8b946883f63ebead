// SPDX-License-Identifier: GPL-2.0-or-later
/* The call graph in the language of Graphviz, and drawn by its program dot. */
#include <errno.h>
#include <string.h>

#include "diag.h"
#include "report_internal.h"

static const struct {
	const char *fill;
	const char *legend;
} colours[] = {
	[DOMAIN_KERNEL] = { "#f4c7a1", "kernel half" },
	[DOMAIN_USER] = { "#b5d9a8", "user half" },
	[DOMAIN_BOTH] = { "#cfc3ea", "both halves" },
};

/* Between double quotes; Graphviz gives the backslash a meaning of its own. */
static char *quoted(const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	GString *out = g_string_new("\"");
	const char *p;

	for (p = valid; *p; p++) {
		if (*p == '"' || *p == '\\')
			g_string_append_c(out, '\\');
		g_string_append_c(out, *p == '\n' ? ' ' : *p);
	}
	g_string_append_c(out, '"');
	return g_string_free(out, FALSE);
}

static void print_node(const struct report *report, const struct decision *decision, FILE *to)
{
	const struct function *function = decision->function;
	const struct reason *reason = decision->reasons->len ? decision->reasons->pdata[0] : NULL;
	g_autofree char *base = g_path_get_basename(function->at.file ? function->at.file : "");
	g_autofree char *tip = g_strdup_printf("%s:%u: %s", base, function->at.line,
					       reason ? reason->text : "");
	g_autofree char *name = quoted(function->name);
	g_autofree char *tooltip = quoted(tip);

	fprintf(to, "\tf%u [label=%s, tooltip=%s, fillcolor=\"%s\"",
		report_number(report, function), name, tooltip, colours[decision->domain].fill);
	if (report_is_root(report, decision))
		fputs(", color=\"#b3261e\", penwidth=3", to);
	else if (decision->entry)
		fputs(", penwidth=2", to);
	fputs("];\n", to);
}

static void print_edge(const struct report *report, const struct edge *edge, FILE *to)
{
	fprintf(to, "\tf%u -> f%u", report_number(report, edge->from),
		report_number(report, edge->to));
	if (edge->crosses)
		fprintf(to, " [penwidth=3, color=\"#1a5fb4\"%s]",
			edge->indirect ? ", style=dashed" : "");
	else if (edge->indirect)
		fputs(" [style=dashed]", to);
	fputs(";\n", to);
}

static void print_legend(FILE *to)
{
	size_t i;

	fputs("\tsubgraph cluster_legend {\n\t\tlabel=\"legend\"; fontname=\"sans-serif\";\n", to);
	for (i = 0; i < G_N_ELEMENTS(colours); i++)
		fprintf(to, "\t\tlegend%zu [label=\"%s\", fillcolor=\"%s\"];\n", i,
			colours[i].legend, colours[i].fill);
	fputs("\t\tlegend_root [label=\"critical root\", fillcolor=\"white\", "
	      "color=\"#b3261e\", penwidth=3];\n"
	      "\t\tlegend_entry [label=\"entered by the kernel\", fillcolor=\"white\", "
	      "penwidth=2];\n"
	      "\t\tlegend0 -> legend1 [label=\"crosses\", penwidth=3, color=\"#1a5fb4\"];\n"
	      "\t\tlegend1 -> legend2 [label=\"through a pointer\", style=dashed];\n"
	      "\t}\n", to);
}

/* One edge for all calls between the same two functions that look the same. */
static bool is_new(GHashTable *drawn, const struct report *report, const struct edge *edge)
{
	char *key = g_strdup_printf("%u %u %d", report_number(report, edge->from),
				    report_number(report, edge->to), edge->indirect);

	return g_hash_table_add(drawn, key);
}

bool report_dot(struct report *report, FILE *to)
{
	g_autoptr(GHashTable) drawn = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autofree char *name = quoted(report->partition->model->module);
	guint i;

	fprintf(to, "// call graph of a split driver; draw it with: dot -Tsvg\n"
		"digraph %s {\n"
		"\trankdir=LR; ranksep=1; nodesep=0.12; concentrate=false;\n"
		"\tnode [shape=box, style=filled, fontname=\"sans-serif\", fontsize=11, "
		"height=0.25, margin=\"0.08,0.03\", color=\"#555555\"];\n"
		"\tedge [arrowsize=0.6, color=\"#777777\", fontname=\"sans-serif\", fontsize=9];\n",
		name);
	for (i = 0; i < report->partition->decisions->len; i++)
		print_node(report, report->partition->decisions->pdata[i], to);
	for (i = 0; i < report->graph->edges->len; i++) {
		if (is_new(drawn, report, report->graph->edges->pdata[i]))
			print_edge(report, report->graph->edges->pdata[i], to);
	}
	print_legend(to);
	fputs("}\n", to);
	return true;
}

/* dot reads a file: a pipe in both directions could block on either end. */
static char *dot_file(struct report *report)
{
	g_autoptr(GError) error = NULL;
	char *path = NULL;
	int fd = g_file_open_tmp("mdrv-XXXXXX.dot", &path, &error);
	FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
	bool ok;

	if (!file) {
		diag_error(NULL, "no temporary file for dot: %s", error->message);
		return NULL;
	}
	report_dot(report, file);
	ok = !ferror(file);
	if (fclose(file) || !ok) {
		diag_error(&(struct location){ .file = path }, "cannot be written: %s; set TMPDIR "
			   "to a directory with room", g_strerror(errno));
		remove(path);
		g_clear_pointer(&path, g_free);
	}
	return path;
}

bool report_svg(struct report *report, FILE *to)
{
	g_autofree char *path = dot_file(report);
	char *argv[] = { "dot", "-Tsvg", path, NULL };
	g_autofree char *svg = NULL, *complaint = NULL;
	g_autoptr(GError) error = NULL;
	int status = 0;
	bool ok;

	if (!path)
		return false;
	ok = g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &svg, &complaint,
			  &status, &error);
	remove(path);
	if (!ok && g_error_matches(error, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT)) {
		diag_error(NULL, "format svg is drawn by Graphviz, and there is no program "
				 "\"dot\"; install graphviz, or use --format dot or html");
		return false;
	}
	if (!ok || !g_spawn_check_wait_status(status, &error)) {
		diag_error(NULL, "dot failed: %s%s%s", error->message,
			   complaint && *complaint ? ": " : "", complaint ? complaint : "");
		return false;
	}
	fputs(svg, to);
	return true;
}
