// SPDX-License-Identifier: GPL-2.0-or-later
/* A file that is written whole or not at all. */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag.h"
#include "output.h"

static bool cannot(const struct output *output, const char *fix)
{
	struct location at = { .file = output->path };

	diag_error(&at, "cannot be written: %s%s", g_strerror(errno), fix);
	return false;
}

/* A file of the rights that a new one would have, whatever mkstemp() thinks. */
static int open_temporary(struct output *output)
{
	char *parent = g_path_get_dirname(output->path);
	mode_t mask = umask(0);
	struct stat old;
	int fd;

	umask(mask);
	g_mkdir_with_parents(parent, 0777);	/* or the next step says why not */
	g_free(parent);
	output->temporary = g_strdup_printf("%s.XXXXXX", output->path);
	fd = mkstemp(output->temporary);
	if (fd >= 0)
		fchmod(fd, stat(output->path, &old) ? 0666 & ~mask : old.st_mode & 07777);
	return fd;
}

bool output_open(struct output *output, const char *path)
{
	struct stat old;
	int fd;

	memset(output, 0, sizeof(*output));
	if (!path || !strcmp(path, "-")) {
		output->file = stdout;
		return true;
	}
	output->path = path;
	if (!stat(path, &old) && !S_ISREG(old.st_mode))
		fd = open(path, O_WRONLY | O_CLOEXEC);
	else if (!access(path, F_OK) && access(path, W_OK))
		fd = -1;
	else
		fd = open_temporary(output);
	if (fd < 0) {
		g_clear_pointer(&output->temporary, g_free);
		return cannot(output, "; name another file with -o");
	}
	output->file = fdopen(fd, "w");
	return true;
}

/* A disk may report only now that it was full. */
static bool finish(struct output *output)
{
	bool ok = !fflush(output->file) && !ferror(output->file);

	if (ok && output->temporary)
		ok = !fsync(fileno(output->file));
	if (fclose(output->file))
		ok = false;
	if (ok && output->temporary)
		ok = !rename(output->temporary, output->path);
	return ok;
}

bool output_close(struct output *output, bool ok)
{
	if (!output->path)
		return ok;	/* main() looks after standard output */
	if (!ok)
		fclose(output->file);
	else if (!finish(output))
		ok = cannot(output, "; nothing was written");
	if (!ok && output->temporary)
		unlink(output->temporary);
	g_clear_pointer(&output->temporary, g_free);
	return ok;
}
