/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the lines of surveys add up to: the table and the page are printed from it. */
#ifndef MDRV_SURVEY_TALLY_H
#define MDRV_SURVEY_TALLY_H

#include <json.h>
#include <stdio.h>
#include <glib.h>

/* A subsystem, or all. */
struct row {
	char *name;
	guint modules, ok, skipped, failed;	/* @failed: those out of time, too */
	guint asked, splits;			/* of those that say so: give a plan */
	int64_t functions, lines, moved, moved_lines;
	int64_t both_lines;			/* of those moved: in both halves */
	int64_t hardirq, softirq, atomic;	/* critical roots */
	int64_t ambiguities;
	int64_t pointers[3];			/* automatic, hinted, ambiguous */
	int64_t peak_kb;
	GArray *shares;				/* double: % of a module's lines that move */
	GArray *seconds;			/* double: of those that are ok */
	GArray *ratios, *cpu_ratios;		/* double: to clang's syntax check */
};

/* An ambiguity that several modules may have. */
struct question {
	const char *text;
	guint modules;
	int64_t places;
};

/* The same obstacle, lifted alone, in each module that it keeps something of. */
struct obstacle {
	char *name;
	bool is_kind;
	guint modules;
	int64_t functions, lines;
};

struct tally {
	GTree *lines;		/* path -> struct json_object *: the last line about each module */
	GTree *rows;		/* name -> struct row *: the subsystems */
	struct row *total;
	GHashTable *questions;	/* text -> struct question * */
	GHashTable *obstacles;	/* name -> struct obstacle * */
	GTree *kept;		/* kind of first reason -> functions, an int64_t * */
};

/* NULL after an error: a file cannot be read. Lines that are none are warned of. */
struct tally *tally_new(GPtrArray *files);
void tally_free(struct tally *tally);

/* "drivers/net" of "drivers/net/ethernet/realtek/r8169"; free with g_free(). */
char *subsystem_of(const char *path);

/* Those that most modules have, the first ones; free with g_list_free(). */
GList *tally_questions(const struct tally *tally);
/* What keeps most lines, of kinds or of single obstacles; the same. */
GList *tally_obstacles(const struct tally *tally, bool kinds);

/* The number behind a path of keys, of which the later may be NULL; 0 if there is none. */
double json_number(struct json_object *object, const char *key, const char *inner,
		   const char *innermost);
double percent(int64_t part, int64_t whole);
/* Of doubles; sorts them. */
double median(GArray *values);
double mean(const GArray *values);

/* The printers; @directory: where the page will be. */
void survey_text(const struct tally *tally, FILE *to);
void survey_html(const struct tally *tally, const char *name, const char *directory, FILE *to);

#endif /* MDRV_SURVEY_TALLY_H */
