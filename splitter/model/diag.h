/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Diagnostics of the host tools: "file:line:col: error: what; how to fix" on
 * stderr. Errors are counted; the tool ends with exit code 1 if there was one.
 */
#ifndef MDRV_DIAG_H
#define MDRV_DIAG_H

#include "model.h"

void diag_error(const struct location *at, const char *format, ...) G_GNUC_PRINTF(2, 3);
void diag_warning(const struct location *at, const char *format, ...) G_GNUC_PRINTF(2, 3);
void diag_note(const struct location *at, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* Progress and detail, shown from -v on; @level 1 or 2. */
void diag_verbose(int level, const char *format, ...) G_GNUC_PRINTF(2, 3);
void diag_set_verbosity(int level);
unsigned int diag_errors(void);

/* The candidate nearest to @word, or NULL if none is near: "did you mean". */
const char *diag_nearest(const char *word, const char *const *candidates, size_t count);

#endif /* MDRV_DIAG_H */
