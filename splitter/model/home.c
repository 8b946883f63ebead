// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * An installed tool goes by its own place, so that its prefix may be moved or be that of
 * another root; one that was built and not installed takes the source tree.
 */
#include <glib.h>

#include "home.h"

static char *find(void)
{
	g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
	g_autofree char *bin = self ? g_path_get_dirname(self) : NULL;
	g_autofree char *data = bin ? g_build_filename(bin, MDRV_DATA_FROM_BIN, NULL) : NULL;
	g_autofree char *known = data ? g_build_filename(data, "annotations", NULL) : NULL;

	if (known && g_file_test(known, G_FILE_TEST_IS_DIR))
		return g_canonicalize_filename(data, NULL);
	return g_strdup(MDRV_SOURCE_ROOT);
}

const char *home_directory(void)
{
	static char *directory;

	if (!directory)
		directory = find();
	return directory;
}
