// SPDX-License-Identifier: GPL-2.0-or-later
/* Options of the command line, and the help on them. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#include "knowledge.h"
#include "options.h"

static bool is(const struct command *command, const char *name)
{
	return !strcmp(command->name, name);
}

static void print_survey_help(void)
{
	puts("      --annotations DIR  facts about the kernel (default: those installed)\n"
	     "  -o, --output FILE      results (default: results.jsonl)\n"
	     "  -j N                   modules at once (default: 1)\n"
	     "      --shard I/N        only part I of N of the modules\n"
	     "      --sample N         only N modules, drawn at random\n"
	     "      --seed S           of the drawing; the same one draws the same\n"
	     "      --blockers         find out what each obstacle alone keeps\n"
	     "      --resume           go on with FILE: only modules that it lacks\n"
	     "      --retry            the same, and those that it has as not analyzed\n"
	     "      --timeout SEC      time for one module (default: 600)\n"
	     "      --memory MB        memory for one process (default: 4096)\n"
	     "      --baseline         time clang's syntax check of the files as well\n"
	     "      --summary          print the table of results");
}

static void print_learn_help(void)
{
	puts("      --annotations DIR  facts about the kernel (default: those installed)\n"
	     "  -o, --output DIR       where the facts go; notes about files go to DIR.jsonl\n"
	     "  -j N                   files at once (default: 1)\n"
	     "      --shard I/N        only part I of N of the files, and no facts\n"
	     "      --resume           go on with DIR.jsonl: only files that it lacks\n"
	     "      --retry            the same, and those that it has as not analyzed\n"
	     "      --timeout SEC      time for one file (default: 600)\n"
	     "      --memory MB        memory for one process (default: 4096)\n"
	     "      --check            compare what was learnt with what people wrote");
}

static void print_help(const struct command *command)
{
	printf("Usage: mdrv %s %s [OPTION]...%s\n\n%c%s.\n%s\nOptions:\n", command->name,
	       command->arguments, is(command, "schema") ? "" : " [-- NAME=VALUE...]",
	       g_ascii_toupper(command->summary[0]), command->summary + 1, command->help);
	puts("      --kdir KDIR        kernel build tree (default: the running kernel's)");
	if (!is(command, "build"))
		puts("      --kernel-version X.Y\n"
		     "                         the kernel whose interfaces KDIR has (default: its\n"
		     "                         own version)");
	if (is(command, "survey"))
		print_survey_help();
	else if (is(command, "learn"))
		print_learn_help();
	else if (!is(command, "build")) {
		puts("      --module NAME      the module to take, if Kbuild builds several\n"
		     "      --database FILE    files and flags from a compilation database, as\n"
		     "                         the kernel's gen_compile_commands.py writes it:\n"
		     "                         those of its files that are below DRIVER_DIR\n"
		     "      --hints FILE       hints about this driver; may be repeated\n"
		     "      --annotations DIR  facts about the kernel (default: those installed)");
	}
	if (is(command, "split")) {
		puts("  -o, --output OUT       where to write\n"
		     "      --force            replace an OUT that an earlier split wrote");
	}
	if (is(command, "hints"))
		puts("      --init             write the file\n"
		     "  -o, --output FILE      where to (default: standard output)\n"
		     "      --force            replace FILE if it exists");
	if (is(command, "analyze"))
		puts("      --blockers         tell what moves without each obstacle alone\n"
		     "      --format FORMAT    text (default), json, dot, svg or html\n"
		     "  -o, --output FILE      where to write (default: standard output)");
	if (!is(command, "build") && !is(command, "schema") && !is(command, "learn"))
		puts("      --no-learnt        without facts that mdrv learn found, only with\n"
		     "                         those that people wrote");
	puts("  -v, --verbose          say what is being done; twice for more\n"
	     "  -h, --help             this text");
	if (!is(command, "schema"))
		puts("      -- NAME=VALUE...   variables for make, when it is asked for the files\n"
		     "                         and flags of the driver, and when it builds the\n"
		     "                         halves");
}

enum { OPT_KDIR = 256, OPT_HINTS, OPT_ANNOTATIONS, OPT_FORCE, OPT_FORMAT, OPT_DUMP, OPT_VERSION,
       OPT_DATABASE, OPT_SHARD, OPT_RESUME, OPT_RETRY, OPT_TIMEOUT, OPT_MEMORY, OPT_BASELINE,
       OPT_SUMMARY, OPT_KERNEL_VERSION, OPT_INIT, OPT_MODULE,
       OPT_SAMPLE, OPT_SEED, OPT_BLOCKERS, OPT_NO_LEARNT, OPT_CHECK };

static const struct option long_options[] = {
	{ "kdir", required_argument, NULL, OPT_KDIR },
	{ "kernel-version", required_argument, NULL, OPT_KERNEL_VERSION },
	{ "hints", required_argument, NULL, OPT_HINTS },
	{ "annotations", required_argument, NULL, OPT_ANNOTATIONS },
	{ "output", required_argument, NULL, 'o' },
	{ "database", required_argument, NULL, OPT_DATABASE },
	{ "module", required_argument, NULL, OPT_MODULE },
	{ "shard", required_argument, NULL, OPT_SHARD },
	{ "resume", no_argument, NULL, OPT_RESUME },
	{ "retry", no_argument, NULL, OPT_RETRY },
	{ "timeout", required_argument, NULL, OPT_TIMEOUT },
	{ "memory", required_argument, NULL, OPT_MEMORY },
	{ "baseline", no_argument, NULL, OPT_BASELINE },
	{ "sample", required_argument, NULL, OPT_SAMPLE },
	{ "seed", required_argument, NULL, OPT_SEED },
	{ "blockers", no_argument, NULL, OPT_BLOCKERS },
	{ "summary", no_argument, NULL, OPT_SUMMARY },
	{ "init", no_argument, NULL, OPT_INIT },
	{ "no-learnt", no_argument, NULL, OPT_NO_LEARNT },
	{ "check", no_argument, NULL, OPT_CHECK },
	{ "force", no_argument, NULL, OPT_FORCE },
	{ "format", required_argument, NULL, OPT_FORMAT },
	/* For developers: what was read, alone or, in a file, beside the report. */
	{ "dump-model", optional_argument, NULL, OPT_DUMP },
	{ "verbose", no_argument, NULL, 'v' },
	{ "version", no_argument, NULL, OPT_VERSION },
	{ "help", no_argument, NULL, 'h' },
	{ NULL, 0, NULL, 0 },
};

