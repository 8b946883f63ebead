/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a piece of code writes to stderr: diagnostics are part of the contract. */
#ifndef UNIT_CAPTURE_H
#define UNIT_CAPTURE_H

void capture_begin(void);
/* Text written since capture_begin(); to be freed with g_free(). */
char *capture_end(void);

#endif /* UNIT_CAPTURE_H */
