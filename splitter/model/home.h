/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where the files are that the tool comes with: annotations/, runtime-kernel/ and
 * runtime-user/, beside each other in the source tree as where they are installed.
 */
#ifndef MDRV_HOME_H
#define MDRV_HOME_H

/* The directory that they are in; found once, from where the running program lies. */
const char *home_directory(void);

#endif /* MDRV_HOME_H */
