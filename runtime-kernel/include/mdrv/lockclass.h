/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Classes of the locks that a user half initialises, for lockdep. The kernel's macros have
 * one for each call of theirs; the only call in a kernel half serves all locks of a kind.
 * So there is one for each place that the plan has for such a lock, and the kernel half
 * knows itself which place a lock lies in: a user half has no say in it.
 */
#ifndef _MDRV_LOCKCLASS_H
#define _MDRV_LOCKCLASS_H

#ifdef MDRV_LOCKDEP
/**
 * mdrv_lock_class() - a lock has been initialised by a downcall: give it its class
 * @call:	the downcall
 * @lock:	the lock; nobody uses it yet
 * @record:	its record number
 * @map:	what lockdep knows it by
 *
 * A lock that lies in no place of the plan keeps the class of the downcall.
 */
void mdrv_lock_class(struct mdrv_call *call, const void *lock, u32 record,
		     struct lockdep_map *map);
#define MDRV_SET_LOCK_CLASS(lock, ident, map) \
	mdrv_lock_class(mdrv_call, lock, MDRV_REC_##ident, &(map))
#else
#define MDRV_SET_LOCK_CLASS(lock, ident, map)	do { } while (0)
#endif

#endif /* _MDRV_LOCKCLASS_H */
