// SPDX-License-Identifier: GPL-2.0-or-later
#include <stdio.h>
#include <unistd.h>

#include <glib.h>

#include "capture.h"

static FILE *file;
static int saved = -1;

void capture_begin(void)
{
	fflush(stderr);
	file = tmpfile();
	saved = dup(STDERR_FILENO);
	if (!file || saved < 0 || dup2(fileno(file), STDERR_FILENO) < 0)
		g_error("stderr cannot be captured");
}

char *capture_end(void)
{
	char *text;
	long size;

	fflush(stderr);
	dup2(saved, STDERR_FILENO);
	close(saved);
	fseek(file, 0, SEEK_END);
	size = ftell(file);
	rewind(file);
	text = g_malloc0(size + 1);
	if (fread(text, 1, size, file) != (size_t)size)
		g_error("captured text cannot be read");
	fclose(file);
	return text;
}
