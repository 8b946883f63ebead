/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A service manager is told that we are ready (sd_notify(3), without its library). */
#ifndef _MDRVD_NOTIFY_H
#define _MDRVD_NOTIFY_H

/* While a socket can be had. */
void notify_open(void);

/* Lines of NAME=VALUE; nothing if nobody wants to know. */
void notify(const char *state);

#endif /* _MDRVD_NOTIFY_H */
