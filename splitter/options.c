// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Options of the command line: one table, of which each command knows its own. GLib reads
 * them and prints the help.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#include "home.h"
#include "knowledge.h"
#include "options.h"

/* Commands that look at one driver, and those that start a process for each of many things. */
#define DRIVER "split analyze explain hints"
#define MANY "survey learn"
#define PLACED "install remove status"

/* An option, and the commands that know it, or NULL: all. */
struct row {
	const char *commands;
	GOptionEntry entry;
};

enum { ROWS = 48, ALL = G_OPTION_FLAG_NONE, HIDDEN = G_OPTION_FLAG_HIDDEN,
       PLAIN = G_OPTION_FLAG_NO_ARG };

static bool is(const struct command *command, const char *name)
{
	return !strcmp(command->name, name);
}

static bool knows(const struct command *command, const struct row *row)
{
	g_auto(GStrv) names = g_strsplit(row->commands ? row->commands : command->name, " ", 0);

	return g_strv_contains((const char *const *)names, command->name);
}

static gboolean take_number(const char *name, const char *text, void *data, GError **error)
{
	struct options *options = data;
	struct survey_options *survey = &options->survey;
	const struct {
		const char *name;
		unsigned int *value;
		unsigned int most;
	} numbers[] = {
		{ "-j", &survey->jobs, 1024 },
		{ "--jobs", &survey->jobs, 1024 },
		{ "--sample", &survey->sample, 1000000 },
		{ "--seed", &survey->seed, G_MAXINT },
		{ "--timeout", &survey->timeout, 1000000 },
		{ "--memory", &survey->memory, 1 << 24 },
	}, *number = numbers;
	guint64 value;

	while (strcmp(number->name, name))
		number++;
	if (g_ascii_string_to_unsigned(text, 10, 1, number->most, &value, NULL)) {
		*number->value = value;
		return TRUE;
	}
	g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
		    "%s wants a number from 1 to %u, not \"%s\"", name, number->most, text);
	return FALSE;
}

static gboolean take_shard(const char *name, const char *text, void *data, GError **error)
{
	struct options *options = data;
	g_auto(GStrv) parts = g_strsplit(text, "/", 2);
	guint64 part, all = 1000000;

	if (parts[0] && parts[1] &&
	    g_ascii_string_to_unsigned(parts[1], 10, 1, all, &all, NULL) &&
	    g_ascii_string_to_unsigned(parts[0], 10, 1, all, &part, NULL)) {
		options->survey.shard = part;
		options->survey.shards = all;
		return TRUE;
	}
	g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
		    "%s wants I/N, with I from 1 to %" G_GUINT64_FORMAT ", not \"%s\"", name, all,
		    text);
	return FALSE;
}

static gboolean take_release(const char *name, const char *text, void *data, GError **error)
{
	struct options *options = data;

	g_free(options->kernel_version);
	options->kernel_version = g_strdup(text);
	if (kernel_version(text))
		return TRUE;
	g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
		    "%s wants a version such as 6.1, not \"%s\"", name, text);
	return FALSE;
}

static gboolean take_verbose(const char *name, const char *text, void *data, GError **error)
{
	struct options *options = data;

	(void)name;
	(void)text;
	(void)error;
	options->verbosity++;
	return TRUE;
}

/* What a driver or a tree is read with. */
static struct row *input_rows(struct options *options, struct row *row)
{
	const struct row rows[] = {
		{ DRIVER " " MANY " build", { "kdir", 0, ALL, G_OPTION_ARG_STRING, &options->kdir,
		  "kernel build tree (default: the running kernel's)", "KDIR" } },
		{ DRIVER " " MANY, { "kernel-version", 0, ALL, G_OPTION_ARG_CALLBACK, take_release,
		  "the kernel whose interfaces KDIR has (default: its own version)", "X.Y" } },
		{ DRIVER, { "module", 0, ALL, G_OPTION_ARG_STRING, &options->module,
		  "the module to take, if Kbuild builds several", "NAME" } },
		{ DRIVER, { "database", 0, ALL, G_OPTION_ARG_STRING, &options->database,
		  "files and flags from a compilation database", "FILE" } },
		{ DRIVER, { "hints", 0, ALL, G_OPTION_ARG_FILENAME_ARRAY, &options->hints,
		  "hints about this driver; may be repeated", "FILE" } },
		{ DRIVER " " MANY, { "annotations", 0, ALL, G_OPTION_ARG_STRING,
		  &options->annotations, "facts about the kernel (default: those installed)",
		  "DIR" } },
		{ DRIVER " survey", { "no-learnt", 0, ALL, G_OPTION_ARG_NONE, &options->no_learnt,
		  "without facts that mdrv learn found, only with those people wrote", NULL } },
		{ DRIVER " survey", { "strict", 0, ALL, G_OPTION_ARG_NONE, &options->strict,
		  "an operation that anybody may call in atomic context stays", NULL } },
		{ DRIVER " survey", { "no-sections", 0, ALL, G_OPTION_ARG_NONE,
		  &options->no_sections,
		  "functions stay whole where statements of theirs must stay", NULL } },
	};