/* A number from 1 to @most, -1 to go on. */
static int parse_number(const char *option, const char *text, unsigned int most,
			unsigned int *value)
{
	guint64 number;

	if (g_ascii_string_to_unsigned(text, 10, 1, most, &number, NULL)) {
		*value = number;
		return -1;
	}
	fprintf(stderr, "mdrv: error: %s wants a number from 1 to %u, not \"%s\"\n", option,
		most, text);
	return EXIT_USAGE;
}

static int parse_shard(struct survey_options *survey)
{
	char **parts = g_strsplit(optarg, "/", 2);
	int status = EXIT_USAGE;

	if (!parts[0] || !parts[1])
		fprintf(stderr, "mdrv: error: --shard wants I/N, not \"%s\"\n", optarg);
	else
		status = parse_number("N of --shard", parts[1], 1000000, &survey->shards);
	if (status < 0)
		status = parse_number("I of --shard", parts[0], survey->shards, &survey->shard);
	g_strfreev(parts);
	return status;
}

static int parse_kernel_version(struct options *options)
{
	options->kernel_version = optarg;
	if (kernel_version(optarg))
		return -1;
	fprintf(stderr, "mdrv: error: --kernel-version wants a version such as 6.1, not \"%s\"\n",
		optarg);
	return EXIT_USAGE;
}

