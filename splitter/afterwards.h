/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Commands on what mdrv has written. */
#ifndef MDRV_AFTERWARDS_H
#define MDRV_AFTERWARDS_H

#include "options.h"

int command_build(struct options *options);
int command_diff(struct options *options);
int command_summary(struct options *options); /* of a survey */
int command_install(struct options *options);
int command_remove(struct options *options);
int command_status(struct options *options);

#endif /* MDRV_AFTERWARDS_H */