	memcpy(row, rows, sizeof(rows));
	return row + G_N_ELEMENTS(rows);
}

/* What comes out, and where. */
static struct row *output_rows(struct options *options, struct row *row)
{
	const struct row rows[] = {
		{ "split", { "output", 'o', ALL, G_OPTION_ARG_FILENAME, &options->out,
		  "where to write", "OUT" } },
		{ "analyze hints", { "output", 'o', ALL, G_OPTION_ARG_FILENAME, &options->out,
		  "where to write (default: standard output)", "FILE" } },
		{ "survey", { "output", 'o', ALL, G_OPTION_ARG_FILENAME, &options->out,
		  "results (default: results.jsonl); with --summary the summary", "FILE" } },
		{ "learn", { "output", 'o', ALL, G_OPTION_ARG_FILENAME, &options->out,
		  "where the facts go; notes about files go to DIR.jsonl", "DIR" } },
		{ "split hints", { "force", 0, ALL, G_OPTION_ARG_NONE, &options->force,
		  "replace what an earlier run has written there", NULL } },
		{ "hints", { "init", 0, ALL, G_OPTION_ARG_NONE, &options->init,
		  "write the file", NULL } },
		{ "analyze", { "format", 0, ALL, G_OPTION_ARG_STRING, &options->format,
		  "text (default), json, dot, svg or html", "FORMAT" } },
		{ "survey", { "format", 0, ALL, G_OPTION_ARG_STRING, &options->format,
		  "of the summary: text (default), or html for a page", "text|html" } },
		{ "diff", { "format", 0, ALL, G_OPTION_ARG_STRING, &options->format,
		  "text (default), or json for programs", "text|json" } },
		{ "diff", { "exit-code", 0, ALL, G_OPTION_ARG_NONE, &options->exit_code,
		  "exit status 3 if anything differs", NULL } },
		{ "analyze survey", { "blockers", 0, ALL, G_OPTION_ARG_NONE, &options->blockers,
		  "tell what moves without each obstacle alone", NULL } },
		{ "survey", { "summary", 0, ALL, G_OPTION_ARG_NONE, &options->summary,
		  "print what results add up to", NULL } },
		{ "learn", { "check", 0, ALL, G_OPTION_ARG_NONE, &options->check,
		  "compare what was learnt with what people wrote", NULL } },
		{ "learn", { "functions", 0, ALL, G_OPTION_ARG_NONE, &options->functions,
		  "and how the functions that the headers declare are called", NULL } },
		/* How learn starts itself for one file, as a survey does analyze. */
		{ "learn", { "database", 0, HIDDEN, G_OPTION_ARG_STRING, &options->database,
		  NULL, NULL } },
		{ "learn", { "format", 0, HIDDEN, G_OPTION_ARG_STRING, &options->format,
		  NULL, NULL } },
		{ "learn", { "no-learnt", 0, HIDDEN, G_OPTION_ARG_NONE, &options->no_learnt,
		  NULL, NULL } },
		/* For developers: what was read, alone, or in a file beside the report. */
		{ DRIVER, { "dump-model", 0, HIDDEN, G_OPTION_ARG_NONE, &options->dump_model,
		  NULL, NULL } },
		{ DRIVER, { "dump-model-to", 0, HIDDEN, G_OPTION_ARG_FILENAME, &options->dump_file,
		  NULL, NULL } },
	};

	memcpy(row, rows, sizeof(rows));
	return row + G_N_ELEMENTS(rows);
}

/* How many processes work on what. */
static struct row *work_rows(struct options *options, struct row *row)
{
	const struct row rows[] = {
		{ MANY, { "jobs", 'j', ALL, G_OPTION_ARG_CALLBACK, take_number,
		  "so many at once (default: 1)", "N" } },
		{ MANY, { "shard", 0, ALL, G_OPTION_ARG_CALLBACK, take_shard,
		  "only part I of N of the work", "I/N" } },
		{ "survey", { "sample", 0, ALL, G_OPTION_ARG_CALLBACK, take_number,
		  "only N modules, drawn at random", "N" } },
		{ "survey", { "seed", 0, ALL, G_OPTION_ARG_CALLBACK, take_number,
		  "of the drawing; the same one draws the same", "S" } },
		{ MANY, { "resume", 0, ALL, G_OPTION_ARG_NONE, &options->resume,
		  "go on with the results that are there: only with what they lack", NULL } },
		{ MANY, { "retry", 0, ALL, G_OPTION_ARG_NONE, &options->retry,
		  "the same, and with what they have as not analyzed", NULL } },
		{ MANY, { "timeout", 0, ALL, G_OPTION_ARG_CALLBACK, take_number,
		  "time for one process (default: 600)", "SEC" } },
		{ MANY, { "memory", 0, ALL, G_OPTION_ARG_CALLBACK, take_number,
		  "memory for one process (default: 4096)", "MB" } },
		{ "survey", { "baseline", 0, ALL, G_OPTION_ARG_NONE, &options->baseline,
		  "time clang's syntax check of the files as well", NULL } },
	};

