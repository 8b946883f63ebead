// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The survey: finds the modules, keeps some in work, writes a line when one has
 * ended. Only what makes all further lines worthless (a full disk) stops it.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag.h"
#include "survey_internal.h"

struct survey {
	const struct survey_options *options;
	GPtrArray *modules;	/* struct module *: those of this shard that are to do */
	GPtrArray *jobs;	/* struct job *: at work */
	int out;
	guint next;		/* index into @modules */
	guint ended;
	guint outcomes[OUTCOME_TIMEOUT + 1];
	gint64 started;
	bool stop;		/* nothing more can be written */
};

/* Adds a line as a whole, or nothing. */
static bool write_line(struct survey *survey, const char *line)
{
	struct location at = { .file = survey->options->output };
	char *text = g_strconcat(line, "\n", NULL);
	size_t length = strlen(text);
	off_t end = lseek(survey->out, 0, SEEK_END);
	ssize_t written = write(survey->out, text, length);
	bool ok = written == (ssize_t)length;

	if (!ok) {
		diag_error(&at, "%s; make room and go on with --resume",
			   g_strerror(written < 0 ? errno : ENOSPC));
		if (ftruncate(survey->out, end))
			diag_warning(&at, "its last line is incomplete; --resume removes it");
	}
	g_free(text);
	return ok;
}

static void show_progress(struct survey *survey, const struct module *module,
			  const struct result *result)
{
	double elapsed = (g_get_monotonic_time() - survey->started) / 1e6;
	guint left = survey->modules->len - survey->ended;

	fprintf(stderr, "[%u/%u, %.0f min left] %s: %s, %.1f s%s%s\n", survey->ended,
		survey->modules->len, elapsed / survey->ended * left / 60, module->path,
		outcome_name(result->outcome), result->cost.seconds,
		result->reason ? ": " : "", result->reason ? result->reason : "");
}

static void conclude(struct survey *survey, const struct module *module, struct result *result)
{
	const struct survey_work *work = survey->options->work;
	char *line = work ? work->line(module, result) : record_line(module, result);

	survey->ended++;
	if (result->no_space) {
		diag_error(NULL, "%s: %s; make room and go on with --resume", module->path,
			   result->reason);
		survey->stop = true;
	} else if (write_line(survey, line)) {
		survey->outcomes[result->outcome]++;
		show_progress(survey, module, result);
	} else {
		survey->stop = true;
	}
	g_free(line);
	result_clear(result);
}

static void start_next(struct survey *survey)
{
	const struct module *module = survey->modules->pdata[survey->next++];
	struct result result = { 0 };
	struct job *job;

	if (module->skip || module->failure) {
		result.outcome = module->skip ? OUTCOME_SKIPPED : OUTCOME_FAILED;
		result.reason = g_strdup(module->skip ? module->skip : module->failure);
		conclude(survey, module, &result);
		return;
	}
	job = job_start(survey->options, module);
	if (job)
		g_ptr_array_add(survey->jobs, job);
	else
		survey->stop = true;
}

/* Wait until a job wants a step, or its time is over. */
static void wait_for_jobs(struct survey *survey)
{
	guint i, count = survey->jobs->len;
	struct pollfd *fds = g_new0(struct pollfd, count);
	gint64 nearest = G_MAXINT64, now = g_get_monotonic_time();

	for (i = 0; i < count; i++) {
		fds[i].fd = job_fd(survey->jobs->pdata[i]);
		fds[i].events = POLLIN;
		nearest = MIN(nearest, job_deadline(survey->jobs->pdata[i]));
	}
	poll(fds, count, nearest > now ? (nearest - now) / 1000 + 1 : 0);
	now = g_get_monotonic_time();
	for (i = count; i-- > 0;) {
		struct job *job = survey->jobs->pdata[i];
		struct result result;

		if (!fds[i].revents && now < job_deadline(job))
			continue;
		if (job_step(job, &result)) {
			conclude(survey, job_module(job), &result);
			g_ptr_array_remove_index(survey->jobs, i);
		}
	}
	g_free(fds);
}

static void run_jobs(struct survey *survey)
{
	const volatile sig_atomic_t *interrupted = survey->options->interrupted;

	survey->started = g_get_monotonic_time();
	while (!survey->stop && !*interrupted &&
	       (survey->jobs->len || survey->next < survey->modules->len)) {
		if (survey->jobs->len < survey->options->jobs &&
		    survey->next < survey->modules->len)
			start_next(survey);
		else
			wait_for_jobs(survey);
	}
}

