// SPDX-License-Identifier: GPL-2.0-or-later
/* The command line, and the commands that read drivers. */
#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "afterwards.h"
#include "bitcode.h"
#include "blockers.h"
#include "closing.h"
#include "codegen.h"
#include "completion.h"
#include "diag.h"
#include "explain.h"
#include "hints_init.h"
#include "kbuild.h"
#include "knowledge.h"
#include "learn.h"
#include "observe.h"
#include "options.h"
#include "partition.h"
#include "regions.h"
#include "report.h"
#include "section.h"
#include "sleeping.h"
#include "source.h"
#include "summary.h"
#include "targets.h"
#include "wire.h"

/*
 * A signal ends the children that are at work; this process sees them fail, takes
 * its work directories away and ends as well.
 */
static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
	interrupted = signal;
}

/* Everything between the command line and the output. */
struct run {
	struct model *model;
	struct knowledge *knowledge;
	struct partition *partition;
	struct plan *plan;	/* NULL: there can be none; why has been said */
	FILE *dump;		/* --dump-model-to FILE, or NULL */
};

static void run_free(struct run *run)
{
	if (run->dump)
		fclose(run->dump);
	if (run->model)
		source_rewrite_end(run->model);
	plan_free(run->plan);
	partition_free(run->partition);
	knowledge_free(run->knowledge);
	model_free(run->model);
}

/* Headers that say in C what the kernel's own say in assembly; absolute, as clang runs anywhere. */
static void set_overlay(struct model *model, const char *annotations)
{
	char *path = g_build_filename(annotations, "include", NULL);
	char *absolute = g_canonicalize_filename(path, NULL);

	if (g_file_test(absolute, G_FILE_TEST_IS_DIR))
		model->overlay = model_intern(model, absolute);
	g_free(absolute);
	g_free(path);
}