	memcpy(row, rows, sizeof(rows));
	return row + G_N_ELEMENTS(rows);
}

/* Where both halves go, or are. */
static struct row *place_rows(struct options *options, struct row *row)
{
	const struct row rows[] = {
		{ PLACED, { "root", 0, ALL, G_OPTION_ARG_FILENAME, &options->root,
		  "the system below DIR (default: this one)", "DIR" } },
		{ "install", { "release", 0, ALL, G_OPTION_ARG_STRING, &options->release,
		  "the kernel (default: the running one, or with --root OUT's)", "RELEASE" } },
		{ "remove status", { "release", 0, ALL, G_OPTION_ARG_STRING, &options->release,
		  "only for this kernel", "RELEASE" } },
		{ "install", { "unsigned", 0, ALL, G_OPTION_ARG_NONE,
		  &options->without_signature, "do not sign, even though there is a key",
		  NULL } },
	};

	memcpy(row, rows, sizeof(rows));
	return row + G_N_ELEMENTS(rows);
}

static struct row *general_rows(struct options *options, struct row *row)
{
	const struct row rows[] = {
		{ NULL, { "verbose", 'v', PLAIN, G_OPTION_ARG_CALLBACK, take_verbose,
		  "say what is being done; twice for more", NULL } },
		{ NULL, { "help", 'h', ALL, G_OPTION_ARG_NONE, &options->help,
		  "this text", NULL } },
		{ NULL, { "version", 0, HIDDEN, G_OPTION_ARG_NONE, &options->version,
		  NULL, NULL } },
	};

	memcpy(row, rows, sizeof(rows));
	return row + G_N_ELEMENTS(rows);
}

static void set_defaults(const struct command *command, struct options *options)
{
	const char *environment = getenv("MDRV_ANNOTATIONS");
	struct survey_options *survey = &options->survey;
	struct utsname name;

	if (!options->annotations && environment)
		options->annotations = g_strdup(environment);
	else if (!options->annotations)
		options->annotations = g_build_filename(home_directory(), "annotations", NULL);

	if (!options->kdir && !is(command, "build") && !uname(&name))
		options->kdir = g_strdup_printf("/lib/modules/%s/build", name.release);
	if (!options->format)
		options->format = g_strdup("text");
	survey->resume = options->resume || options->retry;
	survey->retry = options->retry;
	survey->baseline = options->baseline;
	survey->blockers = options->blockers;
	survey->no_learnt = options->no_learnt;
	survey->no_sections = options->no_sections;
	survey->strict = options->strict;
}

/* Cut the command line at "--"; what follows are variables. -1 to go on, or a status. */
static int take_variables(int *argc, char **argv, struct options *options)
{
	int i, from;

	for (i = 1; i < *argc && strcmp(argv[i], "--"); i++)
		;
	if (i == *argc)
		return -1;
	from = i + 1;
	for (i = from; i < *argc; i++) {
		size_t name = strspn(argv[i], G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-");

		if (name && argv[i][name] == '=')
			continue;
		fprintf(stderr, "mdrv: error: what follows -- are variables for make, NAME=VALUE, "
			"not \"%s\"\n", argv[i]);
		return EXIT_USAGE;
	}
	*argc = from - 1;
	argv[*argc] = NULL;
	options->variables = argv + from;
	return -1;
}

/* All of the table; its end. */
static struct row *all_rows(struct options *options, struct row *rows)
{
	struct row *end = rows;

	end = input_rows(options, end);
	end = output_rows(options, end);
	end = work_rows(options, end);
	end = place_rows(options, end);
	end = general_rows(options, end);
	g_assert(end <= rows + ROWS);
	return end;
}

void options_each(const struct command *command, option_seen *seen, void *data)
{
	struct options unused = { 0 };
	struct row rows[ROWS], *end = all_rows(&unused, rows);

	for (const struct row *row = rows; row < end; row++)
		if (knows(command, row) && !(row->entry.flags & HIDDEN))
			seen(&row->entry, data);
}

struct search {
	const char *word;	/* a long name, or NULL */
	char letter;
	bool found, takes;	/* takes an argument */
};

static void search_in(const GOptionEntry *entry, void *data)
{
	struct search *search = data;

	if (search->word ? strcmp(entry->long_name, search->word) :
			   entry->short_name != search->letter)
		return;
	search->found = true;
	search->takes = entry->arg != G_OPTION_ARG_NONE && !(entry->flags & PLAIN);
}

/* How much of @word are options whose last takes an argument; 0: none of them does. */
static size_t until_argument(const struct command *command, const char *word)
{
	struct search search = { .word = word + 2 };
	const char *p = word + 1;

	if (word[0] != '-')
		return 0;
	if (word[1] == '-') {
		options_each(command, search_in, &search);
		return search.takes ? strlen(word) : 0;
	}
	do {
		search = (struct search){ .letter = *p };
		if (*p++)
			options_each(command, search_in, &search);
	} while (search.found && !search.takes);
	return search.takes ? p - word : 0;
}

/*
 * GLib wants "-j 2", and everybody types -j2, as for make: the argument becomes a word of
 * its own.
 */
static GPtrArray *words_new(const struct command *command, int argc, char **argv)
{
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);

	for (int i = 0; i < argc; i++) {
		size_t length = i ? until_argument(command, argv[i]) : 0;

		g_ptr_array_add(words, length ? g_strndup(argv[i], length) : g_strdup(argv[i]));
		if (length && argv[i][length])
			g_ptr_array_add(words, g_strdup(argv[i] + length));
		else if (length && i + 1 < argc)
			g_ptr_array_add(words, g_strdup(argv[++i]));
	}
	return words;
}

