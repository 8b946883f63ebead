/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a function surely has done when it returns anything but an error: which calls are
 * on every such way through it and through the functions that it calls, and which pointers
 * in what its parameters point at are then surely not NULL.
 */
#ifndef MDRV_SURELY_H
#define MDRV_SURELY_H

#include "cfg.h"

enum { SURELY_WORDS = 4, SURELY_EVENTS = 64 * SURELY_WORDS };

struct surely_set {
	uint64_t words[SURELY_WORDS];
};

enum surely_kind { SURELY_NOTHING, SURELY_EVENT, SURELY_INSIDE };

struct surely_event {
	void *call;		/* what the caller's @classify said of a call; or NULL: */
	struct cfg_root root;	/* where a pointer stands that is not NULL, */
	struct field *field;	/* and in which field, if that is known */
};

/*
 * What a call is to whoever asks: nothing, an event (@event: which; equal ones are one), or
 * code that is looked into.
 */
typedef enum surely_kind (*surely_classify)(void *data, const struct cfg_op *op, void **event);

/**
 * surely_done() - what has happened when a function says that it has succeeded
 * @cfg:	its graph
 * @classify:	tells of each call what it is
 * @data:	for that
 * @positive:	what is returned may be more than 0 by convention; if not, what was only found
 *		not to be 0 is an error, and only what the code says itself is not
 *
 * Return: struct surely_event, to be freed; empty if nothing is sure.
 */
GArray *surely_done(struct cfg *cfg, surely_classify classify, void *data, bool positive);

#endif /* MDRV_SURELY_H */
