// SPDX-License-Identifier: GPL-2.0-or-later
/* The command line: mdrv split, analyze, explain, hints, survey, build. */
#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "codegen.h"
#include "diag.h"
#include "explain.h"
#include "hints_init.h"
#include "knowledge.h"
#include "partition.h"
#include "regions.h"
#include "report.h"
#include "sleeping.h"
#include "source.h"
#include "summary.h"
#include "survey.h"
#include "targets.h"
#include "wire.h"

enum { EXIT_BAD_INPUT = 1, EXIT_USAGE = 2, EXIT_SIGNAL = 128 };

/*
 * A signal ends the children that are at work; this process sees them fail, takes
 * its work directories away and ends as well.
 */
static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
	interrupted = signal;
}

struct options {
	const char *driver;
	const char *name;	/* explain */
	char *kdir;
	char *annotations;
	const char *out;
	const char *format;
	const char *kernel_version; /* whose interfaces to expect; NULL: KDIR's own */
	const char *database;	/* analyze: files and flags, instead of asking Kbuild */
	GPtrArray *operands;	/* survey: trees, or results */
	struct survey_options survey;
	bool summary;		/* survey: of results */
	bool init;		/* hints */
	GPtrArray *hints;	/* const char *: files */
	bool force;
	bool dump_model;
	const char *dump_file;	/* the model goes there, and the report to stdout as ever */
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

/* Everything between the command line and the output. */
struct run {
	struct model *model;
	struct knowledge *knowledge;
	struct partition *partition;
	FILE *dump;		/* --dump-model=FILE, or NULL */
};

static void run_free(struct run *run)
{
	if (run->dump)
		fclose(run->dump);
	partition_free(run->partition);
	knowledge_free(run->knowledge);
	model_free(run->model);
}

static bool load_knowledge(struct run *run, const struct options *options)
{
	char *linux_dir = g_build_filename(options->annotations, "linux", NULL);
	const char *release;
	bool ok;
	guint i;

	run->knowledge = knowledge_new();
	release = options->kernel_version ? options->kernel_version : run->model->release;
	run->knowledge->kernel = kernel_version(release);
	if (g_file_test(linux_dir, G_FILE_TEST_IS_DIR)) {
		ok = knowledge_load_dir(run->knowledge, linux_dir) &&
		     knowledge_check_kernel(run->knowledge, options->kdir, release);
	} else {
		diag_error(NULL, "no annotations in %s; name their directory with --annotations",
			   linux_dir);
		ok = false;
	}
	for (i = 0; i < options->hints->len; i++)
		ok &= knowledge_load(run->knowledge, options->hints->pdata[i], true);
	g_free(linux_dir);
	return ok;
}

/* Say, with -v, what was done and how long it took since the last word. */
static void progress(const char *what)
{
	static gint64 last;
	gint64 now = g_get_monotonic_time();

	if (last)
		diag_verbose(1, "%s: %.2f s", what, (now - last) / 1e6);
	last = now;
}

/* Source to model: Kbuild, libclang, bitcode. */
static bool load_model(struct run *run, const struct options *options)
{
	struct bitcode *bitcode;
	bool ok;

	if (options->database)
		ok = kbuild_open_database(run->model, options->driver, options->database);
	else
		ok = kbuild_open(run->model, options->driver);
	if (!ok || interrupted)
		return false;
	progress("module and flags from Kbuild");
	bitcode = bitcode_start(run->model);
	ok = source_parse(run->model);
	progress("source parsed");
	if (bitcode)
		ok &= bitcode_analyse(bitcode, ok ? run->model : NULL, run->knowledge);
	if (ok)
		model_raw_uses(run->model, run->knowledge);
	progress("control flow and traits from bitcode");
	return ok && bitcode;
}

/* Before the partition, which marks calls by what it concludes. */
static bool dump_model(const struct run *run, FILE *to, const char *path)
{
	if (to) {
		summary_dump_model(to, run->model);
		if (!fflush(to))
			return true;
	}
	diag_error(&(struct location){ .file = path }, "%s", g_strerror(errno));
	return false;
}

static bool run_analysis(struct run *run, const struct options *options)
{
	bool ok;

	memset(run, 0, sizeof(*run));
	progress("start");
	run->model = model_new();
	ok = kbuild_check(run->model, options->kdir) && load_knowledge(run, options);
	progress("annotations read");
	ok = ok && load_model(run, options);
	ok = ok && !interrupted && knowledge_check(run->knowledge, run->model);
	if (ok)
		targets_resolve(run->model, run->knowledge);
	progress("targets of calls");
	if (ok)
		regions_compute(run->model, run->knowledge);
	progress("atomic regions");
	if (ok && options->dump_model) {
		if (options->dump_file)
			run->dump = fopen(options->dump_file, "w");
		ok = dump_model(run, options->dump_file ? run->dump : stdout, options->dump_file);
	}
	if (ok && (!options->dump_model || options->dump_file)) {
		run->partition = partition_compute(run->model, run->knowledge);
		ok = run->partition != NULL;
		progress("partition");
	}
	return ok && !diag_errors();
}

static int command_split(struct options *options)
{
	struct run run;
	bool ok;

	if (!options->out) {
		diag_error(NULL, "split needs an output directory: -o OUT");
		return EXIT_USAGE;
	}
	ok = run_analysis(&run, options);
	if (ok) {
		struct plan *plan = plan_build(run.model, run.partition);

		progress("plan");
		ok = plan && codegen_write(plan, options->out, options->force);
		progress("both halves written");
		if (ok)
			summary_print(stdout, run.partition, plan, options->out);
		plan_free(plan);
	}
	run_free(&run);
	return ok ? EXIT_SUCCESS : EXIT_BAD_INPUT;
}

/* What keeps a plan from being made is said on stderr, and is no error of the analysis. */
static bool write_report(struct run *run, const struct options *options)
{
	struct plan *plan = NULL;
	bool ok;

	if (strcmp(options->format, "text"))
		plan = plan_build(run->model, run->partition);
	progress("plan");
	ok = report_write(run->partition, plan, options->format, options->out);
	progress("report");
	plan_free(plan);
	return ok;
}

static int command_analyze(struct options *options)
{
	struct run run;
	bool ok;

	if (!report_known(options->format)) {
		diag_error(NULL, "unknown format \"%s\"; use %s", options->format,
			   report_formats);
		return EXIT_USAGE;
	}
	ok = run_analysis(&run, options);
	if (ok && run.partition) {
		sleeping_warn(run.partition->sleeps);
		ok = write_report(&run, options);
	}
	/* After the plan: making it consults facts as well. */
	if (ok && run.dump)
		knowledge_dump(run.dump, run.knowledge);
	run_free(&run);
	return ok ? EXIT_SUCCESS : EXIT_BAD_INPUT;
}

static int command_explain(struct options *options)
{
	struct run run;
	struct plan *plan = NULL;
	bool ok = run_analysis(&run, options);

	if (ok) {
		plan = plan_build(run.model, run.partition);
		ok = explain_name(stdout, run.partition, plan, options->name);
		plan_free(plan);
	}
	run_free(&run);
	return ok ? EXIT_SUCCESS : EXIT_BAD_INPUT;
}

static int command_hints(struct options *options)
{
	struct run run;
	bool ok;

	if (!options->init) {
		diag_error(NULL, "hints writes a file to begin with: hints --init DRIVER_DIR");
		return EXIT_USAGE;
	}
	if (!options->force && !hints_may_write(options->out))
		return EXIT_BAD_INPUT;
	ok = run_analysis(&run, options) && hints_init(run.partition, options->out);
	run_free(&run);
	return ok ? EXIT_SUCCESS : EXIT_BAD_INPUT;
}

static int command_survey(struct options *options)
{
	struct survey_options *survey = &options->survey;
	struct run run = { 0 };
	bool ok;

	if (options->summary)
		return survey_table(stdout, options->operands) ? EXIT_SUCCESS : EXIT_BAD_INPUT;
	/* What every module would fail for is said once. */
	run.model = model_new();
	ok = kbuild_check(run.model, options->kdir) && load_knowledge(&run, options);
	run_free(&run);
	if (!ok)
		return EXIT_BAD_INPUT;
	survey->trees = options->operands;
	survey->kdir = options->kdir;
	survey->annotations = options->annotations;
	survey->kernel_version = options->kernel_version;
	survey->output = options->out ? options->out : "results.jsonl";
	survey->interrupted = &interrupted;
	ok = survey_run(survey);
	return ok && !interrupted ? EXIT_SUCCESS : EXIT_BAD_INPUT;
}

static int command_schema(struct options *options)
{
	bool is_hints = !strcmp(options->driver, "hints");

	if (!is_hints && strcmp(options->driver, "facts")) {
		diag_error(NULL, "no format \"%s\"; use facts or hints", options->driver);
		return EXIT_USAGE;
	}
	knowledge_print_schema(stdout, is_hints);
	return EXIT_SUCCESS;
}

static int command_build(struct options *options)
{
	char *makefile = g_build_filename(options->driver, "Makefile", NULL);
	char *argv[] = { "make", "-C", (char *)options->driver, NULL, NULL };
	bool found = g_file_test(makefile, G_FILE_TEST_EXISTS);

	g_free(makefile);
	if (!found) {
		diag_error(&(struct location){ .file = options->driver },
			   "not the output of mdrv split: it has no Makefile");
		return EXIT_BAD_INPUT;
	}
	if (options->kdir)
		argv[3] = g_strdup_printf("KDIR=%s", options->kdir);
	execvp(argv[0], argv);
	diag_error(NULL, "cannot run make: %s", g_strerror(errno));
	return EXIT_BAD_INPUT;
}

static const struct command commands[] = {
	{ "split", "DRIVER_DIR -o OUT", "split a driver into a kernel half and a user half",
	  "DRIVER_DIR is a directory with .c files and a Kbuild or Makefile, or one .c file.\n"
	  "OUT receives kernel/, user/, plan.json and a Makefile that builds both halves.\n",
	  1, command_split },
	{ "analyze", "DRIVER_DIR", "say what would move, what would stay, and why",
	  "Prints one line per function with its domain and the reason for it, or writes a\n"
	  "report in another format: json for programs, dot and svg (by Graphviz) for the call\n"
	  "graph, html for one page with all of it to look at in a browser, or to mail.\n",
	  1, command_analyze },
	{ "explain", "DRIVER_DIR NAME", "tell all about a function, a lock or a field",
	  "NAME is a FUNCTION, a LOCK or a FIELD of the driver, named as 'struct x.field',\n"
	  "'x.field' or just 'field'. Everything is told with its source location.\n"
	  "FUNCTION: every reason for its place, each context in which it is entered and by\n"
	  "which chain of calls, its callers, its locks, its indirect calls, its crossings.\n"
	  "LOCK: each place that takes it, in which contexts, and what it keeps in the kernel.\n"
	  "FIELD: who uses it in which half, how it crosses, what its pointer points at.\n",
	  2, command_explain },
	{ "hints", "--init DRIVER_DIR", "write a file of hints with every open question",
	  "Writes YAML with every ambiguity: where it arose, what was assumed, and answers to\n"
	  "choose from, all of them commented out. With the '#' taken away before an answer,\n"
	  "--hints FILE settles that ambiguity.\n",
	  1, command_hints },
	{ "survey", "TREE...", "analyze every module that Kbuild builds in a tree",
	  "TREE is a directory with a Kbuild or Makefile, such as drivers/net of a kernel\n"
	  "source. Each module gets a process of its own, and a line of JSON in the results.\n"
	  "With --summary, the operands are results, and a table by subsystem is printed.\n",
	  -1, command_survey },
	{ "schema", "facts|hints", "print the JSON Schema of annotations or hints",
	  "Editors complete and check YAML files by it; it is made from the tables that mdrv\n"
	  "itself reads them by.\n",
	  1, command_schema },
	{ "build", "OUT", "build both halves of a split driver",
	  "The same as make -C OUT.\n",
	  1, command_build },
};

static void print_usage(FILE *to)
{
	size_t i;

	fputs("Usage: mdrv COMMAND [OPTION]...\n\n"
	      "Splits a Linux kernel driver into a kernel half and a user half.\n\n"
	      "Commands:\n", to);
	for (i = 0; i < G_N_ELEMENTS(commands); i++)
		fprintf(to, "  %-9s %-22s %s\n", commands[i].name, commands[i].arguments,
			commands[i].summary);
	fputs("\n\"mdrv COMMAND --help\" tells more about a command.\n"
	      "Exit status: 0 done, 1 bad input, 2 wrong usage.\n", to);
}

static void print_help(const struct command *command)
{
	printf("Usage: mdrv %s %s [OPTION]...\n\n%c%s.\n%s\nOptions:\n", command->name,
	       command->arguments, g_ascii_toupper(command->summary[0]), command->summary + 1,
	       command->help);
	puts("      --kdir KDIR        kernel build tree (default: the running kernel's)");
	if (command->run != command_build)
		puts("      --kernel-version X.Y\n"
		     "                         the kernel whose interfaces KDIR has (default: its\n"
		     "                         own version)");
	if (command->run == command_survey)
		puts("      --annotations DIR  facts about the kernel (default: those installed)\n"
		     "  -o, --output FILE      results (default: results.jsonl)\n"
		     "  -j N                   modules at once (default: 1)\n"
		     "      --shard I/N        only part I of N of the modules\n"
		     "      --resume           go on with FILE: only modules that it lacks\n"
		     "      --retry            the same, and those that it has as not analyzed\n"
		     "      --timeout SEC      time for one module (default: 600)\n"
		     "      --memory MB        memory for one process (default: 4096)\n"
		     "      --baseline         time clang's syntax check of the files as well\n"
		     "      --summary          print the table of results");
	else if (command->run != command_build) {
		puts("      --hints FILE       hints about this driver; may be repeated\n"
		     "      --annotations DIR  facts about the kernel (default: those installed)");
	}
	if (command->run == command_split) {
		puts("  -o, --output OUT       where to write\n"
		     "      --force            replace an OUT that an earlier split wrote");
	}
	if (command->run == command_hints)
		puts("      --init             write the file\n"
		     "  -o, --output FILE      where to (default: standard output)\n"
		     "      --force            replace FILE if it exists");
	if (command->run == command_analyze)
		puts("      --format FORMAT    text (default), json, dot, svg or html\n"
		     "  -o, --output FILE      where to write (default: standard output)\n"
		     "      --database FILE    files and flags from a compilation database: all\n"
		     "                         of its files, which are below DRIVER_DIR");
	puts("  -v, --verbose          say what is being done; twice for more\n"
	     "  -h, --help             this text");
}

enum { OPT_KDIR = 256, OPT_HINTS, OPT_ANNOTATIONS, OPT_FORCE, OPT_FORMAT, OPT_DUMP, OPT_VERSION,
       OPT_DATABASE, OPT_SHARD, OPT_RESUME, OPT_RETRY, OPT_TIMEOUT, OPT_MEMORY, OPT_BASELINE,
       OPT_SUMMARY, OPT_KERNEL_VERSION, OPT_INIT };

static const struct option long_options[] = {
	{ "kdir", required_argument, NULL, OPT_KDIR },
	{ "kernel-version", required_argument, NULL, OPT_KERNEL_VERSION },
	{ "hints", required_argument, NULL, OPT_HINTS },
	{ "annotations", required_argument, NULL, OPT_ANNOTATIONS },
	{ "output", required_argument, NULL, 'o' },
	{ "database", required_argument, NULL, OPT_DATABASE },
	{ "shard", required_argument, NULL, OPT_SHARD },
	{ "resume", no_argument, NULL, OPT_RESUME },
	{ "retry", no_argument, NULL, OPT_RETRY },
	{ "timeout", required_argument, NULL, OPT_TIMEOUT },
	{ "memory", required_argument, NULL, OPT_MEMORY },
	{ "baseline", no_argument, NULL, OPT_BASELINE },
	{ "summary", no_argument, NULL, OPT_SUMMARY },
	{ "init", no_argument, NULL, OPT_INIT },
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

	if (!options->kdir && command->run != command_build && !uname(&name))
		options->kdir = g_strdup_printf("/lib/modules/%s/build", name.release);
}

static int run_command(const struct command *command, int argc, char **argv)
{
	struct options options = {
		.format = "text", .hints = g_ptr_array_new(), .operands = g_ptr_array_new(),
		.survey = { .jobs = 1, .shard = 1, .shards = 1, .timeout = 600, .memory = 4096 },
	};
	int status = -1, c;

	while (status < 0 && (c = getopt_long(argc, argv, "o:j:vh", long_options, NULL)) != -1)
		status = parse_option(c, command, &options);
	if (status < 0 && (command->operands < 0 ? argc == optind :
			   argc - optind != command->operands)) {
		fprintf(stderr, "mdrv: error: %s takes %s\nTry \"mdrv %s --help\".\n",
			command->name, command->arguments, command->name);
		status = EXIT_USAGE;
	}
	if (status < 0) {
		options.driver = argv[optind];
		options.name = argv[optind + 1];
		for (c = optind; c < argc; c++)
			g_ptr_array_add(options.operands, argv[c]);
		diag_set_verbosity(options.verbosity);
		set_defaults(command, &options);
		status = command->run(&options);
	}
	g_ptr_array_unref(options.hints);
	g_ptr_array_unref(options.operands);
	g_free(options.kdir);
	g_free(options.annotations);
	if (!status && (fflush(stdout) || ferror(stdout))) {
		diag_error(NULL, "cannot write the report: %s", g_strerror(errno));
		status = EXIT_BAD_INPUT;
	}
	return interrupted ? EXIT_SIGNAL + interrupted : status;
}

int main(int argc, char **argv)
{
	struct sigaction action = { .sa_handler = interrupt, .sa_flags = SA_RESTART };
	size_t i;

	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	if (argc < 2) {
		print_usage(stderr);
		return EXIT_USAGE;
	}
	if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h")) {
		print_usage(stdout);
		return EXIT_SUCCESS;
	}
	if (!strcmp(argv[1], "--version")) {
		puts("mdrv " MDRV_VERSION);
		return EXIT_SUCCESS;
	}
	for (i = 0; i < G_N_ELEMENTS(commands); i++) {
		if (!strcmp(argv[1], commands[i].name))
			return run_command(&commands[i], argc - 1, argv + 1);
	}
	fprintf(stderr, "mdrv: error: no command \"%s\"; \"mdrv --help\" lists them\n", argv[1]);
	return EXIT_USAGE;
}