/* What @command knows; its help goes around it. */
static GOptionContext *context_new(const struct command *command, struct options *options)
{
	static const char *const plain[] = { "schema", "diff", "install", "remove", "status",
					     NULL };
	bool makes = !g_strv_contains(plain, command->name);
	g_autofree char *arguments = g_strconcat(command->arguments,
						 makes ? " [-- NAME=VALUE...]" : "", NULL);
	g_autofree char *summary = g_strdup_printf("%c%s.\n%.*s",
						   g_ascii_toupper(*command->summary),
						   command->summary + 1,
						   (int)strlen(command->help) - 1, command->help);
	GOptionContext *context = g_option_context_new(arguments);
	GOptionGroup *group = g_option_group_new("main", NULL, NULL, options, NULL);
	struct row rows[ROWS], *end = all_rows(options, rows);
	GOptionEntry one[2] = { 0 };

	for (const struct row *row = rows; row < end; row++) {
		one[0] = row->entry;
		if (knows(command, row))
			g_option_group_add_entries(group, one);
	}
	g_option_context_set_main_group(context, group);
	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_set_summary(context, summary);
	if (makes)
		g_option_context_set_description(context,
			"NAME=VALUE are variables for make, when it is asked for the files and "
			"flags of the\ndriver, and when it builds the halves.\n");
	return context;
}

static void print_help(GOptionContext *context)
{
	g_autofree char *text = g_option_context_get_help(context, TRUE, NULL);
	g_auto(GStrv) parts = g_strsplit(text, "[OPTION\u2026]", 2);

	/* not every terminal has that character */
	printf("%s%s%s", parts[0], parts[1] ? "[OPTION]..." : "", parts[1] ? parts[1] : "");
}

int options_parse(const struct command *command, int *argc, char ***argv,
		  struct options *options)
{
	g_autofree char *name = g_strconcat("mdrv ", command->name, NULL);
	int status = take_variables(argc, *argv, options);
	g_autoptr(GError) error = NULL;
	GOptionContext *context;

	if (status >= 0)
		return status;
	g_set_prgname(name);
	context = context_new(command, options);
	options->words = words_new(command, *argc, *argv);
	*argc = options->words->len;
	*argv = options->left = g_new0(char *, *argc + 1);
	memcpy(options->left, options->words->pdata, *argc * sizeof(char *));
	if (!g_option_context_parse(context, argc, argv, &error)) {
		fprintf(stderr, "mdrv: error: %s\nTry \"mdrv %s --help\".\n", error->message,
			command->name);
		status = EXIT_USAGE;
	} else if (options->help) {
		print_help(context);
		status = EXIT_SUCCESS;
	} else if (options->version) {
		puts("mdrv " MDRV_VERSION);
		status = EXIT_SUCCESS;
	} else {
		(*argv)[*argc] = NULL;
		set_defaults(command, options);
	}
	g_option_context_free(context);
	return status;
}

void options_clear(struct options *options)
{
	g_strfreev(options->hints);
	g_free(options->kdir);
	g_free(options->annotations);
	g_free(options->out);
	g_free(options->format);
	g_free(options->kernel_version);
	g_free(options->database);
	g_free(options->module);
	g_free(options->dump_file);
	g_free(options->root);
	g_free(options->release);
	g_clear_pointer(&options->words, g_ptr_array_unref);
	g_free(options->left);
}
