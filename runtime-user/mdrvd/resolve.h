/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A driver's name stands for the user half that mdrv install has put there. */
#ifndef _MDRVD_RESOLVE_H
#define _MDRVD_RESOLVE_H

/**
 * resolve() - which file is meant
 * @text:	what the command line says: a path, or a driver's name
 * Return: @text, or the path of the user half of that driver for the running kernel (in
 * static memory), or NULL after a message.
 */
const char *resolve(const char *text);

#endif /* _MDRVD_RESOLVE_H */
