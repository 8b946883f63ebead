/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What shells complete command lines of mdrv by; printed when it is built, see CMakeLists.txt. */
#ifndef MDRV_COMPLETION_H
#define MDRV_COMPLETION_H

#include <stdio.h>

#include "options.h"

/* @shell: "bash" or "zsh"; false for another. */
bool completion_print(FILE *to, const char *shell, const struct command *commands, size_t n);

#endif /* MDRV_COMPLETION_H */
