// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * One module in work: the analysis in a process of its own, then, if wanted,
 * clang's syntax check of each file for comparison. Processes run in their own
 * group and directory, so that whatever they leave can be ended and removed.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "diag.h"
#include "dryrun.h"
#include "flags.h"
#include "survey_internal.h"

struct job {
	const struct survey_options *options;
	const struct module *module;
	char *work;		/* the only place where its processes write */
	guint step;		/* 0: analysis; n: syntax check of file n - 1 */
	pid_t pid;
	int fd;
	gint64 started;
	struct result result;
};

void result_clear(struct result *result)
{
	g_free(result->reason);
	json_object_put(result->report);
	memset(result, 0, sizeof(*result));
}

const struct module *job_module(const struct job *job)
{
	return job->module;
}

int job_fd(const struct job *job)
{
	return job->fd;
}

gint64 job_deadline(const struct job *job)
{
	return job->started + job->options->timeout * G_USEC_PER_SEC;
}

static char *work_file(const struct job *job, const char *name)
{
	return g_build_filename(job->work, name, NULL);
}

/* The module as a compilation database, which spares the child a run of make. */
static bool write_database(const struct job *job)
{
	struct json_object *root = json_object_new_array();
	char *path = work_file(job, "compile_commands.json");
	guint i, j;
	bool ok;

	for (i = 0; i < job->module->files->len; i++) {
		const struct module_file *file = job->module->files->pdata[i];
		struct json_object *entry = json_object_new_object();
		struct json_object *arguments = json_object_new_array();

		json_object_array_add(arguments, json_object_new_string("gcc"));
		for (j = 0; j < file->flags->len; j++)
			json_object_array_add(arguments,
					      json_object_new_string(file->flags->pdata[j]));
		json_object_object_add(entry, "directory",
				       json_object_new_string(job->options->kdir));
		json_object_object_add(entry, "file", json_object_new_string(file->path));
		json_object_object_add(entry, "arguments", arguments);
		json_object_array_add(root, entry);
	}
	ok = !json_object_to_file_ext(path, root, JSON_C_TO_STRING_PLAIN);
	if (!ok)
		diag_error(&(struct location){ .file = path }, "%s", json_util_get_last_err());
	json_object_put(root);
	g_free(path);
	return ok;
}

static void set_limit(int resource, rlim_t value)
{
	struct rlimit limit = { value, value };

	setrlimit(resource, &limit);
}

/* In the child. */
static void become(const struct job *job, const char *program, char **argv)
{
	char *out = work_file(job, "out"), *log = work_file(job, "log");
	int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;

	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	set_limit(RLIMIT_CORE, 0);
	set_limit(RLIMIT_AS, (rlim_t)job->options->memory << 20);
	setenv("TMPDIR", job->work, 1);
	if (dup2(open("/dev/null", O_RDONLY | O_CLOEXEC), 0) < 0 ||
	    dup2(open(out, flags, 0600), 1) < 0 || dup2(open(log, flags, 0600), 2) < 0)
		_exit(126);
	execvp(program, argv);
	fprintf(stderr, "cannot run %s: %s\n", program, strerror(errno));
	_exit(127);
}

static bool spawn(struct job *job, const char *program, char **argv)
{
	job->started = g_get_monotonic_time();
	job->pid = fork();
	if (!job->pid)
		become(job, program, argv);
	if (job->pid > 0) {
		setpgid(job->pid, job->pid);
		job->fd = pidfd_open(job->pid, 0);
		if (job->fd >= 0)
			return true;
		kill(job->pid, SIGKILL);
		waitpid(job->pid, NULL, 0);
	}
	diag_error(NULL, "cannot start a process: %s", g_strerror(errno));
	job->pid = 0;
	return false;
}

static bool start_analysis(struct job *job)
{
	const struct survey_work *work = job->options->work;
	char *database = work_file(job, "compile_commands.json");
	char *argv[] = {
		"mdrv", (char *)(work ? work->command : "analyze"), job->module->directory,
		"--database", database,
		"--format", "json", "--kdir", (char *)job->options->kdir,
		"--annotations", (char *)job->options->annotations,
		NULL, NULL, NULL, NULL, NULL, NULL, NULL,
	};
	char **more = argv + g_strv_length(argv);
	bool ok;

	if (job->options->kernel_version) {
		*more++ = "--kernel-version";
		*more++ = (char *)job->options->kernel_version;
	}
	if (job->options->blockers)
		*more++ = "--blockers";
	if (job->options->no_learnt)
		*more++ = "--no-learnt";
	if (job->options->strict)
		*more++ = "--strict";
	if (job->options->no_sections)
		*more++ = "--no-sections";
	ok = write_database(job) && spawn(job, "/proc/self/exe", argv);

	g_free(database);
	return ok;
}

static bool start_baseline(struct job *job)
{
	struct module_file *file = job->module->files->pdata[job->step - 1];
	struct source source = { .path = file->path, .flags = file->flags };
	GPtrArray *argv = flags_for_clang(&source, NULL, NULL);
	bool ok;

	g_ptr_array_insert(argv, 0, MDRV_CLANG);
	g_ptr_array_add(argv, "-fsyntax-only");
	g_ptr_array_add(argv, file->path);
	g_ptr_array_add(argv, NULL);
	ok = spawn(job, MDRV_CLANG, (char **)argv->pdata);
	g_ptr_array_unref(argv);
	return ok;
}

