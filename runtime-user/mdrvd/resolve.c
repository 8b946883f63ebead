// SPDX-License-Identifier: GPL-2.0-or-later
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>
#include "resolve.h"

#define USER_HALVES "/usr/lib/mdrv"	/* as in splitter/deploy/site.c */

/* Paths have a slash, or end as user halves do. */
static int is_name(const char *text)
{
	size_t len = strlen(text);

	return !strchr(text, '/') && (len < 3 || strcmp(text + len - 3, ".so"));
}

const char *resolve(const char *text)
{
	static char path[PATH_MAX];
	struct utsname kernel;
	char *name;
	int len;

	if (!is_name(text))
		return text;
	if (uname(&kernel))
		strcpy(kernel.release, "-");
	len = snprintf(path, sizeof(path), USER_HALVES "/%s/", kernel.release);
	name = path + len;
	len = snprintf(name, sizeof(path) - len, "%s.so", text);
	/* The kernel has no dashes in names of modules. */
	while (len > 0 && (name = strchr(name, '-')))
		*name = '_';
	if (!access(path, F_OK))
		return path;
	fprintf(stderr, "mdrvd: error: %s: no user half of that driver for this kernel at %s; "
		"mdrv install puts it there, or give the path of one\n", text, path);
	return NULL;
}
