// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The tool goes by its own place and by no path that it was built with: its prefix may be
 * moved, or be that of another root. A build directory has a link to the source tree there.
 */
#include <glib.h>
#include <stdlib.h>

#include "home.h"

static char *find(void)
{
	static const char *const places[] = { MDRV_DATA_FROM_BIN, "../share/mdrv" };
	g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
	g_autofree char *bin = g_path_get_dirname(self ? self : "/usr/bin/mdrv");
	gsize i;

	for (i = 0; i < G_N_ELEMENTS(places); i++) {
		g_autofree char *place = g_build_filename(bin, places[i], NULL);
		g_autofree char *known = g_build_filename(place, "annotations", NULL);

		if (g_file_test(known, G_FILE_TEST_IS_DIR))
			return realpath(place, NULL);
	}
	return g_build_filename(bin, places[0], NULL);	/* for the message that it is not there */
}

const char *home_directory(void)
{
	static char *directory;

	if (!directory)
		directory = find();
	return directory;
}