struct job *job_start(const struct survey_options *options, const struct module *module)
{
	struct job *job = g_new0(struct job, 1);
	GError *error = NULL;

	job->options = options;
	job->module = module;
	job->fd = -1;
	job->work = g_dir_make_tmp("mdrv-survey-XXXXXX", &error);
	if (!job->work) {
		diag_error(NULL, "cannot make a work directory: %s", error->message);
		g_error_free(error);
	} else if (start_analysis(job)) {
		return job;
	}
	job_free(job);
	return NULL;
}

/* The first error of the child, without what names the place of the tree. */
static char *first_error(const char *log)
{
	char **lines = g_strsplit(log, "\n", -1);
	char *text = NULL;
	guint i;

	for (i = 0; lines[i] && !text; i++) {
		if (strstr(lines[i], "error: ") || strstr(lines[i], "ERROR: ") ||
		    strstr(lines[i], "cannot run"))
			text = g_strndup(lines[i], 400);
	}
	g_strfreev(lines);
	return text;
}

static bool out_of_memory(const char *log)
{
	return strstr(log, "out of memory") || strstr(log, "failed to allocate") ||
	       strstr(log, "bad_alloc") || strstr(log, "Cannot allocate memory") ||
	       strstr(log, "insufficient memory") || strstr(log, "failed to map segment");
}

/* Why the analysis failed that ended with @status. */
static char *explain_status(const struct job *job, int status)
{
	char *path = work_file(job, "log"), *log = NULL, *reason;

	g_file_get_contents(path, &log, NULL, NULL);
	reason = first_error(log ? log : "");
	if (log && out_of_memory(log)) {
		g_free(reason);
		reason = g_strdup_printf("needs more than the limit of %u MB of memory",
					 job->options->memory);
	} else if (WIFSIGNALED(status)) {
		char *signal = g_strdup_printf("the analysis was ended by signal %d (%s)%s%s",
					       WTERMSIG(status), strsignal(WTERMSIG(status)),
					       reason ? ": " : "", reason ? reason : "");

		g_free(reason);
		reason = signal;
	} else if (!reason) {
		reason = g_strdup_printf("the analysis ended with status %d and no error message",
					 WEXITSTATUS(status));
	}
	g_free(log);
	g_free(path);
	return reason;
}

static void judge(struct job *job, int status, bool timed_out)
{
	struct result *result = &job->result;
	char *path = work_file(job, "out");

	if (timed_out) {
		result->outcome = OUTCOME_TIMEOUT;
		result->reason = g_strdup_printf("no result after %u s", job->options->timeout);
	} else if (!WIFEXITED(status) || WEXITSTATUS(status)) {
		result->outcome = OUTCOME_FAILED;
		result->reason = explain_status(job, status);
		result->no_space = strstr(result->reason, g_strerror(ENOSPC)) != NULL;
	} else {
		result->report = json_object_from_file(path);
		result->outcome = result->report ? OUTCOME_OK : OUTCOME_FAILED;
		if (!result->report)
			result->reason = g_strdup_printf("unreadable report: %s",
							 json_util_get_last_err());
	}
	g_free(path);
}

static void add_cost(struct cost *cost, gint64 started, const struct rusage *usage)
{
	cost->seconds += (g_get_monotonic_time() - started) / 1e6;
	cost->cpu += usage->ru_utime.tv_sec + usage->ru_utime.tv_usec / 1e6 +
		     usage->ru_stime.tv_sec + usage->ru_stime.tv_usec / 1e6;
	cost->peak_kb = MAX(cost->peak_kb, usage->ru_maxrss);
}

/* Reap the process that runs now; its group holds what it started in turn. */
static int reap(struct job *job, struct rusage *usage)
{
	int status = 0;

	while (wait4(job->pid, &status, 0, usage) < 0 && errno == EINTR)
		;
	kill(-job->pid, SIGKILL);
	close(job->fd);
	job->fd = -1;
	job->pid = 0;
	return status;
}

bool job_step(struct job *job, struct result *result)
{
	struct rusage usage = { 0 };
	bool timed_out = g_get_monotonic_time() >= job_deadline(job);
	int status;

	if (timed_out)
		kill(-job->pid, SIGKILL);
	status = reap(job, &usage);
	add_cost(job->step ? &job->result.baseline : &job->result.cost, job->started, &usage);
	if (!job->step)
		judge(job, status, timed_out);
	else if (timed_out || !WIFEXITED(status) || WEXITSTATUS(status))
		job->result.baseline.seconds = -1e9; /* says nothing without all files */
	job->step++;
	if (job->options->baseline && job->result.outcome == OUTCOME_OK &&
	    job->step <= job->module->files->len && start_baseline(job))
		return false;
	*result = job->result;
	memset(&job->result, 0, sizeof(job->result));
	return true;
}

void job_free(struct job *job)
{
	struct rusage usage;

	if (job->pid) {
		kill(-job->pid, SIGKILL);
		reap(job, &usage);
	}
	result_clear(&job->result);
	if (job->work)
		remove_tree(job->work);
	g_free(job->work);
	g_free(job);
}