static bool load_learnt(struct knowledge *knowledge, const char *annotations)
{
	g_autofree char *path = g_build_filename(annotations, "learnt", NULL);

	return knowledge_load_learnt(knowledge, path);
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
	run->knowledge->guards = !options->strict && kbuild_has(options->kdir, "PREEMPT_COUNT");
	if (g_file_test(linux_dir, G_FILE_TEST_IS_DIR)) {
		ok = knowledge_load_dir(run->knowledge, linux_dir) &&
		     knowledge_check_kernel(run->knowledge, options->kdir, release);
	} else {
		diag_error(NULL, "no annotations in %s; name their directory with --annotations",
			   linux_dir);
		ok = false;
	}
	if (ok && !options->no_learnt)
		ok = load_learnt(run->knowledge, options->annotations);
	for (i = 0; options->hints && options->hints[i]; i++)
		ok &= knowledge_load(run->knowledge, options->hints[i], true);
	set_overlay(run->model, options->annotations);
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

/* libclang and bitcode: what the sources say. */
static bool read_sources(struct run *run)
{
	struct bitcode *bitcode;
	bool ok;

	bitcode = bitcode_start(run->model);
	ok = source_parse(run->model);
	if (ok)
		knowledge_forget_own(run->knowledge, run->model);
	progress("source parsed");
	if (bitcode)
		ok &= bitcode_analyse(bitcode, ok ? run->model : NULL, run->knowledge);
	if (ok)
		model_raw_uses(run->model, run->knowledge);
	progress("control flow and traits from bitcode");
	return ok && bitcode;
}

/* Source to model: Kbuild, libclang, bitcode. */
static bool load_model(struct run *run, const struct options *options)
{
	struct kbuild_request request = {
		.driver = options->driver, .module = options->module,
		.database = options->database, .variables = options->variables,
	};
	bool ok;

	run->model->variables = options->variables;
	if (options->database)
		ok = kbuild_open_database(run->model, &request);
	else
		ok = kbuild_open(run->model, &request);
	progress("module and flags from Kbuild");
	return ok && !interrupted && read_sources(run);
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

static void resolve(struct run *run)
{
	targets_resolve(run->model, run->knowledge);
	progress("targets of calls");
	regions_compute(run->model, run->knowledge);
	progress("atomic regions");
}

/* Up to what is held where; @partial: of files that others of the kernel belong to. */
static bool run_model(struct run *run, const struct options *options, bool partial)
{
	bool ok;

	memset(run, 0, sizeof(*run));
	progress("start");
	run->model = model_new();
	run->model->partial = partial;
	ok = kbuild_check(run->model, options->kdir) && load_knowledge(run, options);
	progress("annotations read");
	ok = ok && load_model(run, options);
	ok = ok && !interrupted && knowledge_check(run->knowledge, run->model);
	if (ok)
		resolve(run);
	return ok;
}

/* A function with sections that stays all the same is better left whole. */
static bool is_useless(const struct run *run, const struct section *section)
{
	const struct function *function = section_around(run->model, section);
	const struct decision *decision = function ? partition_of(run->partition, function) : NULL;

	if (decision && decision->domain != DOMAIN_KERNEL)
		return false;
	if (decision && decision->reasons->len)
		diag_verbose(2, "%s() is whole again: %s", function->name,
			     ((struct reason *)decision->reasons->pdata[0])->text);
	return true;
}

static bool drop_useless(const struct run *run, GPtrArray *sections)
{
	g_autoptr(GPtrArray) useless = g_ptr_array_new();

	for (guint i = sections->len; i-- > 0;)
		if (is_useless(run, sections->pdata[i]))
			g_ptr_array_add(useless, g_ptr_array_remove_index(sections, i));
	sections_tell(run->knowledge, useless, false);
	return useless->len > 0;
}

/* Partition and plan of the driver's text with @sections taken out of it. */
static bool run_without(struct run *run, GPtrArray *sections)
{
	g_autoptr(GHashTable) texts = sections_write(run->model, sections);

	plan_free(run->plan);
	partition_free(run->partition);
	run->plan = NULL;
	run->partition = NULL;
	sections_tell(run->knowledge, sections, false);
	if (!source_rewrite(run->model, texts) || !read_sources(run) || interrupted)
		return false;
	sections_mark(run->model, sections);
	sections_tell(run->knowledge, sections, true);
	resolve(run);
	run->partition = closing_compute(run->model, run->knowledge, &run->plan);
	return run->partition != NULL;
}

/* Until every section is one of a function that moves. */
static bool run_sections(struct run *run)
{
	g_autoptr(GPtrArray) sections = sections_find(run->model, run->knowledge, run->partition);
	bool ok = true, again = sections->len > 0;

	while (ok && again) {
		ok = run_without(run, sections);
		again = ok && drop_useless(run, sections);
		progress("sections");
	}
	return ok;
}

static bool run_analysis(struct run *run, const struct options *options)
{
	bool ok = run_model(run, options, false);

	if (ok && (options->dump_model || options->dump_file)) {
		if (options->dump_file)
			run->dump = fopen(options->dump_file, "w");
		ok = dump_model(run, options->dump_file ? run->dump : stdout, options->dump_file);
	}
	ok = ok && !diag_errors();
	if (ok && (!options->dump_model || options->dump_file)) {
		run->partition = closing_compute(run->model, run->knowledge, &run->plan);
		ok = run->partition != NULL;
		progress("partition and plan");
		if (ok && !options->no_sections)
			ok = run_sections(run);
	}
	return ok;
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
	ok = ok && run.plan && codegen_write(run.plan, options->out, options->force);
	progress("both halves written");
	if (ok) {
		summary_print(stdout, run.partition, run.plan, options->out);
		summary_nothing_moved(run.partition);
		kbuild_tell_running(run.model);
	}
	run_free(&run);
	return ok ? EXIT_SUCCESS : EXIT_BAD_INPUT;
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
		if (options->survey.blockers)
			run.partition->blockers = blockers_find(run.model, run.knowledge,
								run.partition);
		sleeping_warn(run.partition->sleeps);
		/* That there is no plan is said on stderr, and is no error of the analysis. */
		ok = report_write(run.partition, run.plan, options->format, options->out);
		progress("report");
		summary_nothing_moved(run.partition);
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
	bool ok = run_analysis(&run, options) &&
		  explain_name(stdout, run.partition, run.plan, options->name);

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

static void set_survey(struct options *options)
{
	struct survey_options *survey = &options->survey;

	survey->trees = options->operands;
	survey->kdir = options->kdir;
	survey->variables = options->variables;
	survey->annotations = options->annotations;
	survey->kernel_version = options->kernel_version;
	survey->output = options->out ? options->out : "results.jsonl";
}

static int command_survey(struct options *options)
{
	struct run run = { 0 };
	bool ok;

	if (options->summary)
		return command_summary(options);
	if (strcmp(options->format, "text")) {
		diag_error(NULL, "--format is for what --summary prints");
		return EXIT_USAGE;
	}
	/* What every module would fail for is said once. */
	run.model = model_new();
	ok = kbuild_check(run.model, options->kdir) && load_knowledge(&run, options);
	run_free(&run);
	if (!ok)
		return EXIT_BAD_INPUT;
	set_survey(options);
	ok = survey_run(&options->survey);
	return ok && !interrupted ? EXIT_SUCCESS : EXIT_BAD_INPUT;
}

/* What the files of a database do with operations: a part of the work of mdrv learn. */
static int learn_file(struct options *options)
{
	struct contexts *contexts;
	struct run run;
	bool ok;

	options->no_learnt = true;
	options->strict = true;
	ok = run_model(&run, options, true) && !diag_errors();
	if (ok) {
		contexts = contexts_compute(run.model, run.knowledge);
		ok = observe_print(stdout, contexts);
		contexts_free(contexts);
	}
	run_free(&run);
	return ok ? EXIT_SUCCESS : EXIT_BAD_INPUT;
}

static bool learn_tree(struct run *run, struct options *options)
{
	char *source = g_canonicalize_filename(options->driver, NULL);
	struct learn_options learn = {
		.source = source, .headers = options->operands,
		.functions = options->functions,
		.directory = options->out, .release = run->model->release,
	};
	bool ok;

	g_ptr_array_remove_index(options->operands, 0);
	ok = learn_run(&learn, &options->survey);
	g_free(source);
	return ok;
}

static int command_learn(struct options *options)
{
	struct run run = { 0 };
	bool ok;

	if (options->database)
		return learn_file(options);
	if (!options->check && (!options->out || options->operands->len < 2)) {
		diag_error(NULL, "learn needs a kernel's source, headers of it, and a directory "
			   "to write to: SOURCE HEADER... -o DIR");
		return EXIT_USAGE;
	}
	run.model = model_new();
	ok = kbuild_check(run.model, options->kdir) && load_knowledge(&run, options);
	set_survey(options);
	if (ok)
		ok = options->check ? learn_check(stdout, run.knowledge) :
				      learn_tree(&run, options);
	run_free(&run);
	return ok ? EXIT_SUCCESS : EXIT_BAD_INPUT;
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
	  "With --summary, the operands are results, and a table by subsystem is printed, or one\n"
	  "page with all modules to look at in a browser.\n",
	  -1, command_survey },
	{ "learn", "SOURCE HEADER...", "learn from the kernel's source how it calls operations",
	  "SOURCE is the top of the source that KDIR was made from, HEADER a file in it with\n"
	  "records of operations, such as include/linux/hwmon.h. All calls of each operation\n"
	  "are looked up in the whole source; DIR receives what they prove about the context\n"
	  "that it is called in, a file for each HEADER.\n",
	  -1, command_learn },
	{ "diff", "PLAN PLAN", "say what two splits of one driver have different",
	  "Each PLAN is an OUT or its plan.json: before and after another kernel, another version\n"
	  "of the driver, other hints. Told are functions that moved, came back or stay for\n"
	  "another reason, what crosses otherwise, whether halves of one fit those of the other;\n"
	  "nothing if nothing differs. The exit status is 0 all the same, without --exit-code.\n",
	  2, command_diff },
	{ "schema", "facts|hints", "print the JSON Schema of annotations or hints",
	  "Editors complete and check YAML files by it; it is made from the tables that mdrv\n"
	  "itself reads them by.\n",
	  1, command_schema },
	{ "build", "OUT", "build both halves of a split driver",
	  "The same as make -C OUT NAME=VALUE...\n",
	  1, command_build },
	{ "install", "OUT", "put both halves where the system takes them from",
	  "The kernel half comes before the module that it is made from, which stays where it\n"
	  "is. Needs mdrv.ko there (package mdrv-dkms). All of it is done, or nothing.\n",
	  1, command_install },
	{ "remove", "DRIVER", "take both halves away: the native driver is back",
	  "For one kernel, or all that have it. What is loaded stays loaded.\n",
	  1, command_remove },
	{ "status", "", "list what is installed, for which kernel, and what is at work",
	  "A line for each driver and kernel: whether it is loaded, and whether a user half is\n"
	  "attached.\n",
	  0, command_status },
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

static int run_command(const struct command *command, int argc, char **argv)
{
	struct options options = {
		.operands = g_ptr_array_new(),
		.survey = { .jobs = 1, .shard = 1, .shards = 1, .seed = 1, .timeout = 600,
			    .memory = 4096, .interrupted = &interrupted },
	};
	int c, status = options_parse(command, &argc, &argv, &options);

	if (status < 0 && (command->operands < 0 ? argc == 1 && !options.check :
			   argc - 1 != command->operands)) {
		fprintf(stderr, "mdrv: error: %s takes %s\nTry \"mdrv %s --help\".\n",
			command->name, *command->arguments ? command->arguments : "no operand",
			command->name);
		status = EXIT_USAGE;
	}
	if (status < 0) {
		options.driver = argv[1];
		options.name = argc > 2 ? argv[2] : NULL;
		for (c = 1; c < argc; c++)
			g_ptr_array_add(options.operands, argv[c]);
		diag_set_verbosity(options.verbosity);
		status = command->run(&options);
	}
	g_ptr_array_unref(options.operands);
	options_clear(&options);
	if (status != EXIT_BAD_INPUT && (fflush(stdout) || ferror(stdout))) {
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
	if (argc == 3 && !strcmp(argv[1], "--completion"))	/* for the build */
		return completion_print(stdout, argv[2], commands, G_N_ELEMENTS(commands)) ?
		       EXIT_SUCCESS : EXIT_USAGE;
	for (i = 0; i < G_N_ELEMENTS(commands); i++) {
		if (!strcmp(argv[1], commands[i].name))
			return run_command(&commands[i], argc - 1, argv + 1);
	}
	fprintf(stderr, "mdrv: error: no command \"%s\"; \"mdrv --help\" lists them\n", argv[1]);
	return EXIT_USAGE;
}
