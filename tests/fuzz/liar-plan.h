/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the liar knows of the driver: liar-plan.py's extract of plan.json, and which kinds
 * of lies earlier sessions have told of what.
 */
#ifndef LIAR_PLAN_H
#define LIAR_PLAN_H

#include <stdio.h>
#include <string.h>

#define FUNCS_MAX	1024
#define PARAMS_MAX	24
#define RECORDS_MAX	1024
#define FIELDS_MAX	256

enum lie {
	ORDER, AGAIN, RIGHT, OBJECT, TYPE, STALE, REPEAT, DONE, FAILURE, OUTSIDE, FIELD, NUMBER,
	NOTHING, ELEMENT, SHORT, FREE, ALLOC, DIE, STALL, LIES
};

static const char *const lie_names[LIES] = {
	"order", "again", "right", "object", "type", "stale", "repeat", "done", "failure",
	"outside", "field", "number", "nothing", "element", "short", "free", "alloc", "die",
	"stall",
};

/*
 * A downcall or an upcall. @params: a letter each, 'i'nteger, 's'tring, 'f'unction, buffer
 * that comes 'r' with the call, goes 'w' back, or 'b'oth; 'p'ointer, to the record in @of.
 */
struct func {
	char name[64];
	char params[PARAMS_MAX + 1];
	unsigned short of[PARAMS_MAX];
	unsigned short *allowed;
	unsigned int nallowed;
	unsigned char seen[LIES];
};

static struct func downcalls[FUNCS_MAX], upcalls[FUNCS_MAX];
static unsigned int ndowncalls, nupcalls;
/* Fields by number: what crosses as a 'p'ointer or an 'i'nteger; in capitals if written. */
static char fields[RECORDS_MAX][FIELDS_MAX + 1];

static void read_params(struct func *f, char *text)
{
	unsigned int n = 0;

	for (char *word = strtok(text, " \n"); word && n < PARAMS_MAX; word = strtok(NULL, " \n")) {
		f->params[n] = word[0];
		f->of[n++] = atoi(word + 1);
	}
}

static void read_allowed(struct func *f, char *text)
{
	f->allowed = calloc(FUNCS_MAX, sizeof(*f->allowed));
	for (char *word = strtok(text, " \n"); f->allowed && word; word = strtok(NULL, " \n")) {
		if (f->nallowed < FUNCS_MAX)
			f->allowed[f->nallowed++] = atoi(word);
	}
}

static void read_plan(const char *path)
{
	char line[8192], name[64];
	FILE *file = fopen(path, "r");
	unsigned int n;
	int at;

	while (file && fgets(line, sizeof(line), file)) {
		if (sscanf(line, "downcall %u %63s %n", &n, name, &at) == 2 && n < FUNCS_MAX) {
			ndowncalls = n + 1;
			strcpy(downcalls[n].name, name);
			read_params(&downcalls[n], line + at);
		} else if (sscanf(line, "upcall %u %63s %n", &n, name, &at) == 2 && n < FUNCS_MAX) {
			nupcalls = n + 1;
			strcpy(upcalls[n].name, name);
			read_allowed(&upcalls[n], line + at);
		} else if (sscanf(line, "record %u %n", &n, &at) == 1 && n < RECORDS_MAX) {
			sscanf(line + at, "%256s", fields[n]);
		}
	}
	if (file)
		fclose(file);
}

/* Lines "KIND OF" of earlier sessions, OF being a number, with 'u' before it an upcall's. */
static void read_seen(const char *path)
{
	char line[256], kind[32], of[32];
	FILE *file = fopen(path, "r");

	while (file && fgets(line, sizeof(line), file)) {
		unsigned int n, lie = 0;
		struct func *f;

		if (sscanf(line, "liar: %31s of %31s", kind, of) != 2)
			continue;
		n = atoi(of[0] == 'u' ? of + 1 : of);
		while (lie < LIES && strcmp(kind, lie_names[lie]))
			lie++;
		f = of[0] == 'u' ? upcalls : downcalls;
		if (lie < LIES && n < FUNCS_MAX && f[n].seen[lie] < 255)
			f[n].seen[lie]++;
	}
	if (file)
		fclose(file);
}

#endif /* LIAR_PLAN_H */
