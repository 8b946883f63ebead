// SPDX-License-Identifier: GPL-2.0-only
/* A class for each place that the plan has for locks, see <mdrv/lockclass.h>. */
#include "internal.h"

#ifdef MDRV_LOCKDEP
/* The row of the kernel half's tables that says where in a record a lock is; or NULL. */
static const struct mdrv_place *place_of(struct mdrv_session *s, unsigned long addr, u32 record)
{
	struct mdrv_obj *o = mdrv_range_find(s, addr, 1);
	struct mdrv_ptr p;

	if (!o || o->kind != MDRV_O_RECORD || !mdrv_pointer_place(s, o, addr, record, &p) ||
	    !p.place)
		return NULL;
	return &s->plan->records[o->record]->places[p.place - 1];
}

void mdrv_lock_class(struct mdrv_call *call, const void *lock, u32 record,
		     struct lockdep_map *map)
{
	struct mdrv_session *s = call->session;
	const struct mdrv_place *place;

	spin_lock_irq(&s->state->lock);
	place = place_of(s, (unsigned long)lock, record);
	spin_unlock_irq(&s->state->lock);
	/* Of a key that is static, only the address matters: a module's, who takes it along. */
	if (place)
		lockdep_init_map_type(map, place->name, (struct lock_class_key *)&place->class, 0,
				      map->wait_type_inner, map->wait_type_outer,
				      map->lock_type);
}
EXPORT_SYMBOL_GPL(mdrv_lock_class);
#endif
