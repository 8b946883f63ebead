// SPDX-License-Identifier: GPL-2.0-or-later
/* mdrv build, diff, survey --summary, install, remove, status. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "afterwards.h"
#include "deploy.h"
#include "diag.h"
#include "plan_diff.h"

int command_build(struct options *options)
{
	char *makefile = g_build_filename(options->driver, "Makefile", NULL);
	g_autoptr(GPtrArray) argv = g_ptr_array_new();
	bool found = g_file_test(makefile, G_FILE_TEST_EXISTS);
	guint i;

	g_free(makefile);
	if (!found) {
		diag_error(&(struct location){ .file = options->driver },
			   "not the output of mdrv split: it has no Makefile");
		return EXIT_BAD_INPUT;
	}
	g_ptr_array_add(argv, "make");
	g_ptr_array_add(argv, "-C");
	g_ptr_array_add(argv, (char *)options->driver);
	if (options->kdir)
		g_ptr_array_add(argv, g_strdup_printf("KDIR=%s", options->kdir));
	for (i = 0; options->variables && options->variables[i]; i++)
		g_ptr_array_add(argv, options->variables[i]);
	g_ptr_array_add(argv, NULL);
	execvp("make", (char **)argv->pdata);
	diag_error(NULL, "cannot run make: %s", g_strerror(errno));
	return EXIT_BAD_INPUT;
}

int command_diff(struct options *options)
{
	bool differ;

	if (!plan_diff_known(options->format)) {
		diag_error(NULL, "unknown format \"%s\"; use %s", options->format,
			   plan_diff_formats);
		return EXIT_USAGE;
	}
	if (!plan_diff(stdout, options->driver, options->name, options->format, &differ))
		return EXIT_BAD_INPUT;
	return differ && options->exit_code ? EXIT_DIFFERENT : EXIT_SUCCESS;
}

int command_summary(struct options *options)
{
	if (!survey_format_known(options->format)) {
		diag_error(NULL, "unknown format \"%s\"; use %s", options->format,
			   survey_formats);
		return EXIT_USAGE;
	}
	return survey_summary(options->operands, options->format, options->out) ?
		EXIT_SUCCESS : EXIT_BAD_INPUT;
}

static struct deploy request(const struct options *options)
{
	/* Whose terminal is closed wants it done. */
	signal(SIGHUP, SIG_IGN);
	return (struct deploy){
		.root = options->root, .release = options->release,
		.without_signature = options->without_signature,
		.interrupted = options->survey.interrupted,
	};
}

int command_install(struct options *options)
{
	struct deploy deploy = request(options);

	return deploy_install(&deploy, options->driver) ? EXIT_SUCCESS : EXIT_BAD_INPUT;
}

int command_remove(struct options *options)
{
	struct deploy deploy = request(options);

	return deploy_remove(&deploy, options->driver) ? EXIT_SUCCESS : EXIT_BAD_INPUT;
}

int command_status(struct options *options)
{
	struct deploy deploy = request(options);

	return deploy_status(&deploy, stdout) ? EXIT_SUCCESS : EXIT_BAD_INPUT;
}
