// SPDX-License-Identifier: GPL-2.0-or-later
/* Message buffers: large, recycled, touched no further than messages reach. */
#include <stdlib.h>
#include "internal.h"

struct mdrv_self mdrv_self = { .lock = PTHREAD_MUTEX_INITIALIZER };
__thread struct mdrv_chain *mdrv_current;

/*
 * Nearly always a thread gives back the buffer that it needs next; those that it
 * cannot keep go to a list that all share.
 */
static __thread struct mdrv_buf *spare;

struct mdrv_buf *mdrv_buf_get(void)
{
	struct mdrv_buf *buf = spare;

	if (buf) {
		spare = NULL;
		return buf;
	}
	pthread_mutex_lock(&mdrv_self.lock);
	buf = mdrv_self.pool;
	if (buf)
		mdrv_self.pool = buf->next;
	pthread_mutex_unlock(&mdrv_self.lock);
	if (!buf)
		buf = malloc(sizeof(*buf));
	if (!buf)
		mdrv_fatal("out of memory");
	return buf;
}

void mdrv_buf_put(struct mdrv_buf *buf)
{
	if (!buf)
		return;
	if (!spare) {
		spare = buf;
		return;
	}
	pthread_mutex_lock(&mdrv_self.lock);
	buf->next = mdrv_self.pool;
	mdrv_self.pool = buf;
	pthread_mutex_unlock(&mdrv_self.lock);
}
