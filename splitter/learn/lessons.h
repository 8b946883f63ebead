/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The file of facts about the operations of one header. */
#ifndef MDRV_LESSONS_H
#define MDRV_LESSONS_H

#include "notes.h"

/* Its path below @directory; free with g_free(). */
char *lessons_path(const char *directory, const char *header);
/*
 * @lessons: struct lesson *, those of a record together. @release: "6.1.0-..."; the facts
 * hold for 6.1. False after an error; then there is no file, or the old one.
 */
bool lessons_write(const char *path, const char *header, const char *release,
		   GPtrArray *lessons);

#endif /* MDRV_LESSONS_H */
