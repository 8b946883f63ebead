/* SPDX-License-Identifier: GPL-2.0-only */
/* Sessions, those that are to follow, and what is done when one has died. By internal.h. */
#ifndef _MDRV_SESSION_H
#define _MDRV_SESSION_H

/* session.c */
extern struct workqueue_struct *mdrv_wq;
extern struct mutex mdrv_drivers_mutex;
int mdrv_session_attach(const char *name, const char *hash, u32 portid, u32 seq, bool spare);
int mdrv_session_begin(struct mdrv_session *s, u32 seq);
void mdrv_session_list(struct mdrv_session *s);
void mdrv_session_kill(struct mdrv_session *s, int why);
void mdrv_session_put(struct mdrv_session *s);
struct mdrv_session *mdrv_session_by_port(u32 portid);
struct mdrv_session *mdrv_session_by_id(u32 id);
static inline void mdrv_session_get(struct mdrv_session *s)
{
	kref_get(&s->ref);
}
int mdrv_session_init(void);
void mdrv_session_exit(void);

/* standby.c */
int mdrv_standby_park(struct mdrv_session *s, u32 seq);
/* If the driver has no session, the standby is it. May sleep; under no lock. */
void mdrv_standby_promote(struct mdrv_state *st);

/* event.c: may sleep */
void mdrv_event(const char *what, const struct mdrv_session *s);
int mdrv_event_failed(const char *name);

/* patience.c */
/* A session has ended because of what its daemon did. state->lock held. */
void mdrv_patience_strike(struct mdrv_state *st, int why);
/* May one begin? state->lock held. Return: 0 or -EAGAIN, to be tried again later. */
int mdrv_patience_ask(struct mdrv_state *st);

/* again.c */
/* Its user half died in the middle: may another begin it again? Before anything is undone. */
bool mdrv_is_repeatable(const struct mdrv_call *call);

#endif /* _MDRV_SESSION_H */