/*
 * What a results file has already. An incomplete last line, of a survey that was
 * cut off while it wrote, is taken away.
 */
static bool read_done(struct survey *survey, GHashTable *done)
{
	struct location at = { .file = survey->options->output };
	char *text = NULL, *line, *end;
	GError *error = NULL;

	if (!g_file_get_contents(survey->options->output, &text, NULL, &error)) {
		diag_error(&at, "%s", error->message);
		g_error_free(error);
		return false;
	}
	for (line = text; (end = strchr(line, '\n')); line = end + 1) {
		struct json_object *object;
		const char *path, *status;

		*end = '\0';
		at.line++;
		object = json_tokener_parse(line);
		path = object ? json_text(object, "path") : NULL;
		status = object ? json_text(object, "status") : NULL;
		if (!path || !status)
			diag_warning(&at, "not a line of a survey: ignored");
		else if (!survey->options->retry || !strcmp(status, "ok"))
			g_hash_table_add(done, g_strdup(path));
		json_object_put(object);
	}
	if (*line && ftruncate(survey->out, line - text))
		diag_warning(&at, "cannot remove its incomplete last line");
	g_free(text);
	return true;
}

static bool open_output(struct survey *survey)
{
	const char *path = survey->options->output;
	struct location at = { .file = path };
	struct stat status;

	survey->out = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	if (survey->out < 0 || fstat(survey->out, &status)) {
		diag_error(&at, "%s", g_strerror(errno));
		return false;
	}
	if (flock(survey->out, LOCK_EX | LOCK_NB)) {
		diag_error(&at, "another survey is writing to it; give each shard its own file");
		return false;
	}
	if (status.st_size && !survey->options->resume) {
		diag_error(&at, "has results of an earlier survey; go on with them by --resume, "
			   "or name another file");
		return false;
	}
	return true;
}

/* Leaves @size modules, the same ones for the same seed and the same tree. */
static void draw(GPtrArray *modules, guint size, guint seed)
{
	g_autoptr(GRand) random = g_rand_new_with_seed(seed);

	fprintf(stderr, "%u of %u modules drawn, seed %u\n", MIN(size, modules->len),
		modules->len, seed);
	while (modules->len > size)
		g_ptr_array_remove_index(modules, g_rand_int_range(random, 0, modules->len));
}

/* Leaves those modules that are this shard's and have no result yet. */
static void choose(struct survey *survey, GPtrArray *modules, GHashTable *done)
{
	const struct survey_options *options = survey->options;
	guint i, had = 0;

	for (i = options->shard - 1; i < modules->len; i += options->shards) {
		struct module *module = modules->pdata[i];

		if (g_hash_table_contains(done, module->path))
			had++;
		else
			g_ptr_array_add(survey->modules, module);
	}
	fprintf(stderr, "%u modules found, %u in this shard, %u with a result already\n",
		modules->len, survey->modules->len + had, had);
}

bool survey_run(const struct survey_options *options)
{
	struct survey survey = { .options = options, .out = -1 };
	GHashTable *done = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GPtrArray *modules = NULL;
	bool ok;

	survey.modules = g_ptr_array_new();
	survey.jobs = g_ptr_array_new_with_free_func((GDestroyNotify)job_free);
	ok = open_output(&survey) && (!options->resume || read_done(&survey, done));
	if (ok)
		modules = options->work ? options->work->find(options) : survey_find(options);
	if (modules && options->sample)
		draw(modules, options->sample, options->seed);
	if (modules) {
		choose(&survey, modules, done);
		run_jobs(&survey);
		fprintf(stderr, "%u ok, %u failed, %u skipped, %u out of time\n",
			survey.outcomes[OUTCOME_OK], survey.outcomes[OUTCOME_FAILED],
			survey.outcomes[OUTCOME_SKIPPED], survey.outcomes[OUTCOME_TIMEOUT]);
	}
	ok = modules && !survey.stop;
	g_ptr_array_unref(survey.jobs);
	g_ptr_array_unref(survey.modules);
	if (modules)
		g_ptr_array_unref(modules);
	g_hash_table_unref(done);
	if (survey.out >= 0)
		close(survey.out);
	return ok;
}
