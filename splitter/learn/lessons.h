/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files of facts about the operations and functions of headers. */
#ifndef MDRV_LESSONS_H
#define MDRV_LESSONS_H

#include "notes.h"

/* What was learnt about one header. */
struct chapter {
	const char *header;	/* from the top of the source */
	GPtrArray *lessons;	/* struct lesson *, those of a record together, then functions */
};

/*
 * Where they go below @directory: a header of include/ has a file of its own, those of a
 * subsystem's own have one together. Free with g_free().
 */
char *lessons_path(const char *directory, const char *header);
/*
 * @chapters: struct chapter *. @release: "6.1.0-..."; the facts hold for 6.1. False after
 * an error; then there is no file, or the old one.
 */
bool lessons_write(const char *path, GPtrArray *chapters, const char *release);

#endif /* MDRV_LESSONS_H */