/* Returns -1 to go on, or an exit status; -2: no option of a survey. */
static int parse_survey_option(int c, struct options *options)
{
	struct survey_options *survey = &options->survey;

	switch (c) {
	case OPT_SHARD:
		return parse_shard(survey);
	case OPT_SAMPLE:
		return parse_number("--sample", optarg, 1000000, &survey->sample);
	case OPT_SEED:
		return parse_number("--seed", optarg, G_MAXINT, &survey->seed);
	case OPT_BLOCKERS:
		survey->blockers = true;
		return -1;
	case OPT_TIMEOUT:
		return parse_number("--timeout", optarg, 1000000, &survey->timeout);
	case OPT_MEMORY:
		return parse_number("--memory", optarg, 1 << 24, &survey->memory);
	case 'j':
		return parse_number("-j", optarg, 1024, &survey->jobs);
	case OPT_RETRY:
		survey->retry = true;
		survey->resume = true;
		return -1;
	case OPT_RESUME:
		survey->resume = true;
		return -1;
	case OPT_BASELINE:
		survey->baseline = true;
		return -1;
	case OPT_SUMMARY:
		options->summary = true;
		return -1;
	default:
		return -2;
	}
}

/* Returns -1 to go on, or an exit status. */
static int parse_option(int c, const struct command *command, struct options *options)
{
	int status = parse_survey_option(c, options);

	if (status != -2)
		return status;
	switch (c) {
	case OPT_DATABASE:
		options->database = optarg;
		return -1;
	case OPT_MODULE:
		options->module = optarg;
		return -1;
	case OPT_KDIR:
		g_free(options->kdir);
		options->kdir = g_strdup(optarg);
		return -1;
	case OPT_KERNEL_VERSION:
		return parse_kernel_version(options);
	case OPT_HINTS:
		g_ptr_array_add(options->hints, optarg);
		return -1;
	case OPT_ANNOTATIONS:
		g_free(options->annotations);
		options->annotations = g_strdup(optarg);
		return -1;
	case 'o':
		options->out = optarg;
		return -1;
	case OPT_INIT:
		options->init = true;
		return -1;
	case OPT_NO_LEARNT:
		options->no_learnt = true;
		options->survey.no_learnt = true;
		return -1;
	case OPT_CHECK:
		options->check = true;
		return -1;
	case OPT_FORCE:
		options->force = true;
		return -1;
	case OPT_FORMAT:
		options->format = optarg;
		return -1;
	case OPT_DUMP:
		options->dump_model = true;
		options->dump_file = optarg;
		return -1;
	case 'v':
		options->verbosity++;
		return -1;
	case OPT_VERSION:
		puts("mdrv " MDRV_VERSION);
		return EXIT_SUCCESS;
	case 'h':
		print_help(command);
		return EXIT_SUCCESS;
	default:
		fprintf(stderr, "Try \"mdrv %s --help\".\n", command->name);
		return EXIT_USAGE;
	}
}

static void set_defaults(const struct command *command, struct options *options)
{
	const char *environment = getenv("MDRV_ANNOTATIONS");
	struct utsname name;

	if (!options->annotations && environment)
		options->annotations = g_strdup(environment);
	else if (!options->annotations && g_file_test(MDRV_SOURCE_ROOT "/annotations",
						      G_FILE_TEST_IS_DIR))
		options->annotations = g_strdup(MDRV_SOURCE_ROOT "/annotations");
	else if (!options->annotations)
		options->annotations = g_strdup(MDRV_DATADIR "/annotations");

	if (!options->kdir && !is(command, "build") && !uname(&name))
		options->kdir = g_strdup_printf("/lib/modules/%s/build", name.release);
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

int options_parse(const struct command *command, int *argc, char **argv,
		  struct options *options)
{
	int c, status = take_variables(argc, argv, options);

	while (status < 0 && (c = getopt_long(*argc, argv, "o:j:vh", long_options, NULL)) != -1)
		status = parse_option(c, command, options);
	if (status < 0)
		set_defaults(command, options);
	return status;
}
