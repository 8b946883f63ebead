/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shared by the formats of reports. */
#ifndef MDRV_REPORT_INTERNAL_H
#define MDRV_REPORT_INTERNAL_H

#include <json.h>
#include <stdio.h>

#include "graph.h"
#include "plan.h"

struct report {
	const struct partition *partition;
	const struct plan *plan;	/* or NULL */
	struct graph *graph;
	GHashTable *numbers;		/* struct function * -> number in the list, from 0 */
};

/* The document that README.md describes, for json_object_put(). */
struct json_object *report_document(struct report *report);
/* As text in valid UTF-8, for g_free(). */
char *report_json_text(struct json_object *document, bool pretty);

/* A place, as {file, line, column}: the same in all that is printed as JSON. */
struct json_object *json_location(const struct location *at);

unsigned int report_number(const struct report *report, const struct function *function);
/* Does the kernel enter it in a context that must not sleep, or on the data path? */
bool report_is_root(const struct report *report, const struct decision *decision);

extern const char *const report_domains[];

/* What plan_diff() has found, in lines. */
void plan_diff_text(struct json_object *document, FILE *to);

bool report_dot(struct report *report, FILE *to);
bool report_svg(struct report *report, FILE *to);
bool report_html(struct report *report, FILE *to);

#endif /* MDRV_REPORT_INTERNAL_H */
