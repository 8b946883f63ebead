/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the command line says. Only main.c and options.c know of it. */
#ifndef MDRV_OPTIONS_H
#define MDRV_OPTIONS_H

#include "survey.h"

enum { EXIT_BAD_INPUT = 1, EXIT_USAGE = 2, EXIT_DIFFERENT = 3, EXIT_SIGNAL = 128 };

struct options {
	const char *driver;
	const char *name;	/* explain; diff: the new plan */
	char *kdir;
	char *annotations;
	char *out;
	char *format;
	char *kernel_version;	/* whose interfaces to expect; NULL: KDIR's own */
	char *database;		/* files and flags, instead of asking Kbuild */
	char *module;		/* its name, if there are several; or NULL */
	char **hints;		/* files, or NULL */
	GPtrArray *words;	/* of the command line, the operands among them */
	char **left;		/* of them, what is no option */
	char **variables;	/* "NAME=VALUE" for make: what came after "--", or NULL */
	GPtrArray *operands;	/* survey: trees, or results */
	struct survey_options survey;
	gboolean summary;	/* survey: of results */
	gboolean resume, retry, baseline, blockers;	/* as in @survey */
	gboolean init;		/* hints */
	gboolean force;
	gboolean strict;	/* no operation moves that somebody may call in atomic context */
	gboolean no_sections;	/* functions whole, whatever of them must stay */
	gboolean no_learnt;	/* without what mdrv learn found out */
	gboolean functions;	/* learn: contexts of functions, too */
	gboolean exit_code;	/* diff: of its own where something differs */
	gboolean check;		/* learn: hold it against what people wrote */
	char *root;		/* install, remove, status: of the system */
	char *release;		/* the same: of the kernel */
	gboolean without_signature;	/* install */
	gboolean version, help;
	gboolean dump_model;
	char *dump_file;	/* the model goes there, and the report to stdout as ever */
	int verbosity;
};

struct command {
	const char *name;
	const char *arguments;
	const char *summary;
	const char *help;
	int operands;		/* -1: one or more */
	int (*run)(struct options *options);
};

/*
 * Take all options out of the command line; what is left are operands, from argv[1]. -1 to
 * go on, or an exit status. @argv is then an array of @options; what comes after "--" is gone.
 */
int options_parse(const struct command *command, int *argc, char ***argv,
		  struct options *options);

/* Call @seen for every option of @command that its help names. */
typedef void option_seen(const GOptionEntry *entry, void *data);
void options_each(const struct command *command, option_seen *seen, void *data);

void options_clear(struct options *options);

#endif /* MDRV_OPTIONS_H */
